import Koers

/// The editor of one situation's prevention plan.
public final class PlanPresenter: VaultPresenter<PlanState, PlanEvent> {
    private var view: PlanView?
    private var sheet: PlanSheet?
    /// What is written and not saved yet, by situation: looking elsewhere loses none of it.
    private var unsaved: [SituationId: PlanSheet] = [:]

    public init(_ session: Session) { super.init(PlanState(), session, madeOf: [.situations]) }

    override public var isChanged: Bool { state.changed }

    override func handle(_ event: PlanEvent) async {
        await safely {
            switch event {
            case .opened(let situation): try await look(situation)
            case .save: try await save()
            case .answered(let answer, let note): try await answered(answer, note)
            case .undo:
                try await tell(try await session.ask { try await $0.undo().told(canUndo: false) })
            case .discard: try await discard()
            case .dismissed:
                show {
                    $0.told = nil
                    $0.problem = nil
                }
            default: change { $0.take(event) }
            }
        }
    }

    /// As it is being written, or else as it was saved.
    private func look(_ situation: SituationId) async throws {
        let (view, draft) = try await session.ask {
            (try await $0.plan(situation), try await $0.planDraft(situation))
        }
        let written = unsaved[situation]
        let sheet = written ?? PlanSheet(draft)
        self.view = view
        self.sheet = sheet
        show {
            let told = $0.told
            $0 = PlanState(view, sheet)
            $0.changed = written != nil
            $0.told = told
        }
    }

    /// What is being written stays; without it the plan is looked at anew.
    override func ask() async throws {
        guard let view, !state.changed else { return }
        try await look(view.situation)
    }

    private func change(_ change: (inout PlanSheet) -> Void) {
        guard let view, var now = sheet else { return }
        change(&now)
        sheet = now
        unsaved[now.situation] = now
        show {
            $0 = PlanState(view, now)
            $0.changed = true
        }
    }

    private func save() async throws {
        guard let draft = sheet?.draft else { return }
        let told = try await session.ask { try await $0.record(.plan(draft)).told() }
        unsaved[draft.situation] = nil
        try await tell(told)
    }

    private func discard() async throws {
        guard let view else { return }
        unsaved[view.situation] = nil
        try await look(view.situation)
    }

    private func answered(_ answer: Helped, _ note: String) async throws {
        guard let situation = view?.situation, let about = view?.ask?.about else { return }
        try await tell(
            try await session.ask {
                let command = try await $0.planAnswer(
                    situation, about: about, answer: DidItHelp(answer), note: note)
                return try await $0.record(command).told()
            })
    }

    /// What is being written stays; the question goes on.
    private func tell(_ told: Told) async throws {
        guard let view else { return }
        try await look(view.situation)
        show { $0.told = told }
    }

    override func troubled(_ problem: Problem) { show { $0.problem = problem } }

    override func forget() {
        view = nil
        sheet = nil
        unsaved = [:]
    }
}

extension PlanState {
    fileprivate init(_ view: PlanView, _ sheet: PlanSheet) {
        title = view.title
        none = view.none
        helped = view.helped
        ask = view.ask.map(PlanAskState.init)
        fields = view.fields.map { PlanFieldState($0, sheet) }
        avoidable = sheet.avoidable
        confidence = sheet.confidence
    }
}

extension PlanFieldState {
    fileprivate init(_ field: PlanField, _ sheet: PlanSheet) {
        let kind = PlanFieldKind(field: field.field)
        let isWritten = kind == .lines || kind == .text
        let lines = isWritten ? sheet.lines[field.field] ?? [] : field.lines
        self.init(
            field: field.field, title: field.title, ask: field.ask, kind: kind, lines: lines,
            suggestions: field.offered(kind, beside: lines))
    }
}

extension PlanField {
    /// What was taken over is offered no more; nor is anything for a text that is there.
    fileprivate func offered(_ kind: PlanFieldKind, beside lines: [String]) -> [PlanSuggestion] {
        if kind == .text, lines.contains(where: { $0.orNil != nil }) { return [] }
        return suggestions.compactMap { part in
            let new = part.lines.filter { !lines.contains($0) }
            return new.isEmpty ? nil : PlanSuggestion(title: part.title, lines: new)
        }
    }
}

extension PlanFieldKind {
    fileprivate init(field: String) {
        switch field {
        case "avoidable": self = .choice
        case "confidence": self = .rating
        case "helping_thought", "way_out", "alternative": self = .text
        default: self = .lines
        }
    }
}

/// A plan while it is being written: lines by field, as the core names them.
private struct PlanSheet {
    let situation: SituationId
    var lines: [String: [String]]
    var avoidable: Answer?
    var confidence: Int?

    init(_ draft: PlanDraft) {
        func one(_ text: String) -> [String] { text.isEmpty ? [] : [text] }
        situation = draft.situation
        lines = [
            "early_signals": draft.earlySignals, "avoid": draft.avoid, "prepare": draft.prepare,
            "during": draft.during, "after": draft.after, "who": draft.who,
            "helping_thought": one(draft.helpingThought), "way_out": one(draft.wayOut),
            "alternative": one(draft.alternative),
        ]
        avoidable = draft.avoidable.flatMap { Answer($0) }
        confidence = draft.confidence.map(Int.init)
    }

    /// To be recorded, without lines that were left empty.
    var draft: PlanDraft {
        func all(_ field: String) -> [String] { (lines[field] ?? []).filter { $0.orNil != nil } }
        func one(_ field: String) -> String { lines[field]?.first ?? "" }
        return PlanDraft(
            situation: situation, earlySignals: all("early_signals"),
            avoidable: avoidable.map { YesPartlyNo($0) }, avoid: all("avoid"),
            prepare: all("prepare"), during: all("during"), after: all("after"),
            helpingThought: one("helping_thought"), who: all("who"), wayOut: one("way_out"),
            alternative: one("alternative"), confidence: confidence.map(Int64.init))
    }

    /// Writes what the person did; what is no writing changes nothing.
    mutating func take(_ event: PlanEvent) {
        switch event {
        case .line(let field, let index, let text):
            let count = lines[field]?.count ?? 0
            if index == count { lines[field, default: []].append(text) }
            if index < count { lines[field]?[index] = text }
        case .addLine(let field, let text): lines[field, default: []].append(text)
        case .takeOver(let field, let text):
            lines[field] = (lines[field] ?? []).filter { $0.orNil != nil } + [text]
        case .removeLine(let field, let index):
            if lines[field]?.indices.contains(index) == true { lines[field]?.remove(at: index) }
        case .move(let field, let index, let up):
            let to = up ? index - 1 : index + 1
            guard let there = lines[field]?.indices, there.contains(index), there.contains(to)
            else {
                return
            }
            lines[field]?.swapAt(index, to)
        case .avoidable(let answer): avoidable = answer
        case .confidence(let value): confidence = value
        case .opened, .save, .answered, .undo, .discard, .dismissed: break
        }
    }
}

extension Answer {
    fileprivate init?(_ answer: YesPartlyNo) {
        switch answer {
        case .yes: self = .yes
        case .partly: self = .partly
        case .no: self = .no
        case .unknown: return nil
        }
    }
}

extension YesPartlyNo {
    fileprivate init(_ answer: Answer) {
        switch answer {
        case .yes: self = .yes
        case .partly: self = .partly
        case .no: self = .no
        }
    }
}
