/// What was noted, by day, newest first.
public struct DiaryState: Equatable, Sendable {
    public var loading = true
    public var days: [DiaryDay] = []
    /// There are older ones to be asked for.
    public var more = false
    /// An entry that is about to be deleted is asked about by its words.
    public var asking: DiaryItem?
    public var problem: Problem?
    public var told: Told?
}

public struct DiaryDay: Equatable, Sendable, Identifiable {
    /// ISO 8601.
    public var day: String
    /// The day in words.
    public var dayText: String
    public var entries: [DiaryItem]

    public var id: String { day }
}

public struct DiaryItem: Equatable, Sendable, Identifiable {
    public var id: String
    public var kind: DiaryKind
    /// The time in words; empty where only the day is known.
    public var timeText: String
    public var craving: Int?
    public var used: Bool
    public var recalled: Bool
    public var lines: [String]
    /// It can be changed (`LogEvent.edit`); a closing and a note are only deleted.
    public var canEdit: Bool
}

public enum DiaryKind: Equatable, Sendable { case episode, closing, note }

public enum DiaryEvent: Equatable, Sendable, Decodable {
    case opened
    case more
    case delete(id: String)
    case deleteYes
    case deleteNo
    case undo
    case dismissed
}
