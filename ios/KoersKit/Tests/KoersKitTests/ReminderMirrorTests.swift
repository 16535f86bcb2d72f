import Foundation
import Koers
import Testing

@testable import KoersKit

/// SHP-31: the plan is mirrored whatever the phone does, nothing doubled, nothing lost.
@MainActor @Suite struct ReminderMirrorTests {
    @Test func aSecondRunChangesNothingWithTheVaultOpenOrLocked() async throws {
        let phones = try await Phones().open()
        #expect(await phones.mirror.run())
        #expect(!phones.scheduled.isEmpty)
        #expect(try await phones.plan() == phones.scheduled)
        phones.board.deeds = []
        await phones.mirror.run()
        await phones.session.close()
        await phones.mirror.run()
        #expect(phones.board.deeds == [])
        #expect(phones.phone.chosen.delivery.planned == phones.scheduled.count)
    }

    @Test func wherePhoneOrAppStopsInBetweenTheNextRunMendsThePlan() async throws {
        let phones = try await Phones().open()
        await phones.mirror.run()
        let whole = phones.scheduled
        for deeds in 0...whole.count {
            phones.board.pending = [:]
            phones.phone.chosen.awaited = [:]
            phones.phone.chosen.delivery = Delivery()
            phones.board.left = deeds
            #expect(await !phones.mirror.run())
            phones.board.left = nil
            #expect(await phones.mirror.run())
            #expect(phones.scheduled == whole)
            #expect(phones.phone.chosen.delivery.planned == whole.count)
        }
    }

    @Test func whatIsGoneIsCancelledAndWhatWasAnsweredInTheAppIsTakenDown() async throws {
        let phones = try await Phones().open()
        await phones.mirror.run()
        try await phones.at("2026-03-17T20:05:00+01:00")
        let item = try #require(phones.fires())
        await phones.mirror.run()
        #expect(Set(phones.board.shown.keys) == [item.id])
        await LogPresenter(phones.session).told(.opened(), .craving(4), .save)
        await phones.mirror.run()
        #expect(phones.board.shown.isEmpty)
        let settings = SettingsPresenter(phones.session)
        var form = await settings.told(.opened).reminders
        form.checkIn = false
        form.notClosed = false
        await settings.told(.reminders(form))
        await phones.mirror.run()
        // The fallback goes with the check-in: who wants none gets none.
        #expect(phones.board.pending.isEmpty)
    }

    @Test func aClockThatIsSetBackBringsNoBurstAndDoublesNothing() async throws {
        let phones = try await Phones().open()
        await phones.mirror.run()
        let before = phones.scheduled
        try await phones.at("2026-03-17T20:05:00+01:00")
        let item = try #require(phones.fires())
        #expect(await phones.mirror.fired(item.id))
        try await phones.at(Phones.noon)
        await phones.mirror.run()
        #expect(phones.scheduled == before)
        #expect(phones.phone.chosen.delivery.fired == 1)
    }

    @Test func afterAWeekAwayNothingThatIsNoLongerDueStaysOnTheScreen() async throws {
        let phones = try await Phones().open()
        await phones.mirror.run()
        for _ in 0..<7 { _ = phones.fires() }
        try await phones.at("2026-03-24T12:00:00+01:00")
        await phones.mirror.run()
        #expect(phones.board.shown.count <= 1)
        #expect(try await phones.plan() == phones.scheduled)
        await phones.mirror.run()
        #expect(phones.phone.chosen.delivery.fired > 0)
    }

    @Test func theFallbackComesOnceAMonthFromTheDayAfterThePlanOn() async throws {
        let phones = try await Phones().open()
        await phones.mirror.run()
        let fallback = try #require(phones.board.pending[Notice.fallback])
        let last = try #require(phones.scheduled.values.max())
        #expect(fallback.monthly)
        #expect(BoardItem(fallback).local > last)
        #expect(fallback.at.day <= 28)
        #expect(fallback.at.hour == 20)
        try await phones.at("2026-03-27T12:00:00+01:00")
        await phones.mirror.run()
        // Nobody heeded ten of them: the core has stopped, and so has the fallback.
        #expect(phones.board.pending[Notice.fallback] == nil)
        await LogPresenter(phones.session).told(.opened(), .craving(4), .save)
        await phones.mirror.run()
        let later = try #require(phones.board.pending[Notice.fallback])
        #expect(BoardItem(later).local > BoardItem(fallback).local)
    }

    @Test func aDayThatNotEveryMonthHasBecomesTheFirstOfTheNext() throws {
        func after(_ day: String) throws -> String? {
            let at = try #require(WallTime(iso: "\(day)T09:00"))
            let next = at.nextDay(hour: 20, minute: 0)
            return next.map { "\($0.year)-\($0.month)-\($0.day)" }
        }
        #expect(try after("2026-03-27") == "2026-3-28")
        #expect(try after("2026-03-28") == "2026-4-1")
        #expect(try after("2026-02-28") == "2026-3-1")
        #expect(try after("2026-12-30") == "2027-1-1")
    }

    @Test func eachSetOfActionsHasItsLabelsAndAPlaceholderThatSaysNothing() async throws {
        let phones = try await Phones().open()
        await phones.mirror.run()
        #expect(!phones.board.sets.isEmpty)
        for notice in phones.board.pending.values {
            let set = try #require(phones.board.sets.first { $0.id == notice.actions.id })
            #expect(set.placeholder == notice.title)
            #expect(set.actions.allSatisfy { !$0.label.isEmpty })
        }
    }

    @Test func asManyRemindersAsCanBeAskedForAreAtMostFortyEight() async throws {
        let phones = try await Phones().open()
        let settings = SettingsPresenter(phones.session)
        var form = await settings.told(.opened).reminders
        form.perDay = 200
        #expect(await settings.told(.reminders(form)).problem != nil)
        form.perDay = 3
        #expect(await settings.told(.reminders(form)).problem == nil)
        await phones.mirror.run()
        #expect((1...48).contains(phones.scheduled.count))
        #expect(try await phones.plan() == phones.scheduled)
    }

    @Test func withoutThePermissionAllIsPlannedAndTheSettingsSayWhatStandsInTheWay() async throws {
        let phones = try await Phones().open()
        phones.phone.blocks = [.notifications]
        await phones.mirror.run()
        #expect(try await phones.plan() == phones.scheduled)
        let state = await SettingsPresenter(phones.session).told(.opened)
        #expect(state.reminders.delivery.blocks == [.notifications])
    }
}

/// SHP-31, BEY-11: what is pressed on a notification while the vault is locked.
@MainActor @Suite struct ReminderActionsTests {
    /// The check-in stands on the screen, and the vault is locked.
    private func fired(acting: Bool) async throws -> (Phones, String) {
        let phones = try await Phones().open()
        await SettingsPresenter(phones.session).told(.whileLocked(acting))
        await phones.mirror.run()
        await phones.session.close()
        try await phones.at("2026-03-17T20:01:00+01:00")
        return (phones, try #require(phones.fires()).id)
    }

    @Test func nothingSoFarPressedTwiceIsInTheDiaryOnce() async throws {
        let (phones, id) = try await fired(acting: true)
        let before = try await phones.open().entries
        await phones.session.close()
        #expect(await phones.mirror.acted(id, "nothing_so_far") == .done)
        #expect(await phones.mirror.acted(id, "nothing_so_far") == .done)
        #expect(phones.board.shown.isEmpty)
        #expect(try await phones.open().entries == before + 1)
    }

    @Test func killedAfterNotingAndPressedAgainItIsInTheDiaryOnce() async throws {
        let (phones, id) = try await fired(acting: true)
        let before = try await phones.open().entries
        await phones.session.close()
        await _ = phones.mirror.acted(id, "nothing_so_far")
        // The kill came before it was remembered that the note is made.
        phones.phone.chosen.awaited[id]?.answered = false
        try await phones.killed()
        await _ = phones.mirror.acted(id, "nothing_so_far")
        #expect(try await phones.open().entries == before + 1)
    }

    @Test func whatMayNotBeNotedWhileLockedOpensTheAppAndLosesNothing() async throws {
        let (phones, id) = try await fired(acting: false)
        #expect(await phones.mirror.acted(id, "nothing_so_far") == .openApp)
        #expect(Set(phones.board.shown.keys) == [id])
    }

    @Test func laterPutsItOffForAnHourAndLogOpensTheApp() async throws {
        let (phones, id) = try await fired(acting: false)
        #expect(await phones.mirror.acted(id, "later") == .done)
        #expect(phones.board.shown.isEmpty)
        #expect(phones.scheduled[id] == "2026-03-17T21:01")
        #expect(await phones.mirror.acted(id, "log") == .openApp)
    }

    @Test func aPorchThatCannotBeReadChangesNothingAndWithoutOneNothingIsScheduled() async throws {
        let (phones, _) = try await fired(acting: false)
        let before = phones.scheduled
        let porch = URL(filePath: phones.phone.porch)
        try Data(count: 100).write(to: porch)
        #expect(await !phones.mirror.run())
        #expect(phones.scheduled == before)
        try FileManager.default.removeItem(at: porch)
        await phones.mirror.run()
        #expect(phones.scheduled.isEmpty)
    }

    @Test func theDailyNoteMarksTheMomentWithoutOpeningAnything() async throws {
        let (phones, _) = try await fired(acting: true)
        let before = try await phones.open().entries
        await phones.session.close()
        try await Note(phones.phone.device, here: phones.here).mark()
        #expect(try await phones.open().entries == before + 1)
        let (other, _) = try await fired(acting: false)
        await #expect(throws: KoersError.Locked) {
            try await Note(other.phone.device, here: other.here).mark()
        }
    }
}
