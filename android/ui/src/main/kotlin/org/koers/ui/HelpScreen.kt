package org.koers.ui

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
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
import androidx.compose.ui.unit.dp
import org.koers.logic.HelpEvent
import org.koers.logic.HelpItem
import org.koers.logic.HelpKind
import org.koers.logic.HelpLine
import org.koers.logic.HelpState
import org.koers.ui.parts.BesideOrBelow
import org.koers.ui.parts.Card
import org.koers.ui.parts.Ground
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Headline
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.Page
import org.koers.ui.parts.Parts
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.Steps
import org.koers.ui.parts.Subheading
import org.koers.ui.parts.WaitTimer
import org.koers.ui.theme.Space

/**
 * Help now: what is going on, in three large choices; then what to do, and whom to call. Works
 * without a vault. [call] dials a number and leaves the calling to the person.
 */
@Composable
fun HelpScreen(state: HelpState, on: (HelpEvent) -> Unit, ways: Ways, call: (String) -> Unit) {
    val chosen = state.choices.firstOrNull { it.kind == state.chosen }
    val back = if (chosen == null) ways.back else ({ on(HelpEvent.Back) })
    BackHandler(onBack = back)
    Page(state.title.ifEmpty { stringResource(R.string.help_now) }, back, onHelp = null) { padding ->
        Parts(padding) {
            if (chosen == null) Choices(state, on, call) else WhatToDo(chosen, state, call)
        }
    }
}

@Composable
private fun ColumnScope.Choices(state: HelpState, on: (HelpEvent) -> Unit, call: (String) -> Unit) {
    ProblemCard(state.problem)
    Headline(state.question)
    state.choices.forEach { item ->
        Surface(
            { on(HelpEvent.Chosen(item.kind)) },
            Modifier.fillMaxWidth().heightIn(min = 88.dp).semantics { role = Role.Button },
            shape = MaterialTheme.shapes.large,
            color = MaterialTheme.colorScheme.primaryContainer,
            contentColor = MaterialTheme.colorScheme.onPrimaryContainer,
        ) {
            Row(Modifier.padding(Space.two), verticalAlignment = Alignment.CenterVertically) {
                Text(item.title, Modifier.weight(1f), style = MaterialTheme.typography.titleLarge)
                Icon(Icons.onward, null, Modifier.padding(start = Space.one))
            }
        }
    }
    People(state.people)
    Lines(state.lines, call)
}

@Composable
private fun ColumnScope.WhatToDo(item: HelpItem, state: HelpState, call: (String) -> Unit) {
    Headline(item.title)
    when (item.kind) {
        HelpKind.WantToUse -> {
            item.waitMinutes?.let { WaitTimer(it) }
            Card { Steps(item.steps) }
        }
        HelpKind.HaveUsed -> {
            Card {
                if (state.ownPlan) {
                    item.steps.forEach { Line(it) }
                    Heading(stringResource(R.string.own_plan), Modifier.padding(top = Space.one))
                } else {
                    Steps(item.steps)
                }
                item.parts.forEach { part ->
                    Subheading(part.title, Modifier.padding(top = Space.one))
                    part.lines.forEach { Line(it) }
                }
            }
            Signs(item.signs)
        }
        HelpKind.SomethingWrong -> {
            state.lines.firstOrNull()?.let { Emergency(it, call) }
            Signs(item.signs)
            Card { Steps(item.steps) }
        }
    }
    People(state.people)
    Lines(state.lines, call)
}

/** The first line is the emergency number: largest, and first. */
@Composable
private fun Emergency(line: HelpLine, call: (String) -> Unit) = Surface(
    { call(line.number) },
    Modifier.fillMaxWidth().heightIn(min = 72.dp).semantics { role = Role.Button },
    shape = MaterialTheme.shapes.large,
    color = MaterialTheme.colorScheme.primary,
    contentColor = MaterialTheme.colorScheme.onPrimary,
) {
    Row(Modifier.padding(Space.two), verticalAlignment = Alignment.CenterVertically) {
        Icon(Icons.phone, null, Modifier.padding(end = Space.two))
        Text(stringResource(R.string.call_number, line.name, line.number), style = MaterialTheme.typography.titleLarge)
    }
}

@Composable
private fun Signs(signs: List<String>) {
    if (signs.isEmpty()) return
    Card(ground = Ground.Careful) {
        Heading(stringResource(R.string.signs))
        Steps(signs, numbered = false)
    }
}

@Composable
private fun People(people: List<String>) {
    if (people.isEmpty()) return
    Card(ground = Ground.Warm) {
        Heading(stringResource(R.string.own_people))
        Steps(people, numbered = false)
    }
}

@Composable
private fun Lines(lines: List<HelpLine>, call: (String) -> Unit) {
    if (lines.isEmpty()) return
    Card {
        Heading(stringResource(R.string.people_who_listen))
        lines.forEachIndexed { index, line ->
            if (index > 0) HorizontalDivider(color = MaterialTheme.colorScheme.outlineVariant)
            Number(line, call)
        }
    }
}

/** The whole line calls. */
@Composable
private fun Number(line: HelpLine, call: (String) -> Unit) {
    val words = stringResource(R.string.call_number, line.name, line.number)
    BesideOrBelow(
        Modifier.fillMaxWidth().heightIn(min = Space.target)
            .clickable(role = Role.Button, onClickLabel = words) { call(line.number) }
            .padding(vertical = Space.one),
        first = {
            Column(Modifier.padding(end = Space.one)) {
                Line(line.name)
                if (line.web.isNotEmpty()) Quiet(line.web)
                if (line.checked.isNotEmpty()) Quiet(line.checked)
            }
        },
        second = {
            Row(verticalAlignment = Alignment.CenterVertically) {
                Icon(Icons.phone, null, Modifier.padding(end = Space.one), tint = MaterialTheme.colorScheme.primary)
                Text(line.number, style = MaterialTheme.typography.titleLarge, color = MaterialTheme.colorScheme.primary)
            }
        },
        secondAbove = false,
    )
}
