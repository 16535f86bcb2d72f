import Koers

/// How each week went.
public final class InsightPresenter: VaultPresenter<InsightState, InsightEvent> {
    private var substance: Code?

    public init(_ session: Session) { super.init(InsightState(), session, madeOf: [.goal]) }

    override func handle(_ event: InsightEvent) async {
        await safely {
            if case .substance(let id) = event { substance = id }
            try await ask()
        }
    }

    override func ask() async throws {
        let substance = substance
        let view = try await session.ask { try await $0.insight(substance) }
        show {
            $0 = InsightState(
                loading: false, substances: view.substances.choices(chosen: view.substance),
                lines: view.lines,
                weeks: view.weeks.map {
                    InsightWeek(
                        title: $0.title, verdict: $0.verdict, sentences: $0.sentences,
                        coverage: $0.coverage)
                })
        }
    }

    override func troubled(_ problem: Problem) {
        show {
            $0.loading = false
            $0.problem = problem
        }
    }

    override func forget() { substance = nil }
}
