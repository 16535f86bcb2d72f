/// What stands in a field while somebody types. A presenter answers a moment later; its echo of what
/// was typed changes nothing here, so that no letter is lost, and whatever else it says is taken over.
public struct Typing: Equatable, Sendable {
    public private(set) var text = ""
    private var heard = ""
    /// What was typed and not echoed yet, oldest first.
    private var onTheWay: [String] = []

    public init() {}

    /// Takes what was typed; false where it stands there already.
    public mutating func type(_ next: String) -> Bool {
        if next == text { return false }
        text = next
        onTheWay.append(next)
        return true
    }

    /// Takes what the presenter says.
    public mutating func hear(_ said: String) {
        if said == heard { return }
        heard = said
        if let echo = onTheWay.firstIndex(of: said) {
            onTheWay.removeFirst(echo + 1)
        } else {
            onTheWay = []
            text = said
        }
    }
}
