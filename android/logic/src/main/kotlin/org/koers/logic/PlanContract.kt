package org.koers.logic

/** The prevention plan for one situation, field by field. */
data class PlanState(
    val title: String = "",
    /** What to say while there is no plan. */
    val none: String? = null,
    /** How often it helped. */
    val helped: String? = null,
    /** "Did it help?" */
    val ask: PlanAskState? = null,
    val fields: List<PlanFieldState> = emptyList(),
    /** Whether it can be avoided; null before it was answered. */
    val avoidable: Answer? = null,
    /** 0 to 10; null before it was answered. */
    val confidence: Int? = null,
    /** Something is not saved yet. */
    val changed: Boolean = false,
    val problem: Problem? = null,
    val told: Told? = null,
)

enum class Answer { Yes, Partly, No }

data class PlanFieldState(
    val field: String,
    val title: String,
    val ask: String,
    val kind: PlanFieldKind,
    /** What is filled in; of an answer or a rating, its words. */
    val lines: List<String>,
    /** What can be taken over, and is not there yet. */
    val suggestions: List<PlanSuggestion> = emptyList(),
)

/** Lines that a field offers, under the heading that says where they come from. */
data class PlanSuggestion(val title: String, val lines: List<String>)

/** A question about a plan, with the answers that fit. */
data class PlanAskState(val text: String, val answers: List<HelpedChoice>)

data class HelpedChoice(val answer: Helped, val label: String)

/** An answer to "did it help?". */
enum class Helped { Yes, Partly, No, NotUsed }

enum class PlanFieldKind { Lines, Text, Choice, Rating }

sealed interface PlanEvent {
    data class Opened(val situation: String) : PlanEvent

    data class Line(val field: String, val index: Int, val text: String) : PlanEvent

    data class AddLine(val field: String, val text: String) : PlanEvent

    /** Takes over what was offered: a new line, or the text of a field that holds one. */
    data class TakeOver(val field: String, val text: String) : PlanEvent

    data class RemoveLine(val field: String, val index: Int) : PlanEvent

    /** Up and down buttons instead of dragging. */
    data class Move(val field: String, val index: Int, val up: Boolean) : PlanEvent

    data class Avoidable(val answer: Answer) : PlanEvent

    data class Confidence(val value: Int) : PlanEvent

    data object Save : PlanEvent

    /** "Did it help?" */
    data class Answered(val answer: Helped, val note: String = "") : PlanEvent

    data object Undo : PlanEvent

    data object Dismissed : PlanEvent
}
