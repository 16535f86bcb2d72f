/// Whether what is on the screen is covered: from leaving the front on, until coming back was handled,
/// so that nothing shows for a moment which the lock then takes away.
@MainActor public final class Cover {
    private let show: @MainActor (Bool) -> Void
    private var leavings = 0

    public init(_ show: @escaping @MainActor (_ covered: Bool) -> Void) { self.show = show }

    /// The app is not in front any more.
    public func left() {
        leavings += 1
        show(true)
    }

    /// It is in front again: uncovers once that was handled, unless it left again meanwhile.
    public func cameBack(_ handle: @MainActor () async -> Void) async {
        let before = leavings
        await handle()
        if leavings == before { show(false) }
    }
}
