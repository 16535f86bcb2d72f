import Koers

/// The goal and how the running week stands; and choosing or changing it, with the first step.
public final class GoalPresenter: VaultPresenter<GoalState, GoalEvent> {
    private var substance: Code?

    public init(_ session: Session) { super.init(GoalState(), session, madeOf: [.goal]) }

    override func handle(_ event: GoalEvent) async {
        await safely {
            switch event {
            case .opened: try await ask()
            case .substance(let id):
                substance = id
                show { $0.form = nil }
                try await ask()
            case .change: try await change()
            case .save: try await save()
            case .cancel:
                show {
                    $0.form = nil
                    $0.problem = nil
                }
            case .undo:
                let told = try await session.ask { try await $0.undo().told(canUndo: false) }
                try await ask()
                show { $0.told = told }
            case .dismissed:
                show {
                    $0.told = nil
                    $0.problem = nil
                }
            default:
                show {
                    $0.form?.take(event)
                    $0.problem = nil
                }
            }
        }
    }

    override func ask() async throws {
        let substance = substance
        let (view, followed) = try await session.ask {
            (try await $0.goal(substance), try await $0.substances())
        }
        show {
            $0.loading = false
            $0.substances = followed.choices(chosen: view.substance)
            $0.lines = view.lines
            $0.weekTitle = view.week?.title
            $0.weekLines =
                view.week.map { [$0.overallText] + $0.sentences + [$0.coverage] } ?? []
        }
    }

    /// Opens the form with the goal that stands, or an empty one.
    private func change() async throws {
        let substance = substance
        let form = try await session.ask { GoalForm(try await $0.goalForm(substance)) }
        show {
            $0.form = form
            $0.told = nil
            $0.problem = nil
        }
    }

    private func save() async throws {
        guard let form = state.form else { return }
        guard let kind = form.kind else {
            throw KoersError.InvalidDraft(field: "kind", reason: .empty)
        }
        let substance = substance
        let told = try await session.ask {
            let view = try await $0.goalForm(substance)
            let draft = form.draft(kind, view)
            var commands = [Command.goal(draft)]
            if draft.pace == .stepByStep, let limit = form.step.orNil {
                let step = StepDraft(
                    substance: view.substance, weekStart: view.weekStart, perWeek: limit)
                commands.append(.step(step))
            }
            return try await $0.recordAll(commands).told()
        }
        try await ask()
        show {
            $0.form = nil
            $0.told = told
            $0.problem = nil
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

extension GoalForm {
    fileprivate init(_ view: GoalFormView) {
        let draft = view.draft
        let unit = draft?.unit ?? view.unit
        kind = draft.flatMap { GoalChoice($0.kind) }
        stepByStep = draft?.pace == .stepByStep
        units = view.units.map { Choice(id: $0.code, label: $0.label, chosen: $0.code == unit) }
        perWeek = draft?.perWeek ?? ""
        perDay = draft?.perDay ?? ""
        weekdays = view.weekdays.map {
            let allowed = draft?.weekdays.contains($0.number) ?? false
            return Choice(id: String($0.number), label: $0.label, chosen: allowed)
        }
        stopDate = draft?.stopDate
        words = draft?.words ?? ""
    }

    fileprivate func draft(_ choice: GoalChoice, _ view: GoalFormView) -> GoalDraft {
        let reduce = choice == .reduce
        return GoalDraft(
            substance: view.substance, kind: GoalKind(choice),
            pace: reduce && stepByStep ? .stepByStep : .rightAway,
            unit: units.first { $0.chosen }?.id ?? view.unit,
            stopDate: choice == .stop ? stopDate : nil, perWeek: reduce ? perWeek.orNil : nil,
            perDay: reduce ? perDay.orNil : nil,
            weekdays: reduce ? weekdays.filter(\.chosen).compactMap { UInt32($0.id) } : [],
            weekStarts: view.draft?.weekStarts ?? 0, words: words)
    }

    /// Fills in what the person chose; what is no filling in changes nothing.
    fileprivate mutating func take(_ event: GoalEvent) {
        switch event {
        case .kind(let choice): kind = choice
        case .stepByStep(let yes): stepByStep = yes
        case .unit(let id): units.choose(id)
        case .perWeek(let text): perWeek = text
        case .perDay(let text): perDay = text
        case .weekday(let id):
            if let nth = weekdays.firstIndex(where: { $0.id == id }) {
                weekdays[nth].chosen.toggle()
            }
        case .stopDate(let day): stopDate = day
        case .words(let text): words = text
        case .step(let text): step = text
        case .opened, .substance, .change, .save, .cancel, .undo, .dismissed: break
        }
    }
}

extension GoalChoice {
    fileprivate init?(_ kind: GoalKind) {
        switch kind {
        case .stop: self = .stop
        case .reduce: self = .reduce
        case .safer: self = .safer
        case .unknown: return nil
        }
    }
}

extension GoalKind {
    fileprivate init(_ choice: GoalChoice) {
        switch choice {
        case .stop: self = .stop
        case .reduce: self = .reduce
        case .safer: self = .safer
        }
    }
}
