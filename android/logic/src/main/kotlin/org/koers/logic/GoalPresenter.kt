package org.koers.logic

import org.koers.Command
import org.koers.GoalDraft
import org.koers.GoalFormView
import org.koers.GoalKind
import org.koers.KoersException
import org.koers.Pace
import org.koers.Reason
import org.koers.Screen
import org.koers.StepDraft
import java.time.LocalDate

/** The goal and how the running week stands; and choosing or changing it, with the first step. */
class GoalPresenter(session: Session) : VaultPresenter<GoalState, GoalEvent>(GoalState(), session) {
    private var substance: String? = null

    override val madeOf = setOf(Screen.GOAL)

    override suspend fun handle(event: GoalEvent) = safely {
        when (event) {
            GoalEvent.Opened -> ask()
            is GoalEvent.Substance -> {
                substance = event.id
                show { it.copy(form = null) }
                ask()
            }
            GoalEvent.Change -> change()
            is GoalEvent.Kind -> fill { it.copy(kind = event.kind) }
            is GoalEvent.StepByStep -> fill { it.copy(stepByStep = event.yes) }
            is GoalEvent.Unit -> fill { it.copy(units = it.units.map { one -> one.copy(chosen = one.id == event.id) }) }
            is GoalEvent.PerWeek -> fill { it.copy(perWeek = event.text) }
            is GoalEvent.PerDay -> fill { it.copy(perDay = event.text) }
            is GoalEvent.Weekday -> fill {
                it.copy(weekdays = it.weekdays.map { one -> if (one.id == event.id) one.copy(chosen = !one.chosen) else one })
            }
            is GoalEvent.StopDate -> fill { it.copy(stopDate = event.day) }
            is GoalEvent.Words -> fill { it.copy(words = event.text) }
            is GoalEvent.Step -> fill { it.copy(step = event.text) }
            GoalEvent.Save -> save()
            GoalEvent.Cancel -> show { it.copy(form = null, problem = null) }
            GoalEvent.Undo -> {
                val told = session.ask { it.undo().told(canUndo = false) }
                ask()
                show { it.copy(told = told) }
            }
            GoalEvent.Dismissed -> show { it.copy(told = null, problem = null) }
        }
    }

    override suspend fun ask() {
        val (view, followed) = session.ask { it.goal(substance) to it.substances() }
        show {
            it.copy(
                loading = false,
                substances = followed.map { one -> Choice(one.code, one.label, one.code == view.substance) },
                lines = view.lines,
                weekTitle = view.week?.title,
                weekLines = view.week?.let { week -> listOf(week.overallText) + week.sentences + week.coverage }.orEmpty(),
            )
        }
    }

    /** Opens the form with the goal that stands, or an empty one. */
    private suspend fun change() {
        val form = session.ask { formOf(it.goalForm(substance)) }
        show { it.copy(form = form, told = null, problem = null) }
    }

    private fun fill(next: (GoalForm) -> GoalForm) = show { it.copy(form = it.form?.let(next), problem = null) }

    private suspend fun save() {
        val form = state.value.form ?: return
        val kind = form.kind
        if (kind == null) {
            val empty = KoersException.InvalidDraft("kind", Reason.Empty)
            return troubled(session.problem(empty))
        }
        val told = session.ask { koers ->
            val view = koers.goalForm(substance)
            val draft = draftOf(form, kindOf(kind), view)
            val step = form.step.takeIf { draft.pace == Pace.StepByStep && it.isNotBlank() }
                ?.let { Command.Step(StepDraft(view.substance, view.weekStart, it)) }
            koers.recordAll(listOfNotNull(Command.Goal(draft), step)).told()
        }
        ask()
        show { it.copy(form = null, told = told, problem = null) }
    }

    override fun troubled(problem: Problem) = show { it.copy(loading = false, problem = problem) }

    override fun forget() {
        substance = null
    }
}

private fun formOf(view: GoalFormView): GoalForm {
    val draft = view.draft
    return GoalForm(
        kind = draft?.let { choiceOf(it.kind) },
        stepByStep = draft?.pace == Pace.StepByStep,
        units = view.units.map { Choice(it.code, it.label, it.code == (draft?.unit ?: view.unit)) },
        perWeek = draft?.perWeek.orEmpty(),
        perDay = draft?.perDay.orEmpty(),
        weekdays = view.weekdays.map {
            Choice(it.number.toString(), it.label, draft?.weekdays.orEmpty().contains(it.number))
        },
        stopDate = draft?.stopDate?.toString(),
        words = draft?.words.orEmpty(),
    )
}

private fun draftOf(form: GoalForm, kind: GoalKind, view: GoalFormView): GoalDraft {
    val reduce = kind == GoalKind.Reduce
    return GoalDraft(
        substance = view.substance,
        kind = kind,
        pace = if (reduce && form.stepByStep) Pace.StepByStep else Pace.RightAway,
        unit = form.units.firstOrNull { it.chosen }?.id ?: view.unit,
        stopDate = form.stopDate?.let(LocalDate::parse).takeIf { kind == GoalKind.Stop },
        perWeek = form.perWeek.ifBlank { null }.takeIf { reduce },
        perDay = form.perDay.ifBlank { null }.takeIf { reduce },
        weekdays = if (reduce) form.weekdays.filter { it.chosen }.map { it.id.toUInt() } else emptyList(),
        weekStarts = view.draft?.weekStarts ?: 0u,
        words = form.words,
    )
}

private fun choiceOf(kind: GoalKind): GoalChoice? = when (kind) {
    GoalKind.Stop -> GoalChoice.Stop
    GoalKind.Reduce -> GoalChoice.Reduce
    GoalKind.Safer -> GoalChoice.Safer
    is GoalKind.Unknown -> null
}

private fun kindOf(kind: GoalChoice): GoalKind = when (kind) {
    GoalChoice.Stop -> GoalKind.Stop
    GoalChoice.Reduce -> GoalKind.Reduce
    GoalChoice.Safer -> GoalKind.Safer
}
