package org.koers.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import org.koers.logic.DayMark
import org.koers.logic.IntakeItem
import org.koers.logic.IntakeState
import org.koers.logic.Place
import org.koers.ui.parts.Headline
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.Mark
import org.koers.ui.parts.Parts
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.Waiting
import org.koers.ui.theme.Space

/** The programme: the steps of the intake, each with its way; of the others, that they follow. */
@Composable
fun ProgrammeScreen(state: IntakeState, ways: Ways) = AppFrame(Place.Programme, ways) { padding ->
    if (state.loading) {
        Waiting(padding)
        return@AppFrame
    }
    Parts(padding, room = underLogButton) {
        Headline(stringResource(R.string.your_course))
        ProblemCard(state.problem)
        state.welcome?.let { Line(it) }
        Column(verticalArrangement = Arrangement.spacedBy(Space.one)) {
            state.steps.forEach { Step(it, ways) }
        }
        Quiet(state.done ?: state.paused)
    }
}

@Composable
private fun Step(item: IntakeItem, ways: Ways) {
    val way = item.way
    val words = stringResource(
        when {
            item.done -> R.string.step_done
            way == null -> R.string.step_later
            else -> R.string.step_open
        },
    )
    val shape = MaterialTheme.shapes.large
    val color = MaterialTheme.colorScheme.surfaceContainer
    val content = @Composable {
        Row(Modifier.padding(Space.two), verticalAlignment = Alignment.CenterVertically) {
            Mark(if (item.done) DayMark.NotUsed else DayMark.Unknown)
            Column(Modifier.weight(1f).padding(horizontal = Space.two), Arrangement.spacedBy(Space.half)) {
                Quiet(item.count)
                Text(item.title, style = MaterialTheme.typography.titleMedium)
                val open = if (way != null && item.openFor.size > 1) item.openFor.joinToString() else ""
                Quiet(listOf(words, open).filter { it.isNotEmpty() }.joinToString(": "))
            }
            if (way != null) Icon(Icons.onward, null)
        }
    }
    val modifier = Modifier.fillMaxWidth().semantics(mergeDescendants = true) { stateDescription = words }
    if (way != null) {
        Surface({ ways.go(way) }, modifier.semantics { role = Role.Button }, shape = shape, color = color, content = content)
    } else {
        Surface(modifier, shape, color, content = content)
    }
}
