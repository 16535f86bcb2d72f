package org.koers.ui

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import org.koers.logic.LogEvent
import org.koers.logic.LogState
import org.koers.logic.Problem
import org.koers.ui.parts.Answers
import org.koers.ui.parts.Card
import org.koers.ui.parts.Chips
import org.koers.ui.parts.FittingChips
import org.koers.ui.parts.Ground
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.MainButton
import org.koers.ui.parts.Numbers
import org.koers.ui.parts.OutlineButton
import org.koers.ui.parts.Page
import org.koers.ui.parts.Parts
import org.koers.ui.parts.PickChip
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.QuietButton
import org.koers.ui.parts.Stepper
import org.koers.ui.parts.at
import org.koers.ui.parts.outside
import org.koers.ui.theme.Space

/**
 * The ten-second log: craving, situation, used or not, and save, all in view on 360 × 640; five taps
 * at most. "More" lies below, for who wants it. [askReminders] asks the phone for its permission.
 */
@Composable
fun LogScreen(state: LogState, on: (LogEvent) -> Unit, ways: Ways, askReminders: () -> Unit = {}) {
    val receipt = state.receipt
    if (receipt != null) {
        LogReceiptPage(receipt, on, ways, askReminders)
        return
    }
    BackHandler { ways.back() }
    Page(
        title = state.title.ifEmpty { stringResource(R.string.note_it) },
        onBack = ways.back,
        onHelp = ways::help,
        closes = true,
        below = { SaveLog(state, on) },
    ) { padding ->
        BoxWithConstraints(Modifier.fillMaxSize()) {
            val rows = chipRows(maxHeight - padding.calculateTopPadding() - padding.calculateBottomPadding(), state)
            Parts(padding, gap = Space.one, room = Space.one) {
                if (state.substances.size > 1) Chips(state.substances, { on(LogEvent.Substance(it)) })
                if (state.restored) Restored(on)
                ProblemCard(state.problem.outside("amount", "craving"))
                Craving(state, on)
                Situations(state, rows, on)
                Use(state, on)
                Extras(state, on)
                state.more?.let { LogMore(it, on) }
            }
        }
    }
}

/** What the questions besides the situations take, at ordinary text size. */
private val besideSituations = 352.dp

/** How many rows of situations keep everything in view; at least two. */
private fun chipRows(height: Dp, state: LogState): Int {
    val taken = besideSituations + if (state.substances.size > 1) Space.target else 0.dp
    return ((height - taken) / Space.target).toInt().coerceIn(2, 5)
}

@Composable
private fun Craving(state: LogState, on: (LogEvent) -> Unit) = Column(verticalArrangement = Arrangement.spacedBy(Space.half)) {
    Question(stringResource(R.string.how_strong))
    Numbers(
        chosen = state.craving,
        least = state.least,
        most = state.most,
        onChoose = { on(LogEvent.Craving(it)) },
        otherwise = stringResource(R.string.dont_know_short),
        otherwiseChosen = state.dontKnow,
        onOtherwise = { on(LogEvent.DontKnow) },
    )
    state.problem.at("craving")?.let { ProblemCard(Problem(it)) }
}

@Composable
private fun Situations(state: LogState, rows: Int, on: (LogEvent) -> Unit) = Column {
    Question(stringResource(R.string.what_was_there))
    if (state.allSituations || LocalDensity.current.fontScale > 1.3f) {
        Chips(state.situations, { on(LogEvent.Situation(it)) })
    } else {
        FittingChips(state.situations, rows, stringResource(R.string.all_situations), { on(LogEvent.Situation(it)) }) {
            on(LogEvent.AllSituations)
        }
    }
    if (!state.allSituations && LocalDensity.current.fontScale > 1.3f) {
        QuietButton(stringResource(R.string.all_situations), { on(LogEvent.AllSituations) })
    }
}

@Composable
private fun Use(state: LogState, on: (LogEvent) -> Unit) = Column {
    Answers(
        stringResource(R.string.used_ask),
        listOf(false to stringResource(R.string.no), true to stringResource(R.string.yes)),
        state.used,
        { on(LogEvent.Used(it)) },
    )
    if (state.used == true) {
        FlowRow(
            Modifier.fillMaxWidth(),
            horizontalArrangement = Arrangement.SpaceBetween,
            itemVerticalAlignment = Alignment.CenterVertically,
        ) {
            Stepper(state.amount, { on(LogEvent.Step(it)) }, { on(LogEvent.Amount(it)) })
            UnitPick(state.units, { on(LogEvent.Unit(it)) })
        }
        state.problem.at("amount")?.let { ProblemCard(Problem(it)) }
    }
}

@Composable
private fun Extras(state: LogState, on: (LogEvent) -> Unit) = FlowRow(
    Modifier.fillMaxWidth(),
    horizontalArrangement = Arrangement.SpaceBetween,
    itemVerticalAlignment = Alignment.CenterVertically,
) {
    state.alcoholLabel?.let { PickChip(it, state.alcohol, { on(LogEvent.Alcohol) }) }
    if (state.more == null) QuietButton(stringResource(R.string.more), { on(LogEvent.More) }, after = Icons.more)
}

/** What was half filled in stands here again; it can be thrown away. */
@Composable
private fun Restored(on: (LogEvent) -> Unit) = Card(ground = Ground.Warm) {
    Line(stringResource(R.string.restored))
    OutlineButton(stringResource(R.string.begin_anew), { on(LogEvent.Discard) })
}

@Composable
private fun SaveLog(state: LogState, on: (LogEvent) -> Unit) = MainButton(
    stringResource(if (state.editing) R.string.save_change else R.string.save),
    { on(LogEvent.Save) },
    Modifier.fillMaxWidth(),
    enabled = state.canSave,
    busy = state.busy,
)

@Composable
internal fun Question(text: String, modifier: Modifier = Modifier) =
    Text(text, modifier, style = MaterialTheme.typography.titleSmall)
