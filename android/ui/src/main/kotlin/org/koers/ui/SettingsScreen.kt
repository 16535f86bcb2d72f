package org.koers.ui

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.relocation.BringIntoViewRequester
import androidx.compose.foundation.relocation.bringIntoViewRequester
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.selected
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.koers.logic.PhoneEvent
import org.koers.logic.PhoneState
import org.koers.logic.Place
import org.koers.logic.SettingsEvent
import org.koers.logic.SettingsState
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Page
import org.koers.ui.parts.Panes
import org.koers.ui.parts.Parts
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.SecondButton
import org.koers.ui.parts.Subheading
import org.koers.ui.parts.ToldHost
import org.koers.ui.parts.Waiting
import org.koers.ui.parts.twoPanes
import org.koers.ui.theme.Space

/** The parts of the settings, in their order. */
enum class SettingsPart(internal val title: Int, internal val icon: ImageVector) {
    Person(R.string.settings_person, Icons.person),
    Reminders(R.string.settings_reminders, Icons.bell),
    Lock(R.string.settings_lock, Icons.lock),
    Face(R.string.settings_face, Icons.face),
    Keys(R.string.settings_keys, Icons.key),
    Backup(R.string.settings_backup, Icons.box),
    Wipe(R.string.settings_wipe, Icons.bin),
}

/**
 * Me and the settings: a list of parts, and one of them open; beside each other where there is room.
 * [first] is the part to begin with; [phone] is what only this phone has; [lockNow] locks the vault.
 */
@Composable
fun SettingsScreen(
    state: SettingsState,
    on: (SettingsEvent) -> Unit,
    ways: Ways,
    pickers: Pickers,
    phone: PhoneState,
    onPhone: (PhoneEvent) -> Unit,
    lockNow: () -> Unit,
    first: SettingsPart? = null,
) {
    var part by rememberSaveable { mutableStateOf(first) }
    val panes = twoPanes
    val open = part ?: SettingsPart.Person.takeIf { panes }
    val content: @Composable (SettingsPart) -> Unit = { PartOf(it, state, on, pickers, phone, onPhone) }
    val back = { if (part == null || part == first || panes) ways.back() else part = null }
    BackHandler(onBack = back)
    Page(
        stringResource(if (panes || open == null) R.string.me else open.title),
        back,
        ways::help,
        told = { ToldHost(state.told, { on(SettingsEvent.Dismissed) }, { on(SettingsEvent.Dismissed) }) },
    ) { padding ->
        when {
            state.loading -> Waiting(padding)
            open == null -> PartList(null, { part = it }, ways, lockNow, padding)
            panes -> Panes(
                { PartList(open, { part = it }, ways, lockNow, padding) },
                { Parts(padding) { content(open) } },
            )
            else -> Parts(padding) { content(open) }
        }
    }
    SettingsDialogs(state, on)
}

@Composable
private fun PartList(
    open: SettingsPart?,
    onOpen: (SettingsPart) -> Unit,
    ways: Ways,
    lockNow: () -> Unit,
    padding: PaddingValues,
) = Parts(padding, gap = Space.half) {
    Entry(Icons.goal, stringResource(R.string.goal), false) { ways.to(Place.Goal) }
    Entry(Icons.clock, stringResource(R.string.baseline), false) { ways.to(Place.Baseline) }
    Entry(Icons.diary, stringResource(R.string.diary), false) { ways.to(Place.Diary) }
    Subheading(stringResource(R.string.settings), Modifier.padding(start = Space.one, top = Space.two, bottom = Space.half))
    SettingsPart.entries.forEach { part ->
        Entry(part.icon, stringResource(part.title), part == open) { onOpen(part) }
    }
    SecondButton(
        stringResource(R.string.lock_now), lockNow, Modifier.fillMaxWidth().padding(top = Space.two), icon = Icons.lock,
    )
}

@Composable
private fun Entry(icon: ImageVector, title: String, open: Boolean, onClick: () -> Unit) {
    val seen = remember { BringIntoViewRequester() }
    LaunchedEffect(open) { if (open) seen.bringIntoView() }
    Surface(
        onClick,
        Modifier.fillMaxWidth().bringIntoViewRequester(seen).semantics {
            role = Role.Button
            if (open) selected = true
        },
        shape = MaterialTheme.shapes.medium,
        color = if (open) MaterialTheme.colorScheme.secondaryContainer else MaterialTheme.colorScheme.surface,
    ) { EntryRow(icon, title) }
}

@Composable
private fun EntryRow(icon: ImageVector, title: String) {
    Row(
        Modifier.heightIn(min = 56.dp).padding(horizontal = Space.one, vertical = Space.one),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Icon(icon, null, tint = MaterialTheme.colorScheme.primary)
        Text(title, Modifier.weight(1f).padding(horizontal = Space.two), style = MaterialTheme.typography.bodyLarge)
        Icon(Icons.onward, null, tint = MaterialTheme.colorScheme.onSurfaceVariant)
    }
}

@Composable
private fun PartOf(
    part: SettingsPart,
    state: SettingsState,
    on: (SettingsEvent) -> Unit,
    pickers: Pickers,
    phone: PhoneState,
    onPhone: (PhoneEvent) -> Unit,
) {
    ProblemCard(state.problem)
    when (part) {
        SettingsPart.Person -> PersonPart(state, on)
        SettingsPart.Reminders -> RemindersPart(
            state.reminders, { on(SettingsEvent.Reminders(it)) }, phone.minute, { onPhone(PhoneEvent.Minute(it)) },
        )
        SettingsPart.Lock -> LockPart(state, on)
        SettingsPart.Face -> FacePart(phone.face, { onPhone(PhoneEvent.Wear(it)) })
        SettingsPart.Keys -> KeysPart(state, on)
        SettingsPart.Backup -> BackupPart(state, on, pickers)
        SettingsPart.Wipe -> WipePart(on)
    }
}
