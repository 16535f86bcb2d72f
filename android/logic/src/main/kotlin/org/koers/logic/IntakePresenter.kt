package org.koers.logic

import org.koers.IntakeStep
import org.koers.IntakeStepView
import org.koers.Screen

/** Which steps of the intake are done, and the way to those that the app has. */
class IntakePresenter(session: Session) : VaultPresenter<IntakeState, IntakeEvent>(IntakeState(), session) {
    override val madeOf = setOf(Screen.TODAY, Screen.GOAL, Screen.SETTINGS)

    override suspend fun handle(event: IntakeEvent) = safely {
        when (event) {
            IntakeEvent.Opened -> ask()
        }
    }

    override suspend fun ask() {
        val view = session.ask { it.intake() }
        show {
            IntakeState(
                loading = false,
                welcome = view.welcome,
                steps = view.steps.map(::itemOf),
                paused = view.paused,
                done = view.done,
            )
        }
    }

    override fun troubled(problem: Problem) = show { it.copy(loading = false, problem = problem) }
}

private fun itemOf(step: IntakeStepView) = IntakeItem(
    count = step.count,
    title = step.title,
    done = step.done,
    openFor = step.openFor.map { it.label },
    way = when (step.step) {
        IntakeStep.PAST_WEEK -> Way(Place.Baseline)
        IntakeStep.GOAL -> Way(Place.Goal)
        IntakeStep.PERSON, IntakeStep.BALANCE, IntakeStep.AGREEMENT -> null
    },
)
