package org.koers.logic

/** The person's risk situations, in the core's order, with the reason for each place. */
data class SituationsState(
    val loading: Boolean = true,
    val title: String = "",
    val how: String = "",
    val substances: List<Choice> = emptyList(),
    val places: List<SituationItem> = emptyList(),
    val sections: List<SituationSection> = emptyList(),
    val suggestions: List<Suggestion> = emptyList(),
    val empty: String? = null,
    /** One of them looked at more closely. */
    val why: SituationWhy? = null,
    val problem: Problem? = null,
    val told: Told? = null,
)

data class SituationItem(
    val id: String,
    val place: Int,
    val label: String,
    /** Strength and its likely range, 0 to 10, for the bar. */
    val score: Double,
    val low: Double,
    val high: Double,
    val confidence: String,
    val reason: String?,
    val pinned: Boolean,
    val hasPlan: Boolean,
)

/** Seldom but strong, where use comes by itself, what comes together. */
data class SituationSection(val heading: String, val lines: List<String>)

data class SituationWhy(
    val item: SituationItem,
    val reasons: List<String>,
    val ownRating: Int?,
    val chance: String?,
    /** How often the plan helped. */
    val helped: String?,
    /** "Did it help?", about the plan. */
    val ask: PlanAskState?,
)

sealed interface SituationsEvent {
    data object Opened : SituationsEvent

    data class Substance(val id: String) : SituationsEvent

    data class Why(val id: String) : SituationsEvent

    data object WhyClosed : SituationsEvent

    /** The craving that the person expects there, 0 to 10; null for no rating. */
    data class OwnRating(val id: String, val value: Int?) : SituationsEvent

    /** "Did it help?", about the plan of the situation that is looked at. */
    data class Answered(val answer: Helped) : SituationsEvent

    data class Pin(val id: String, val on: Boolean) : SituationsEvent

    data class TakeOff(val id: String) : SituationsEvent

    /** A situation in own words. */
    data class Add(val words: String) : SituationsEvent

    data class Suggested(val key: String) : SituationsEvent

    data class NotForMe(val key: String) : SituationsEvent

    data object Undo : SituationsEvent

    data object Dismissed : SituationsEvent
}
