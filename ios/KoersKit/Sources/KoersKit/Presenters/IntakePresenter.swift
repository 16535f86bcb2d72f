import Koers

/// Which steps of the intake are done, and the way to those that the app has.
public final class IntakePresenter: VaultPresenter<IntakeState, IntakeEvent> {
    public init(_ session: Session) {
        super.init(IntakeState(), session, madeOf: [.today, .goal, .settings])
    }

    override func handle(_ event: IntakeEvent) async {
        await safely {
            switch event {
            case .opened: try await ask()
            }
        }
    }

    override func ask() async throws {
        let view = try await session.ask { try await $0.intake() }
        show {
            $0 = IntakeState(
                loading: false, welcome: view.welcome, steps: view.steps.map(IntakeItem.init),
                paused: view.paused, done: view.done)
        }
    }

    override func troubled(_ problem: Problem) {
        show {
            $0.loading = false
            $0.problem = problem
        }
    }
}

extension IntakeItem {
    fileprivate init(_ step: IntakeStepView) {
        let way: Way? =
            switch step.step {
            case .pastWeek: Way(.baseline)
            case .goal: Way(.goal)
            case .person, .balance, .agreement: nil
            }
        self.init(
            count: step.count, title: step.title, done: step.done,
            openFor: step.openFor.map(\.label), way: way)
    }
}
