/// The goal: its kind, pace, limits, and how the running week stands.
public struct GoalState: Equatable, Sendable {
    public var loading = true
    public var substances: [Choice] = []
    /// The goal and the week in the core's sentences; empty before a goal was chosen.
    public var lines: [String] = []
    public var weekTitle: String?
    public var weekLines: [String] = []
    /// Filled in while the goal is being chosen or changed; nil while it is looked at.
    public var form: GoalForm?
    public var problem: Problem?
    public var told: Told?
}

public struct GoalForm: Equatable, Sendable {
    public var kind: GoalChoice?
    public var stepByStep = false
    public var units: [Choice] = []
    public var perWeek = ""
    public var perDay = ""
    /// The days on which use is allowed; in the core's order.
    public var weekdays: [Choice] = []
    /// ISO 8601; nil for "not yet".
    public var stopDate: String?
    public var words = ""
    /// The limit of the first week, where it goes step by step.
    public var step = ""
}

public enum GoalChoice: String, Equatable, Sendable, Codable, CaseIterable {
    case stop, reduce, safer
}

public enum GoalEvent: Equatable, Sendable, Decodable {
    case opened
    case substance(String)
    case change
    case kind(GoalChoice)
    case stepByStep(Bool)
    case unit(String)
    case perWeek(String)
    case perDay(String)
    case weekday(String)
    case stopDate(day: String?)
    case words(String)
    case step(String)
    case save
    case cancel
    case undo
    case dismissed
}
