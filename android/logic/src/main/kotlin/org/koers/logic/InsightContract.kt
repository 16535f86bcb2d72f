package org.koers.logic

/** How each week went, in the core's sentences. */
data class InsightState(
    val loading: Boolean = true,
    val substances: List<Choice> = emptyList(),
    /** Days without since the stop date, and the longest run of them; empty without such a date. */
    val lines: List<String> = emptyList(),
    /** In the core's order: the running one first. */
    val weeks: List<InsightWeek> = emptyList(),
    val problem: Problem? = null,
)

data class InsightWeek(
    val title: String,
    /** The verdict in words. */
    val verdict: String,
    val sentences: List<String>,
    /** How many days were filled in. */
    val coverage: String,
)

sealed interface InsightEvent {
    data object Opened : InsightEvent

    data class Substance(val id: String) : InsightEvent
}
