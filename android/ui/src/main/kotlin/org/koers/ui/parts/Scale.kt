package org.koers.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.koers.ui.R
import org.koers.ui.theme.Space

/**
 * 0 to 10 as tappable numbers, six in a row, none of them preset, with [least] and [most] at the
 * ends. The twelfth place holds [otherwise], "don't know", where it is offered. Large text gets
 * fewer in a row.
 */
@Composable
internal fun Numbers(
    chosen: Int?,
    least: String,
    most: String,
    onChoose: (Int) -> Unit,
    modifier: Modifier = Modifier,
    otherwise: String? = null,
    otherwiseChosen: Boolean = false,
    onOtherwise: () -> Unit = {},
) {
    val large = LocalDensity.current.fontScale > 1.3f
    val perRow = if (large) 4 else 6
    Column(modifier.fillMaxWidth().selectableGroup(), verticalArrangement = Arrangement.spacedBy(Space.half)) {
        (0..10).chunked(perRow).forEach { row ->
            Row(Modifier.height(IntrinsicSize.Min), Arrangement.spacedBy(Space.half)) {
                row.forEach { value ->
                    val words = stringResource(R.string.out_of_ten, value)
                    Cell(value.toString(), value == chosen, { onChoose(value) }, Modifier.weight(1f), words)
                }
                val free = perRow - row.size
                if (free > 0 && otherwise != null) {
                    Cell(otherwise, otherwiseChosen, onOtherwise, Modifier.weight(free.toFloat()), small = true)
                } else if (free > 0) {
                    Box(Modifier.weight(free.toFloat()))
                }
            }
        }
        Ends(least, most)
    }
}

@Composable
private fun Ends(least: String, most: String) {
    if (least.isEmpty() && most.isEmpty()) return
    FlowRow(
        Modifier.fillMaxWidth().clearAndSetSemantics { contentDescription = "0: $least. 10: $most." },
        horizontalArrangement = Arrangement.SpaceBetween,
    ) {
        for (words in listOf("0 = $least", "10 = $most")) {
            Text(words, style = MaterialTheme.typography.labelMedium, color = MaterialTheme.colorScheme.onSurfaceVariant)
        }
    }
}

@Composable
private fun Cell(
    text: String,
    selected: Boolean,
    onClick: () -> Unit,
    modifier: Modifier,
    words: String? = null,
    small: Boolean = false,
) {
    val colors = MaterialTheme.colorScheme
    val shape = MaterialTheme.shapes.small
    Box(
        modifier
            .fillMaxHeight()
            .heightIn(min = Space.target)
            .clip(shape)
            .background(if (selected) colors.primary else colors.surfaceContainerLow)
            .border(1.dp, if (selected) colors.primary else colors.outline, shape)
            .selectable(selected, role = Role.RadioButton, onClick = onClick)
            .semantics { if (words != null) contentDescription = words }
            .padding(horizontal = 2.dp),
        contentAlignment = Alignment.Center,
    ) {
        Text(
            text,
            if (words == null) Modifier else Modifier.clearAndSetSemantics { },
            style = if (small) MaterialTheme.typography.labelMedium else MaterialTheme.typography.titleMedium,
            color = if (selected) colors.onPrimary else colors.onSurface,
            textAlign = TextAlign.Center,
        )
    }
}
