package org.koers.logic

import org.koers.DidItHelp
import org.koers.PlanAsk

/** The question of the core about a plan. */
internal fun askOf(ask: PlanAsk) =
    PlanAskState(ask.text, ask.answers.map { HelpedChoice(choiceOf(it.answer), it.label) })

internal fun answerOf(answer: Helped): DidItHelp = when (answer) {
    Helped.Yes -> DidItHelp.YES
    Helped.Partly -> DidItHelp.PARTLY
    Helped.No -> DidItHelp.NO
    Helped.NotUsed -> DidItHelp.NOT_USED
}

private fun choiceOf(answer: DidItHelp): Helped = when (answer) {
    DidItHelp.YES -> Helped.Yes
    DidItHelp.PARTLY -> Helped.Partly
    DidItHelp.NO -> Helped.No
    DidItHelp.NOT_USED -> Helped.NotUsed
}
