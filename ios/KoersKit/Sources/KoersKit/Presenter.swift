/// Behind one screen: asks the core, turns one of its view records into one state, and handles what
/// the person does. Knows no SwiftUI; no rule, order, date or sentence is made here.
///
/// Lives on the main actor, where its screen reads it; the core is an actor of its own and never
/// keeps the screen waiting.
@MainActor public class Presenter<State: Equatable & Sendable, Event: Sendable> {
    /// What the screen shows.
    public private(set) var state: State

    private var readers: [Int: AsyncStream<State>.Continuation] = [:]
    private var readersSoFar = 0
    private let turns = Turns()

    init(_ first: State) { state = first }

    deinit { for reader in readers.values { reader.finish() } }

    /// The state that stands and each one after it, for one reader. One that is slow gets the newest.
    public var states: AsyncStream<State> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            readersSoFar += 1
            let number = readersSoFar
            readers[number] = continuation
            continuation.yield(state)
            continuation.onTermination = { [weak self] _ in
                Task { @MainActor in self?.readers[number] = nil }
            }
        }
    }

    /// Something is filled in and not saved yet: leaving asks first.
    public var isChanged: Bool { false }

    /// Handles one event to its end. Events that come meanwhile wait for their turn.
    public func on(_ event: Event) async {
        await inTurn { await self.handle(event) }
    }

    /// Does something between two events.
    func inTurn(_ deed: @escaping @MainActor () async -> Void) async { await turns.take(deed) }

    /// What this event does.
    func handle(_ event: Event) async {}

    /// Shows the next state, made of the one that stands.
    func show(_ next: (inout State) -> Void) {
        let before = state
        next(&state)
        if state == before { return }
        for reader in readers.values { reader.yield(state) }
    }
}

/// Lets one piece of work after another have its turn, in the order of asking, each to its end.
@MainActor final class Turns {
    private var last: Task<Void, Never>?

    func take<T: Sendable>(_ work: @escaping @MainActor () async -> T) async -> T {
        let before = last
        let mine = Task {
            await before?.value
            return await work()
        }
        last = Task { _ = await mine.value }
        return await mine.value
    }
}
