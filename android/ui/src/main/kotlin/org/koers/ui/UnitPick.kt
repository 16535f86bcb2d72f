package org.koers.ui

import androidx.compose.foundation.layout.Box
import androidx.compose.material3.DropdownMenu
import androidx.compose.material3.DropdownMenuItem
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.selected
import androidx.compose.ui.semantics.semantics
import org.koers.logic.Choice
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.QuietButton

/** The unit that is counted in: the chosen one, and the others behind it. */
@Composable
internal fun UnitPick(units: List<Choice>, onPick: (String) -> Unit) {
    if (units.isEmpty()) return
    val chosen = units.firstOrNull { it.chosen } ?: units.first()
    if (units.size == 1) {
        Line(chosen.label)
        return
    }
    var open by remember { mutableStateOf(false) }
    val words = stringResource(R.string.unit_is, chosen.label)
    Box {
        QuietButton(chosen.label, { open = true }, Modifier.semantics { contentDescription = words }, after = Icons.more)
        DropdownMenu(open, { open = false }) {
            units.forEach { unit ->
                DropdownMenuItem(
                    { Text(unit.label) },
                    { onPick(unit.id); open = false },
                    Modifier.semantics { role = Role.RadioButton; selected = unit.chosen },
                )
            }
        }
    }
}
