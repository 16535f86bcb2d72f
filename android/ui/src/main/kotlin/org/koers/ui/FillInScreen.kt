package org.koers.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.lazy.items
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import org.koers.logic.DayMark
import org.koers.logic.DayToFill
import org.koers.logic.FillInEvent
import org.koers.logic.FillInState
import org.koers.ui.parts.Card
import org.koers.ui.parts.Chips
import org.koers.ui.parts.Empty
import org.koers.ui.parts.Icons
import org.koers.ui.parts.LongParts
import org.koers.ui.parts.MainButton
import org.koers.ui.parts.Mark
import org.koers.ui.parts.Page
import org.koers.ui.parts.PickChip
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.SecondButton
import org.koers.ui.parts.ToldHost
import org.koers.ui.parts.Waiting
import org.koers.ui.theme.Space

/** A period to be filled in: older open days, each with two answers, or left open. */
@Composable
fun FillInScreen(state: FillInState, on: (FillInEvent) -> Unit, ways: Ways) = Page(
    state.title,
    ways.back,
    ways::help,
    told = { ToldHost(state.told, { on(FillInEvent.Undo) }, { on(FillInEvent.Dismissed) }) },
    below = { if (state.days.isNotEmpty()) MainButton(stringResource(R.string.save), { on(FillInEvent.Save) }, Modifier.fillMaxWidth()) },
) { padding ->
    if (state.loading) {
        Waiting(padding)
        return@Page
    }
    LongParts(padding) {
        if (state.substances.size > 1) item { Chips(state.substances, { on(FillInEvent.Substance(it)) }) }
        if (state.problem != null) item { ProblemCard(state.problem) }
        state.empty?.let { item { Empty(Icons.check, it) } }
        if (state.days.isNotEmpty()) {
            item { Quiet(state.explain) }
            item { SecondButton(state.restNotUsed, { on(FillInEvent.RestNotUsed) }, Modifier.fillMaxWidth(), icon = Icons.check) }
            items(state.days, key = { it.day }) { Day(it, state, on) }
            state.more?.let { item { Quiet(it) } }
            item { Quiet(state.amount) }
        }
    }
}

/** A day with its mark and two answers; a second tap leaves it open again. */
@Composable
private fun Day(day: DayToFill, state: FillInState, on: (FillInEvent) -> Unit) = Card {
    Row(verticalAlignment = Alignment.CenterVertically, horizontalArrangement = Arrangement.spacedBy(Space.one)) {
        Mark(day.answer)
        Text(day.label, style = MaterialTheme.typography.titleSmall)
    }
    FlowRow(
        Modifier.selectableGroup().semantics { contentDescription = day.label },
        horizontalArrangement = Arrangement.spacedBy(Space.one),
    ) {
        PickChip(state.notUsed, day.answer == DayMark.NotUsed, { on(FillInEvent.Answer(day.day, used = false)) })
        PickChip(state.used, day.answer == DayMark.Used, { on(FillInEvent.Answer(day.day, used = true)) })
    }
}
