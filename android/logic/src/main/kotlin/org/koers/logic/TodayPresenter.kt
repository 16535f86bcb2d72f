package org.koers.logic

import org.koers.AgendaItem
import org.koers.ClosingAnswer
import org.koers.ClosingDraft
import org.koers.Command
import org.koers.DayView
import org.koers.LeadsTo
import org.koers.NotForMeDraft
import org.koers.OpenDayView
import org.koers.Screen
import org.koers.Source
import org.koers.TodayView
import java.time.LocalDate

/** Today: closing it and yesterday, what to do about older open days, and what is suggested. */
class TodayPresenter(session: Session) : VaultPresenter<TodayState, TodayEvent>(TodayState(), session) {
    private var substance: String? = null
    private var open: OpenDayView? = null
    private var gapsKey: String? = null

    override val madeOf = setOf(Screen.TODAY)

    override suspend fun handle(event: TodayEvent) = safely {
        when (event) {
            TodayEvent.Opened -> ask()
            is TodayEvent.Substance -> {
                substance = event.id
                ask()
            }
            TodayEvent.CloseToday -> close(emptyList(), null, ClosingAnswer.SoFar)
            is TodayEvent.Confirm ->
                close(listOfNotNull(about()), LocalDate.parse(event.day), ClosingAnswer.Stayed)
            TodayEvent.CloseOpenDay -> open?.let { close(listOfNotNull(about()), it.day, it.answer) } ?: Unit
            TodayEvent.GoOn -> gapsKey?.let { putAway(it) } ?: Unit
            is TodayEvent.NotForMe -> putAway(event.key)
            TodayEvent.Undo -> tell { it.undo().told(canUndo = false) }
            TodayEvent.Dismissed -> show { it.copy(told = null, problem = null) }
        }
    }

    /** The substance that the screen is about. */
    private fun about() = state.value.substances.firstOrNull { it.chosen }?.id

    private suspend fun close(substances: List<String>, day: LocalDate?, answer: ClosingAnswer) = tell {
        it.record(Command.Close(ClosingDraft(it.newId(), substances, day, answer, source = Source.App))).told()
    }

    private suspend fun putAway(key: String) = tell { it.record(Command.NotForMe(NotForMeDraft(key))).told() }

    private suspend fun tell(deed: suspend (org.koers.KoersClient) -> Told) {
        val told = session.ask(deed)
        ask()
        show { it.copy(told = told, problem = null) }
    }

    override suspend fun ask() {
        val (view, keys) = session.ask { it.today(substance) to it.keys() }
        open = view.openDay
        gapsKey = view.gaps?.key
        show { stateOf(view).copy(keysAsk = keys.ask, told = it.told, problem = it.problem) }
    }

    override fun troubled(problem: Problem) = show { it.copy(loading = false, problem = problem) }

    override fun forget() {
        substance = null
        open = null
        gapsKey = null
    }
}

private fun stateOf(view: TodayView) = TodayState(
    loading = false,
    day = view.day.toString(),
    title = view.title,
    substances = view.substances.map { Choice(it.code, it.label, it.code == view.substance) },
    strip = view.strip.map { StripDay(it.day.toString(), it.weekday, markOf(it), it.text) },
    stripText = view.stripText,
    without = view.without,
    safety = view.safety,
    confirm = view.confirm.map { DayToConfirm(it.day.toString(), it.text) },
    canClose = view.canClose,
    openDay = view.openDay?.let { OpenDay(it.day.toString(), it.text, it.close, it.log) },
    gaps = view.gaps?.let { Gaps(it.line, it.goOn, it.fillIn) },
    suggestions = view.agenda.map { Suggestion(it.key, it.text, it.reason, wayOf(it)) },
    empty = view.empty,
)

private fun markOf(day: DayView) = when (day.state) {
    "used" -> DayMark.Used
    "not_used" -> DayMark.NotUsed
    "to_come" -> DayMark.ToCome
    else -> DayMark.Unknown
}

private fun wayOf(item: AgendaItem): Way? = when (val to = item.leadsTo) {
    null -> null
    is LeadsTo.Log -> Way(Place.Log, to.day.toString())
    is LeadsTo.Plan -> Way(Place.Plan, to.situation)
    LeadsTo.Situations -> Way(Place.Situations)
    LeadsTo.Goal -> Way(Place.Goal)
    LeadsTo.Baseline -> Way(Place.Baseline)
}
