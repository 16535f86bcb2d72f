package org.koers.logic

import org.koers.Screen

/** How each week went. */
class InsightPresenter(session: Session) : VaultPresenter<InsightState, InsightEvent>(InsightState(), session) {
    private var substance: String? = null

    override val madeOf = setOf(Screen.GOAL)

    override suspend fun handle(event: InsightEvent) = safely {
        if (event is InsightEvent.Substance) substance = event.id
        ask()
    }

    override suspend fun ask() {
        val (view, followed) = session.ask { it.results(substance) to it.substances() }
        show {
            InsightState(
                loading = false,
                substances = followed.map { Choice(it.code, it.label, it.code == view.substance) },
                lines = view.lines,
                weeks = view.weeks.map { InsightWeek(it.title, it.overallText, it.sentences, it.coverage) },
            )
        }
    }

    override fun troubled(problem: Problem) = show { it.copy(loading = false, problem = problem) }

    override fun forget() {
        substance = null
    }
}
