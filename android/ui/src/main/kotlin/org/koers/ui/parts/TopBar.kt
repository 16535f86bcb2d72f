package org.koers.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.only
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.isTraversalGroup
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.traversalIndex
import androidx.compose.ui.unit.dp
import org.koers.ui.R
import org.koers.ui.theme.Space

/**
 * The bar on top: where one is, and the way to help, always in words. With large text the title gets
 * a line of its own.
 */
@Composable
internal fun TopBar(
    title: String,
    onBack: (() -> Unit)? = null,
    closes: Boolean = false,
    actions: @Composable RowScope.() -> Unit,
) {
    Box(
        Modifier.fillMaxWidth()
            .background(MaterialTheme.colorScheme.surface)
            .windowInsetsPadding(WindowInsets.safeDrawing.only(WindowInsetsSides.Top + WindowInsetsSides.Horizontal))
            .semantics { isTraversalGroup = true; traversalIndex = -1f },
    ) {
        BesideOrBelow(
            Modifier.heightIn(min = 56.dp).padding(horizontal = Space.half),
            first = {
                Row(verticalAlignment = Alignment.CenterVertically) {
                    if (onBack != null) {
                        val words = stringResource(if (closes) R.string.close else R.string.back)
                        SignButton(if (closes) Icons.close else Icons.back, words, onBack)
                    }
                    Text(
                        title,
                        Modifier.padding(horizontal = if (onBack == null) 12.dp else Space.half).semantics { heading() },
                        style = MaterialTheme.typography.titleLarge,
                    )
                }
            },
            second = { Row(verticalAlignment = Alignment.CenterVertically, content = actions) },
        )
    }
}

/** Help now: one tap from anywhere. */
@Composable
internal fun HelpButton(onClick: () -> Unit) =
    QuietButton(stringResource(R.string.help_now), onClick, Modifier.testTag("help"), Icons.help)

/** The way to me and the settings: the first letter of the name, or a person. */
@Composable
internal fun Avatar(nickname: String, onClick: () -> Unit) {
    val words = stringResource(R.string.me)
    Surface(
        onClick,
        Modifier.padding(4.dp).size(Space.target).semantics { role = Role.Button; contentDescription = words },
        shape = CircleShape,
        color = MaterialTheme.colorScheme.surface,
    ) {
        Box(contentAlignment = Alignment.Center) {
            Surface(
                Modifier.size(36.dp),
                CircleShape,
                MaterialTheme.colorScheme.secondaryContainer,
                MaterialTheme.colorScheme.onSecondaryContainer,
            ) {
                Box(Modifier.clearAndSetSemantics { }, contentAlignment = Alignment.Center) {
                    val first = nickname.trim()
                    if (first.isEmpty()) {
                        Icon(Icons.person, null, Modifier.size(20.dp))
                    } else {
                        Text(String(Character.toChars(first.codePointAt(0))).uppercase(), style = MaterialTheme.typography.titleSmall)
                    }
                }
            }
        }
    }
}
