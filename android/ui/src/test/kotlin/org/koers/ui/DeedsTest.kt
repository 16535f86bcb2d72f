package org.koers.ui

import android.app.Application
import android.provider.Settings
import android.view.View
import android.view.inputmethod.BaseInputConnection
import android.view.inputmethod.EditorInfo
import android.view.inputmethod.InputConnection
import androidx.compose.foundation.text.input.TextFieldState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.platform.PlatformTextInputMethodRequest
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertHasNoClickAction
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasStateDescription
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isSelected
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onLast
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.test.performTextInput
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.koers.Lang
import org.koers.logic.DoorEvent
import org.koers.logic.FillInEvent
import org.koers.logic.PhoneEvent
import org.koers.logic.PhoneState
import org.koers.logic.Place
import org.koers.logic.PlanEvent
import org.koers.logic.Problem
import org.koers.logic.StartEvent
import org.koers.logic.ToTheMinute
import org.koers.logic.TodayEvent
import org.koers.logic.Told
import org.koers.logic.Way
import org.koers.logic.WayOut
import org.koers.ui.parts.PickDay
import org.koers.ui.parts.PickTime
import org.koers.ui.parts.take
import org.koers.ui.theme.Asking
import org.koers.ui.theme.KoersTheme
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** What views do with what is tapped and typed. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = "en-w360dp-h640dp-xhdpi")
class DeedsTest {
    @get:Rule val compose = createComposeRule()

    private val life = Life.of(Lang.EN)
    private val ways = Ways({}, {})

    @Test
    fun `what was done is said, and can be undone from there`() {
        val events = mutableListOf<TodayEvent>()
        val told = Told(listOf("Today is closed."), canUndo = true)
        compose.setContent { KoersTheme { TodayScreen(life.today.copy(told = told), { events += it }, ways) } }
        compose.waitForIdle()
        compose.onNodeWithText("Today is closed.").assertExists()
        compose.onNodeWithText("Undo").performClick()
        compose.waitForIdle()
        assertEquals(listOf<TodayEvent>(TodayEvent.Undo), events)
    }

    @Test
    fun `yesterday is closed in one tap, and older days are left or filled in`() {
        val events = mutableListOf<TodayEvent>()
        val gone = mutableListOf<Way>()
        val today = life.todayOpen
        compose.setContent { KoersTheme { TodayScreen(today, { events += it }, Ways({ gone += it }, {})) } }
        compose.onNodeWithText(today.openDay!!.close).performScrollTo().performClick()
        compose.onNodeWithText(today.openDay!!.log).performScrollTo().performClick()
        compose.onNodeWithText(today.gaps!!.goOn).performScrollTo().performClick()
        // The log button floats over what is scrolled just into sight.
        compose.onNodeWithText(today.gaps!!.fillIn).performSemanticsAction(SemanticsActions.OnClick)
        compose.waitForIdle()
        assertEquals(listOf(TodayEvent.CloseOpenDay, TodayEvent.GoOn), events)
        assertEquals(listOf(Way(Place.Log, "2026-03-23"), Way(Place.FillIn, "cannabis")), gone)
    }

    @Test
    fun `each day of a period has its own answers, and the rest is filled in at once`() {
        val events = mutableListOf<FillInEvent>()
        val form = life.fillIn
        compose.setContent { KoersTheme { FillInScreen(form, { events += it }, ways) } }
        compose.onNodeWithText(form.restNotUsed).performClick()
        compose.onAllNodesWithText(form.used).onFirst().performClick()
        compose.onNodeWithText("Save").performClick()
        compose.waitForIdle()
        val first = form.days.first().day
        assertEquals(listOf(FillInEvent.RestNotUsed, FillInEvent.Answer(first, true), FillInEvent.Save), events)
    }

    @Test
    fun `where no key is left that is said, and one can begin anew from there`() {
        val events = mutableListOf<DoorEvent>()
        compose.setContent { KoersTheme { TroubleScreen(life.keysGone, { events += it }, {}, NoPickers) } }
        compose.onNodeWithText(life.keysGone.trouble!!.text).assertExists()
        compose.onNodeWithText("Begin anew").performScrollTo().performClick()
        compose.waitForIdle()
        assertEquals(listOf<DoorEvent>(DoorEvent.Out(WayOut.StartOver)), events)
    }

    @Test
    fun `a passphrase goes on as bytes and stands in no field any more`() {
        val events = mutableListOf<DoorEvent>()
        val state = life.locked.copy(device = false)
        compose.setContent { KoersTheme { LockScreen(state, { events += it }, {}) } }
        compose.onNode(hasSetTextAction()).performTextInput("café ☕")
        compose.onNodeWithText("Open").performClick()
        compose.waitForIdle()
        assertArrayEquals("café ☕".toByteArray(), (events.single() as DoorEvent.Passphrase).typed)
        assertTrue(TextFieldState("word").run { take(); text.isEmpty() })
    }

    @Test
    fun `a problem stands at its field, and is no second card above it`() {
        val state = life.startNickname.copy(problem = Problem("That name is too long.", "nickname"))
        compose.setContent { KoersTheme { StartScreen(state, {}, {}) } }
        compose.waitForIdle()
        compose.onNode(hasText("That name is too long.")).assertExists()
    }

    @Test
    fun `typing goes on while the presenter takes its time`() {
        var state by mutableStateOf(life.startNickname.copy(nickname = ""))
        val later = mutableListOf<String>()
        compose.setContent { KoersTheme { StartScreen(state, { if (it is StartEvent.Nickname) later += it.text }, {}) } }
        for (letter in "Sam") compose.onNode(hasSetTextAction()).performTextInput(letter.toString())
        for (text in later.toList()) {
            state = state.copy(nickname = text)
            compose.waitForIdle()
        }
        compose.onNodeWithText("Sam").assertExists()
        assertEquals("Sam", later.last())
    }

    @Test
    fun `the keyboard is asked not to learn what is typed`() {
        val asked = EditorInfo()
        val field = object : PlatformTextInputMethodRequest {
            override fun createInputConnection(outAttributes: EditorInfo): InputConnection {
                outAttributes.imeOptions = EditorInfo.IME_ACTION_DONE
                return BaseInputConnection(View(ApplicationProvider.getApplicationContext()), false)
            }
        }
        Asking(field).createInputConnection(asked)
        assertEquals(EditorInfo.IME_ACTION_DONE or EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING, asked.imeOptions)
    }

    @Test
    fun `whether a plan helped takes one tap`() {
        val events = mutableListOf<PlanEvent>()
        val ask = life.plan.ask!!
        compose.setContent { KoersTheme { PlanScreen(life.plan, { events += it }, ways) } }
        compose.onNodeWithText(ask.text).assertExists()
        compose.onNodeWithText(ask.answers.last().label).performClick()
        compose.waitForIdle()
        assertEquals(listOf<PlanEvent>(PlanEvent.Answered(ask.answers.last().answer)), events)
    }

    @Test
    fun `what a field offers is taken over by one tap, and says so to who listens`() {
        val events = mutableListOf<PlanEvent>()
        val field = life.planNew.fields.first { it.suggestions.isNotEmpty() }
        val words = field.suggestions.first().lines.first()
        val alone = life.planNew.copy(fields = listOf(field))
        compose.setContent { KoersTheme { PlanScreen(alone, { events += it }, ways) } }
        val chip = compose.onNodeWithText(words).performScrollTo()
        assertEquals("Take over", chip.fetchSemanticsNode().config[SemanticsActions.OnClick].label)
        chip.performClick()
        compose.waitForIdle()
        assertEquals(listOf<PlanEvent>(PlanEvent.TakeOver(field.field, words)), events)
    }

    @Test
    fun `the minute is chosen by a switch, and what the phone holds back leads to its setting`() {
        val events = mutableListOf<PhoneEvent>()
        var phone by mutableStateOf(PhoneState())
        compose.setContent {
            KoersTheme { SettingsScreen(life.settings, {}, ways, NoPickers, phone, { events += it }, {}, SettingsPart.Reminders) }
        }
        compose.onNodeWithText("To the minute").performScrollTo().performClick()
        assertEquals(listOf<PhoneEvent>(PhoneEvent.Minute(true)), events)
        val held = "Your device does not allow this yet. Until then they may come up to ten minutes later."
        compose.onNodeWithText(held).assertDoesNotExist()
        phone = PhoneState(ToTheMinute(chosen = true, allowed = false))
        compose.waitForIdle()
        compose.onNodeWithText(held).assertExists()
        compose.onAllNodesWithText("To that setting").onLast().performScrollTo().performClick()
        val app = ApplicationProvider.getApplicationContext<Application>()
        val setting = shadowOf(app).nextStartedActivity
        assertEquals(Settings.ACTION_REQUEST_SCHEDULE_EXACT_ALARM, setting.action)
        assertEquals("package:${app.packageName}", setting.dataString)
        compose.onNodeWithText("They may come up to ten minutes later.").assertExists()
        phone = PhoneState(ToTheMinute(chosen = true, allowed = true))
        compose.waitForIdle()
        compose.onNodeWithText(held).assertDoesNotExist()
        compose.onNodeWithText("They are set to the minute.").assertExists()
    }

    @Test
    fun `a time is typed, and chosen in minutes after midnight`() {
        val picked = mutableListOf<Int>()
        compose.setContent { KoersTheme { PickTime("What time?", 20 * 60 + 5, { picked += it }, {}) } }
        compose.onNodeWithText("Choose").performClick()
        assertEquals(listOf(20 * 60 + 5), picked)
    }

    @Test
    fun `no day after today can be chosen for when it was`() {
        val picked = mutableListOf<String>()
        compose.setContent { KoersTheme { PickDay(null, { picked += it }, {}, until = "2026-03-30") } }
        compose.onNodeWithText("March 31, 2026", substring = true).assertIsNotEnabled()
        compose.onNodeWithText("March 30, 2026", substring = true).performClick()
        compose.onNodeWithText("Choose").performClick()
        assertEquals(listOf("2026-03-30"), picked)
    }

    @Test
    fun `an entry for a day that went by says the day, and no time that nobody chose`() {
        val more = life.logMore.more!!.copy(at = "2026-03-16")
        compose.setContent { KoersTheme { LogScreen(life.logMore.copy(more = more), {}, ways) } }
        compose.waitForIdle()
        compose.onNodeWithText("Mar 16, 2026").assertExists()
    }

    @Test
    fun `a step that is open leads to where it is filled in, and one without a screen says that it follows`() {
        val gone = mutableListOf<Way>()
        val steps = life.intake.steps.map { it.copy(done = false) }
        compose.setContent { KoersTheme { ProgrammeScreen(life.intake.copy(steps = steps), Ways({ gone += it }, {})) } }
        compose.waitForIdle()
        val (filledIn, later) = steps.partition { it.way != null }
        compose.onAllNodes(hasStateDescription("still open")).assertCountEquals(filledIn.size)
        compose.onAllNodes(hasStateDescription("comes with a newer Koers")).assertCountEquals(later.size)
        for (step in filledIn) compose.onNodeWithText(step.title).performScrollTo().performClick()
        assertEquals(filledIn.map { it.way }, gone)
        for (step in later) compose.onNodeWithText(step.title).assertHasNoClickAction()
    }

    @Test
    @Config(qualifiers = "en-w800dp-h360dp-land-xhdpi")
    fun `on its side, the list of settings shows which part is open`() {
        val part = SettingsPart.Wipe
        compose.setContent {
            KoersTheme { SettingsScreen(life.settings, {}, ways, NoPickers, PhoneState(), {}, {}, part) }
        }
        compose.waitForIdle()
        compose.onNode(hasText("Erase everything") and isSelected()).assertIsDisplayed()
    }

    @Test
    fun `a plan that was changed asks before it is left`() {
        var left = false
        val ways = Ways({}, { left = true })
        compose.setContent { KoersTheme { PlanScreen(life.plan.copy(changed = true), {}, ways) } }
        compose.onNodeWithContentDescription("Back").performClick()
        compose.waitForIdle()
        assertEquals(false, left)
        compose.onNodeWithText("Leave").performClick()
        compose.waitForIdle()
        assertEquals(true, left)
    }
}
