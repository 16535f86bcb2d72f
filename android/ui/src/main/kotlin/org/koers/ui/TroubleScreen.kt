package org.koers.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.offset
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import org.koers.logic.DoorEvent
import org.koers.logic.DoorState
import org.koers.logic.TroubleKind
import org.koers.logic.WayOut
import org.koers.ui.parts.Headline
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.MainButton
import org.koers.ui.parts.Page
import org.koers.ui.parts.Parts
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.SecondButton
import org.koers.ui.parts.Waiting
import org.koers.ui.theme.Space

/** A vault that does not open for another reason than its key: what it is, and the ways out. */
@Composable
fun TroubleScreen(state: DoorState, on: (DoorEvent) -> Unit, help: () -> Unit, pickers: Pickers) {
    val trouble = state.trouble
    val restoring = rememberRestoring()
    Page(title = "", onBack = null, onHelp = help) { padding ->
        if (trouble == null) {
            Waiting(padding)
            return@Page
        }
        Parts(padding) {
            Icon(
                Icons.shield,
                null,
                Modifier.padding(top = Space.two).offset(x = (-8).dp).size(48.dp),
                tint = MaterialTheme.colorScheme.primary,
            )
            Headline(stringResource(heading(trouble.kind)))
            Line(trouble.text)
            ProblemCard(state.problem)
            Column(verticalArrangement = Arrangement.spacedBy(Space.one)) {
                // A newer Koers, or room on the phone: words alone, there is nothing to tap.
                val (said, tapped) = trouble.waysOut.partition { it == WayOut.Update || it == WayOut.MakeRoom }
                said.forEach { Line(stringResource(words(it))) }
                tapped.forEachIndexed { index, way ->
                    val words = stringResource(words(way))
                    val out: () -> Unit = {
                        when (way) {
                            WayOut.Help -> help()
                            WayOut.Restore -> pickers.file { restoring.place = it }
                            else -> on(DoorEvent.Out(way))
                        }
                    }
                    if (index == 0) {
                        MainButton(words, out, Modifier.fillMaxWidth(), busy = state.busy)
                    } else {
                        SecondButton(words, out, Modifier.fillMaxWidth(), enabled = !state.busy)
                    }
                }
            }
        }
    }
    AskBackupKey(restoring) { place, typed, code -> on(DoorEvent.RestoreFrom(place, typed, code)) }
    DoorDialogs(state, on)
}

private fun heading(kind: TroubleKind): Int = when (kind) {
    TroubleKind.InUse -> R.string.trouble_in_use
    TroubleKind.Damaged -> R.string.trouble_damaged
    TroubleKind.Newer -> R.string.trouble_newer
    TroubleKind.StorageFull -> R.string.trouble_full
    TroubleKind.NotAVault -> R.string.trouble_not_a_vault
    TroubleKind.LibraryMisfit -> R.string.trouble_misfit
    TroubleKind.KeysGone -> R.string.trouble_keys_gone
    TroubleKind.Uncertain, TroubleKind.Other -> R.string.trouble_other
}

private fun words(way: WayOut): Int = when (way) {
    WayOut.TryAgain -> R.string.out_again
    WayOut.Salvage -> R.string.out_salvage
    WayOut.Restore -> R.string.out_restore
    WayOut.Update -> R.string.out_update
    WayOut.MakeRoom -> R.string.out_room
    WayOut.StartOver -> R.string.out_start_over
    WayOut.Help -> R.string.help_now
}
