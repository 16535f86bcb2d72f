import Foundation
import Koers
import Testing

@testable import KoersKit

/// SHP-05, SHP-15, SHP-18: what is filled in and not saved is not lost by looking elsewhere, and leaving
/// it is asked about.
@MainActor @Suite struct LeavingTests {
    /// The first two of the list.
    private func situations(_ phones: Phones) async throws -> (String, String) {
        let places = await SituationsPresenter(phones.session).told(.opened).places
        try #require(places.count > 1)
        return (places[0].id, places[1].id)
    }

    private func during(_ state: PlanState) -> [String]? {
        state.fields.first { $0.field == "during" }?.lines
    }

    @Test func aPlanThatIsBeingWrittenIsThereAgainOnComingBack() async throws {
        let phones = try await Phones().open()
        let (one, other) = try await situations(phones)
        let plan = PlanPresenter(phones.session)
        #expect(await !plan.told(.opened(situation: one)).changed && !plan.isChanged)
        let written = await plan.told(.addLine(field: "during", text: "Walk on."))
        #expect(plan.isChanged)
        #expect(await plan.told(.opened(situation: one)) == written)
        #expect(await !plan.told(.opened(situation: other)).changed)
        #expect(await plan.told(.opened(situation: one)) == written)
        let saved = await plan.told(.save)
        #expect(saved.problem == nil && during(saved)?.last == "Walk on." && !plan.isChanged)
    }

    @Test func aPlanThatIsLeftStandsAsItWasSaved() async throws {
        let phones = try await Phones().open()
        let (one, _) = try await situations(phones)
        let plan = PlanPresenter(phones.session)
        let before = await plan.told(.opened(situation: one))
        await plan.told(.addLine(field: "during", text: "Walk on."), .discard)
        #expect(plan.state == before && !plan.isChanged)
        #expect(await plan.told(.opened(situation: one)) == before)
    }

    @Test func undoingAnAnswerLeavesWhatIsBeingWritten() async throws {
        let phones = try await Phones().open()
        let (one, _) = try await situations(phones)
        let plan = PlanPresenter(phones.session)
        await plan.told(
            .opened(situation: one), .addLine(field: "during", text: "Walk on."), .save)
        try #require(plan.state.ask != nil)
        await plan.told(.addLine(field: "after", text: "Music."), .answered(answer: .yes))
        let undone = await plan.told(.undo)
        #expect(undone.changed)
        #expect(undone.fields.first { $0.field == "after" }?.lines.last == "Music.")
    }

    @Test func aPlanThatIsBeingWrittenIsDroppedAtTheLock() async throws {
        let phones = try await Phones().open()
        let (one, _) = try await situations(phones)
        let plan = PlanPresenter(phones.session)
        let following = Task { await plan.watch() }
        defer { following.cancel() }
        await plan.told(.opened(situation: one), .addLine(field: "during", text: "Walk on."))
        var states = plan.states.makeAsyncIterator()
        await phones.session.close()
        while let state = await states.next(), state != PlanState() {}
        try await phones.open()
        #expect(await !plan.told(.opened(situation: one)).changed)
    }

    @Test func theWeekBeforeIsThereAgainOnComingBackUntilItIsSavedOrLeft() async throws {
        let phones = try await Phones().open()
        let week = BaselinePresenter(phones.session)
        let before = await week.told(.opened)
        #expect(!week.isChanged)
        let filled = await week.told(.amount(day: 0, text: "7"), .usualWeek(false))
        #expect(week.isChanged)
        #expect(await week.told(.opened) == filled)
        #expect(await week.told(.discard) == before && !week.isChanged)
        await week.told(.amount(day: 0, text: "7"), .amount(day: 0, text: before.days[0].amount))
        #expect(!week.isChanged)
        await week.told(.amount(day: 0, text: "7"), .save)
        #expect(week.state.problem == nil && !week.isChanged)
        #expect(await week.told(.opened).days[0].amount == "7")
    }

    @Test func aPeriodThatIsBeingFilledInIsThereAgainOnComingBack() async throws {
        let phones = try await Phones().open()
        try await phones.at("2026-03-23T10:00:00+01:00")
        let period = FillInPresenter(phones.session)
        let open = await period.told(.opened(substance: "cannabis"))
        let day = try #require(open.days.first).day
        let picked = await period.told(.answer(day: day, used: true))
        #expect(period.isChanged)
        #expect(await period.told(.substance("cocaine")) != picked && period.isChanged)
        #expect(await period.told(.opened(substance: "cannabis")) == picked)
        #expect(await period.told(.discard) == open && !period.isChanged)
        await period.told(.answer(day: day, used: true), .save)
        #expect(period.state.problem == nil && !period.isChanged)
    }
}
