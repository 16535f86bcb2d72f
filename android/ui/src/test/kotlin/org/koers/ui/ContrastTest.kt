package org.koers.ui

import androidx.compose.material3.ColorScheme
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.luminance
import org.junit.Assert.assertTrue
import org.junit.Test
import org.koers.ui.theme.NightColors
import org.koers.ui.theme.PaperColors

/** The contrast of every pair that the views put on each other, as WCAG 2.2 computes it. */
class ContrastTest {
    private val schemes = mapOf("paper" to PaperColors, "night" to NightColors)

    private fun grounds(c: ColorScheme) = mapOf(
        "surface" to c.surface, "containerLowest" to c.surfaceContainerLowest, "containerLow" to c.surfaceContainerLow,
        "container" to c.surfaceContainer, "containerHigh" to c.surfaceContainerHigh, "containerHighest" to c.surfaceContainerHighest,
    )

    /** Letters and what they stand on: 4.5 to 1. */
    private fun texts(c: ColorScheme): Map<String, Pair<Color, Color>> = buildMap {
        for ((name, ground) in grounds(c)) {
            put("onSurface on $name", c.onSurface to ground)
            put("onSurfaceVariant on $name", c.onSurfaceVariant to ground)
            put("primary on $name", c.primary to ground)
            put("error on $name", c.error to ground)
        }
        put("onPrimary", c.onPrimary to c.primary)
        put("onPrimaryContainer", c.onPrimaryContainer to c.primaryContainer)
        put("onSecondary", c.onSecondary to c.secondary)
        put("onSecondaryContainer", c.onSecondaryContainer to c.secondaryContainer)
        put("onSurface on secondaryContainer", c.onSurface to c.secondaryContainer)
        put("onSurfaceVariant on secondaryContainer", c.onSurfaceVariant to c.secondaryContainer)
        put("primary on secondaryContainer", c.primary to c.secondaryContainer)
        put("onTertiary", c.onTertiary to c.tertiary)
        put("onTertiaryContainer", c.onTertiaryContainer to c.tertiaryContainer)
        put("onError", c.onError to c.error)
        put("onErrorContainer", c.onErrorContainer to c.errorContainer)
        put("inverseOnSurface", c.inverseOnSurface to c.inverseSurface)
        put("inversePrimary", c.inversePrimary to c.inverseSurface)
    }

    /** Marks, edges of fields, bars: 3 to 1. */
    private fun marks(c: ColorScheme): Map<String, Pair<Color, Color>> = buildMap {
        for ((name, ground) in grounds(c)) {
            put("ring with tick on $name", c.primary to ground)
            put("dot of use on $name", c.tertiary to ground)
            put("dashed ring and edges on $name", c.outline to ground)
        }
        put("bar on its ground", c.primary to c.surfaceContainerHighest)
        put("range on the bar's ground", c.onSurface to c.surfaceContainerHighest)
    }

    @Test
    fun `every text reaches 4,5 to 1 by day and after dark`() = all(::texts, 4.5)

    @Test
    fun `every mark and every edge reaches 3 to 1 by day and after dark`() = all(::marks, 3.0)

    @Test
    fun `use is not shown in red`() {
        for (scheme in schemes.values) {
            val use = scheme.tertiary
            assertTrue("$use", use.blue >= use.red * 0.9f)
        }
    }

    private fun all(pairs: (ColorScheme) -> Map<String, Pair<Color, Color>>, least: Double) {
        val faint = schemes.flatMap { (name, scheme) ->
            pairs(scheme).mapNotNull { (what, pair) ->
                val reached = contrast(pair.first, pair.second)
                "$name: $what is %.2f".format(reached).takeIf { reached < least }
            }
        }
        assertTrue(faint.joinToString("\n"), faint.isEmpty())
    }
}

/** As WCAG 2.2 computes it. */
internal fun contrast(one: Color, other: Color): Double {
    val (dark, light) = listOf(one.luminance(), other.luminance()).sorted()
    return (light + 0.05) / (dark + 0.05)
}
