package org.koers.ui

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import org.koers.logic.GoalEvent
import org.koers.logic.GoalState
import org.koers.ui.parts.Card
import org.koers.ui.parts.Chips
import org.koers.ui.parts.Empty
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.MainButton
import org.koers.ui.parts.Page
import org.koers.ui.parts.Parts
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.Subheading
import org.koers.ui.parts.ToldHost
import org.koers.ui.parts.Waiting

/** The goal and the running week; its form while it is chosen or changed. */
@Composable
fun GoalScreen(state: GoalState, on: (GoalEvent) -> Unit, ways: Ways) {
    val form = state.form
    val back = if (form == null) ways.back else ({ on(GoalEvent.Cancel) })
    BackHandler(onBack = back)
    Page(
        stringResource(R.string.goal),
        back,
        ways::help,
        told = { ToldHost(state.told, { on(GoalEvent.Undo) }, { on(GoalEvent.Dismissed) }) },
        below = {
            if (form != null) {
                MainButton(stringResource(R.string.save_goal), { on(GoalEvent.Save) }, Modifier.fillMaxWidth(), form.kind != null)
            } else if (!state.loading) {
                val words = if (state.lines.isEmpty()) R.string.choose_goal else R.string.change_goal
                MainButton(stringResource(words), { on(GoalEvent.Change) }, Modifier.fillMaxWidth())
            }
        },
    ) { padding ->
        when {
            state.loading -> Waiting(padding)
            form != null -> Parts(padding) { GoalFields(form, state, on) }
            else -> Parts(padding) { TheGoal(state, on) }
        }
    }
}

@Composable
private fun ColumnScope.TheGoal(state: GoalState, on: (GoalEvent) -> Unit) {
    if (state.substances.size > 1) Chips(state.substances, { on(GoalEvent.Substance(it)) })
    ProblemCard(state.problem)
    if (state.lines.isEmpty()) Empty(Icons.goal, stringResource(R.string.goal_empty))
    if (state.lines.isNotEmpty()) {
        Card {
            Subheading(stringResource(R.string.my_goal))
            Text(state.lines.first(), style = MaterialTheme.typography.titleLarge)
            state.lines.drop(1).forEach { Line(it) }
        }
    }
    if (state.weekLines.isNotEmpty()) {
        Card {
            state.weekTitle?.let { Heading(it) }
            state.weekLines.forEach { Line(it) }
        }
    }
    if (state.lines.isNotEmpty()) Quiet(stringResource(R.string.goal_may_change))
}
