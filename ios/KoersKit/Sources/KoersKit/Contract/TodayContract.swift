/// Today: what happened, what is open, and at most three suggestions.
public struct TodayState: Equatable, Sendable {
    public var loading = true
    /// The day that it is, ISO 8601.
    public var day = ""
    public var title = ""
    public var substances: [Choice] = []
    public var strip: [StripDay] = []
    public var stripText = ""
    /// Days without since the stop date, in words.
    public var without: String?
    /// Calm lines about safety, first of all.
    public var safety: [String] = []
    /// Days to be confirmed.
    public var confirm: [DayToConfirm] = []
    /// Today can be closed in one tap.
    public var canClose = false
    /// Yesterday, where it is still open.
    public var openDay: OpenDay?
    /// Older open days, in one line with what can be done about them.
    public var gaps: Gaps?
    public var suggestions: [Suggestion] = []
    /// What to say when nothing waits.
    public var empty: String?
    /// Asked after the third entry: a passphrase, and a code on paper.
    public var keysAsk: String?
    public var problem: Problem?
    public var told: Told?
}

public struct DayToConfirm: Equatable, Sendable, Identifiable {
    /// ISO 8601.
    public var day: String
    public var question: String

    public var id: String { day }
}

/// Yesterday, to be closed in one tap or to be noted first.
public struct OpenDay: Equatable, Sendable {
    /// ISO 8601.
    public var day: String
    public var text: String
    /// The words for closing it.
    public var close: String
    /// The words for an entry on that day first.
    public var log: String
}

/// Days that are not filled in: how many, and the words for leaving them or filling them in.
public struct Gaps: Equatable, Sendable {
    public var line: String
    public var goOn: String
    public var fillIn: String
}

public struct Suggestion: Equatable, Sendable, Identifiable {
    public var key: String
    public var text: String
    public var reason: String?
    /// Where it leads; nil where it only says something.
    public var way: Way?

    public var id: String { key }
}

public enum TodayEvent: Equatable, Sendable, Decodable {
    case opened
    case substance(String)
    /// "Nothing so far": closes today for all that is followed, in one tap.
    case closeToday
    /// "It stayed that way": no use on that day. "Not so" leads to an entry for that day.
    case confirm(day: String)
    /// Closes yesterday, as the core asks about it.
    case closeOpenDay
    /// Puts the line about older open days away; the days stay unknown.
    case goOn
    case notForMe(key: String)
    case undo
    case dismissed
}
