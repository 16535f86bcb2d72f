package org.koers.ui

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.text.input.TextFieldState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import org.koers.logic.SettingsEvent
import org.koers.logic.SettingsState
import org.koers.ui.parts.AskMore
import org.koers.ui.parts.Card
import org.koers.ui.parts.Ground
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.MainButton
import org.koers.ui.parts.OutlineButton
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.SecondButton
import org.koers.ui.parts.SecretField
import org.koers.ui.parts.take

/** A copy somewhere else, and the way back from one. */
@Composable
internal fun BackupPart(state: SettingsState, on: (SettingsEvent) -> Unit, pickers: Pickers) {
    val restoring = rememberRestoring()
    var asking by remember { mutableStateOf(false) }
    if (state.backup.lines.isNotEmpty()) Card(ground = Ground.Calm) { state.backup.lines.forEach { Line(it) } }
    Card {
        Heading(stringResource(R.string.back_up_title))
        Quiet(stringResource(R.string.back_up_more))
        when {
            !state.backup.needsPassphrase -> MainButton(
                stringResource(R.string.back_up),
                { pickers.newFile(BACKUP_NAME) { on(SettingsEvent.BackUpTo(it)) } },
                Modifier.fillMaxWidth(),
                icon = Icons.box,
            )
            state.keys.passphrase -> {
                Line(stringResource(R.string.back_up_passphrase))
                SecondButton(stringResource(R.string.give_passphrase), { asking = true }, icon = Icons.key)
            }
            else -> Line(stringResource(R.string.back_up_no_passphrase))
        }
    }
    Card {
        Heading(stringResource(R.string.restore_title))
        Quiet(stringResource(R.string.restore_more))
        OutlineButton(stringResource(R.string.choose_file), { pickers.file { restoring.place = it } }, icon = Icons.box)
    }
    if (asking) AskOnce({ asking = false; on(SettingsEvent.BackupKey(it)) }) { asking = false }
    AskBackupKey(restoring) { place, typed, code -> on(SettingsEvent.RestoreFrom(place, typed, code)) }
}

/** What the picker proposes: it says nothing of what is in it. */
private const val BACKUP_NAME = "backup.koers"

@Composable
private fun AskOnce(onGiven: (ByteArray) -> Unit, onCancel: () -> Unit) {
    val secret = remember { TextFieldState() }
    AskMore(
        stringResource(R.string.give_passphrase),
        stringResource(R.string.onward),
        { onGiven(secret.take()) },
        onCancel,
        ready = secret.text.isNotEmpty(),
    ) { SecretField(stringResource(R.string.passphrase), secret) }
}
