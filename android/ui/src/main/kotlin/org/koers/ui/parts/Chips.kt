package org.koers.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.AssistChip
import androidx.compose.material3.AssistChipDefaults
import androidx.compose.material3.FilterChip
import androidx.compose.material3.FilterChipDefaults
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Switch
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.koers.logic.Choice
import org.koers.ui.R
import org.koers.ui.theme.Space

/** Choices side by side, on as many lines as they need, under their headings where they have any. */
@Composable
internal fun Chips(choices: List<Choice>, onPick: (String) -> Unit, modifier: Modifier = Modifier) {
    Column(modifier.fillMaxWidth()) {
        choices.groupBy { it.group }.forEach { (group, members) ->
            if (group != null) Subheading(group, Modifier.padding(top = Space.two))
            FlowRow(
                horizontalArrangement = Arrangement.spacedBy(Space.one),
                // In large text a chip may take two lines, and fills its place.
                verticalArrangement = Arrangement.spacedBy(if (LocalDensity.current.fontScale > 1.3f) Space.half else 0.dp),
            ) {
                members.forEach { PickChip(it.label, it.chosen, { onPick(it.id) }) }
            }
        }
    }
}

/** One choice; chosen ones carry a tick besides their colour. */
@Composable
internal fun PickChip(label: String, chosen: Boolean, onClick: () -> Unit, modifier: Modifier = Modifier) {
    val colors = MaterialTheme.colorScheme
    FilterChip(
        selected = chosen,
        onClick = onClick,
        label = {
            Text(
                label,
                Modifier.padding(vertical = Space.half).widthIn(min = LEAST_LABEL),
                style = MaterialTheme.typography.bodyMedium,
                textAlign = TextAlign.Center,
            )
        },
        modifier = modifier.heightIn(min = 40.dp),
        leadingIcon = if (chosen) {
            { Icon(Icons.check, null, Modifier.size(18.dp)) }
        } else {
            null
        },
        shape = MaterialTheme.shapes.small,
        colors = FilterChipDefaults.filterChipColors(
            labelColor = colors.onSurface,
            selectedContainerColor = colors.primary,
            selectedLabelColor = colors.onPrimary,
            selectedLeadingIconColor = colors.onPrimary,
        ),
        border = FilterChipDefaults.filterChipBorder(true, chosen, borderColor = colors.outline),
    )
}

/** With the margins of a chip as wide as a finger, so that "no" stands in line with the others. */
private val LEAST_LABEL = 16.dp

/** Words that can be taken over into a field. */
@Composable
internal fun OfferChip(words: String, onTake: () -> Unit, modifier: Modifier = Modifier) {
    val take = stringResource(R.string.take_over)
    AssistChip(
        onTake,
        { Text(words, Modifier.padding(vertical = Space.half), style = MaterialTheme.typography.bodyMedium) },
        modifier.heightIn(min = 40.dp).semantics { onClick(take) { onTake(); true } },
        leadingIcon = { Icon(Icons.plus, null, Modifier.size(18.dp)) },
        shape = MaterialTheme.shapes.small,
        colors = AssistChipDefaults.assistChipColors(labelColor = MaterialTheme.colorScheme.onSurface),
        border = AssistChipDefaults.assistChipBorder(true, borderColor = MaterialTheme.colorScheme.outline),
    )
}

/** One of some, each on a line of its own. */
@Composable
internal fun Radios(choices: List<Choice>, onPick: (String) -> Unit, modifier: Modifier = Modifier) {
    Column(modifier.fillMaxWidth().selectableGroup()) {
        choices.forEach { choice ->
            Row(
                Modifier.fillMaxWidth().heightIn(min = Space.target)
                    .selectable(choice.chosen, role = Role.RadioButton) { onPick(choice.id) },
                verticalAlignment = Alignment.CenterVertically,
            ) {
                RadioButton(choice.chosen, onClick = null, Modifier.padding(end = Space.two))
                Text(choice.label, style = MaterialTheme.typography.bodyLarge)
            }
        }
    }
}

/** Something that is on or off, with a line under it that says what it does. */
@Composable
internal fun OnOff(label: String, on: Boolean, onChange: (Boolean) -> Unit, explained: String? = null) {
    Row(
        Modifier.fillMaxWidth().heightIn(min = Space.target)
            .toggleable(on, role = Role.Switch, onValueChange = onChange)
            .padding(vertical = Space.one),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Column(Modifier.weight(1f).padding(end = Space.two), Arrangement.spacedBy(2.dp)) {
            Text(label, style = MaterialTheme.typography.bodyLarge)
            if (explained != null) Quiet(explained)
        }
        Switch(on, onCheckedChange = null)
    }
}
