/// The prevention plan for one situation, field by field.
public struct PlanState: Equatable, Sendable {
    public var title = ""
    /// What to say while there is no plan; with one, "did it help?" can be answered.
    public var none: String?
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

    public var id: String { field }
}

public enum PlanFieldKind: Equatable, Sendable { case lines, text, choice, rating }

public enum PlanEvent: Equatable, Sendable, Decodable {
    case opened(situation: String)
    case line(field: String, index: Int, text: String)
    case addLine(field: String, text: String)
    case removeLine(field: String, index: Int)
    /// Up and down buttons instead of dragging.
    case move(field: String, index: Int, up: Bool)
    case avoidable(Answer)
    case confidence(Int)
    case save
    /// "Did it help?"
    case helped(answer: Answer, note: String)
    case undo
    case dismissed
}
