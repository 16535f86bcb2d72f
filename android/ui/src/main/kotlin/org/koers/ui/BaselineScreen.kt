package org.koers.ui

import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import org.koers.logic.BaselineEvent
import org.koers.logic.BaselineState
import org.koers.ui.parts.Answers
import org.koers.ui.parts.BesideOrBelow
import org.koers.ui.parts.Card
import org.koers.ui.parts.Chips
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Headline
import org.koers.ui.parts.MainButton
import org.koers.ui.parts.NumberField
import org.koers.ui.parts.Page
import org.koers.ui.parts.Parts
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.SecondButton
import org.koers.ui.parts.Stepper
import org.koers.ui.parts.ToldHost
import org.koers.ui.parts.at
import org.koers.ui.parts.outside
import org.koers.ui.theme.Space

/** The week before the start: seven days, each with its amount, or all about the same. */
@Composable
fun BaselineScreen(state: BaselineState, on: (BaselineEvent) -> Unit, ways: Ways) = Page(
    stringResource(R.string.baseline),
    ways.back,
    ways::help,
    told = { ToldHost(state.told, { on(BaselineEvent.Undo) }, { on(BaselineEvent.Dismissed) }) },
    below = { MainButton(stringResource(R.string.save), { on(BaselineEvent.Save) }, Modifier.fillMaxWidth()) },
) { padding ->
    Parts(padding) {
        Headline(state.title)
        if (state.substances.size > 1) Chips(state.substances, { on(BaselineEvent.Substance(it)) })
        BaselineFields(state, on)
    }
}

/** The fields alone, for the three-minute start too. */
@Composable
internal fun ColumnScope.BaselineFields(state: BaselineState, on: (BaselineEvent) -> Unit) {
    ProblemCard(state.problem.outside("usual_amount"))
    if (state.units.size > 1) {
        Heading(stringResource(R.string.count_in))
        Chips(state.units, { on(BaselineEvent.Unit(it)) })
    }
    EveryDay(on)
    Card {
        Heading(stringResource(R.string.day_by_day))
        Quiet(stringResource(R.string.leave_open))
        state.days.forEachIndexed { index, day ->
            if (index > 0) HorizontalDivider(color = MaterialTheme.colorScheme.outlineVariant)
            BesideOrBelow(
                Modifier,
                first = { Text(day.label, Modifier.padding(end = Space.one), style = MaterialTheme.typography.bodyLarge) },
                second = {
                    Stepper(
                        day.amount,
                        { on(BaselineEvent.Step(index, it)) },
                        { on(BaselineEvent.Amount(index, it)) },
                        what = day.label,
                    )
                },
                secondAbove = false,
            )
        }
    }
    Card {
        Answers(
            stringResource(R.string.usual_week),
            listOf(true to stringResource(R.string.yes), false to stringResource(R.string.no)),
            state.usualWeek,
            { on(BaselineEvent.UsualWeek(it)) },
        )
        if (state.usualWeek == false) {
            NumberField(
                stringResource(R.string.usual_amount),
                state.usualAmount,
                { on(BaselineEvent.UsualAmount(it)) },
                Modifier.fillMaxWidth(),
                state.problem.at("usual_amount"),
            )
        }
    }
}

/** "Every day about the same": one amount fills the seven days. */
@Composable
private fun EveryDay(on: (BaselineEvent) -> Unit) = Card {
    var same by remember { mutableStateOf("") }
    Heading(stringResource(R.string.every_day))
    BesideOrBelow(
        Modifier,
        first = {
            NumberField(stringResource(R.string.amount_a_day), same, { same = it }, Modifier.padding(end = Space.one).fillMaxWidth())
        },
        second = {
            SecondButton(stringResource(R.string.fill_in), { on(BaselineEvent.EveryDay(same)) }, enabled = same.isNotBlank())
        },
        secondAbove = false,
    )
}
