package org.koers.logic

/** What was noted, by day, newest first. */
data class DiaryState(
    val loading: Boolean = true,
    val days: List<DiaryDay> = emptyList(),
    /** There are older ones to be asked for. */
    val more: Boolean = false,
    /** An entry that is about to be deleted is asked about by its words. */
    val asking: DiaryItem? = null,
    val problem: Problem? = null,
    val told: Told? = null,
)

data class DiaryDay(
    /** ISO 8601. */
    val day: String,
    /** The day in words. */
    val dayText: String,
    val entries: List<DiaryItem>,
)

data class DiaryItem(
    val id: String,
    val kind: DiaryKind,
    /** The time in words; empty where only the day is known. */
    val timeText: String,
    val craving: Int?,
    val used: Boolean,
    val recalled: Boolean,
    val lines: List<String>,
    /** It can be changed ([LogEvent.Edit]); a closing and a note are only deleted. */
    val canEdit: Boolean,
)

enum class DiaryKind { Episode, Closing, Note }

sealed interface DiaryEvent {
    data object Opened : DiaryEvent

    data object More : DiaryEvent

    data class Delete(val id: String) : DiaryEvent

    data object DeleteYes : DiaryEvent

    data object DeleteNo : DiaryEvent

    data object Undo : DiaryEvent

    data object Dismissed : DiaryEvent
}
