package org.koers.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
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
fun TroubleScreen(state: DoorState, on: (DoorEvent) -> Unit, help: () -> Unit) {
    val trouble = state.trouble
    Page(title = "", onBack = null, onHelp = help) { padding ->
        if (trouble == null) {
            Waiting(padding)
            return@Page
        }
        Parts(padding) {
            Icon(
                Icons.shield,
                null,
                Modifier.padding(top = Space.two).size(48.dp),
                tint = MaterialTheme.colorScheme.primary,
            )
            Headline(stringResource(heading(trouble.kind)))
            Line(trouble.text)
            ProblemCard(state.problem)
            Column(verticalArrangement = Arrangement.spacedBy(Space.one)) {
                trouble.waysOut.forEachIndexed { index, way ->
                    val words = stringResource(words(way))
                    val out = { if (way == WayOut.Help) help() else on(DoorEvent.Out(way)) }
                    if (index == 0) {
                        MainButton(words, out, Modifier.fillMaxWidth(), busy = state.busy)
                    } else {
                        SecondButton(words, out, Modifier.fillMaxWidth(), enabled = !state.busy)
                    }
                }
            }
        }
    }
}

private fun heading(kind: TroubleKind): Int = when (kind) {
    TroubleKind.InUse -> R.string.trouble_in_use
    TroubleKind.Damaged -> R.string.trouble_damaged
    TroubleKind.Newer -> R.string.trouble_newer
    TroubleKind.StorageFull -> R.string.trouble_full
    TroubleKind.NotAVault -> R.string.trouble_not_a_vault
    TroubleKind.LibraryMisfit -> R.string.trouble_misfit
    TroubleKind.Uncertain, TroubleKind.Other -> R.string.trouble_other
}

private fun words(way: WayOut): Int = when (way) {
    WayOut.TryAgain -> R.string.out_again
    WayOut.Salvage -> R.string.out_salvage
    WayOut.Restore -> R.string.out_restore
    WayOut.Update -> R.string.out_update
    WayOut.MakeRoom -> R.string.out_room
    WayOut.Help -> R.string.help_now
}
