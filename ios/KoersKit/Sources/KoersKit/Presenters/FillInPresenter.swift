import Koers

/// A period to be filled in: which days there are, and what was picked for each.
public final class FillInPresenter: VaultPresenter<FillInState, FillInEvent> {
    private var substance: Code?
    /// What was picked and is not saved yet, by substance: looking elsewhere loses none of it.
    private var picked: [Code: [DayToFill]] = [:]

    public init(_ session: Session) {
        super.init(FillInState(), session, madeOf: [.today, .diary])
    }

    override public var isChanged: Bool {
        picked.values.contains { $0.contains { $0.answer != .unknown } }
    }

    override func handle(_ event: FillInEvent) async {
        await safely {
            switch event {
            case .opened(let substance): try await open(substance)
            case .substance(let id): try await open(id)
            case .answer(let day, let used):
                let given: DayMark = used ? .used : .notUsed
                answer {
                    if $0.day == day { $0.answer = $0.answer == given ? .unknown : given }
                }
            case .restNotUsed: answer { if $0.answer == .unknown { $0.answer = .notUsed } }
            case .save: try await save()
            case .undo: try await tell { try await $0.undo().told(canUndo: false) }
            case .discard:
                picked = [:]
                try await open(substance)
            case .dismissed:
                show {
                    $0.told = nil
                    $0.problem = nil
                }
            }
        }
    }

    private func open(_ about: Code?) async throws {
        substance = about
        show { $0 = FillInState() }
        try await ask()
    }

    /// What was picked stays, for the days that are still open.
    override func ask() async throws {
        let substance = substance
        let (form, followed) = try await session.ask {
            (try await $0.gapForm(substance), try await $0.substances())
        }
        self.substance = form.substance
        let picked = picked[form.substance] ?? []
        show {
            var next = FillInState(form, picked: picked)
            next.substances = followed.choices(chosen: form.substance)
            next.problem = $0.problem
            next.told = $0.told
            $0 = next
        }
        self.picked[form.substance] = state.days
    }

    private func answer(_ pick: (inout DayToFill) -> Void) {
        show {
            for day in $0.days.indices { pick(&$0.days[day]) }
            $0.problem = nil
        }
        if let substance { picked[substance] = state.days }
    }

    /// Days that were left open are left out.
    private func save() async throws {
        guard let substance else { return }
        let period = state.days.filter { $0.answer != .unknown }
            .map { FilledDayDraft(day: $0.day, used: $0.answer == .used) }
        try await tell { koers in
            let draft = FillInDraft(
                id: try await koers.newId(), substance: substance, period: period)
            return try await koers.record(.fillIn(draft)).told()
        }
    }

    private func tell(_ deed: @MainActor (KoersClient) async throws -> Told) async throws {
        let told = try await session.ask(deed)
        try await ask()
        show {
            $0.told = told
            $0.problem = nil
        }
    }

    override func troubled(_ problem: Problem) {
        show {
            $0.loading = false
            $0.problem = problem
            $0.told = nil
        }
    }

    override func forget() {
        substance = nil
        picked = [:]
    }
}

extension FillInState {
    fileprivate init(_ form: GapFormView, picked: [DayToFill]) {
        loading = false
        title = form.title
        explain = form.explain
        days = form.days.map { one in
            let before = picked.first { $0.day == one.day }
            return DayToFill(day: one.day, label: one.label, answer: before?.answer ?? .unknown)
        }
        more = form.more
        notUsed = form.notUsed
        used = form.used
        restNotUsed = form.restNotUsed
        amount = form.amount
        empty = form.days.isEmpty ? form.empty : nil
    }
}
