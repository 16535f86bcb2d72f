package org.koers.ui

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.text.input.TextFieldState
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.unit.dp
import org.koers.logic.Choice
import org.koers.logic.StartEvent
import org.koers.logic.StartState
import org.koers.logic.StartStep
import org.koers.ui.parts.BesideOrBelow
import org.koers.ui.parts.Card
import org.koers.ui.parts.Headline
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.MainButton
import org.koers.ui.parts.Page
import org.koers.ui.parts.Parts
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.QuietButton
import org.koers.ui.parts.SecondButton
import org.koers.ui.parts.SecretField
import org.koers.ui.parts.WordsField
import org.koers.ui.parts.at
import org.koers.ui.parts.outside
import org.koers.ui.parts.take
import org.koers.ui.theme.Space

/** The three-minute start: one thing a screen, with the way back and, where it may be left, on. */
@Composable
fun StartScreen(state: StartState, on: (StartEvent) -> Unit, help: () -> Unit) {
    BackHandler { on(StartEvent.Back) }
    Page(
        title = stringResource(R.string.step_of, state.number, state.of),
        onBack = { on(StartEvent.Back) },
        onHelp = help,
        below = { Onward(state, on) },
    ) { padding ->
        Parts(padding) {
            Progress(state.number, state.of)
            ProblemCard(state.problem.outside("nickname", "secret"))
            when (state.step) {
                StartStep.Language -> Pick(R.string.start_language, null, state.languages) { on(StartEvent.Language(it)) }
                StartStep.Substance ->
                    Pick(R.string.start_substance, R.string.start_substance_more, state.substances) { on(StartEvent.Substance(it)) }
                StartStep.Nickname -> Nickname(state, on)
                StartStep.Lock -> Lock(state, on)
                StartStep.Baseline -> {
                    Headline(state.baseline.title.ifEmpty { stringResource(R.string.baseline) })
                    BaselineFields(state.baseline, { on(StartEvent.Baseline(it)) })
                }
            }
        }
    }
}

/** How far it is, as a row of short bars; the title says it in words. */
@Composable
private fun Progress(number: Int, of: Int) = Row(
    Modifier.fillMaxWidth().clearAndSetSemantics { },
    horizontalArrangement = Arrangement.spacedBy(Space.half),
) {
    val colors = MaterialTheme.colorScheme
    repeat(of) { index ->
        Box(
            Modifier.weight(1f).height(4.dp).clip(MaterialTheme.shapes.small)
                .background(if (index < number) colors.primary else colors.surfaceContainerHighest),
        )
    }
}

@Composable
private fun Onward(state: StartState, on: (StartEvent) -> Unit) {
    // The lock is chosen by its own buttons: there is no vault without one.
    if (state.step == StartStep.Lock) return
    val words = stringResource(if (state.number == state.of) R.string.start_finish else R.string.onward)
    val skips = state.step == StartStep.Nickname || state.step == StartStep.Baseline
    BesideOrBelow(
        Modifier,
        first = {
            if (skips) QuietButton(stringResource(R.string.skip), { on(StartEvent.Skip) }, Modifier.padding(end = Space.one))
        },
        second = {
            MainButton(
                words,
                { on(StartEvent.Next) },
                if (skips) Modifier else Modifier.fillMaxWidth(),
                enabled = ready(state),
                busy = state.busy,
            )
        },
    )
}

private fun ready(state: StartState) = when (state.step) {
    StartStep.Language -> state.languages.any { it.chosen }
    StartStep.Substance -> state.substances.any { it.chosen }
    else -> true
}

@Composable
private fun Pick(title: Int, more: Int?, choices: List<Choice>, onPick: (String) -> Unit) {
    Headline(stringResource(title))
    if (more != null) Quiet(stringResource(more))
    Column(Modifier.selectableGroup(), Arrangement.spacedBy(Space.one)) {
        choices.forEach { BigChoice(it.label, it.chosen) { onPick(it.id) } }
    }
}

/** A choice as large as the hand is tired. */
@Composable
internal fun BigChoice(label: String, chosen: Boolean, onPick: () -> Unit) {
    val colors = MaterialTheme.colorScheme
    Surface(
        Modifier.fillMaxWidth().clip(MaterialTheme.shapes.medium).selectable(chosen, role = Role.RadioButton, onClick = onPick),
        shape = MaterialTheme.shapes.medium,
        color = if (chosen) colors.primary else colors.surfaceContainer,
        contentColor = if (chosen) colors.onPrimary else colors.onSurface,
    ) {
        Row(Modifier.heightIn(min = 56.dp).padding(horizontal = Space.two, vertical = Space.one), verticalAlignment = Alignment.CenterVertically) {
            Text(label, Modifier.weight(1f), style = MaterialTheme.typography.titleMedium)
            if (chosen) Icon(Icons.check, null)
        }
    }
}

@Composable
private fun Nickname(state: StartState, on: (StartEvent) -> Unit) {
    Headline(stringResource(R.string.start_nickname))
    Quiet(stringResource(R.string.start_nickname_more))
    WordsField(
        stringResource(R.string.nickname),
        state.nickname,
        { on(StartEvent.Nickname(it)) },
        problem = state.problem.at("nickname"),
        done = { on(StartEvent.Next) },
    )
}

@Composable
private fun Lock(state: StartState, on: (StartEvent) -> Unit) {
    val secret = remember { TextFieldState() }
    var typing by remember { mutableStateOf(!state.deviceCan) }
    Headline(stringResource(R.string.start_lock))
    Quiet(stringResource(R.string.start_lock_more))
    if (state.deviceCan) {
        MainButton(
            stringResource(R.string.start_lock_device),
            { on(StartEvent.LockWithDevice) },
            Modifier.fillMaxWidth(),
            busy = state.busy && !typing,
            icon = Icons.lock,
        )
        if (!typing) {
            QuietButton(stringResource(R.string.start_lock_passphrase), { typing = true }, Modifier.fillMaxWidth(), Icons.key)
        }
    }
    if (typing) {
        Card {
            Line(stringResource(R.string.passphrase_lost))
            SecretField(stringResource(R.string.passphrase), secret, problem = state.problem.at("secret"))
            val use = { on(StartEvent.LockWithPassphrase(secret.take())) }
            if (state.deviceCan) {
                SecondButton(stringResource(R.string.use_passphrase), use, Modifier.fillMaxWidth(), secret.text.isNotEmpty())
            } else {
                MainButton(stringResource(R.string.use_passphrase), use, Modifier.fillMaxWidth(), secret.text.isNotEmpty(), state.busy)
            }
        }
    }
}
