package org.koers.ui.parts

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.FlowRowScope
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.FilledTonalButton
import androidx.compose.material3.FilledTonalIconButton
import androidx.compose.material3.Icon
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.koers.ui.theme.Space

private val Inside = PaddingValues(horizontal = 20.dp, vertical = 12.dp)

/** The one thing to do next. While busy it says so and does nothing. */
@Composable
internal fun MainButton(
    text: String,
    onClick: () -> Unit,
    modifier: Modifier = Modifier,
    enabled: Boolean = true,
    busy: Boolean = false,
    icon: ImageVector? = null,
) {
    Button(onClick, modifier.heightIn(min = Space.target), enabled && !busy, MaterialTheme.shapes.medium, contentPadding = Inside) {
        if (busy) CircularProgressIndicator(Modifier.padding(end = Space.one).size(18.dp), strokeWidth = 2.dp)
        ButtonWords(text, icon)
    }
}

/** Something else that can be done. */
@Composable
internal fun SecondButton(
    text: String,
    onClick: () -> Unit,
    modifier: Modifier = Modifier,
    enabled: Boolean = true,
    icon: ImageVector? = null,
) = FilledTonalButton(onClick, modifier.heightIn(min = Space.target), enabled, MaterialTheme.shapes.medium, contentPadding = Inside) {
    ButtonWords(text, icon)
}

/** Something else, on a ground that has a colour of its own. */
@Composable
internal fun OutlineButton(
    text: String,
    onClick: () -> Unit,
    modifier: Modifier = Modifier,
    icon: ImageVector? = null,
) = OutlinedButton(
    onClick,
    modifier.heightIn(min = Space.target),
    shape = MaterialTheme.shapes.medium,
    colors = ButtonDefaults.outlinedButtonColors(contentColor = LocalContentColor.current),
    border = BorderStroke(1.dp, LocalContentColor.current),
    contentPadding = Inside,
) { ButtonWords(text, icon) }

/** Something that may well be left alone. */
@Composable
internal fun QuietButton(
    text: String,
    onClick: () -> Unit,
    modifier: Modifier = Modifier,
    icon: ImageVector? = null,
    after: ImageVector? = null,
) = TextButton(
    onClick,
    modifier.heightIn(min = Space.target),
    shape = MaterialTheme.shapes.medium,
    contentPadding = PaddingValues(horizontal = 12.dp, vertical = 12.dp),
) { ButtonWords(text, icon, after) }

@Composable
private fun RowScope.ButtonWords(text: String, icon: ImageVector?, after: ImageVector? = null) {
    if (icon != null) Icon(icon, null, Modifier.padding(end = Space.one).size(20.dp))
    Text(text, Modifier.weight(1f, fill = false), textAlign = TextAlign.Center)
    if (after != null) Icon(after, null, Modifier.padding(start = Space.half).size(20.dp))
}

/** A sign alone; [words] say what it does. */
@Composable
internal fun SignButton(
    icon: ImageVector,
    words: String,
    onClick: () -> Unit,
    modifier: Modifier = Modifier,
    enabled: Boolean = true,
) = IconButton(onClick, modifier.size(Space.target), enabled) { Icon(icon, words) }

/** A sign on a ground of its own, for what is tapped again and again. */
@Composable
internal fun StepButton(icon: ImageVector, words: String, onClick: () -> Unit, enabled: Boolean = true) = FilledTonalIconButton(
    onClick, Modifier.size(Space.target), enabled, MaterialTheme.shapes.small,
) { Icon(icon, words) }

/** Buttons side by side, below each other where they do not fit. */
@Composable
internal fun Buttons(modifier: Modifier = Modifier, content: @Composable FlowRowScope.() -> Unit) = FlowRow(
    modifier,
    horizontalArrangement = Arrangement.spacedBy(Space.one),
    verticalArrangement = Arrangement.spacedBy(Space.one),
    itemVerticalAlignment = Alignment.CenterVertically,
    content = content,
)

/** One of a few answers to a short question, on one line with it where there is room. */
@Composable
internal fun <T> Answers(
    question: String,
    answers: List<Pair<T, String>>,
    chosen: T?,
    onAnswer: (T) -> Unit,
    modifier: Modifier = Modifier,
) = FlowRow(
    modifier.fillMaxWidth(),
    horizontalArrangement = Arrangement.SpaceBetween,
    itemVerticalAlignment = Alignment.CenterVertically,
) {
    Text(question, Modifier.padding(end = Space.one), style = MaterialTheme.typography.titleSmall)
    Row(
        Modifier.selectableGroup().semantics { contentDescription = question },
        horizontalArrangement = Arrangement.spacedBy(Space.one),
    ) {
        answers.forEach { (answer, words) -> PickChip(words, answer == chosen, { onAnswer(answer) }) }
    }
}
