package org.koers.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import org.koers.logic.Asking
import org.koers.logic.Busy
import org.koers.logic.Choice
import org.koers.logic.LockAfter
import org.koers.logic.SettingsEvent
import org.koers.logic.SettingsState
import org.koers.ui.parts.Ask
import org.koers.ui.parts.Busy as BusyNow
import org.koers.ui.parts.Card
import org.koers.ui.parts.Ground
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.OnOff
import org.koers.ui.parts.OutlineButton
import org.koers.ui.parts.PickTime
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.Radios
import org.koers.ui.parts.SecondButton
import org.koers.ui.parts.WordsField
import org.koers.ui.parts.at
import org.koers.ui.parts.clock

/** Name, language, and when a day begins. */
@Composable
internal fun PersonPart(state: SettingsState, on: (SettingsEvent) -> Unit) {
    var name by remember(state.nickname) { mutableStateOf(state.nickname) }
    var picking by remember { mutableStateOf(false) }
    Card {
        Heading(stringResource(R.string.nickname))
        Quiet(stringResource(R.string.start_nickname_more))
        val save = { on(SettingsEvent.Nickname(name)) }
        WordsField(stringResource(R.string.nickname), name, { name = it }, problem = state.problem.at("nickname"), done = save)
        if (name != state.nickname) SecondButton(stringResource(R.string.save), save)
    }
    Card {
        Heading(stringResource(R.string.language))
        Radios(state.languages, { on(SettingsEvent.Language(it)) })
        Quiet(stringResource(R.string.language_more))
    }
    Card {
        Heading(stringResource(R.string.cut_off))
        Quiet(stringResource(R.string.cut_off_more))
        OutlineButton(clock(state.cutOff), { picking = true }, icon = Icons.clock)
    }
    if (picking) {
        PickTime(
            stringResource(R.string.cut_off), state.cutOff, { on(SettingsEvent.CutOff(it)); picking = false }, { picking = false },
        )
    }
}

/** When Koers locks, and what may be done while it is. */
@Composable
internal fun LockPart(state: SettingsState, on: (SettingsEvent) -> Unit) {
    Card {
        Heading(stringResource(R.string.lock_after))
        Radios(
            listOf(
                LockAfter.AtOnce to R.string.lock_at_once,
                LockAfter.OneMinute to R.string.lock_one,
                LockAfter.FiveMinutes to R.string.lock_five,
            ).map { (after, words) -> Choice(after.name, stringResource(words), after == state.lockAfter) },
            { on(SettingsEvent.Lock(LockAfter.valueOf(it))) },
        )
    }
    Card {
        OnOff(
            stringResource(R.string.while_locked), state.whileLocked, { on(SettingsEvent.WhileLocked(it)) },
            stringResource(R.string.while_locked_more),
        )
    }
}

/** Everything away, after it was asked. */
@Composable
internal fun WipePart(on: (SettingsEvent) -> Unit) = Card(ground = Ground.Careful) {
    Heading(stringResource(R.string.wipe_title))
    Line(stringResource(R.string.wipe_more))
    OutlineButton(stringResource(R.string.wipe), { on(SettingsEvent.Wipe) }, icon = Icons.bin)
}

/** What is confirmed first, what takes a while, and the recovery code that is shown once. */
@Composable
internal fun SettingsDialogs(state: SettingsState, on: (SettingsEvent) -> Unit) {
    val yes = { on(SettingsEvent.Yes) }
    val no = { on(SettingsEvent.No) }
    when (state.asking) {
        Asking.Wipe -> Ask(
            stringResource(R.string.wipe_ask), stringResource(R.string.wipe_more), stringResource(R.string.wipe), yes, no,
        )
        Asking.Restore -> Ask(
            stringResource(R.string.restore_ask),
            (state.backup.lines + stringResource(R.string.restore_more)).joinToString("\n\n"),
            stringResource(R.string.restore),
            yes,
            no,
        )
        Asking.NewCode -> Ask(
            stringResource(R.string.new_code_ask), stringResource(R.string.new_code_more), stringResource(R.string.new_code), yes, no,
        )
        Asking.RemoveDevice -> Ask(
            stringResource(R.string.device_off_ask), stringResource(R.string.device_off_more), stringResource(R.string.turn_off), yes, no,
        )
        null -> Unit
    }
    state.busy?.let { busy ->
        BusyNow(
            stringResource(
                when (busy) {
                    Busy.Deriving -> R.string.busy_key
                    Busy.BackingUp -> R.string.busy_backup
                    Busy.Restoring -> R.string.busy_restore
                    Busy.Wiping -> R.string.busy_wipe
                },
            ),
        )
    }
    if (state.keys.newCode.isNotEmpty()) NewCode(state.keys.newCode) { on(SettingsEvent.CodeWritten) }
}
