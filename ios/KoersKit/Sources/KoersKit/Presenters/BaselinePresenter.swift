import Koers

/// Use in the seven days before the start.
public final class BaselinePresenter: VaultPresenter<BaselineState, BaselineEvent> {
    private var form: BaselineFormView?
    private var substance: Code?
    /// What the form held when it was opened or saved.
    private var saved = BaselineState()
    /// What is filled in and not saved yet, by substance: looking elsewhere loses none of it.
    private var unsaved: [Code: BaselineState] = [:]

    public init(_ session: Session) {
        super.init(BaselineState(), session, madeOf: [.goal, .settings])
    }

    override public var isChanged: Bool { !unsaved.isEmpty }

    override func handle(_ event: BaselineEvent) async {
        await safely {
            switch event {
            case .opened: try await open()
            case .substance(let id):
                substance = id
                try await open()
            case .unit(let id): fill { $0.units.choose(id) }
            case .amount(let day, let text): amount(day, text)
            case .step(let day, let up): try await step(day, up)
            case .everyDay(let text):
                fill { for day in $0.days.indices { $0.days[day].amount = text } }
            case .usualWeek(let yes): fill { $0.usualWeek = yes }
            case .usualAmount(let text): fill { $0.usualAmount = text }
            case .save: try await save()
            case .undo:
                let told = try await session.ask { try await $0.undo().told(canUndo: false) }
                try await open()
                show { $0.told = told }
            case .discard:
                unsaved = [:]
                try await open()
            case .dismissed:
                show {
                    $0.told = nil
                    $0.problem = nil
                }
            }
        }
    }

    /// Begins with what is half filled in, or was saved before, if anything.
    private func open() async throws {
        let substance = substance
        let form = try await session.ask { try await $0.baselineForm(substance) }
        self.form = form
        saved = BaselineState(form)
        show { $0 = unsaved[form.substance] ?? saved }
        try await ask()
    }

    /// What is being filled in stays; only the substances are asked for anew.
    override func ask() async throws {
        let followed = try await session.ask { try await $0.substances() }
        show { $0.substances = followed.choices(chosen: form?.substance ?? "") }
    }

    private func fill(_ fill: (inout BaselineState) -> Void) {
        show(fill)
        guard let form else { return }
        unsaved[form.substance] = state.filledIn == saved ? nil : state.filledIn
    }

    private func amount(_ day: Int, _ amount: String) {
        fill {
            if $0.days.indices.contains(day) { $0.days[day].amount = amount }
            $0.problem = nil
        }
    }

    private func step(_ day: Int, _ up: Bool) async throws {
        guard let form, state.days.indices.contains(day), let unit = unit(form) else { return }
        let next = try WithoutVault.stepped(
            lang: session.lang, substance: form.substance, unit: unit,
            amount: state.days[day].amount, up: up)
        amount(day, next)
    }

    private func unit(_ form: BaselineFormView) -> Code? {
        state.units.first { $0.chosen }?.id ?? form.units.first?.code
    }

    private func save() async throws {
        guard let form, let unit = unit(form) else { return }
        let draft = BaselineDraft(
            substance: form.draft?.substance ?? form.substance, unit: unit,
            days: state.days.map { $0.amount.orNil }, intakeDay: form.draft?.intakeDay,
            usualWeek: state.usualWeek,
            usualAmount: state.usualWeek == false ? state.usualAmount.orNil : nil)
        let told = try await session.ask { try await $0.record(.baseline(draft)).told() }
        saved = state.filledIn
        unsaved[form.substance] = nil
        show {
            $0.told = told
            $0.problem = nil
        }
    }

    override func troubled(_ problem: Problem) {
        show {
            $0.problem = problem
            $0.told = nil
        }
    }

    override func forget() {
        form = nil
        substance = nil
        saved = BaselineState()
        unsaved = [:]
    }
}

extension BaselineState {
    fileprivate init(_ form: BaselineFormView) {
        let draft = form.draft
        let unit = draft?.unit ?? form.units.first?.code
        title = form.title
        units = form.units.map { Choice(id: $0.code, label: $0.label, chosen: $0.code == unit) }
        days = form.days.enumerated().map { nth, day in
            let amount = draft.flatMap { $0.days.indices.contains(nth) ? $0.days[nth] : nil }
            return BaselineDay(day: day.day, label: day.label, amount: amount ?? "")
        }
        usualWeek = draft?.usualWeek
        usualAmount = draft?.usualAmount ?? ""
    }

    /// Without the substances to choose from, and without what is said about it.
    fileprivate var filledIn: BaselineState {
        var filled = self
        (filled.substances, filled.problem, filled.told) = ([], nil, nil)
        return filled
    }
}
