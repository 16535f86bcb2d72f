import Koers

extension PlanAskState {
    /// The question of the core about a plan.
    init(_ ask: PlanAsk) {
        text = ask.text
        answers = ask.answers.map { HelpedChoice(answer: Helped($0.answer), label: $0.label) }
    }
}

extension DidItHelp {
    init(_ answer: Helped) {
        switch answer {
        case .yes: self = .yes
        case .partly: self = .partly
        case .no: self = .no
        case .notUsed: self = .notUsed
        }
    }
}

extension Helped {
    fileprivate init(_ answer: DidItHelp) {
        switch answer {
        case .yes: self = .yes
        case .partly: self = .partly
        case .no: self = .no
        case .notUsed: self = .notUsed
        }
    }
}
