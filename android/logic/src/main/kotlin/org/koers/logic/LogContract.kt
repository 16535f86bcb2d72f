package org.koers.logic

/** The ten-second log. What is half filled in is kept, sealed, for a day. */
data class LogState(
    val title: String = "",
    val substances: List<Choice> = emptyList(),
    /** 0 to 10; null before anything was tapped. */
    val craving: Int? = null,
    val dontKnow: Boolean = false,
    /** The words at the ends of the scale. */
    val least: String = "",
    val most: String = "",
    /** The situations likely at this hour; all of them once asked for. */
    val situations: List<Choice> = emptyList(),
    val allSituations: Boolean = false,
    val used: Boolean? = null,
    val amount: String = "",
    val units: List<Choice> = emptyList(),
    /** The words for alcohol as a chip of its own; null where that is what the entry is about. */
    val alcoholLabel: String? = null,
    /** Alcohol was there too. */
    val alcohol: Boolean = false,
    val more: More? = null,
    /** An entry that stands in the diary is being changed. */
    val editing: Boolean = false,
    /** What is filled in was left half done earlier, and is offered again. */
    val restored: Boolean = false,
    val canSave: Boolean = false,
    val busy: Boolean = false,
    val problem: Problem? = null,
    /** After saving: what was noted, and what it gives back. */
    val receipt: LogReceipt? = null,
)

/** What "more" opens. */
data class More(
    val thoughts: List<Choice> = emptyList(),
    val feelings: List<Choice> = emptyList(),
    val body: List<Choice> = emptyList(),
    val place: List<Choice> = emptyList(),
    val company: List<Choice> = emptyList(),
    val activity: List<Choice> = emptyList(),
    val note: String = "",
    /** A local day, or day and time (`2026-03-05T21:30`), ISO 8601; null for now. */
    val at: String? = null,
    /** The last day that can be chosen, ISO 8601. */
    val until: String,
)

data class LogReceipt(
    val lines: List<String>,
    val question: String? = null,
    /** After a strong craving without use: the plan for this situation. */
    val plan: Way? = null,
    /** Staying with it for some minutes, where it is offered. */
    val stay: Stay? = null,
    /** Whom to call. */
    val call: List<String> = emptyList(),
    val canUndo: Boolean = true,
    /** Once, after the first entry: the moment to ask whether the phone may remind, with the reason. */
    val askReminders: Boolean = false,
)

/** Staying with a craving until it passes: for so many minutes, in these steps. */
data class Stay(val title: String, val minutes: Int, val steps: List<String>)

/** The lists that an entry can pick from. */
enum class MoreList { Thoughts, Feelings, Body, Place, Company, Activity }

sealed interface LogEvent {
    /** A new entry: for now, or for that local day (ISO 8601). */
    data class Opened(val day: String? = null) : LogEvent

    data class Edit(val id: String) : LogEvent

    data class Substance(val id: String) : LogEvent

    data class Craving(val value: Int) : LogEvent

    data object DontKnow : LogEvent

    data class Situation(val id: String) : LogEvent

    data object AllSituations : LogEvent

    data class Used(val yes: Boolean) : LogEvent

    data class Amount(val text: String) : LogEvent

    data class Step(val up: Boolean) : LogEvent

    data class Unit(val id: String) : LogEvent

    data object Alcohol : LogEvent

    /** Opens the lists and the note. */
    data object More : LogEvent

    data class Pick(val list: MoreList, val id: String) : LogEvent

    data class OwnWords(val list: MoreList, val text: String) : LogEvent

    data class Note(val text: String) : LogEvent

    /** Another time, as [More.at] writes it. */
    data class At(val moment: String?) : LogEvent

    data object Save : LogEvent

    data object Undo : LogEvent

    /** What is half filled in is thrown away. */
    data object Discard : LogEvent
}
