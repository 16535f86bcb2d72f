package org.koers.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.text.input.TextFieldState
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
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.koers.logic.DoorEvent
import org.koers.logic.DoorState
import org.koers.ui.parts.Card
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.MainButton
import org.koers.ui.parts.OnOff
import org.koers.ui.parts.Page
import org.koers.ui.parts.Parts
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.QuietButton
import org.koers.ui.parts.SecondButton
import org.koers.ui.parts.SecretField
import org.koers.ui.parts.ToldHost
import org.koers.ui.parts.take
import org.koers.ui.theme.Space

/** Locked: the ways to open it, and help. Nothing else of the person stands here. */
@Composable
fun LockScreen(state: DoorState, on: (DoorEvent) -> Unit, help: () -> Unit) = Page(
    title = "",
    onBack = null,
    onHelp = help,
    told = { ToldHost(state.told, { on(DoorEvent.Dismissed) }, { on(DoorEvent.Dismissed) }) },
) { padding ->
    Parts(padding) {
        Column(
            Modifier.fillMaxWidth().padding(vertical = Space.two),
            Arrangement.spacedBy(Space.two),
            Alignment.CenterHorizontally,
        ) {
            Icon(Icons.lock, null, Modifier.size(48.dp), tint = MaterialTheme.colorScheme.primary)
            Text(
                stringResource(R.string.locked),
                Modifier.semantics { heading() },
                style = MaterialTheme.typography.headlineMedium,
                textAlign = TextAlign.Center,
            )
        }
        ProblemCard(state.problem)
        if (state.salvaging) Card { Line(stringResource(R.string.salvaging)) }
        if (state.deviceLost) Card { Line(stringResource(R.string.device_lost)) }
        if (state.device) {
            MainButton(
                stringResource(R.string.open_device),
                { on(DoorEvent.Device) },
                Modifier.fillMaxWidth(),
                busy = state.busy,
                icon = Icons.lock,
            )
        }
        Typed(state, on)
    }
}

private enum class Way { Passphrase, RecoveryCode }

/** The passphrase or the recovery code; the first that there is stands open where nothing else opens. */
@Composable
private fun Typed(state: DoorState, on: (DoorEvent) -> Unit) {
    val first = Way.Passphrase.takeIf { state.passphrase } ?: Way.RecoveryCode.takeIf { state.recoveryCode }
    var way by remember(state.device, first) { mutableStateOf(first.takeIf { !state.device }) }
    if (way == Way.Passphrase) {
        Secret(R.string.passphrase, state.busy, main = !state.device) { on(DoorEvent.Passphrase(it)) }
    } else if (state.passphrase) {
        QuietButton(stringResource(R.string.open_passphrase), { way = Way.Passphrase }, Modifier.fillMaxWidth(), Icons.key)
    }
    if (way == Way.RecoveryCode) {
        Secret(R.string.recovery_code, state.busy, main = !state.device, visible = true) { on(DoorEvent.RecoveryCode(it)) }
    } else if (state.recoveryCode) {
        QuietButton(stringResource(R.string.open_code), { way = Way.RecoveryCode }, Modifier.fillMaxWidth(), Icons.note)
    }
}

@Composable
private fun Secret(label: Int, busy: Boolean, main: Boolean, visible: Boolean = false, onOpen: (ByteArray) -> Unit) {
    val secret = remember { TextFieldState() }
    var shown by remember { mutableStateOf(visible) }
    val open = { if (secret.text.isNotEmpty()) onOpen(secret.take()) }
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.one)) {
        SecretField(stringResource(label), secret, visible = shown, onDone = open)
        if (!visible) OnOff(stringResource(R.string.show_passphrase), shown, { shown = it })
        if (main) {
            MainButton(stringResource(R.string.open), open, Modifier.fillMaxWidth(), secret.text.isNotEmpty(), busy)
        } else {
            SecondButton(stringResource(R.string.open), open, Modifier.fillMaxWidth(), secret.text.isNotEmpty() && !busy)
        }
    }
}
