package org.koers.ui.theme

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Shapes
import androidx.compose.material3.Typography
import androidx.compose.runtime.Composable
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.LineBreak
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp

/** The look of Koers: calm, warm, grown-up. */
@Composable
fun KoersTheme(dark: Boolean = isSystemInDarkTheme(), content: @Composable () -> Unit) = MaterialTheme(
    colorScheme = if (dark) NightColors else PaperColors,
    typography = scale(LocalLayoutDirection.current),
    shapes = Corners,
    content = { Unlearned(content) },
)

/** Distances, all of them steps of eight; the half one is for what belongs together. */
object Space {
    val half = 4.dp
    val one = 8.dp
    val two = 16.dp
    val three = 24.dp
    val four = 32.dp

    /** The least that a finger needs. */
    val target = 48.dp

    /** The widest that a column of text gets. */
    val column = 640.dp
}

private val Corners = Shapes(
    extraSmall = RoundedCornerShape(8.dp),
    small = RoundedCornerShape(8.dp),
    medium = RoundedCornerShape(12.dp),
    large = RoundedCornerShape(16.dp),
    extraLarge = RoundedCornerShape(24.dp),
)

/**
 * Every paragraph runs the way its own letters do, so that Arabic words in a Dutch screen, and the
 * other way round, keep their full stops where they belong; all begin on the side of the screen.
 */
private class Letters(private val direction: LayoutDirection) {
    fun heading(size: Int, line: Int) = text(size, line, FontWeight.SemiBold, LineBreak.Heading)

    fun body(size: Int, line: Int) = text(size, line, FontWeight.Normal, LineBreak.Paragraph)

    fun label(size: Int, line: Int) = text(size, line, FontWeight.Medium, LineBreak.Simple)

    private fun text(size: Int, line: Int, weight: FontWeight, breaks: LineBreak) = TextStyle(
        fontSize = size.sp,
        lineHeight = line.sp,
        fontWeight = weight,
        lineBreak = breaks,
        textDirection = TextDirection.Content,
        textAlign = if (direction == LayoutDirection.Rtl) TextAlign.Right else TextAlign.Left,
    )
}

/** One scale: six sizes of heading, three of text, two of label. */
private fun scale(direction: LayoutDirection) = Letters(direction).run {
    Typography(
        displayLarge = heading(32, 40),
        displayMedium = heading(32, 40),
        displaySmall = heading(32, 40),
        headlineLarge = heading(26, 34),
        headlineMedium = heading(26, 34),
        headlineSmall = heading(22, 30),
        titleLarge = heading(20, 28),
        titleMedium = heading(17, 24),
        titleSmall = heading(15, 22),
        bodyLarge = body(16, 24),
        bodyMedium = body(15, 22),
        bodySmall = body(14, 20),
        labelLarge = label(15, 20),
        labelMedium = label(13, 18),
        labelSmall = label(13, 18),
    )
}
