package org.koers.ui

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.koers.logic.Place
import org.koers.logic.SituationItem
import org.koers.logic.SituationSection
import org.koers.logic.SituationsEvent
import org.koers.logic.SituationsState
import org.koers.ui.parts.AddLine
import org.koers.ui.parts.Card
import org.koers.ui.parts.Chips
import org.koers.ui.parts.Empty
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Headline
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.LongParts
import org.koers.ui.parts.Panes
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.StrengthBar
import org.koers.ui.parts.Tag
import org.koers.ui.parts.ToldHost
import org.koers.ui.parts.Waiting
import org.koers.ui.parts.twoPanes
import org.koers.ui.theme.Space

/** The risk situations in the core's order, each with its bar, how sure it is, and why. */
@Composable
fun SituationsScreen(state: SituationsState, on: (SituationsEvent) -> Unit, ways: Ways) {
    val why = state.why
    if (why != null && !twoPanes) {
        WhyScreen(state, why, on, ways)
        return
    }
    AppFrame(
        Place.Situations,
        ways,
        told = { ToldHost(state.told, { on(SituationsEvent.Undo) }, { on(SituationsEvent.Dismissed) }) },
    ) { padding ->
        when {
            state.loading -> Waiting(padding)
            why == null -> Ranked(state, on, ways, padding)
            else -> {
                BackHandler { on(SituationsEvent.WhyClosed) }
                Panes({ Ranked(state, on, ways, padding) }, { WhyPane(state, why, on, ways, padding) })
            }
        }
    }
}

@Composable
private fun Ranked(state: SituationsState, on: (SituationsEvent) -> Unit, ways: Ways, padding: PaddingValues) =
    LongParts(padding, gap = Space.one, room = underLogButton) {
        item {
            Column(Modifier.padding(bottom = Space.one), Arrangement.spacedBy(Space.one)) {
                Headline(state.title)
                if (state.substances.size > 1) Chips(state.substances, { on(SituationsEvent.Substance(it)) })
                ProblemCard(state.problem)
                if (state.places.isNotEmpty() && state.how.isNotEmpty()) Quiet(state.how)
            }
        }
        state.empty?.let { item { Empty(Icons.situations, it) } }
        items(state.places, key = { it.id }) { Ranking(it, it.id == state.why?.item?.id) { on(SituationsEvent.Why(it.id)) } }
        if (state.suggestions.isNotEmpty()) {
            item { Heading(stringResource(R.string.perhaps_for_list), Modifier.padding(top = Space.two)) }
            items(state.suggestions, key = { it.key }) { suggestion ->
                SuggestionCard(
                    suggestion,
                    { ways.go(it) },
                    { on(SituationsEvent.NotForMe(suggestion.key)) },
                    { on(SituationsEvent.Suggested(suggestion.key)) },
                )
            }
        }
        items(state.sections) { Section(it) }
        item { AddOwn(on) }
    }

/** One place of the list: number, words, bar, how sure, and the first reason. */
@Composable
private fun Ranking(item: SituationItem, open: Boolean, onWhy: () -> Unit) = Surface(
    onWhy,
    Modifier.fillMaxWidth().semantics { role = Role.Button },
    shape = MaterialTheme.shapes.large,
    color = if (open) MaterialTheme.colorScheme.secondaryContainer else MaterialTheme.colorScheme.surfaceContainer,
    contentColor = MaterialTheme.colorScheme.onSurface,
) {
    Row(Modifier.padding(Space.two)) {
        Text(
            item.place.toString(),
            Modifier.widthIn(min = 32.dp),
            style = MaterialTheme.typography.titleLarge,
            color = MaterialTheme.colorScheme.primary,
        )
        Column(Modifier.weight(1f), Arrangement.spacedBy(Space.one)) {
            Text(item.label, style = MaterialTheme.typography.titleMedium)
            StrengthBar(item.score, item.low, item.high, words = "")
            item.reason?.let { Quiet(it) }
            FlowRow(horizontalArrangement = Arrangement.spacedBy(Space.one), verticalArrangement = Arrangement.spacedBy(Space.half)) {
                if (item.confidence.isNotEmpty()) Tag(item.confidence)
                if (item.hasPlan) Tag(stringResource(R.string.has_plan))
            }
        }
    }
}

@Composable
private fun Section(section: SituationSection) = Column(Modifier.padding(top = Space.two), Arrangement.spacedBy(Space.one)) {
    Heading(section.heading)
    Card { section.lines.forEach { Line(it) } }
}

@Composable
private fun AddOwn(on: (SituationsEvent) -> Unit) = Column(Modifier.padding(top = Space.two), Arrangement.spacedBy(Space.one)) {
    Heading(stringResource(R.string.add_situation))
    AddLine(stringResource(R.string.own_words), { on(SituationsEvent.Add(it)) })
}
