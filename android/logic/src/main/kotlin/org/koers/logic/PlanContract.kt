package org.koers.logic

/** The prevention plan for one situation, field by field. */
data class PlanState(
    val title: String = "",
    val none: String? = null,
    val fields: List<PlanFieldState> = emptyList(),
    /** Yes, partly, no; null before it was answered. */
    val avoidable: Answer? = null,
    val confidence: Int? = null,
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
    val lines: List<String>,
    /** The person's own measures that fit here. */
    val suggestions: List<String> = emptyList(),
)

enum class PlanFieldKind { Lines, Text, Choice, Rating }

sealed interface PlanEvent {
    data class Opened(val situation: String) : PlanEvent

    data class Line(val field: String, val index: Int, val text: String) : PlanEvent

    data class AddLine(val field: String, val text: String) : PlanEvent

    data class RemoveLine(val field: String, val index: Int) : PlanEvent

    /** Up and down buttons instead of dragging. */
    data class Move(val field: String, val index: Int, val up: Boolean) : PlanEvent

    data class Avoidable(val answer: Answer) : PlanEvent

    data class Confidence(val value: Int) : PlanEvent

    data object Save : PlanEvent

    /** "Did it help?" */
    data class Helped(val answer: Answer, val note: String) : PlanEvent

    data object Undo : PlanEvent

    data object Dismissed : PlanEvent
}
