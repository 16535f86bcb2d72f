package org.koers.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.input.TextFieldState
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.unit.LayoutDirection
import org.koers.logic.SettingsEvent
import org.koers.logic.SettingsState
import org.koers.ui.parts.Above
import org.koers.ui.parts.AskMore
import org.koers.ui.parts.Card
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.MainButton
import org.koers.ui.parts.OnOff
import org.koers.ui.parts.OutlineButton
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.SecondButton
import org.koers.ui.parts.SecretField
import org.koers.ui.parts.Tag
import org.koers.ui.parts.take
import org.koers.ui.theme.Space

/** What opens the vault: the device lock, a passphrase, a code on paper. */
@Composable
internal fun KeysPart(state: SettingsState, on: (SettingsEvent) -> Unit) {
    val keys = state.keys
    var asking by remember { mutableStateOf(false) }
    Quiet(stringResource(R.string.keys_more))
    Key(R.string.key_device, R.string.key_device_more, keys.device) {
        if (keys.device) {
            OutlineButton(stringResource(R.string.turn_off), { on(SettingsEvent.RemoveDevice) })
        } else if (keys.deviceCan) {
            SecondButton(stringResource(R.string.turn_on), { on(SettingsEvent.UseDevice) }, icon = Icons.lock)
        } else {
            Quiet(stringResource(R.string.device_cannot))
        }
    }
    Key(R.string.passphrase, R.string.key_passphrase_more, keys.passphrase) {
        if (keys.passphraseSet) Line(stringResource(R.string.passphrase_set))
        val words = stringResource(if (keys.passphrase) R.string.change_it else R.string.set_passphrase)
        if (keys.passphrase) OutlineButton(words, { asking = true }) else SecondButton(words, { asking = true }, icon = Icons.key)
    }
    Key(R.string.recovery_code, R.string.key_code_more, keys.recoveryCode) {
        val words = stringResource(if (keys.recoveryCode) R.string.new_code else R.string.make_code)
        val make = { on(SettingsEvent.NewCode) }
        if (keys.recoveryCode) OutlineButton(words, make) else SecondButton(words, make, icon = Icons.note)
    }
    if (asking) {
        AskPassphrase(keys.passphrase, { old, new -> asking = false; on(SettingsEvent.SetPassphrase(old, new)) }) { asking = false }
    }
}

@Composable
private fun Key(title: Int, more: Int, there: Boolean, deed: @Composable () -> Unit) = Card {
    FlowRow(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.SpaceBetween) {
        Heading(stringResource(title), Modifier.padding(end = Space.one))
        Tag(stringResource(if (there) R.string.key_there else R.string.key_not_there))
    }
    Quiet(stringResource(more))
    deed()
}

/** A new passphrase, and the old one where there is one. */
@Composable
private fun AskPassphrase(hasOld: Boolean, onSet: (old: ByteArray?, new: ByteArray) -> Unit, onCancel: () -> Unit) {
    val old = remember { TextFieldState() }
    val new = remember { TextFieldState() }
    var shown by remember { mutableStateOf(false) }
    AskMore(
        stringResource(if (hasOld) R.string.change_passphrase else R.string.set_passphrase),
        stringResource(R.string.save),
        { onSet(if (hasOld) old.take() else null, new.take()) },
        onCancel,
        ready = new.text.isNotEmpty() && (!hasOld || old.text.isNotEmpty()),
    ) {
        Line(stringResource(R.string.passphrase_lost))
        if (hasOld) SecretField(stringResource(R.string.old_passphrase), old, visible = shown)
        SecretField(stringResource(R.string.new_passphrase), new, visible = shown)
        OnOff(stringResource(R.string.show_passphrase), shown, { shown = it })
    }
}

/** The recovery code, once: to be written on paper. It is closed by its button alone. */
@Composable
internal fun NewCode(groups: List<String>, onWritten: () -> Unit) =
    Above(stringResource(R.string.code_title), { }, { MainButton(stringResource(R.string.code_written), onWritten) }) {
        Line(stringResource(R.string.code_more))
        // Its groups keep their order, also where words run from right to left.
        CompositionLocalProvider(LocalLayoutDirection provides LayoutDirection.Ltr) { Groups(groups) }
    }

@Composable
private fun Groups(groups: List<String>) = FlowRow(
    Modifier.fillMaxWidth()
        .background(MaterialTheme.colorScheme.secondaryContainer, MaterialTheme.shapes.medium)
        .padding(Space.two)
        .clearAndSetSemantics { contentDescription = groups.joinToString(", ") { it.toList().joinToString(" ") } },
    horizontalArrangement = Arrangement.spacedBy(Space.two),
    verticalArrangement = Arrangement.spacedBy(Space.one),
) {
    groups.forEach {
        Text(
            it,
            style = MaterialTheme.typography.titleLarge.copy(fontFamily = FontFamily.Monospace),
            color = MaterialTheme.colorScheme.onSecondaryContainer,
        )
    }
}
