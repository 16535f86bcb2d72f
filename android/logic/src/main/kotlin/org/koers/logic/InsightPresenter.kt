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
        val view = session.ask { it.insight(substance) }
        show {
            InsightState(
                loading = false,
                substances = view.substances.map { Choice(it.code, it.label, it.code == view.substance) },
                lines = view.lines,
                weeks = view.weeks.map { InsightWeek(it.title, it.verdict, it.sentences, it.coverage) },
            )
        }
    }

    override fun troubled(problem: Problem) = show { it.copy(loading = false, problem = problem) }

    override fun forget() {
        substance = null
    }
}
