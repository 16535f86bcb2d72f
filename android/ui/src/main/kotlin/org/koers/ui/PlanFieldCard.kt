package org.koers.ui

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
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
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import org.koers.logic.Answer
import org.koers.logic.PlanEvent
import org.koers.logic.PlanFieldKind
import org.koers.logic.PlanFieldState
import org.koers.logic.PlanState
import org.koers.logic.Problem
import org.koers.ui.parts.AddLine
import org.koers.ui.parts.Answers
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.Numbers
import org.koers.ui.parts.OfferChip
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.SecondButton
import org.koers.ui.parts.SignButton
import org.koers.ui.parts.Subheading
import org.koers.ui.parts.WordsField
import org.koers.ui.parts.at
import org.koers.ui.theme.Space

/** One field of a plan: closed it shows what it holds, open it asks. */
@Composable
internal fun PlanFieldCard(
    field: PlanFieldState,
    state: PlanState,
    open: Boolean,
    onOpen: (Boolean) -> Unit,
    onNext: (() -> Unit)?,
    on: (PlanEvent) -> Unit,
) = Surface(
    Modifier.fillMaxWidth(),
    shape = MaterialTheme.shapes.large,
    color = MaterialTheme.colorScheme.surfaceContainer,
) {
    Column {
        Head(field, state, open, onOpen)
        if (open) {
            Column(
                Modifier.padding(start = Space.two, end = Space.two, bottom = Space.two),
                Arrangement.spacedBy(Space.one),
            ) {
                Quiet(field.ask)
                when (field.kind) {
                    PlanFieldKind.Lines -> Lines(field, state, on)
                    PlanFieldKind.Text -> WordsField(
                        field.title,
                        field.lines.firstOrNull().orEmpty(),
                        { on(PlanEvent.Line(field.field, 0, it)) },
                        problem = state.problem.at(field.field),
                        lines = 2,
                    )
                    PlanFieldKind.Choice -> Avoidable(field, state, on)
                    PlanFieldKind.Rating -> Numbers(state.confidence, "", "", { on(PlanEvent.Confidence(it)) })
                }
                Suggestions(field, on)
                if (onNext != null) SecondButton(stringResource(R.string.next_field), onNext, Modifier.padding(top = Space.one))
            }
        }
    }
}

@Composable
private fun Head(field: PlanFieldState, state: PlanState, open: Boolean, onOpen: (Boolean) -> Unit) {
    val words = stringResource(if (open) R.string.opened else R.string.closed)
    Row(
        Modifier.fillMaxWidth().heightIn(min = Space.target)
            .clickable(role = Role.Button) { onOpen(!open) }
            .semantics { stateDescription = words }
            .padding(Space.two),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Column(Modifier.weight(1f), Arrangement.spacedBy(Space.half)) {
            Text(field.title, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
            if (!open) Held(field, state)
        }
        Icon(if (open) Icons.less else Icons.more, null, Modifier.padding(start = Space.one))
    }
}

/** What a closed field holds. */
@Composable
private fun Held(field: PlanFieldState, state: PlanState) {
    val lines = when {
        field.kind == PlanFieldKind.Rating && state.confidence != null ->
            listOf(stringResource(R.string.out_of_ten, state.confidence ?: 0))
        field.kind == PlanFieldKind.Choice && state.avoidable != null -> listOf(words(state.avoidable))
        else -> field.lines
    }
    if (lines.none { it.isNotBlank() }) {
        Quiet(stringResource(R.string.not_filled_in))
    } else {
        lines.filter { it.isNotBlank() }.forEach { Line(it) }
    }
}

@Composable
private fun words(answer: Answer?): String = when (answer) {
    Answer.Yes -> stringResource(R.string.yes)
    Answer.Partly -> stringResource(R.string.partly)
    Answer.No -> stringResource(R.string.no)
    null -> ""
}

/** Lines in an order, moved by buttons. */
@Composable
private fun Lines(field: PlanFieldState, state: PlanState, on: (PlanEvent) -> Unit) {
    field.lines.forEachIndexed { index, line ->
        val name = stringResource(R.string.line_number, index + 1)
        Column {
            WordsField(name, line, { on(PlanEvent.Line(field.field, index, it)) }, lines = 2)
            Row(Modifier.fillMaxWidth(), Arrangement.End) {
                val up = stringResource(R.string.move_up, name)
                val down = stringResource(R.string.move_down, name)
                SignButton(Icons.up, up, { on(PlanEvent.Move(field.field, index, true)) }, enabled = index > 0)
                SignButton(Icons.down, down, { on(PlanEvent.Move(field.field, index, false)) }, enabled = index < field.lines.lastIndex)
                SignButton(Icons.bin, stringResource(R.string.remove_what, name), { on(PlanEvent.RemoveLine(field.field, index)) })
            }
        }
    }
    state.problem.at(field.field)?.let { ProblemCard(Problem(it)) }
    AddLine(stringResource(R.string.add_line), { on(PlanEvent.AddLine(field.field, it)) })
}

/** What can be taken over, each part under where it comes from. */
@Composable
private fun Suggestions(field: PlanFieldState, on: (PlanEvent) -> Unit) = field.suggestions.forEach { part ->
    Column(Modifier.padding(top = Space.one), Arrangement.spacedBy(Space.half)) {
        Subheading(part.title)
        part.lines.forEach { line -> OfferChip(line, { on(PlanEvent.TakeOver(field.field, line)) }) }
    }
}

@Composable
private fun Avoidable(field: PlanFieldState, state: PlanState, on: (PlanEvent) -> Unit) {
    Answers(
        field.title,
        listOf(
            Answer.Yes to stringResource(R.string.yes),
            Answer.Partly to stringResource(R.string.partly),
            Answer.No to stringResource(R.string.no),
        ),
        state.avoidable,
        { on(PlanEvent.Avoidable(it)) },
    )
}
