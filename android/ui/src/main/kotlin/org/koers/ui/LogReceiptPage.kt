package org.koers.ui

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import org.koers.logic.LogEvent
import org.koers.logic.LogReceipt
import org.koers.logic.Stay
import org.koers.ui.parts.Card
import org.koers.ui.parts.Ground
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.MainButton
import org.koers.ui.parts.OutlineButton
import org.koers.ui.parts.Page
import org.koers.ui.parts.Parts
import org.koers.ui.parts.Steps
import org.koers.ui.parts.WaitTimer
import org.koers.ui.theme.Space

/** After saving: what was noted, a way to take it back, and what it gives in return. */
@Composable
internal fun LogReceiptPage(receipt: LogReceipt, on: (LogEvent) -> Unit, ways: Ways, askReminders: () -> Unit) {
    BackHandler { ways.back() }
    Page(
        title = stringResource(R.string.noted),
        onBack = ways.back,
        onHelp = ways::help,
        closes = true,
        below = { MainButton(stringResource(R.string.done), ways.back, Modifier.fillMaxWidth()) },
    ) { padding ->
        Parts(padding) {
            Card(Modifier.semantics { liveRegion = LiveRegionMode.Polite }, Ground.Calm) {
                Row(verticalAlignment = Alignment.Top) {
                    Icon(Icons.check, null, Modifier.padding(top = Space.half, end = Space.one))
                    Text(
                        receipt.lines.firstOrNull().orEmpty(),
                        Modifier.semantics { heading() },
                        style = MaterialTheme.typography.titleLarge,
                    )
                }
                receipt.lines.drop(1).forEach { Line(it) }
                if (receipt.plan == null) receipt.question?.let { Line(it) }
                if (receipt.canUndo) OutlineButton(stringResource(R.string.undo), { on(LogEvent.Undo) })
            }
            receipt.plan?.let { plan ->
                Card {
                    Heading(receipt.question ?: stringResource(R.string.your_plan))
                    MainButton(stringResource(R.string.take_plan), { ways.go(plan) }, icon = Icons.goal)
                }
            }
            receipt.stay?.let { Staying(it) }
            if (receipt.call.isNotEmpty()) {
                Card {
                    Heading(stringResource(R.string.call_someone))
                    Steps(receipt.call, numbered = false)
                }
            }
            if (receipt.askReminders) Remind(askReminders)
        }
    }
}

/** Asked once, with the reason; leaving it alone is fine. */
@Composable
private fun Remind(ask: () -> Unit) = Card(ground = Ground.Warm) {
    Heading(stringResource(R.string.remind_ask))
    Line(stringResource(R.string.remind_why))
    OutlineButton(stringResource(R.string.remind_yes), ask, icon = Icons.bell)
}

/** Some minutes of staying with it: the steps, and a clock for who wants one. */
@Composable
private fun Staying(stay: Stay) = Card {
    var open by remember { mutableStateOf(false) }
    Heading(stay.title)
    if (open) {
        Steps(stay.steps)
        WaitTimer(stay.minutes)
    } else {
        OutlineButton(stringResource(R.string.begin), { open = true }, icon = Icons.clock)
    }
}
