/// The steps of the intake, done or still open; none has to be done at once.
public struct IntakeState: Equatable, Sendable {
    public var loading = true
    public var welcome: String?
    public var steps: [IntakeItem] = []
    /// What to say while something is left, and once nothing is.
    public var paused = ""
    public var done: String?
    public var problem: Problem?
}

public struct IntakeItem: Equatable, Sendable {
    /// "Step 2 of 5".
    public var count: String
    public var title: String
    public var done: Bool
    /// The substances for which it is open, in words.
    public var openFor: [String]
    /// Where it is filled in; nil where there is no screen for it yet.
    public var way: Way?
}

public enum IntakeEvent: Equatable, Sendable, Decodable {
    case opened
}
