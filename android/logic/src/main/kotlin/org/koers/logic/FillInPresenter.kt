package org.koers.logic

import org.koers.Command
import org.koers.FillInDraft
import org.koers.FilledDayDraft
import org.koers.GapFormView
import org.koers.KoersClient
import org.koers.Screen
import java.time.LocalDate

/** A period to be filled in: which days there are, and what was picked for each. */
class FillInPresenter(session: Session) : VaultPresenter<FillInState, FillInEvent>(FillInState(), session) {
    private var substance: String? = null

    override val madeOf = setOf(Screen.TODAY, Screen.DIARY)

    override suspend fun handle(event: FillInEvent) = safely {
        when (event) {
            is FillInEvent.Opened -> open(event.substance)
            is FillInEvent.Substance -> open(event.id)
            is FillInEvent.Answer -> {
                val given = if (event.used) DayMark.Used else DayMark.NotUsed
                answer { if (it.day != event.day) it.answer else if (it.answer == given) DayMark.Unknown else given }
            }
            FillInEvent.RestNotUsed ->
                answer { if (it.answer == DayMark.Unknown) DayMark.NotUsed else it.answer }
            FillInEvent.Save -> save()
            FillInEvent.Undo -> tell { it.undo().told(canUndo = false) }
            FillInEvent.Dismissed -> show { it.copy(told = null, problem = null) }
        }
    }

    private suspend fun open(about: String?) {
        substance = about
        show { FillInState() }
        ask()
    }

    /** What was picked stays, for the days that are still open. */
    override suspend fun ask() {
        val (form, followed) = session.ask { it.gapForm(substance) to it.substances() }
        substance = form.substance
        show { before ->
            val picked = before.days.associate { it.day to it.answer }
            stateOf(form, picked).copy(
                substances = followed.map { Choice(it.code, it.label, it.code == form.substance) },
                problem = before.problem,
                told = before.told,
            )
        }
    }

    private fun answer(pick: (DayToFill) -> DayMark) = show { now ->
        now.copy(days = now.days.map { it.copy(answer = pick(it)) }, problem = null)
    }

    /** Days that were left open are left out. */
    private suspend fun save() {
        val about = substance ?: return
        val period = state.value.days.filter { it.answer != DayMark.Unknown }
            .map { FilledDayDraft(LocalDate.parse(it.day), it.answer == DayMark.Used) }
        tell { it.record(Command.FillIn(FillInDraft(it.newId(), about, period))).told() }
    }

    private suspend fun tell(deed: suspend (KoersClient) -> Told) {
        val told = session.ask(deed)
        ask()
        show { it.copy(told = told, problem = null) }
    }

    override fun troubled(problem: Problem) = show { it.copy(loading = false, problem = problem, told = null) }

    override fun forget() {
        substance = null
    }
}

private fun stateOf(form: GapFormView, picked: Map<String, DayMark>) = FillInState(
    loading = false,
    title = form.title,
    explain = form.explain,
    days = form.days.map { one ->
        val day = one.day.toString()
        DayToFill(day, one.label, picked[day] ?: DayMark.Unknown)
    },
    more = form.more,
    notUsed = form.notUsed,
    used = form.used,
    restNotUsed = form.restNotUsed,
    amount = form.amount,
    empty = form.empty.takeIf { form.days.isEmpty() },
)
