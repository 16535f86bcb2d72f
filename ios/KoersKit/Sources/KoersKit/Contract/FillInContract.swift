/// A period to be filled in: older days that are still open, all at once.
public struct FillInState: Equatable, Sendable {
    public var loading = true
    public var title = ""
    /// What it is for, and what happens to days that are left open.
    public var explain = ""
    public var substances: [Choice] = []
    /// In the core's order.
    public var days: [DayToFill] = []
    /// How many earlier days are open too.
    public var more: String?
    /// The words for the two answers.
    public var notUsed = ""
    public var used = ""
    /// The words for: no use on every day that is still open.
    public var restNotUsed = ""
    /// What can be said later of a day with use.
    public var amount = ""
    /// What to say where no day is open.
    public var empty: String?
    public var problem: Problem?
    public var told: Told?
}

public struct DayToFill: Equatable, Sendable, Identifiable {
    /// ISO 8601.
    public var day: String
    /// The day in words.
    public var label: String
    /// What was picked: used, not used, or unknown for a day that is left open.
    public var answer = DayMark.unknown

    public var id: String { day }
}

public enum FillInEvent: Equatable, Sendable, Decodable {
    case opened(substance: String? = nil)
    case substance(String)
    /// The same answer a second time leaves the day open again.
    case answer(day: String, used: Bool)
    /// No use on every day that has no answer yet.
    case restNotUsed
    case save
    case undo
    /// What was picked and is not saved yet is thrown away.
    case discard
    case dismissed
}
