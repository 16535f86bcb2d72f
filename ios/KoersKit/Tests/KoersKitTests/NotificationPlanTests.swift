import Foundation
import Koers
import Testing

@testable import KoersKit

/// SHP-31: the figures of this phone. At most 48 notifications come once, by wall time, and one comes
/// back every month; each start mends what the phone or a kill left undone.
@MainActor @Suite struct NotificationPlanTests {
    /// Three reminders a day from the first of May on.
    private func plan(of count: Int) -> [PorchReminder] {
        (0..<count).map { nth in
            let day = String(format: "2026-%02d-%02d", 5 + nth / 3 / 28, nth / 3 % 28 + 1)
            return PorchReminder(
                stableId: "check_in:\(nth)", instantMs: Int64(nth),
                local: "\(day)T\(["10:00", "15:00", "20:00"][nth % 3])", kind: "check_in",
                title: "Koers", text: "Time for your daily note", expiresMs: Int64(nth) + 1,
                actions: [])
        }
    }

    @Test func ofTwoHundredRemindersTheNextFortyEightComeOnceAndTheFallbackAfterThem() throws {
        let plan = plan(of: 200)
        let notices = Notice.notices(plan)
        #expect(notices.count == 49)
        let once = notices.filter { !$0.monthly }
        #expect(once.map(\.id) == plan.prefix(48).map(\.stableId))
        let fallback = try #require(notices.first { $0.monthly })
        #expect(fallback.id == Notice.fallback)
        // The day after the last that comes once, so that no silence of weeks is left in between.
        #expect(once.last.map { BoardItem($0).local } == "2026-05-16T20:00")
        #expect(BoardItem(fallback).local == "2026-05-17T20:00")
    }

    @Test func whicheverCalendarThePhoneIsSetToItComesByTheGregorianOneInWhateverZone() throws {
        let notices = Notice.notices(plan(of: 3))
        let once = try #require(notices.first { !$0.monthly }).components
        #expect(once.calendar?.identifier == .gregorian && once.timeZone == nil)
        #expect((once.year, once.month, once.day) == (2026, 5, 1))
        #expect((once.hour, once.minute) == (10, 0))
        let monthly = try #require(notices.first { $0.monthly }).components
        #expect(monthly.calendar?.identifier == .gregorian && monthly.timeZone == nil)
        #expect(monthly.year == nil && monthly.month == nil && monthly.day == 2)
    }

    @Test func whereNothingIsPlannedNothingComesNotEvenTheFallback() {
        #expect(Notice.notices([]).isEmpty)
    }

    @Test func onAJourneyToAnotherZoneTheWallTimesStayAndNothingIsToldToThePhone() async throws {
        let phones = try await Phones().open()
        await phones.mirror.run()
        let before = phones.scheduled
        phones.board.deeds = []
        try await phones.at("2026-03-17T07:00:00-04:00", zone: "America/New_York")
        await phones.mirror.run()
        #expect(phones.scheduled == before)
        #expect(phones.board.deeds == [])
    }

    @Test func killedAnywhereBetweenPlanningAndSchedulingTheNextStartMendsThePlan() async throws {
        let phones = try await Phones().open()
        await phones.mirror.run()
        let (whole, pending) = (phones.scheduled, phones.board.pending)
        let moments = phones.phone.moments
        #expect(moments.count == pending.count)
        for moment in moments {
            (phones.board.pending, phones.phone.chosen) = moment
            try await phones.killed()
            #expect(await phones.mirror.run())
            #expect(phones.board.pending == pending)
            #expect(phones.phone.chosen.delivery.planned == whole.count)
            phones.board.deeds = []
            await phones.mirror.run()
            #expect(phones.board.deeds == [])
        }
    }

    @Test func withThePermissionTakenAwayNothingIsLostAndTheStartAfterItIsGivenBackMends()
        async throws
    {
        let phones = try await Phones().open()
        await phones.mirror.run()
        let whole = phones.board.pending
        // The person turns them off in the settings of the phone, which then takes none.
        phones.phone.blocks = [.notifications]
        phones.board.pending = [:]
        phones.board.left = 0
        #expect(await !phones.mirror.run())
        let told = await SettingsPresenter(phones.session).told(.opened).reminders.delivery
        #expect(told.blocks == [.notifications])
        try await phones.killed()
        #expect(await !phones.mirror.run())
        phones.phone.blocks = []
        phones.board.left = nil
        #expect(await phones.mirror.run())
        #expect(phones.board.pending == whole)
        #expect(phones.phone.chosen.delivery.planned == whole.count - 1)
    }

    @Test func aClockThatIsSetBackForAWeekPlansAnewAndShowsNothing() async throws {
        let phones = try await Phones().open()
        await phones.mirror.run()
        try await phones.at("2026-03-10T12:00:00+01:00")
        await phones.mirror.run()
        #expect(try await phones.plan() == phones.scheduled)
        #expect((1...Notice.most).contains(phones.scheduled.count))
        #expect(phones.board.shown.isEmpty)
        #expect(phones.phone.chosen.delivery.fired == 0)
        phones.board.deeds = []
        await phones.mirror.run()
        #expect(phones.board.deeds == [])
    }

    @Test func newButtonsOrWordsTakeThePlaceOfTheOldAtTheSameTimeAndCountOnce() async throws {
        let phones = try await Phones().open()
        await phones.mirror.run()
        let before = phones.scheduled
        phones.board.deeds = []
        await SettingsPresenter(phones.session).told(.whileLocked(true))
        await phones.mirror.run()
        #expect(phones.scheduled == before)
        #expect(!phones.board.deeds.isEmpty)
        #expect(phones.board.deeds.allSatisfy { $0.hasPrefix("renew ") })
        #expect(phones.phone.chosen.delivery.planned == before.count)
        phones.phone.chosen.language = "nl"
        await phones.mirror.run()
        #expect(phones.scheduled == before)
        #expect(phones.board.pending.values.allSatisfy { $0.text.contains("notitie") })
        #expect(phones.phone.chosen.delivery.planned == before.count)
    }
}
