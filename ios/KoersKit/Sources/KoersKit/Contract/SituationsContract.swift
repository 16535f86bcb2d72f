/// The person's risk situations, in the core's order, with the reason for each place.
public struct SituationsState: Equatable, Sendable {
    public var loading = true
    public var title = ""
    public var how = ""
    public var substances: [Choice] = []
    public var places: [SituationItem] = []
    public var sections: [SituationSection] = []
    public var suggestions: [Suggestion] = []
    public var empty: String?
    /// One of them looked at more closely.
    public var why: SituationWhy?
    public var problem: Problem?
    public var told: Told?
}

public struct SituationItem: Equatable, Sendable, Identifiable {
    public var id: String
    public var place: Int
    public var label: String
    /// Strength and its likely range, 0 to 10, for the bar.
    public var score: Double
    public var low: Double
    public var high: Double
    public var confidence: String
    public var reason: String?
    public var pinned: Bool
    public var hasPlan: Bool
}

/// Seldom but strong, where use comes by itself, what comes together.
public struct SituationSection: Equatable, Sendable {
    public var heading: String
    public var lines: [String]
}

public struct SituationWhy: Equatable, Sendable {
    public var item: SituationItem
    public var reasons: [String]
    public var ownRating: Int?
    public var chance: String?
    /// How often the plan helped.
    public var helped: String?
    /// "Did it help?", about the plan.
    public var ask: PlanAskState?
}

public enum SituationsEvent: Equatable, Sendable, Decodable {
    case opened
    case substance(String)
    case why(id: String)
    case whyClosed
    /// The craving that the person expects there, 0 to 10; nil for no rating.
    case ownRating(id: String, value: Int?)
    /// "Did it help?", about the plan of the situation that is looked at.
    case answered(answer: Helped)
    case pin(id: String, on: Bool)
    case takeOff(id: String)
    /// A situation in own words.
    case add(words: String)
    case suggested(key: String)
    case notForMe(key: String)
    case undo
    case dismissed
}
