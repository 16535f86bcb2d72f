// What the screens have in common. The names are those of `android/logic`, so that both phones can be
// told apart by nothing but their look; a state holds finished sentences of the core as text. An event
// can be decoded, for the scenarios that both phones play.

/// Something that can be picked: a code or id of the core, with its words.
public struct Choice: Equatable, Sendable, Identifiable {
    public var id: String
    public var label: String
    public var chosen = false
    /// The heading it stands under; nil where there are none.
    public var group: String?
}

/// A day of the week strip.
public struct StripDay: Equatable, Sendable, Identifiable {
    /// ISO 8601.
    public var day: String
    public var weekday: String
    public var mark: DayMark
    /// The mark in words, for VoiceOver.
    public var text: String

    public var id: String { day }
}

/// How a day stands; each has a shape of its own besides its colour.
public enum DayMark: Equatable, Sendable { case used, notUsed, unknown, toCome }

/// What came of a deed: what the core says about it, and whether it can be undone.
public struct Told: Equatable, Sendable {
    public var lines: [String]
    public var question: String?
    public var canUndo = false
}

/// Why something did not work: at which field, where it was one, and what the core says about it.
public struct Problem: Equatable, Sendable {
    public var text: String
    public var field: String?
}

/// Where a suggestion, a receipt or a notification leads.
public enum Place: Hashable, Sendable {
    case today, situations, programme, insight, log, diary, fillIn, plan, why, goal, baseline
    case help, keys, reminders, settings
}

/// A place, and what it is about there: a situation, an entry; nil where it needs nothing.
public struct Way: Hashable, Sendable {
    public var to: Place
    public var about: String?

    public init(_ to: Place, about: String? = nil) {
        self.to = to
        self.about = about
    }
}
