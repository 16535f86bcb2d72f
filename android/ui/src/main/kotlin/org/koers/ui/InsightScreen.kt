package org.koers.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import org.koers.logic.InsightEvent
import org.koers.logic.InsightState
import org.koers.logic.InsightWeek
import org.koers.logic.Place
import org.koers.ui.parts.Card
import org.koers.ui.parts.Chips
import org.koers.ui.parts.Empty
import org.koers.ui.parts.Ground
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Headline
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.LongParts
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.QuietButton
import org.koers.ui.parts.Tag
import org.koers.ui.parts.Waiting
import org.koers.ui.theme.Space

/** How each week went, the last one first to the eye, in the core's sentences. */
@Composable
fun InsightScreen(state: InsightState, on: (InsightEvent) -> Unit, ways: Ways) =
    AppFrame(Place.Insight, ways) { padding ->
        if (state.loading) {
            Waiting(padding)
            return@AppFrame
        }
        LongParts(padding, room = underLogButton) {
            item {
                Column(verticalArrangement = Arrangement.spacedBy(Space.two)) {
                    Headline(stringResource(R.string.your_weeks))
                    if (state.substances.size > 1) Chips(state.substances, { on(InsightEvent.Substance(it)) })
                    ProblemCard(state.problem)
                }
            }
            if (state.lines.isNotEmpty()) item { Card(ground = Ground.Calm) { state.lines.forEach { Line(it) } } }
            if (state.weeks.isEmpty()) item { Empty(Icons.insight, stringResource(R.string.weeks_empty)) }
            items(state.weeks) { Week(it) }
            item { QuietButton(stringResource(R.string.diary), { ways.to(Place.Diary) }, icon = Icons.diary) }
        }
    }

@Composable
private fun Week(week: InsightWeek) = Card {
    FlowRow(
        Modifier.fillMaxWidth(),
        horizontalArrangement = Arrangement.SpaceBetween,
        verticalArrangement = Arrangement.spacedBy(Space.half),
        itemVerticalAlignment = Alignment.CenterVertically,
    ) {
        Heading(week.title, Modifier.padding(end = Space.one))
        Tag(week.verdict)
    }
    week.sentences.forEach { Line(it) }
    Quiet(week.coverage)
}
