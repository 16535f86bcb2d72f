package org.koers.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.imePadding
import androidx.compose.foundation.layout.only
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.Scaffold
import androidx.compose.material3.Surface
import androidx.compose.material3.VerticalDivider
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalConfiguration
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import org.koers.ui.R
import org.koers.ui.theme.Space

/** A screen under one of the four places: a way back, and help now. */
@Composable
internal fun Page(
    title: String,
    onBack: (() -> Unit)?,
    onHelp: (() -> Unit)?,
    closes: Boolean = false,
    told: @Composable () -> Unit = {},
    below: (@Composable () -> Unit)? = null,
    content: @Composable (PaddingValues) -> Unit,
) = Scaffold(
    modifier = Modifier.imePadding(),
    topBar = { TopBar(title, onBack, closes) { if (onHelp != null) HelpButton(onHelp) } },
    bottomBar = { if (below != null) Below(below) },
    snackbarHost = told,
    contentWindowInsets = WindowInsets.safeDrawing.only(WindowInsetsSides.Horizontal + WindowInsetsSides.Bottom),
    content = content,
)

/** What always stays in view at the foot: the one button that the screen is about. */
@Composable
private fun Below(content: @Composable () -> Unit) = Surface {
    Box(
        Modifier.fillMaxWidth()
            .windowInsetsPadding(WindowInsets.safeDrawing.only(WindowInsetsSides.Horizontal + WindowInsetsSides.Bottom))
            .padding(horizontal = Space.two, vertical = Space.one),
        contentAlignment = Alignment.Center,
    ) { Box(Modifier.widthIn(max = Space.column - Space.four)) { content() } }
}

/** A column of parts that scrolls, no wider than is good to read. */
@Composable
internal fun Parts(
    padding: PaddingValues,
    modifier: Modifier = Modifier,
    gap: Dp = Space.two,
    room: Dp = Space.three,
    content: @Composable ColumnScope.() -> Unit,
) = Box(modifier.fillMaxSize().padding(padding), Alignment.TopCenter) {
    Column(
        Modifier.testTag("parts").verticalScroll(rememberScrollState()).widthIn(max = Space.column).fillMaxWidth()
            .padding(start = Space.two, top = Space.one, end = Space.two, bottom = room),
        Arrangement.spacedBy(gap),
        content = content,
    )
}

/** The same for a list that may be long. */
@Composable
internal fun LongParts(
    padding: PaddingValues,
    modifier: Modifier = Modifier,
    gap: Dp = Space.two,
    room: Dp = Space.three,
    content: LazyListScope.() -> Unit,
) = Box(modifier.fillMaxSize().padding(padding), Alignment.TopCenter) {
    LazyColumn(
        Modifier.testTag("parts").widthIn(max = Space.column).fillMaxWidth(),
        contentPadding = PaddingValues(start = Space.two, top = Space.one, end = Space.two, bottom = room),
        verticalArrangement = Arrangement.spacedBy(gap),
        content = content,
    )
}

/** Whether there is room for two panes, and for the places at the side. */
internal val twoPanes: Boolean
    @Composable get() = LocalConfiguration.current.screenWidthDp >= 700
internal val wide: Boolean
    @Composable get() = LocalConfiguration.current.screenWidthDp >= 600

/** Two panes side by side: the list, and what was chosen of it. */
@Composable
internal fun Panes(first: @Composable () -> Unit, second: @Composable () -> Unit) = Row(Modifier.fillMaxSize()) {
    Box(Modifier.weight(1f)) { first() }
    VerticalDivider()
    Box(Modifier.weight(1f)) { second() }
}

/** The core is being asked; said once, and calm. */
@Composable
internal fun Waiting(padding: PaddingValues = PaddingValues(0.dp)) {
    val words = stringResource(R.string.busy)
    Box(Modifier.fillMaxSize().padding(padding).semantics { contentDescription = words }, Alignment.Center) {
        CircularProgressIndicator()
    }
}
