package org.koers.ui

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.only
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.ExtendedFloatingActionButton
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.NavigationBar
import androidx.compose.material3.NavigationBarItem
import androidx.compose.material3.NavigationBarItemDefaults
import androidx.compose.material3.NavigationRail
import androidx.compose.material3.NavigationRailItem
import androidx.compose.material3.NavigationRailItemDefaults
import androidx.compose.material3.Scaffold
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.Immutable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.koers.logic.Place
import org.koers.logic.Way
import org.koers.ui.parts.Avatar
import org.koers.ui.parts.HelpButton
import org.koers.ui.parts.Icons
import org.koers.ui.parts.TopBar
import org.koers.ui.parts.wide
import org.koers.ui.theme.Space

/** The four places, in the order of the bar. */
private enum class Spot(val place: Place, val label: Int, val icon: ImageVector) {
    Today(Place.Today, R.string.place_today, Icons.today),
    Situations(Place.Situations, R.string.place_situations, Icons.situations),
    Programme(Place.Programme, R.string.place_programme, Icons.programme),
    Insight(Place.Insight, R.string.place_insight, Icons.insight),
}

/** Where the views lead: the app does it. [edit] opens an entry of the diary by its id. */
@Immutable
class Ways(
    val go: (Way) -> Unit,
    val back: () -> Unit,
    val edit: (String) -> Unit = {},
    /** What the person wants to be called; the first letter stands in the avatar. */
    val nickname: String = "",
) {
    fun to(place: Place, about: String? = null) = go(Way(place, about))

    fun help() = to(Place.Help)
}

/**
 * Around each of the four places: the bar or the rail, noting on every one of them, help now always,
 * and me behind the avatar. The content gets the padding that it must keep.
 */
@Composable
fun AppFrame(
    place: Place,
    ways: Ways,
    told: @Composable () -> Unit = {},
    content: @Composable (PaddingValues) -> Unit,
) {
    val spot = Spot.entries.firstOrNull { it.place == place } ?: Spot.Today
    val rail = wide
    Row(Modifier.fillMaxSize()) {
        if (rail) Rail(spot, { ways.to(it) })
        Scaffold(
            topBar = {
                TopBar(stringResource(spot.label)) {
                    HelpButton(ways::help)
                    Avatar(ways.nickname) { ways.to(Place.Settings) }
                }
            },
            bottomBar = { if (!rail) Bar(spot, { ways.to(it) }) },
            floatingActionButton = { LogButton { ways.to(Place.Log) } },
            snackbarHost = told,
            contentWindowInsets = WindowInsets.safeDrawing.only(
                WindowInsetsSides.End + if (rail) WindowInsetsSides.Bottom else WindowInsetsSides.Start,
            ),
            content = content,
        )
    }
}

/** What the log button covers at the foot of a place. */
internal val underLogButton = 88.dp

@Composable
private fun LogButton(onClick: () -> Unit) = ExtendedFloatingActionButton(
    onClick,
    Modifier.testTag("log"),
    shape = MaterialTheme.shapes.large,
    containerColor = MaterialTheme.colorScheme.primary,
    contentColor = MaterialTheme.colorScheme.onPrimary,
) {
    Icon(Icons.pencil, null, Modifier.padding(end = Space.one))
    Text(stringResource(R.string.note_it))
}

/** The bar; with large text two rows of two, sign and label side by side, so that each label stays whole. */
@Composable
private fun Bar(current: Spot, go: (Place) -> Unit) {
    if (LocalDensity.current.fontScale > 1.3f) {
        LargeBar(current, go)
        return
    }
    NavigationBar(containerColor = MaterialTheme.colorScheme.surfaceContainer, windowInsets = underBar) {
        Spot.entries.forEach { spot ->
            NavigationBarItem(
                selected = spot == current,
                onClick = { go(spot.place) },
                icon = { Icon(spot.icon, null) },
                label = { Text(stringResource(spot.label), maxLines = 1, softWrap = false) },
                colors = NavigationBarItemDefaults.colors(
                    selectedIconColor = MaterialTheme.colorScheme.onSecondaryContainer,
                    selectedTextColor = MaterialTheme.colorScheme.onSurface,
                    indicatorColor = MaterialTheme.colorScheme.secondaryContainer,
                ),
            )
        }
    }
}

@Composable
private fun LargeBar(current: Spot, go: (Place) -> Unit) = Surface(color = MaterialTheme.colorScheme.surfaceContainer) {
    Column(Modifier.selectableGroup().windowInsetsPadding(underBar).padding(Space.half)) {
        Spot.entries.chunked(2).forEach { row ->
            Row {
                row.forEach { spot ->
                    Surface(
                        Modifier.weight(1f).heightIn(min = Space.target).clip(MaterialTheme.shapes.large)
                            .selectable(spot == current, role = Role.Tab) { go(spot.place) },
                        color = with(MaterialTheme.colorScheme) { if (spot == current) secondaryContainer else surfaceContainer },
                    ) {
                        Row(Modifier.padding(horizontal = Space.one), verticalAlignment = Alignment.CenterVertically) {
                            Icon(spot.icon, null, Modifier.padding(end = Space.one))
                            Text(stringResource(spot.label), style = MaterialTheme.typography.labelMedium, maxLines = 1, softWrap = false)
                        }
                    }
                }
            }
        }
    }
}

private val underBar: WindowInsets
    @Composable get() = WindowInsets.safeDrawing.only(WindowInsetsSides.Horizontal + WindowInsetsSides.Bottom)

@Composable
private fun Rail(current: Spot, go: (Place) -> Unit) = NavigationRail(
    containerColor = MaterialTheme.colorScheme.surfaceContainer,
    windowInsets = WindowInsets.safeDrawing.only(WindowInsetsSides.Start + WindowInsetsSides.Vertical),
) {
    Column(Modifier.verticalScroll(rememberScrollState())) {
        Spot.entries.forEach { spot ->
            Box(Modifier.padding(vertical = Space.half)) {
                NavigationRailItem(
                    selected = spot == current,
                    onClick = { go(spot.place) },
                    icon = { Icon(spot.icon, null) },
                    label = { Text(stringResource(spot.label), textAlign = TextAlign.Center) },
                    colors = NavigationRailItemDefaults.colors(
                        selectedIconColor = MaterialTheme.colorScheme.onSecondaryContainer,
                        selectedTextColor = MaterialTheme.colorScheme.onSurface,
                        indicatorColor = MaterialTheme.colorScheme.secondaryContainer,
                    ),
                )
            }
        }
    }
}
