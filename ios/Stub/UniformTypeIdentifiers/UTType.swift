/// What kind of file something is.
public struct UTType: Hashable, Sendable {
    public static let data = UTType()
    public static let folder = UTType()
}
