package org.koers.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalConfiguration
import androidx.compose.ui.res.stringResource
import org.koers.logic.GoalChoice
import org.koers.logic.GoalEvent
import org.koers.logic.GoalForm
import org.koers.logic.GoalState
import org.koers.ui.parts.Buttons
import org.koers.ui.parts.Card
import org.koers.ui.parts.Chips
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Headline
import org.koers.ui.parts.Icons
import org.koers.ui.parts.NumberField
import org.koers.ui.parts.OutlineButton
import org.koers.ui.parts.PickChip
import org.koers.ui.parts.PickDay
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.QuietButton
import org.koers.ui.parts.WordsField
import org.koers.ui.parts.at
import org.koers.ui.parts.outside
import org.koers.ui.theme.Space
import java.time.LocalDate
import java.time.format.DateTimeFormatter
import java.time.format.FormatStyle

/** What a goal is made of: its kind, then only what that kind asks. */
@Composable
internal fun ColumnScope.GoalFields(form: GoalForm, state: GoalState, on: (GoalEvent) -> Unit) {
    ProblemCard(state.problem.outside("per_week", "per_day", "step", "stop_date"))
    Headline(stringResource(R.string.goal_ask))
    Column(Modifier.selectableGroup(), Arrangement.spacedBy(Space.one)) {
        for ((kind, words) in listOf(
            GoalChoice.Stop to R.string.goal_stop,
            GoalChoice.Reduce to R.string.goal_reduce,
            GoalChoice.Safer to R.string.goal_safer,
        )) {
            BigChoice(stringResource(words), form.kind == kind) { on(GoalEvent.Kind(kind)) }
        }
    }
    when (form.kind) {
        GoalChoice.Stop -> StopDate(form, state, on)
        GoalChoice.Reduce -> {
            Limits(form, state, on)
            Pace(form, state, on)
        }
        GoalChoice.Safer, null -> Unit
    }
    if (form.kind != null) {
        Card {
            WordsField(stringResource(R.string.goal_words), form.words, { on(GoalEvent.Words(it)) }, lines = 2)
        }
    }
}

@Composable
private fun StopDate(form: GoalForm, state: GoalState, on: (GoalEvent) -> Unit) = Card {
    var picking by remember { mutableStateOf(false) }
    Heading(stringResource(R.string.stop_from))
    Buttons {
        val locale = LocalConfiguration.current.locales[0]
        val words = form.stopDate?.let {
            LocalDate.parse(it).format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale))
        }
        OutlineButton(words ?: stringResource(R.string.choose_day), { picking = true }, icon = Icons.clock)
        if (words != null) QuietButton(stringResource(R.string.not_yet), { on(GoalEvent.StopDate(null)) })
    }
    state.problem.at("stop_date")?.let { ProblemCard(state.problem) }
    if (picking) PickDay(form.stopDate, { on(GoalEvent.StopDate(it)); picking = false }, { picking = false })
}

@Composable
private fun Limits(form: GoalForm, state: GoalState, on: (GoalEvent) -> Unit) = Card {
    Heading(stringResource(R.string.limits))
    Quiet(stringResource(R.string.limits_more))
    if (form.units.size > 1) Chips(form.units, { on(GoalEvent.Unit(it)) })
    NumberField(
        stringResource(R.string.per_week), form.perWeek, { on(GoalEvent.PerWeek(it)) },
        Modifier.fillMaxWidth(), state.problem.at("per_week"),
    )
    NumberField(
        stringResource(R.string.per_day), form.perDay, { on(GoalEvent.PerDay(it)) },
        Modifier.fillMaxWidth(), state.problem.at("per_day"),
    )
    if (form.weekdays.isNotEmpty()) {
        Heading(stringResource(R.string.only_on))
        Chips(form.weekdays, { on(GoalEvent.Weekday(it)) })
    }
}

@Composable
private fun Pace(form: GoalForm, state: GoalState, on: (GoalEvent) -> Unit) = Card {
    Heading(stringResource(R.string.pace))
    Buttons {
        PickChip(stringResource(R.string.right_away), !form.stepByStep, { on(GoalEvent.StepByStep(false)) })
        PickChip(stringResource(R.string.step_by_step), form.stepByStep, { on(GoalEvent.StepByStep(true)) })
    }
    if (form.stepByStep) {
        NumberField(
            stringResource(R.string.first_step), form.step, { on(GoalEvent.Step(it)) },
            Modifier.fillMaxWidth(), state.problem.at("step"),
        )
    }
}
