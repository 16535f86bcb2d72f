package org.koers.logic

/** A period to be filled in: older days that are still open, all at once. */
data class FillInState(
    val loading: Boolean = true,
    val title: String = "",
    /** What it is for, and what happens to days that are left open. */
    val explain: String = "",
    val substances: List<Choice> = emptyList(),
    /** In the core's order. */
    val days: List<DayToFill> = emptyList(),
    /** How many earlier days are open too. */
    val more: String? = null,
    /** The words for the two answers. */
    val notUsed: String = "",
    val used: String = "",
    /** The words for: no use on every day that is still open. */
    val restNotUsed: String = "",
    /** What can be said later of a day with use. */
    val amount: String = "",
    /** What to say where no day is open. */
    val empty: String? = null,
    val problem: Problem? = null,
    val told: Told? = null,
)

data class DayToFill(
    /** ISO 8601. */
    val day: String,
    /** The day in words. */
    val label: String,
    /** What was picked: used, not used, or unknown for a day that is left open. */
    val answer: DayMark = DayMark.Unknown,
)

sealed interface FillInEvent {
    data class Opened(val substance: String? = null) : FillInEvent

    data class Substance(val id: String) : FillInEvent

    /** The same answer a second time leaves the day open again. */
    data class Answer(val day: String, val used: Boolean) : FillInEvent

    /** No use on every day that has no answer yet. */
    data object RestNotUsed : FillInEvent

    data object Save : FillInEvent

    data object Undo : FillInEvent

    data object Dismissed : FillInEvent
}
