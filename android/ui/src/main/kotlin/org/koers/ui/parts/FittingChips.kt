package org.koers.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.unit.dp
import org.koers.logic.Choice
import org.koers.ui.theme.Space
import kotlin.math.ceil

/** As many chips as fit on so many rows, and at the end the way to all the others. */
@Composable
internal fun FittingChips(
    choices: List<Choice>,
    rows: Int,
    all: String,
    onPick: (String) -> Unit,
    onAll: () -> Unit,
) = BoxWithConstraints(Modifier.fillMaxWidth()) {
    val measurer = rememberTextMeasurer()
    val density = LocalDensity.current
    fun width(text: String, style: TextStyle, beside: Int): Int =
        with(density) { ceil(measurer.measure(text, style).size.width.toDp().value).toInt() + beside }
    val chip = MaterialTheme.typography.bodyMedium
    val fitting = fitting(
        choices.map { width(it.label, chip, if (it.chosen) CHIP_SIDES + CHIP_TICK else CHIP_SIDES) },
        maxWidth.value.toInt(),
        rows,
        Space.one.value.toInt(),
        width(all, MaterialTheme.typography.labelLarge, BUTTON_SIDES),
    )
    FlowRow(horizontalArrangement = Arrangement.spacedBy(Space.one)) {
        choices.take(fitting).forEach { PickChip(it.label, it.chosen, { onPick(it.id) }) }
        QuietButton(all, onAll)
    }
}

// What lies beside the words, in dp: a chip's two margins, its tick, a quiet button's margins.
private const val CHIP_SIDES = 34
private const val CHIP_TICK = 18
private const val BUTTON_SIDES = 26

/**
 * How many of these widths fit on [rows] rows of [room], [gap] apart, so that [last] still fits
 * behind them. One that is wider than a row takes a whole one.
 */
internal fun fitting(widths: List<Int>, room: Int, rows: Int, gap: Int, last: Int): Int {
    var row = 1
    var used = 0
    var fits = 0
    widths.forEachIndexed { index, full ->
        val width = full.coerceAtMost(room)
        val beside = if (used == 0) width else used + gap + width
        if (beside <= room) {
            used = beside
        } else {
            row++
            used = width
        }
        if (row > rows) return fits
        val lastFits = row < rows || used + gap + last <= room
        if (lastFits) fits = index + 1
    }
    return fits
}
