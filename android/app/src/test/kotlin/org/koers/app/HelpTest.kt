package org.koers.app

import androidx.compose.ui.test.hasText
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.koers.logic.BaselineEvent
import org.koers.logic.FillInEvent
import org.koers.logic.Place
import org.koers.logic.PlanEvent
import org.koers.logic.PlanFieldKind
import org.koers.logic.Way
import org.robolectric.Shadows.shadowOf

/** REC-13: help now, from anywhere, and the way back from it. */
class HelpTest : InHand() {
    private val screens get() = hand.app.screens

    private fun lead(way: Way) = hand.activity { screens.lead(way) }

    /** There and back; all that it could have asked for has been done. */
    private fun Hand.lookAtHelp() {
        tapTag("help")
        until("help is there") { screens.help.state.value.question.isNotEmpty() }
        sees(screens.help.state.value.question)
        tapNamed("Back")
        until("it is gone") { screens.navigator.here.way.to != Place.Help }
        settled(screens.plan, PlanEvent.Dismissed)
        settled(screens.baseline, BaselineEvent.Dismissed)
        settled(screens.fillIn, FillInEvent.Dismissed)
    }

    @Test fun `a plan that is being written stays while the person looks at help, and leaving it is asked about`() = with(hand) {
        open()
        unlock()
        tapTag("log")
        until("the situations are there") { screens.log.state.value.situations.isNotEmpty() }
        lead(Way(Place.Plan, screens.log.state.value.situations.first().id))
        until("the plan is there") { screens.plan.state.value.fields.isNotEmpty() }
        val field = screens.plan.state.value.fields.first { it.kind == PlanFieldKind.Lines }.field
        screens.tell(screens.plan, PlanEvent.AddLine(field, "Call Tom first"))
        until("it is written") { screens.plan.state.value.changed }
        lookAtHelp()
        val plan = screens.plan.state.value
        assertTrue(plan.changed)
        assertTrue("Call Tom first" in plan.fields.first { it.field == field }.lines)
        tapNamed("Back")
        sees("Leave without saving?")
        tap("Leave")
        lead(Way(Place.Plan, screens.log.state.value.situations.first().id))
        until("it was left") { !screens.plan.state.value.changed }
    }

    @Test fun `the week before the start that is being filled in stays while the person looks at help`() = with(hand) {
        open()
        unlock()
        lead(Way(Place.Baseline))
        until("the days are there") { screens.baseline.state.value.days.isNotEmpty() }
        screens.tell(screens.baseline, BaselineEvent.Amount(0, "2"))
        until("it is typed") { screens.baseline.state.value.days.first().amount == "2" }
        lookAtHelp()
        assertEquals("2", screens.baseline.state.value.days.first().amount)
    }

    @Test fun `help that a notification leads to lies over today, which is there after it`() = with(hand) {
        open(MainActivity.at(app, Place.Help))
        unlock()
        until("help is there") { screens.help.state.value.question.isNotEmpty() }
        sees(screens.help.state.value.question)
        tapNamed("Back")
        until("today is there") { screens.today.state.value.title.isNotEmpty() }
    }

    @Test fun `where nothing dials, the number stands on the screen`() = with(hand) {
        open()
        shadowOf(app).checkActivities(true)
        tapTag("help")
        until("the numbers are there") { screens.help.state.value.lines.isNotEmpty() }
        val number = hasText(screens.help.state.value.lines.first().number, substring = true)
        tap(number)
        sees(number)
    }
}
