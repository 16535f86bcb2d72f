/// How each week went, in the core's sentences.
public struct InsightState: Equatable, Sendable {
    public var loading = true
    public var substances: [Choice] = []
    /// Days without since the stop date, and the longest run of them; empty without such a date.
    public var lines: [String] = []
    /// In the core's order: the running one first.
    public var weeks: [InsightWeek] = []
    public var problem: Problem?
}

public struct InsightWeek: Equatable, Sendable {
    public var title: String
    /// The verdict in words.
    public var verdict: String
    public var sentences: [String]
    /// How many days were filled in.
    public var coverage: String
}

public enum InsightEvent: Equatable, Sendable, Decodable {
    case opened
    case substance(String)
}
