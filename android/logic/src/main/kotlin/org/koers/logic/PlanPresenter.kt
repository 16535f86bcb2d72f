package org.koers.logic

import org.koers.Command
import org.koers.PlanDraft
import org.koers.PlanField
import org.koers.PlanView
import org.koers.Screen
import org.koers.YesPartlyNo

/** The editor of one situation's prevention plan. */
class PlanPresenter(session: Session) : VaultPresenter<PlanState, PlanEvent>(PlanState(), session) {
    private var view: PlanView? = null
    private var draft: PlanDraft? = null

    override val madeOf = setOf(Screen.SITUATIONS)

    override suspend fun handle(event: PlanEvent) = safely {
        when (event) {
            is PlanEvent.Opened -> {
                draft = null
                look(event.situation)
            }
            is PlanEvent.Line -> lines(event.field) { it.with(event.index, event.text) }
            is PlanEvent.AddLine -> lines(event.field) { it + event.text }
            is PlanEvent.TakeOver -> lines(event.field) { lines -> lines.filter { it.isNotBlank() } + event.text }
            is PlanEvent.RemoveLine -> lines(event.field) { it.filterIndexed { nth, _ -> nth != event.index } }
            is PlanEvent.Move -> lines(event.field) { it.moved(event.index, event.up) }
            is PlanEvent.Avoidable -> change { it.copy(avoidable = answerOf(event.answer)) }
            is PlanEvent.Confidence -> change { it.copy(confidence = event.value.toLong()) }
            PlanEvent.Save -> save()
            is PlanEvent.Answered -> answered(event)
            PlanEvent.Undo -> {
                tell(session.ask { it.undo().told(canUndo = false) })
            }
            PlanEvent.Dismissed -> show { it.copy(told = null, problem = null) }
        }
    }

    private suspend fun look(situation: String) {
        val (view, kept) = session.ask { it.plan(situation) to it.planDraft(situation) }
        this.view = view
        draft = kept
        show { before -> shown(view, kept).copy(told = before.told, problem = null) }
    }

    /** What is being written stays; without it the plan is looked at anew. */
    override suspend fun ask() {
        val situation = view?.situation ?: return
        if (!state.value.changed) look(situation)
    }

    private fun lines(field: String, next: (List<String>) -> List<String>) =
        change { it.with(field, next(it.lines(field))) }

    private fun change(next: (PlanDraft) -> PlanDraft) {
        val (view, now) = (view ?: return) to next(draft ?: return)
        draft = now
        show { shown(view, now).copy(changed = true, told = null) }
    }

    private suspend fun save() {
        val draft = draft?.tidy() ?: return
        tell(session.ask { it.record(Command.Plan(draft)).told() })
    }

    private suspend fun answered(event: PlanEvent.Answered) {
        val view = view ?: return
        val ask = view.ask ?: return
        val told = session.ask {
            it.record(it.planAnswer(view.situation, ask.about, answerOf(event.answer), event.note)).told()
        }
        if (!state.value.changed) return tell(told)
        // What is being written stays; only the question goes on.
        val now = session.ask { it.plan(view.situation) }
        this.view = now
        show { it.copy(helped = now.helped, ask = now.ask?.let(::askOf), told = told) }
    }

    private suspend fun tell(told: Told) {
        look(view?.situation ?: return)
        show { it.copy(told = told) }
    }

    override fun troubled(problem: Problem) = show { it.copy(problem = problem) }

    override fun forget() {
        view = null
        draft = null
    }
}

private fun shown(view: PlanView, draft: PlanDraft) = PlanState(
    title = view.title,
    none = view.none,
    helped = view.helped,
    ask = view.ask?.let(::askOf),
    fields = view.fields.map { fieldOf(it, draft) },
    avoidable = draft.avoidable?.let(::choiceOf),
    confidence = draft.confidence?.toInt(),
)

private fun fieldOf(field: PlanField, draft: PlanDraft): PlanFieldState {
    val (kind, lines) = kindOf(field.field) to linesOf(field, draft)
    return PlanFieldState(field.field, field.title, field.ask, kind, lines, offered(field, kind, lines))
}

/** What was taken over is offered no more; nor is anything for a text that is there. */
private fun offered(field: PlanField, kind: PlanFieldKind, lines: List<String>): List<PlanSuggestion> {
    if (kind == PlanFieldKind.Text && lines.any { it.isNotBlank() }) return emptyList()
    return field.suggestions.map { PlanSuggestion(it.title, it.lines - lines.toSet()) }.filter { it.lines.isNotEmpty() }
}

private fun linesOf(field: PlanField, draft: PlanDraft): List<String> = when (kindOf(field.field)) {
    PlanFieldKind.Lines, PlanFieldKind.Text -> draft.lines(field.field)
    PlanFieldKind.Choice, PlanFieldKind.Rating -> field.lines
}

private fun kindOf(field: String) = when (field) {
    "avoidable" -> PlanFieldKind.Choice
    "confidence" -> PlanFieldKind.Rating
    "helping_thought", "way_out", "alternative" -> PlanFieldKind.Text
    else -> PlanFieldKind.Lines
}

private fun PlanDraft.lines(field: String): List<String> = when (field) {
    "early_signals" -> earlySignals
    "avoid" -> avoid
    "prepare" -> prepare
    "during" -> during
    "after" -> after
    "who" -> who
    "helping_thought" -> one(helpingThought)
    "way_out" -> one(wayOut)
    "alternative" -> one(alternative)
    else -> emptyList()
}

private fun one(text: String): List<String> = if (text.isEmpty()) emptyList() else listOf(text)

private fun PlanDraft.with(field: String, lines: List<String>): PlanDraft = when (field) {
    "early_signals" -> copy(earlySignals = lines)
    "avoid" -> copy(avoid = lines)
    "prepare" -> copy(prepare = lines)
    "during" -> copy(during = lines)
    "after" -> copy(after = lines)
    "who" -> copy(who = lines)
    "helping_thought" -> copy(helpingThought = lines.firstOrNull().orEmpty())
    "way_out" -> copy(wayOut = lines.firstOrNull().orEmpty())
    "alternative" -> copy(alternative = lines.firstOrNull().orEmpty())
    else -> this
}

/** Without lines that were left empty. */
private fun PlanDraft.tidy(): PlanDraft =
    listOf("early_signals", "avoid", "prepare", "during", "after", "who")
        .fold(this) { draft, field -> draft.with(field, draft.lines(field).filter { it.isNotBlank() }) }

private fun List<String>.with(index: Int, text: String): List<String> =
    if (index == size) this + text else mapIndexed { nth, line -> if (nth == index) text else line }

private fun List<String>.moved(index: Int, up: Boolean): List<String> {
    val to = if (up) index - 1 else index + 1
    if (index !in indices || to !in indices) return this
    return toMutableList().apply { add(to, removeAt(index)) }
}

private fun answerOf(answer: Answer): YesPartlyNo = when (answer) {
    Answer.Yes -> YesPartlyNo.Yes
    Answer.Partly -> YesPartlyNo.Partly
    Answer.No -> YesPartlyNo.No
}

private fun choiceOf(answer: YesPartlyNo): Answer? = when (answer) {
    YesPartlyNo.Yes -> Answer.Yes
    YesPartlyNo.Partly -> Answer.Partly
    YesPartlyNo.No -> Answer.No
    is YesPartlyNo.Unknown -> null
}
