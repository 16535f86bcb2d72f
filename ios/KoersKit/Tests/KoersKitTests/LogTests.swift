import Foundation
import Koers
import Testing

@testable import KoersKit

/// SHP-14: what is being entered is never lost, never doubled, and shown whole.
@MainActor @Suite struct LogTests {
    /// Ten thousand signs of any script, with emoji made of several.
    private static let long: String = {
        let sentence = "אני בבית 👩‍👩‍👧, morgen thuis. "
        let most = 10_000
        let whole = String(repeating: sentence, count: most / sentence.unicodeScalars.count)
        return whole + String(repeating: "x", count: most - whole.unicodeScalars.count)
    }()

    private func log(_ phones: Phones) -> LogPresenter { LogPresenter(phones.session) }

    private func lastEntry(_ phones: Phones) async throws -> DiaryItem {
        let diary = await DiaryPresenter(phones.session).told(.opened)
        return try #require(diary.days.flatMap(\.entries).first { $0.canEdit })
    }

    @Test func anEntryTakesFiveTaps() async throws {
        let phones = try await Phones().open()
        let before = try await phones.entries
        let log = log(phones)
        let likely = try #require(await log.told(.opened()).situations.first).id
        let taps: [LogEvent] = [
            .craving(7), .situation(likely), .used(true), .step(up: true), .save,
        ]
        for tap in taps { await log.on(tap) }
        #expect(log.state.receipt?.lines.isEmpty == false)
        #expect(taps.count == 5)
        #expect(try await phones.entries == before + 1)
    }

    @Test func pressingSaveTwiceMakesOneEntry() async throws {
        let phones = try await Phones().open()
        let before = try await phones.entries
        await log(phones).told(.opened(), .craving(7), .save, .save)
        #expect(try await phones.entries == before + 1)
    }

    @Test func tenThousandSignsWithEmojiAndRightToLeftAreSavedAndShownWhole() async throws {
        let phones = try await Phones().open()
        await log(phones).told(.opened(), .craving(3), .more, .note(Self.long), .save)
        #expect(try await lastEntry(phones).lines.contains(Self.long))
    }

    @Test func oneSignMoreIsRefusedInWordsAndNothingOfItIsLost() async throws {
        let phones = try await Phones().open()
        let state = await log(phones).told(
            .opened(), .craving(3), .more, .note(Self.long + "x"))
        #expect(!state.canSave && state.problem?.text.isEmpty == false)
        #expect(state.more?.note == Self.long + "x")
    }

    @Test func whatIsHalfFilledInWhenTheAppLocksIsOfferedAgainAfterUnlocking() async throws {
        let phones = try await Phones().open()
        await log(phones).told(.opened(), .craving(8), .used(true), .amount("2"))
        let door = DoorPresenter(phones.session)
        await door.told(.started, .left)
        #expect(phones.session.open == nil)
        await door.told(.device)
        let again = await log(phones).told(.opened())
        #expect(again.restored)
        #expect(again.craving == 8 && again.used == true && again.amount == "2")
    }

    @Test func whatIsHalfFilledInIsGoneAfterADayAlsoWhereNobodyOpensTheLogAgain() async throws {
        let phones = try await Phones().open()
        await log(phones).told(.opened(), .craving(8))
        try await phones.killed()
        try await phones.at("2026-03-18T11:59:00+01:00")
        await DoorPresenter(phones.session).told(.started)
        #expect(phones.phone.draft != nil)
        try await phones.at("2026-03-18T12:00:00+01:00")
        await DoorPresenter(phones.session).told(.started)
        #expect(phones.phone.draft == nil)
    }

    @Test func aHalfFilledEntryThatCannotBeReadAnyMoreIsDroppedAndANewOneBegins() async throws {
        let phones = try await Phones().open()
        await log(phones).told(.opened(), .craving(8))
        let whole = try #require(phones.phone.draft)
        for length in [0, 1, whole.count / 2, whole.count - 1] {
            phones.phone.draft = whole.prefix(length)
            let state = await log(phones).told(.opened())
            #expect(!state.restored && state.craving == nil)
            #expect(phones.phone.draft == nil)
        }
    }

    @Test func anEntryOfTheDiaryThatIsChangedDoesNotPushOutAHalfFilledNewOne() async throws {
        let phones = try await Phones().open()
        let log = log(phones)
        await log.told(.opened(), .craving(9))
        let entry = try await lastEntry(phones)
        #expect(await log.told(.edit(id: entry.id), .craving(1)).editing)
        #expect(await !log.told(.save).editing)
        #expect(await log.told(.opened()).craving == 9)
    }

    @Test func whatIsHalfChangedInTheDiaryIsThereAgainAfterTheAppWasKilled() async throws {
        let phones = try await Phones().open()
        let entry = try await lastEntry(phones)
        await log(phones).told(.edit(id: entry.id), .craving(1))
        try await phones.killed()
        try await phones.open()
        #expect(await log(phones).told(.opened()).craving == nil)
        let again = await log(phones).told(.edit(id: entry.id))
        #expect(again.editing && again.restored && again.craving == 1)
    }

    @Test func whetherThePhoneMayRemindIsAskedOnceAfterTheFirstEntry() async throws {
        let phones = try await Phones().open()
        phones.phone.blocks = [.notifications]
        let log = log(phones)
        #expect(await log.told(.opened(), .craving(5), .save).receipt?.askReminders == true)
        #expect(await log.told(.opened(), .craving(5), .save).receipt?.askReminders == false)
    }
}
