import Koers

/// Behind a screen that shows what is in the vault. It asks again when something changed, and drops
/// what it showed when the vault is locked.
@MainActor
public class VaultPresenter<State: Equatable & Sendable, Event: Sendable>:
    Presenter<State, Event>
{
    let session: Session
    private let first: State
    /// What this screen is made of.
    private let madeOf: Set<Screen>

    init(_ first: State, _ session: Session, madeOf: Set<Screen>) {
        self.first = first
        self.session = session
        self.madeOf = madeOf
        super.init(first)
    }

    /// Asks anew for what is shown; what is being filled in stays.
    func ask() async throws {}

    /// Shows why something did not work.
    func troubled(_ problem: Problem) {}

    /// Forgets what is kept besides the state.
    func forget() {}

    /// Follows the vault until the task is cancelled.
    public func watch() async {
        var following: Task<Void, Never>?
        defer { following?.cancel() }
        for await open in session.opens {
            following?.cancel()
            following = nil
            if let open {
                let changes = open.changes
                following = Task { await self.follow(changes) }
            } else {
                await inTurn {
                    self.forget()
                    self.show { $0 = self.first }
                }
            }
        }
    }

    private func follow(_ changes: AsyncStream<Set<Screen>>) async {
        for await changed in changes where !madeOf.isDisjoint(with: changed) {
            await inTurn { await self.safely { try await self.ask() } }
        }
    }

    /// Does it; what is refused is shown. A vault that is locked meanwhile is the door's affair.
    func safely(_ deed: @MainActor () async throws -> Void) async {
        do {
            try await deed()
        } catch KoersError.Locked {
            return
        } catch {
            troubled(session.said(error))
        }
    }
}
