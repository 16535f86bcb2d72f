import Koers

/// The ranked situations, why each stands where it does, and what the person says about them.
public final class SituationsPresenter: VaultPresenter<SituationsState, SituationsEvent> {
    private var view: SituationsView?
    private var substance: Code?
    private var looking: SituationId?

    public init(_ session: Session) {
        super.init(SituationsState(), session, madeOf: [.situations])
    }

    override func handle(_ event: SituationsEvent) async {
        await safely {
            switch event {
            case .opened: try await ask()
            case .substance(let id):
                substance = id
                try await ask()
            case .why(let id): look(id)
            case .whyClosed: look(nil)
            case .ownRating(let id, let value):
                try await list(id) { $0.with(ownRating: value.map(Int64.init)) }
            case .answered(let answer): try await answered(answer)
            case .pin(let id, let on): try await list(id) { $0.with(pinned: on) }
            case .takeOff(let id): try await list(id) { $0.with(hidden: true) }
            case .add(let words): try await add(words)
            case .suggested(let key): try await add(key)
            case .notForMe(let key):
                try await tell { try await $0.record(.notForMe(NotForMeDraft(subject: key))) }
            case .undo:
                try await tell { try await $0.undo() }
                show { $0.told?.canUndo = false }
            case .dismissed:
                show {
                    $0.told = nil
                    $0.problem = nil
                }
            }
        }
    }

    private func look(_ id: SituationId?) {
        looking = id
        show { $0.why = view?.why(id) }
    }

    private func list(_ id: SituationId, _ change: @MainActor (ListDraft) -> ListDraft) async throws
    {
        let about = about
        try await tell {
            let draft = try await $0.listDraft(substance: about, situation: id)
            return try await $0.record(.list(change(draft)))
        }
    }

    private func answered(_ answer: Helped) async throws {
        let place = view?.places.first { $0.id == looking }
        guard let place, let about = place.planAsk?.about else { return }
        try await tell {
            let command = try await $0.planAnswer(
                place.id, about: about, answer: DidItHelp(answer))
            return try await $0.record(command)
        }
    }

    private func add(_ named: String) async throws {
        let about = about
        try await tell {
            try await $0.recordAll(try await $0.listing(substance: about, named: named))
        }
    }

    private var about: Code { view?.substance ?? "" }

    private func tell(_ deed: @MainActor (KoersClient) async throws -> Receipt) async throws {
        let told = try await session.ask(deed).told()
        try await ask()
        show {
            $0.told = told
            $0.problem = nil
        }
    }

    override func ask() async throws {
        let substance = substance
        let (now, followed) = try await session.ask {
            (try await $0.situations(substance), try await $0.substances())
        }
        view = now
        show {
            var next = SituationsState(now)
            next.substances = followed.choices(chosen: now.substance)
            next.why = now.why(looking)
            next.told = $0.told
            next.problem = $0.problem
            $0 = next
        }
    }

    override func troubled(_ problem: Problem) {
        show {
            $0.loading = false
            $0.problem = problem
        }
    }

    override func forget() {
        view = nil
        substance = nil
        looking = nil
    }
}

extension SituationsState {
    fileprivate init(_ view: SituationsView) {
        loading = false
        title = view.title
        how = view.how
        places = view.places.map(SituationItem.init)
        let all = [
            (view.headings.rareButStrong, view.rareButStrong.map(\.text)),
            (view.headings.automatic, view.automatic.map(\.text)),
            (view.headings.observations, view.observations),
        ]
        sections = all.filter { !$0.1.isEmpty }.map { SituationSection(heading: $0.0, lines: $0.1) }
        suggestions = view.suggestions.map { Suggestion(key: $0.key, text: $0.text) }
        empty = view.empty
    }
}

extension SituationItem {
    fileprivate init(_ place: PlaceView) {
        self.init(
            id: place.id, place: Int(place.place), label: place.label, score: place.score,
            low: place.low, high: place.high, confidence: place.confidenceText,
            reason: place.reasons.first, pinned: place.pinned, hasPlan: place.hasPlan)
    }
}

extension SituationsView {
    fileprivate func why(_ id: SituationId?) -> SituationWhy? {
        places.first { $0.id == id }.map { place in
            SituationWhy(
                item: SituationItem(place), reasons: place.reasons,
                ownRating: place.ownRating.map(Int.init), chance: place.chanceText,
                helped: place.planHelped, ask: place.planAsk.map(PlanAskState.init))
        }
    }
}
