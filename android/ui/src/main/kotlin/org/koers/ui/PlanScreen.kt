package org.koers.ui

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import org.koers.logic.PlanEvent
import org.koers.logic.PlanState
import org.koers.ui.parts.Ask
import org.koers.ui.parts.Headline
import org.koers.ui.parts.MainButton
import org.koers.ui.parts.Page
import org.koers.ui.parts.Parts
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.ToldHost
import org.koers.ui.parts.outside

/** The prevention plan of one situation: one field open at a time, the others with what they hold. */
@Composable
fun PlanScreen(state: PlanState, on: (PlanEvent) -> Unit, ways: Ways) {
    var leaving by rememberSaveable { mutableStateOf(false) }
    // Which field is open; its name is no content. Empty for none.
    var open by rememberSaveable { mutableStateOf<String?>(null) }
    val names = state.fields.map { it.field }
    val shown = open ?: if (state.none != null) names.firstOrNull() else ""
    val back = { if (state.changed) leaving = true else ways.back() }
    BackHandler(onBack = back)
    Page(
        stringResource(R.string.plan),
        back,
        ways::help,
        told = { ToldHost(state.told, { on(PlanEvent.Undo) }, { on(PlanEvent.Dismissed) }) },
        below = if (state.changed) {
            { MainButton(stringResource(R.string.save_plan), { on(PlanEvent.Save) }, Modifier.fillMaxWidth()) }
        } else {
            null
        },
    ) { padding ->
        Parts(padding) {
            Headline(state.title)
            ProblemCard(state.problem.outside(*names.toTypedArray()))
            state.none?.let { Quiet(it) }
            HelpedCard(state.helped, state.ask, { on(PlanEvent.Answered(it)) })
            state.fields.forEachIndexed { index, field ->
                PlanFieldCard(
                    field,
                    state,
                    open = field.field == shown,
                    onOpen = { open = if (it) field.field else "" },
                    onNext = names.getOrNull(index + 1)?.let { next -> { open = next } },
                    on = on,
                )
            }
        }
    }
    if (leaving) {
        Ask(
            stringResource(R.string.leave_ask),
            stringResource(R.string.leave_more),
            stringResource(R.string.leave),
            { leaving = false; ways.back() },
            { leaving = false },
            stringResource(R.string.stay_here),
        )
    }
}
