package org.koers.ui

import androidx.compose.foundation.text.input.TextFieldState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.Stable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.res.stringResource
import org.koers.logic.DoorEvent
import org.koers.logic.DoorStage
import org.koers.logic.DoorState
import org.koers.ui.parts.Ask
import org.koers.ui.parts.AskMore
import org.koers.ui.parts.Line
import org.koers.ui.parts.OnOff
import org.koers.ui.parts.SecretField
import org.koers.ui.parts.take

/** The system's picker. The app opens it, so that it knows the person is away for this alone. */
interface Pickers {
    /** Where a new file goes. [then] gets the place; it is not called where none was chosen. */
    fun newFile(name: String, then: (String) -> Unit)

    /** Which file it is. */
    fun file(then: (String) -> Unit)
}

/** A backup that was picked and waits for what opens it. */
@Stable
internal class Restoring {
    var place by mutableStateOf<String?>(null)
}

@Composable
internal fun rememberRestoring() = remember { Restoring() }

/** Asks for the passphrase or the recovery code of a backup. */
@Composable
internal fun AskBackupKey(restoring: Restoring, onKey: (place: String, typed: ByteArray, code: Boolean) -> Unit) {
    val place = restoring.place ?: return
    val secret = remember { TextFieldState() }
    var code by remember { mutableStateOf(false) }
    AskMore(
        stringResource(R.string.backup_key),
        stringResource(R.string.onward),
        { restoring.place = null; onKey(place, secret.take(), code) },
        { restoring.place = null },
        ready = secret.text.isNotEmpty(),
    ) {
        Line(stringResource(R.string.backup_key_more))
        SecretField(stringResource(if (code) R.string.recovery_code else R.string.passphrase), secret, visible = code)
        OnOff(stringResource(R.string.i_have_code), code, { code = it })
    }
}

/** What the door asks over whatever else is shown: beginning anew, and the device lock again. */
@Composable
fun DoorDialogs(state: DoorState, on: (DoorEvent) -> Unit) {
    if (state.asking) {
        Ask(
            stringResource(R.string.start_over_ask),
            stringResource(R.string.start_over_more),
            stringResource(R.string.out_start_over),
            { on(DoorEvent.Yes) },
            { on(DoorEvent.No) },
        )
    }
    if (state.stage == DoorStage.Open && state.deviceLost) {
        Ask(
            stringResource(R.string.device_again_ask),
            stringResource(R.string.device_again_more),
            stringResource(R.string.device_again_yes),
            { on(DoorEvent.DeviceAgain) },
            { on(DoorEvent.Dismissed) },
            stringResource(R.string.not_now),
        )
    }
}
