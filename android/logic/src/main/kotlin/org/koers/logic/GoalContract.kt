package org.koers.logic

/** The goal: its kind, pace, limits, and how the running week stands. */
data class GoalState(
    val loading: Boolean = true,
    val substances: List<Choice> = emptyList(),
    /** The goal and the week in the core's sentences; empty before a goal was chosen. */
    val lines: List<String> = emptyList(),
    val weekTitle: String? = null,
    val weekLines: List<String> = emptyList(),
    /** Filled in while the goal is being chosen or changed; null while it is looked at. */
    val form: GoalForm? = null,
    val problem: Problem? = null,
    val told: Told? = null,
)

data class GoalForm(
    val kind: GoalChoice? = null,
    val stepByStep: Boolean = false,
    val units: List<Choice> = emptyList(),
    val perWeek: String = "",
    val perDay: String = "",
    /** The days on which use is allowed, in the core's order. */
    val weekdays: List<Choice> = emptyList(),
    /** ISO 8601; null for "not yet". */
    val stopDate: String? = null,
    val words: String = "",
    /** The limit of the first week, where it goes step by step. */
    val step: String = "",
)

enum class GoalChoice { Stop, Reduce, Safer }

sealed interface GoalEvent {
    data object Opened : GoalEvent

    data class Substance(val id: String) : GoalEvent

    data object Change : GoalEvent

    data class Kind(val kind: GoalChoice) : GoalEvent

    data class StepByStep(val yes: Boolean) : GoalEvent

    data class Unit(val id: String) : GoalEvent

    data class PerWeek(val text: String) : GoalEvent

    data class PerDay(val text: String) : GoalEvent

    data class Weekday(val id: String) : GoalEvent

    data class StopDate(val day: String?) : GoalEvent

    data class Words(val text: String) : GoalEvent

    data class Step(val text: String) : GoalEvent

    data object Save : GoalEvent

    data object Cancel : GoalEvent

    data object Undo : GoalEvent

    data object Dismissed : GoalEvent
}
