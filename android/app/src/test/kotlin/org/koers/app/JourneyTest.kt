package org.koers.app

import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.koers.logic.DayMark
import org.koers.logic.PlanEvent
import org.koers.logic.PlanFieldKind
import org.koers.logic.SettingsEvent
import org.robolectric.annotation.Config
import org.robolectric.annotation.experimental.LazyApplication
import org.robolectric.annotation.experimental.LazyApplication.LazyLoad

/** From a cold start to the next morning, with the real library, vault, manifest and resources. */
@RunWith(AndroidJUnit4::class)
@LazyApplication(LazyLoad.ON)
@Config(qualifiers = "en-rGB-w360dp-h740dp-xhdpi")
class JourneyTest {
    @get:Rule val compose = createEmptyComposeRule()
    private lateinit var hand: Hand

    @Before fun phone() {
        hand = Hand(compose)
    }

    @After fun close() = hand.close()

    @Test fun `from the three-minute start to the morning after`() = with(hand) {
        at("2026-03-17T12:00:00+01:00")
        open()
        start()
        val (first, second) = threeLogs()
        ranked(first, second)
        plan()
        allowWhileLocked()

        val before = entries()
        screenOff()
        sees("Locked")
        assertEquals(null, app.screens.session.open.value)
        at("2026-03-17T20:01:00+01:00")
        alarm()
        until("the reminder is shown") { notices.isNotEmpty() }
        val boxes = { app.noBackupFilesDir.listFiles()!!.filter { it.name.startsWith("me.") && it.name !in setOf("me.koers", "me.porch") } }
        press("Nothing so far")
        until("it was noted") { notices.isEmpty() }
        val full = boxes().associateWith { it.readBytes() }
        unlocked()
        assertEquals(before + 1, entries())

        // Killed between the commit and the emptying of the drop box: it is not there twice.
        killed()
        full.forEach { (box, bytes) -> box.writeBytes(bytes) }
        open()
        unlocked()
        assertEquals(before + 1, entries())

        at("2026-03-18T09:30:00+01:00")
        screenOff()
        unlocked()
        tap("Yes, it stayed that way")
        until("yesterday is settled") {
            app.screens.today.state.value.run { confirm.isEmpty() && strip.any { it.day == "2026-03-17" && it.mark == DayMark.NotUsed } }
        }
    }

    private fun Hand.start() {
        tap("Begin (3 minutes)")
        sees("Which language?")
        tap("Go on")
        tap(hasText("cannabis", ignoreCase = true))
        tap("Go on")
        type("Nickname", "Sam")
        tap("Go on")
        tap("Use this device's lock")
        sees("Every day about the same?")
        tap("Skip")
        sees("How strong was your craving, from 0 to 10?")
        assertTrue(app.device.keys.has())
    }

    /** The first entry is the end of the start; the others begin at the button. */
    private fun Hand.threeLogs(): Pair<String, String> {
        until("the situations are there") { app.screens.log.state.value.situations.size >= 2 }
        val (first, second) = app.screens.log.state.value.situations.map { it.label }
        tapNamed("4 out of 10")
        tap(first)
        tap("No")
        tap("Save")
        sees("May Koers remind you?")
        allowReminders()
        tap("Done")
        at("2026-03-17T12:20:00+01:00")
        log(9, second)
        assertTrue("asked once", hasNot("May Koers remind you?"))
        tap("Done")
        tap("Situations")
        until("both are ranked") { app.screens.situations.state.value.places.size >= 2 }
        at("2026-03-17T12:40:00+01:00")
        log(9, second)
        tap("Done")
        return first to second
    }

    /** SHP-17: what evoked the stronger craving stands first, whatever was noted first. */
    private fun Hand.ranked(first: String, second: String) {
        tap("Situations")
        until("the stronger one is first") {
            app.screens.situations.state.value.places.map { it.label }.let { it.indexOf(second) == 0 && first in it }
        }
    }

    private fun Hand.plan() {
        val top = app.screens.situations.state.value.places.first()
        tap(hasText(top.label, substring = true))
        tap("Make a plan")
        val field = app.screens.plan.let { plan ->
            until("the plan is there") { plan.state.value.fields.isNotEmpty() }
            plan.state.value.fields.first { it.kind == PlanFieldKind.Lines }
        }
        app.screens.tell(app.screens.plan, PlanEvent.AddLine(field.field, "Call Tom first"))
        tap("Save plan")
        until("it stands in the list") {
            app.screens.situations.state.value.places.firstOrNull { it.id == top.id }?.hasPlan == true
        }
    }

    private fun Hand.allowWhileLocked() {
        backToPlaces()
        tap("Today")
        app.screens.tell(app.screens.settings, SettingsEvent.WhileLocked(true))
        until("it may be answered while locked") { app.screens.settings.state.value.whileLocked }
        until("reminders are planned") { app.device.board.scheduled().isNotEmpty() }
    }

    private fun Hand.unlocked() {
        unlock()
        sees("Today")
    }
}
