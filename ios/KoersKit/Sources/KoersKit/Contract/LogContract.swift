/// The ten-second log. What is half filled in is kept, sealed, for a day.
public struct LogState: Equatable, Sendable {
    public var title = ""
    public var substances: [Choice] = []
    /// 0 to 10; nil before anything was tapped.
    public var craving: Int?
    public var dontKnow = false
    /// The words at the ends of the scale.
    public var least = ""
    public var most = ""
    /// The situations likely at this hour; all of them once asked for.
    public var situations: [Choice] = []
    public var allSituations = false
    public var used: Bool?
    public var amount = ""
    public var units: [Choice] = []
    /// The words for alcohol as a chip of its own; nil where that is what the entry is about.
    public var alcoholLabel: String?
    /// Alcohol was there too.
    public var alcohol = false
    public var more: More?
    /// An entry that stands in the diary is being changed.
    public var editing = false
    /// What is filled in was left half done earlier, and is offered again.
    public var restored = false
    public var canSave = false
    public var busy = false
    public var problem: Problem?
    /// After saving: what was noted, and what it gives back.
    public var receipt: LogReceipt?
}

/// What "more" opens.
public struct More: Equatable, Sendable {
    public var thoughts: [Choice] = []
    public var feelings: [Choice] = []
    public var body: [Choice] = []
    public var place: [Choice] = []
    public var company: [Choice] = []
    public var activity: [Choice] = []
    public var note = ""
    /// A local day, or day and time (`2026-03-05T21:30`), ISO 8601; nil for now.
    public var at: String?
    /// The last day that can be chosen, ISO 8601.
    public var until = ""
}

public struct LogReceipt: Equatable, Sendable {
    public var lines: [String]
    public var question: String?
    /// After a strong craving without use: the plan for this situation.
    public var plan: Way?
    /// Staying with it for some minutes, where it is offered.
    public var stay: Stay?
    /// Whom to call.
    public var call: [String] = []
    public var canUndo = true
    /// Once, after the first entry: the moment to ask whether the phone may remind, with the reason.
    public var askReminders = false
}

/// Staying with a craving until it passes: for so many minutes, in these steps.
public struct Stay: Equatable, Sendable {
    public var title: String
    public var minutes: Int
    public var steps: [String]
}

/// The lists that an entry can pick from.
public enum MoreList: String, Codable, Equatable, Sendable, CaseIterable {
    case thoughts, feelings, body, place, company, activity
}

public enum LogEvent: Equatable, Sendable, Decodable {
    /// A new entry: for now, or for that local day (ISO 8601).
    case opened(day: String? = nil)
    case edit(id: String)
    case substance(String)
    case craving(Int)
    case dontKnow
    case situation(String)
    case allSituations
    case used(Bool)
    case amount(String)
    case step(up: Bool)
    case unit(String)
    case alcohol
    /// Opens the lists and the note.
    case more
    case pick(list: MoreList, id: String)
    case ownWords(list: MoreList, text: String)
    case note(String)
    /// Another time, as `More.at` writes it.
    case at(moment: String?)
    case save
    case undo
    /// What is half filled in is thrown away.
    case discard
}
