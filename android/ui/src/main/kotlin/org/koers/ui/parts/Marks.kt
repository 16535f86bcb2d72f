package org.koers.ui.parts

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.PathEffect
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import org.koers.logic.DayMark
import org.koers.logic.StripDay
import org.koers.ui.R
import org.koers.ui.theme.Space

/** The days of a week, each by a shape of its own; read aloud day by day. */
@Composable
internal fun WeekStrip(days: List<StripDay>, modifier: Modifier = Modifier) {
    Row(modifier.fillMaxWidth(), horizontalArrangement = Arrangement.SpaceBetween) {
        days.forEach { day ->
            Column(
                Modifier.weight(1f).clearAndSetSemantics { contentDescription = "${day.weekday}: ${day.text}" },
                horizontalAlignment = Alignment.CenterHorizontally,
                verticalArrangement = Arrangement.spacedBy(Space.half),
            ) {
                Text(
                    day.weekday,
                    style = MaterialTheme.typography.labelMedium,
                    color = MaterialTheme.colorScheme.onSurfaceVariant,
                    textAlign = TextAlign.Center,
                    maxLines = 1,
                    softWrap = false,
                )
                Mark(day.mark)
            }
        }
    }
}

/** What the shapes mean, in words; only those that occur. */
@Composable
internal fun MarkLegend(days: List<StripDay>, modifier: Modifier = Modifier) {
    val marks = listOf(
        DayMark.NotUsed to R.string.mark_not_used,
        DayMark.Used to R.string.mark_used,
        DayMark.Unknown to R.string.mark_unknown,
    ).filter { (mark, _) -> days.any { it.mark == mark } }
    FlowRow(
        modifier.clearAndSetSemantics { },
        horizontalArrangement = Arrangement.spacedBy(Space.two),
        verticalArrangement = Arrangement.spacedBy(Space.half),
        itemVerticalAlignment = Alignment.CenterVertically,
    ) {
        marks.forEach { (mark, words) ->
            Row(verticalAlignment = Alignment.CenterVertically) {
                Mark(mark, small = true)
                Text(
                    stringResource(words),
                    Modifier.padding(start = Space.half),
                    style = MaterialTheme.typography.labelMedium,
                    color = MaterialTheme.colorScheme.onSurfaceVariant,
                )
            }
        }
    }
}

/** A ring with a tick, a filled dot, a dashed ring, or a faint point for a day to come. */
@Composable
internal fun Mark(mark: DayMark, small: Boolean = false) {
    val colors = MaterialTheme.colorScheme
    Canvas(Modifier.size(if (small) 16.dp else 28.dp)) {
        when (mark) {
            DayMark.NotUsed -> ringWithTick(colors.primary)
            DayMark.Used -> drawCircle(colors.tertiary, radius = size.minDimension * 0.42f)
            DayMark.Unknown -> ring(colors.outline, dashed = true)
            DayMark.ToCome -> drawCircle(colors.outlineVariant, radius = size.minDimension * 0.09f)
        }
    }
}

private fun DrawScope.line() = size.minDimension * 0.085f

private fun DrawScope.ring(color: Color, dashed: Boolean) {
    val radius = size.minDimension * 0.42f
    // Ten dashes that close: each as long as its gap.
    val dash = (2 * Math.PI * radius / 20).toFloat()
    drawCircle(
        color,
        radius,
        style = Stroke(line(), pathEffect = if (dashed) PathEffect.dashPathEffect(floatArrayOf(dash, dash)) else null),
    )
}

private fun DrawScope.ringWithTick(color: Color) {
    ring(color, dashed = false)
    val tick = Path().apply {
        moveTo(size.width * 0.32f, size.height * 0.52f)
        lineTo(size.width * 0.45f, size.height * 0.65f)
        lineTo(size.width * 0.69f, size.height * 0.38f)
    }
    drawPath(tick, color, style = Stroke(line() * 1.2f, cap = StrokeCap.Round, join = StrokeJoin.Round))
}

/**
 * Strength from 0 to 10 with its likely range. [words] says the same to a screen reader; where the
 * reason stands beside it, empty words keep it from being said twice.
 */
@Composable
internal fun StrengthBar(score: Double, low: Double, high: Double, words: String, modifier: Modifier = Modifier) {
    val colors = MaterialTheme.colorScheme
    val ground = colors.surfaceContainerLow
    Canvas(
        modifier.fillMaxWidth().height(14.dp)
            .clearAndSetSemantics { if (words.isNotEmpty()) contentDescription = words },
    ) {
        val rtl = layoutDirection == LayoutDirection.Rtl
        fun at(value: Double): Float = (value / 10 * size.width).toFloat().let { if (rtl) size.width - it else it }
        val middle = size.height / 2
        val thick = size.height / 2
        fun stroke(color: Color, from: Double, to: Double, width: Float) =
            drawLine(color, Offset(at(from), middle), Offset(at(to), middle), width, StrokeCap.Butt)
        stroke(colors.surfaceContainerHighest, 0.0, 10.0, thick)
        stroke(colors.primary, 0.0, score, thick)
        // The range lies over it: a line with two ends, lined with the ground so that it shows on the bar.
        for ((color, width) in listOf(ground to thick, colors.onSurface to thick / 3)) {
            stroke(color, low, high, width)
            for (end in listOf(low, high)) {
                drawLine(color, Offset(at(end), 0f), Offset(at(end), size.height), width)
            }
        }
    }
}

/** A small label on a ground of its own: "own plan", "filled in later". */
@Composable
internal fun Tag(text: String) {
    Text(
        text,
        Modifier
            .background(MaterialTheme.colorScheme.secondaryContainer, RoundedCornerShape(6.dp))
            .padding(horizontal = Space.one, vertical = 2.dp)
            .widthIn(max = 280.dp),
        style = MaterialTheme.typography.labelMedium,
        color = MaterialTheme.colorScheme.onSecondaryContainer,
    )
}
