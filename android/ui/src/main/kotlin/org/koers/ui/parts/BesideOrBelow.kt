package org.koers.ui.parts

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.Layout

/**
 * [second] at the end of the line of [first], which may take some lines; where even the first's
 * longest word does not fit beside it, above or below, at the end.
 */
@Composable
internal fun BesideOrBelow(
    modifier: Modifier,
    first: @Composable () -> Unit,
    second: @Composable () -> Unit,
    secondAbove: Boolean = true,
) {
    Layout(listOf({ Box { first() } }, { Box { second() } }), modifier.fillMaxWidth()) { (firsts, seconds), room ->
        val loose = room.copy(minWidth = 0, minHeight = 0)
        val end = seconds.single().measure(loose)
        val left = room.maxWidth - end.width
        val needed = firsts.single().run {
            if (secondAbove) maxIntrinsicWidth(room.maxHeight) else minIntrinsicWidth(room.maxHeight)
        }
        val beside = needed <= left
        val start = firsts.single().measure(if (beside) loose.copy(maxWidth = left) else loose)
        val height = (if (beside) maxOf(start.height, end.height) else start.height + end.height).coerceAtLeast(room.minHeight)
        layout(room.maxWidth, height) {
            if (beside) {
                start.placeRelative(0, (height - start.height) / 2)
                end.placeRelative(left, (height - end.height) / 2)
            } else {
                start.placeRelative(0, if (secondAbove) end.height else 0)
                end.placeRelative(left, if (secondAbove) 0 else start.height)
            }
        }
    }
}
