/// Use in the seven days before the start.
public struct BaselineState: Equatable, Sendable {
    public var title = ""
    public var substances: [Choice] = []
    public var units: [Choice] = []
    /// Seven days, oldest first.
    public var days: [BaselineDay] = []
    public var usualWeek: Bool?
    /// What a usual week would hold, as typed, where this one was not usual.
    public var usualAmount = ""
    public var problem: Problem?
    public var told: Told?
}

public struct BaselineDay: Equatable, Sendable {
    /// ISO 8601.
    public var day: String
    /// The day in words.
    public var label: String
    /// As typed; empty for "don't know".
    public var amount: String
}

public enum BaselineEvent: Equatable, Sendable, Decodable {
    case opened
    case substance(String)
    case unit(String)
    case amount(day: Int, text: String)
    /// One step of the unit more or less; the core says how large a step is.
    case step(day: Int, up: Bool)
    /// "Every day about the same": fills the seven days.
    case everyDay(String)
    case usualWeek(Bool)
    case usualAmount(String)
    case save
    case undo
    /// What is filled in and not saved yet is thrown away.
    case discard
    case dismissed
}
