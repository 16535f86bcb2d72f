package org.koers.ui

import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import org.koers.logic.DayToConfirm
import org.koers.logic.Gaps
import org.koers.logic.OpenDay
import org.koers.logic.Place
import org.koers.logic.Suggestion
import org.koers.logic.TodayEvent
import org.koers.logic.TodayState
import org.koers.logic.Way
import org.koers.ui.parts.Buttons
import org.koers.ui.parts.Card
import org.koers.ui.parts.Chips
import org.koers.ui.parts.Ground
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Headline
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.MainButton
import org.koers.ui.parts.MarkLegend
import org.koers.ui.parts.OutlineButton
import org.koers.ui.parts.Panes
import org.koers.ui.parts.Parts
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.QuietButton
import org.koers.ui.parts.SecondButton
import org.koers.ui.parts.ToldHost
import org.koers.ui.parts.Waiting
import org.koers.ui.parts.WeekStrip
import org.koers.ui.parts.twoPanes
import org.koers.ui.theme.Space

/** Today: what happened, what is open, and at most three suggestions. */
@Composable
fun TodayScreen(state: TodayState, on: (TodayEvent) -> Unit, ways: Ways) = AppFrame(
    Place.Today,
    ways,
    told = { ToldHost(state.told, { on(TodayEvent.Undo) }, { on(TodayEvent.Dismissed) }) },
) { padding ->
    if (state.loading) {
        Waiting(padding)
    } else if (twoPanes && state.suggestions.isNotEmpty()) {
        Panes(
            { Parts(padding, room = underLogButton) { TheDay(state, on, ways) } },
            { Parts(padding, room = underLogButton) { Suggestions(state, on, ways) } },
        )
    } else {
        Parts(padding, room = underLogButton) {
            TheDay(state, on, ways)
            Suggestions(state, on, ways)
        }
    }
}

@Composable
private fun ColumnScope.TheDay(state: TodayState, on: (TodayEvent) -> Unit, ways: Ways) {
    Headline(state.title)
    if (state.substances.size > 1) Chips(state.substances, { on(TodayEvent.Substance(it)) })
    ProblemCard(state.problem)
    state.safety.forEach { line ->
        Card(ground = Ground.Careful) {
            Line(line)
            OutlineButton(stringResource(R.string.help_now), ways::help, icon = Icons.help)
        }
    }
    state.confirm.forEach { Confirm(it, on, ways) }
    state.openDay?.let { Yesterday(it, on, ways) }
    TheWeek(state, on)
    state.keysAsk?.let { ask ->
        Card(ground = Ground.Warm) {
            Line(ask)
            OutlineButton(stringResource(R.string.keys_set_up), { ways.to(Place.Keys) }, icon = Icons.key)
        }
    }
    state.empty?.let { Quiet(it) }
    state.gaps?.let { gaps ->
        OlderDays(gaps, { on(TodayEvent.GoOn) }) { ways.to(Place.FillIn, state.substances.firstOrNull { it.chosen }?.id) }
    }
    QuietButton(stringResource(R.string.diary), { ways.to(Place.Diary) }, icon = Icons.diary)
}

@Composable
private fun Confirm(day: DayToConfirm, on: (TodayEvent) -> Unit, ways: Ways) = Card(ground = Ground.Calm) {
    Text(day.question, style = MaterialTheme.typography.titleMedium)
    MainButton(stringResource(R.string.stayed_so), { on(TodayEvent.Confirm(day.day)) }, Modifier.fillMaxWidth(), icon = Icons.check)
    OutlineButton(stringResource(R.string.not_so), { ways.to(Place.Log, day.day) }, Modifier.fillMaxWidth())
}

/** Yesterday, while it is open: closed in one tap, or noted first. */
@Composable
private fun Yesterday(day: OpenDay, on: (TodayEvent) -> Unit, ways: Ways) = Card(ground = Ground.Calm) {
    Text(day.text, style = MaterialTheme.typography.titleMedium)
    MainButton(day.close, { on(TodayEvent.CloseOpenDay) }, Modifier.fillMaxWidth(), icon = Icons.check)
    OutlineButton(day.log, { ways.to(Place.Log, day.day) }, Modifier.fillMaxWidth())
}

/** Older open days in one line, to be left or to be filled in. */
@Composable
private fun OlderDays(gaps: Gaps, goOn: () -> Unit, fillIn: () -> Unit) = Card {
    Line(gaps.line)
    Buttons {
        SecondButton(gaps.goOn, goOn)
        QuietButton(gaps.fillIn, fillIn)
    }
}

@Composable
private fun TheWeek(state: TodayState, on: (TodayEvent) -> Unit) = Card {
    if (state.strip.isNotEmpty()) {
        Heading(stringResource(R.string.this_week))
        WeekStrip(state.strip)
        MarkLegend(state.strip)
    }
    if (state.stripText.isNotEmpty()) Quiet(state.stripText)
    state.without?.let { Text(it, style = MaterialTheme.typography.titleSmall, color = MaterialTheme.colorScheme.primary) }
    if (state.canClose) {
        SecondButton(
            stringResource(R.string.nothing_so_far),
            { on(TodayEvent.CloseToday) },
            Modifier.fillMaxWidth(),
            icon = Icons.check,
        )
    }
}

@Composable
private fun ColumnScope.Suggestions(state: TodayState, on: (TodayEvent) -> Unit, ways: Ways) {
    if (state.suggestions.isEmpty()) return
    Heading(stringResource(R.string.suggestions))
    state.suggestions.forEach { suggestion ->
        SuggestionCard(suggestion, { ways.go(it) }, { on(TodayEvent.NotForMe(suggestion.key)) })
    }
}

/** What is suggested, why, the way to it, and "not for me". */
@Composable
internal fun SuggestionCard(
    suggestion: Suggestion,
    go: (Way) -> Unit,
    notForMe: () -> Unit,
    yes: (() -> Unit)? = null,
) = Card {
    Text(suggestion.text, style = MaterialTheme.typography.titleSmall)
    suggestion.reason?.let { Quiet(it) }
    Buttons(Modifier.padding(top = Space.half)) {
        val way = suggestion.way
        if (yes != null) {
            SecondButton(stringResource(R.string.put_on_list), yes)
        } else if (way != null) {
            SecondButton(stringResource(R.string.look), { go(way) })
        }
        QuietButton(stringResource(R.string.not_for_me), notForMe)
    }
}
