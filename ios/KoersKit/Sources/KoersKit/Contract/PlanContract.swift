/// The prevention plan for one situation, field by field.
public struct PlanState: Equatable, Sendable {
    public var title = ""
    /// What to say while there is no plan.
    public var none: String?
    /// How often it helped.
    public var helped: String?
    /// "Did it help?"
    public var ask: PlanAskState?
    public var fields: [PlanFieldState] = []
    /// Whether it can be avoided; nil before it was answered.
    public var avoidable: Answer?
    /// 0 to 10; nil before it was answered.
    public var confidence: Int?
    /// Something is not saved yet.
    public var changed = false
    public var problem: Problem?
    public var told: Told?
}

public enum Answer: String, Equatable, Sendable, Codable, CaseIterable { case yes, partly, no }

public struct PlanFieldState: Equatable, Sendable, Identifiable {
    public var field: String
    public var title: String
    public var ask: String
    public var kind: PlanFieldKind
    /// What is filled in; of an answer or a rating, its words.
    public var lines: [String]
    /// What can be taken over, and is not there yet.
    public var suggestions: [PlanSuggestion] = []

    public var id: String { field }
}

/// Lines that a field offers, under the heading that says where they come from.
public struct PlanSuggestion: Equatable, Sendable {
    public var title: String
    public var lines: [String]
}

/// A question about a plan, with the answers that fit.
public struct PlanAskState: Equatable, Sendable {
    public var text: String
    public var answers: [HelpedChoice]
}

public struct HelpedChoice: Equatable, Sendable {
    public var answer: Helped
    public var label: String
}

/// An answer to "did it help?".
public enum Helped: String, Equatable, Sendable, Codable, CaseIterable {
    case yes, partly, no, notUsed
}

public enum PlanFieldKind: Equatable, Sendable { case lines, text, choice, rating }

public enum PlanEvent: Equatable, Sendable, Decodable {
    case opened(situation: String)
    case line(field: String, index: Int, text: String)
    case addLine(field: String, text: String)
    /// Takes over what was offered: a new line, or the text of a field that holds one.
    case takeOver(field: String, text: String)
    case removeLine(field: String, index: Int)
    /// Up and down buttons instead of dragging.
    case move(field: String, index: Int, up: Bool)
    case avoidable(Answer)
    case confidence(Int)
    case save
    /// "Did it help?"
    case answered(answer: Helped, note: String = "")
    case undo
    /// What is written and not saved yet is thrown away.
    case discard
    case dismissed
}
