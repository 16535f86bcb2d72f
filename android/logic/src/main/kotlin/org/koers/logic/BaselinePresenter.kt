package org.koers.logic

import org.koers.BaselineDraft
import org.koers.BaselineFormView
import org.koers.Command
import org.koers.Screen
import org.koers.WithoutVault

/** Use in the seven days before the start. */
class BaselinePresenter(session: Session) :
    VaultPresenter<BaselineState, BaselineEvent>(BaselineState(), session) {
    private var form: BaselineFormView? = null
    private var substance: String? = null

    override val madeOf = setOf(Screen.GOAL, Screen.SETTINGS)

    override suspend fun handle(event: BaselineEvent) = safely {
        when (event) {
            BaselineEvent.Opened -> open()
            is BaselineEvent.Substance -> {
                substance = event.id
                open()
            }
            is BaselineEvent.Unit ->
                show { it.copy(units = it.units.map { one -> one.copy(chosen = one.id == event.id) }) }
            is BaselineEvent.Amount -> fill(event.day) { event.text }
            is BaselineEvent.Step -> step(event.day, event.up)
            is BaselineEvent.EveryDay -> show { it.copy(days = it.days.map { day -> day.copy(amount = event.text) }) }
            is BaselineEvent.UsualWeek -> show { it.copy(usualWeek = event.yes) }
            is BaselineEvent.UsualAmount -> show { it.copy(usualAmount = event.text) }
            BaselineEvent.Save -> save()
            BaselineEvent.Undo -> {
                val told = session.ask { it.undo().told(canUndo = false) }
                open()
                show { it.copy(told = told) }
            }
            BaselineEvent.Dismissed -> show { it.copy(told = null, problem = null) }
        }
    }

    /** Begins with what was filled in before, if anything. */
    private suspend fun open() {
        val form = session.ask { it.baselineForm(substance) }
        val draft = form.draft
        this.form = form
        show {
            BaselineState(
                title = form.title,
                units = form.units.map { Choice(it.code, it.label, it.code == (draft?.unit ?: form.units.first().code)) },
                days = form.days.mapIndexed { nth, day ->
                    BaselineDay(day.day.toString(), day.label, draft?.days?.getOrNull(nth).orEmpty())
                },
                usualWeek = draft?.usualWeek,
                usualAmount = draft?.usualAmount.orEmpty(),
            )
        }
        ask()
    }

    /** What is being filled in stays; only the substances are asked for anew. */
    override suspend fun ask() {
        val followed = session.ask { it.substances() }
        show { it.copy(substances = followed.map { one -> Choice(one.code, one.label, one.code == form?.substance) }) }
    }

    private fun fill(nth: Int, amount: (String) -> String) = show {
        it.copy(
            days = it.days.mapIndexed { at, day -> if (at == nth) day.copy(amount = amount(day.amount)) else day },
            problem = null,
        )
    }

    private suspend fun step(nth: Int, up: Boolean) {
        val form = form ?: return
        val amount = state.value.days.getOrNull(nth)?.amount ?: return
        val next = WithoutVault.stepped(session.lang, form.substance, unit(form), amount, up)
        fill(nth) { next }
    }

    private fun unit(form: BaselineFormView) =
        state.value.units.firstOrNull { it.chosen }?.id ?: form.units.first().code

    private suspend fun save() {
        val form = form ?: return
        val now = state.value
        val blank = form.draft ?: BaselineDraft(form.substance, unit(form))
        val draft = blank.copy(
            unit = unit(form),
            days = now.days.map { day -> day.amount.ifBlank { null } },
            usualWeek = now.usualWeek,
            usualAmount = now.usualAmount.ifBlank { null }.takeIf { now.usualWeek == false },
        )
        val told = session.ask { it.record(Command.Baseline(draft)).told() }
        show { it.copy(told = told, problem = null) }
    }

    override fun troubled(problem: Problem) = show { it.copy(problem = problem, told = null) }

    override fun forget() {
        form = null
        substance = null
    }
}
