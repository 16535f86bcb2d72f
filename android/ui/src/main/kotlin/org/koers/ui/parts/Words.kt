package org.koers.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Icon
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.koers.ui.theme.Space
import org.koers.logic.Problem as Trouble

/** The heading of a screen. */
@Composable
internal fun Headline(text: String, modifier: Modifier = Modifier) =
    Text(text, modifier.semantics { heading() }, style = MaterialTheme.typography.headlineMedium)

/** The heading of a part. */
@Composable
internal fun Heading(text: String, modifier: Modifier = Modifier) =
    Text(text, modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)

/** The heading of a group of choices. */
@Composable
internal fun Subheading(text: String, modifier: Modifier = Modifier) = Text(
    text,
    modifier.semantics { heading() },
    style = MaterialTheme.typography.labelMedium,
    color = MaterialTheme.colorScheme.onSurfaceVariant,
)

@Composable
internal fun Line(text: String, modifier: Modifier = Modifier) =
    Text(text, modifier, style = MaterialTheme.typography.bodyLarge)

/** What explains, and may be passed over. */
@Composable
internal fun Quiet(text: String, modifier: Modifier = Modifier) =
    Text(text, modifier, style = MaterialTheme.typography.bodyMedium, color = MaterialTheme.colorScheme.onSurfaceVariant)

/** How loud a card is. */
internal enum class Ground { Plain, Calm, Warm, Careful }

/** What belongs together, on a ground of its own. */
@Composable
internal fun Card(
    modifier: Modifier = Modifier,
    ground: Ground = Ground.Plain,
    content: @Composable ColumnScope.() -> Unit,
) {
    val colors = MaterialTheme.colorScheme
    val (on, text) = when (ground) {
        Ground.Plain -> colors.surfaceContainer to colors.onSurface
        Ground.Calm -> colors.primaryContainer to colors.onPrimaryContainer
        Ground.Warm -> colors.secondaryContainer to colors.onSecondaryContainer
        Ground.Careful -> colors.tertiaryContainer to colors.onTertiaryContainer
    }
    Surface(modifier.fillMaxWidth(), MaterialTheme.shapes.large, on, text) {
        Column(Modifier.padding(Space.two), verticalArrangement = Arrangement.spacedBy(Space.one), content = content)
    }
}

/** Why something did not work; said aloud when it comes. Null for the field's own place is elsewhere. */
@Composable
internal fun ProblemCard(problem: Trouble?, modifier: Modifier = Modifier) {
    if (problem == null) return
    Surface(
        modifier.fillMaxWidth().semantics { liveRegion = LiveRegionMode.Polite },
        MaterialTheme.shapes.medium,
        MaterialTheme.colorScheme.errorContainer,
        MaterialTheme.colorScheme.onErrorContainer,
    ) {
        Text(problem.text, Modifier.padding(Space.two), style = MaterialTheme.typography.bodyLarge)
    }
}

/** A problem, where the fields of a screen do not show it themselves. */
internal fun Trouble?.outside(vararg fields: String): Trouble? = this?.takeIf { it.name !in fields }

/** A problem's words, where it is about this field. */
internal fun Trouble?.at(field: String): String? = this?.takeIf { it.name == field }?.text

/** `amount` of `uses[0].amount`. */
private val Trouble.name: String? get() = field?.substringAfterLast('.')?.substringBefore('[')

/** Lines in an order, each with its number or a sign. */
@Composable
internal fun Steps(lines: List<String>, modifier: Modifier = Modifier, numbered: Boolean = true) {
    Column(modifier, verticalArrangement = Arrangement.spacedBy(Space.one)) {
        lines.forEachIndexed { index, line ->
            Row(Modifier.semantics(mergeDescendants = true) { }) {
                Text(
                    if (numbered) "${index + 1}." else "•",
                    Modifier.padding(end = Space.one),
                    style = MaterialTheme.typography.bodyLarge,
                    color = LocalContentColor.current,
                )
                Line(line)
            }
        }
    }
}

/** Nothing there yet, and what that means. */
@Composable
internal fun Empty(icon: ImageVector, text: String, modifier: Modifier = Modifier) {
    Column(
        modifier.fillMaxWidth().padding(vertical = Space.four, horizontal = Space.two),
        horizontalAlignment = Alignment.CenterHorizontally,
        verticalArrangement = Arrangement.spacedBy(Space.two),
    ) {
        Icon(icon, null, Modifier.size(40.dp), tint = MaterialTheme.colorScheme.primary)
        Text(
            text,
            style = MaterialTheme.typography.bodyLarge,
            color = MaterialTheme.colorScheme.onSurfaceVariant,
            textAlign = androidx.compose.ui.text.style.TextAlign.Center,
        )
    }
}
