package org.koers.logic

/** Use in the seven days before the start. */
data class BaselineState(
    val title: String = "",
    val substances: List<Choice> = emptyList(),
    val units: List<Choice> = emptyList(),
    /** Seven days, oldest first. */
    val days: List<BaselineDay> = emptyList(),
    val usualWeek: Boolean? = null,
    /** What a usual week would hold, as typed, where this one was not usual. */
    val usualAmount: String = "",
    val problem: Problem? = null,
    val told: Told? = null,
)

data class BaselineDay(
    /** ISO 8601. */
    val day: String,
    /** The day in words. */
    val label: String,
    /** As typed; empty for "don't know". */
    val amount: String,
)

sealed interface BaselineEvent {
    data object Opened : BaselineEvent

    data class Substance(val id: String) : BaselineEvent

    data class Unit(val id: String) : BaselineEvent

    data class Amount(val day: Int, val text: String) : BaselineEvent

    /** One step of the unit more or less; the core says how large a step is. */
    data class Step(val day: Int, val up: Boolean) : BaselineEvent

    /** "Every day about the same": fills the seven days. */
    data class EveryDay(val text: String) : BaselineEvent

    data class UsualWeek(val yes: Boolean) : BaselineEvent

    data class UsualAmount(val text: String) : BaselineEvent

    data object Save : BaselineEvent

    data object Undo : BaselineEvent

    data object Dismissed : BaselineEvent
}
