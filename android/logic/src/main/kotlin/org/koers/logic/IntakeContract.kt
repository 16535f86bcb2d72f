package org.koers.logic

/** The steps of the intake, done or still open; none has to be done at once. */
data class IntakeState(
    val loading: Boolean = true,
    val welcome: String? = null,
    val steps: List<IntakeItem> = emptyList(),
    /** What to say while something is left, and once nothing is. */
    val paused: String = "",
    val done: String? = null,
    val problem: Problem? = null,
)

data class IntakeItem(
    /** "Step 2 of 5". */
    val count: String,
    val title: String,
    val done: Boolean,
    /** The substances for which it is open, in words. */
    val openFor: List<String>,
    /** Where it is filled in; null where there is no screen for it yet. */
    val way: Way?,
)

sealed interface IntakeEvent {
    data object Opened : IntakeEvent
}
