package org.koers.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.items
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.koers.logic.DiaryEvent
import org.koers.logic.DiaryItem
import org.koers.logic.DiaryState
import org.koers.ui.parts.Ask
import org.koers.ui.parts.Empty
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.LongParts
import org.koers.ui.parts.Page
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.QuietButton
import org.koers.ui.parts.SecondButton
import org.koers.ui.parts.SignButton
import org.koers.ui.parts.Tag
import org.koers.ui.parts.ToldHost
import org.koers.ui.parts.Waiting
import org.koers.ui.theme.Space

/** What was noted, by day, newest first; each entry can be changed or deleted. */
@Composable
fun DiaryScreen(state: DiaryState, on: (DiaryEvent) -> Unit, ways: Ways) {
    Page(
        stringResource(R.string.diary),
        ways.back,
        ways::help,
        told = { ToldHost(state.told, { on(DiaryEvent.Undo) }, { on(DiaryEvent.Dismissed) }) },
    ) { padding ->
        if (state.loading) {
            Waiting(padding)
            return@Page
        }
        LongParts(padding) {
            if (state.problem != null) item { ProblemCard(state.problem) }
            if (state.days.isEmpty()) item { Empty(Icons.diary, stringResource(R.string.diary_empty)) }
            state.days.forEach { day ->
                item(key = day.day) { Heading(day.dayText, Modifier.padding(top = Space.one)) }
                items(day.entries, key = { it.id }) { Entry(it, on, ways) }
            }
            if (state.more) {
                item {
                    SecondButton(stringResource(R.string.show_earlier), { on(DiaryEvent.More) }, Modifier.fillMaxWidth())
                }
            }
        }
    }
    state.asking?.let { item ->
        Ask(
            stringResource(R.string.delete_ask),
            (listOf(item.timeText) + item.lines).filter { it.isNotEmpty() }.joinToString("\n"),
            stringResource(R.string.delete),
            { on(DiaryEvent.DeleteYes) },
            { on(DiaryEvent.DeleteNo) },
            stringResource(R.string.keep),
        )
    }
}

@Composable
private fun Entry(item: DiaryItem, on: (DiaryEvent) -> Unit, ways: Ways) = Surface(
    Modifier.fillMaxWidth(),
    MaterialTheme.shapes.large,
    MaterialTheme.colorScheme.surfaceContainer,
) {
    Column {
        Said(item)
        FlowRow(Modifier.fillMaxWidth().padding(horizontal = Space.half), horizontalArrangement = Arrangement.End) {
            if (item.canEdit) {
                QuietButton(stringResource(R.string.change), { ways.edit(item.id) }, icon = Icons.pencil)
            }
            val what = item.timeText.ifEmpty { item.lines.firstOrNull().orEmpty() }
            SignButton(Icons.bin, stringResource(R.string.delete_what, what), { on(DiaryEvent.Delete(item.id)) })
        }
    }
}

/** When it was, and what was noted. */
@Composable
private fun Said(item: DiaryItem) {
    Row(Modifier.padding(start = Space.two, top = Space.two, end = Space.two), verticalAlignment = Alignment.Top) {
        Column(Modifier.weight(1f), Arrangement.spacedBy(Space.half)) {
            FlowRow(
                horizontalArrangement = Arrangement.spacedBy(Space.one),
                verticalArrangement = Arrangement.spacedBy(Space.half),
                itemVerticalAlignment = Alignment.CenterVertically,
            ) {
                if (item.timeText.isNotEmpty()) Quiet(item.timeText)
                if (item.recalled) Tag(stringResource(R.string.recalled))
            }
            item.lines.forEach { Line(it) }
        }
        item.craving?.let { Strength(it) }
    }
}

/** Craving as a figure in a corner: large to the eye, and in words to the ear. */
@Composable
private fun Strength(craving: Int) {
    val words = stringResource(R.string.craving_is, craving)
    Surface(
        Modifier.padding(start = Space.one).semantics(mergeDescendants = true) { contentDescription = words },
        RoundedCornerShape(8.dp),
        MaterialTheme.colorScheme.primaryContainer,
        MaterialTheme.colorScheme.onPrimaryContainer,
    ) {
        Text(
            craving.toString(),
            Modifier.padding(horizontal = 10.dp, vertical = Space.half),
            style = MaterialTheme.typography.titleLarge,
        )
    }
}
