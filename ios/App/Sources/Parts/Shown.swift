import KoersKit
import SwiftUI

/// Lets SwiftUI follow a presenter, and tell it what the person does.
@MainActor final class Shown<State: Equatable & Sendable, Event: Sendable>: ObservableObject {
    @Published private(set) var state: State
    private let presenter: Presenter<State, Event>
    private var following: Task<Void, Never>?

    init(_ presenter: Presenter<State, Event>) {
        self.presenter = presenter
        state = presenter.state
        let states = presenter.states
        following = Task { [weak self] in
            for await state in states { self?.state = state }
        }
    }

    deinit { following?.cancel() }

    /// Something is filled in and not saved yet.
    var isChanged: Bool { presenter.isChanged }

    /// Tells what the person did; events are handled one after another.
    func send(_ event: Event) {
        Task { await presenter.on(event) }
    }

    /// Tells it, and waits until it was handled.
    func tell(_ event: Event) async {
        await presenter.on(event)
        state = presenter.state
    }

    /// What a switch shows and tells.
    func binding<Value>(
        _ value: @escaping (State) -> Value, _ event: @escaping (Value) -> Event
    ) -> Binding<Value> {
        .of {
            value(self.state)
        } tell: {
            self.send(event($0))
        }
    }
}
