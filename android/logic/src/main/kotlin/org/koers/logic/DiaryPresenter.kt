package org.koers.logic

import org.koers.Command
import org.koers.DiaryEntry
import org.koers.RecordKind
import org.koers.Screen

/** How many entries come at a time (judgement: some screens full). */
private const val PAGE = 20u

/** What was noted, by day, and deleting with undo. */
class DiaryPresenter(session: Session) : VaultPresenter<DiaryState, DiaryEvent>(DiaryState(), session) {
    private var count = PAGE

    override val madeOf = setOf(Screen.DIARY)

    override suspend fun handle(event: DiaryEvent) = safely {
        when (event) {
            DiaryEvent.Opened -> ask()
            DiaryEvent.More -> {
                count += PAGE
                ask()
            }
            is DiaryEvent.Delete -> show { it.copy(asking = it.item(event.id)) }
            DiaryEvent.DeleteYes -> delete()
            DiaryEvent.DeleteNo -> show { it.copy(asking = null) }
            DiaryEvent.Undo -> {
                val told = session.ask { it.undo().told(canUndo = false) }
                ask()
                show { it.copy(told = told) }
            }
            DiaryEvent.Dismissed -> show { it.copy(told = null, problem = null) }
        }
    }

    private suspend fun delete() {
        val item = state.value.asking ?: return
        show { it.copy(asking = null) }
        val told = session.ask { it.record(Command.Delete(recordKind(item.kind), item.id)).told() }
        ask()
        show { it.copy(told = told, problem = null) }
    }

    override suspend fun ask() {
        val view = session.ask { it.diary(count = count) }
        show { it.copy(loading = false, days = daysOf(view.entries), more = view.total > view.entries.size.toUInt()) }
    }

    override fun troubled(problem: Problem) = show { it.copy(loading = false, problem = problem) }

    override fun forget() {
        count = PAGE
    }
}

private fun DiaryState.item(id: String): DiaryItem? = days.flatMap { it.entries }.firstOrNull { it.id == id }

private fun daysOf(entries: List<DiaryEntry>): List<DiaryDay> =
    entries.groupBy { it.day }.map { (day, those) ->
        DiaryDay(day.toString(), those.first().dayText, those.map(::itemOf))
    }

private fun itemOf(entry: DiaryEntry): DiaryItem {
    val kind = kindOf(entry.kind)
    return DiaryItem(
        id = entry.id,
        kind = kind,
        timeText = entry.timeText,
        craving = entry.craving?.toInt(),
        used = entry.used,
        recalled = entry.recalled,
        lines = entry.lines,
        canEdit = kind == DiaryKind.Episode,
    )
}

private fun kindOf(kind: String) = when (kind) {
    "closing" -> DiaryKind.Closing
    "note" -> DiaryKind.Note
    else -> DiaryKind.Episode
}

private fun recordKind(kind: DiaryKind) = when (kind) {
    DiaryKind.Episode -> RecordKind.EPISODE
    DiaryKind.Closing -> RecordKind.CLOSING
    DiaryKind.Note -> RecordKind.NOTE
}
