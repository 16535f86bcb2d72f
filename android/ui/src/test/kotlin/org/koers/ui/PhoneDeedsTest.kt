package org.koers.ui

import android.app.Application
import android.provider.Settings
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onLast
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.koers.Lang
import org.koers.logic.Face
import org.koers.logic.PhoneEvent
import org.koers.logic.PhoneState
import org.koers.logic.ToTheMinute
import org.koers.ui.parts.PickTime
import org.koers.ui.theme.KoersTheme
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** SHP-31, BEY-02: what views do with what Android alone leaves to choose, and with a time that is picked. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = "en-rGB-w360dp-h640dp-xhdpi")
class PhoneDeedsTest {
    @get:Rule val compose = createComposeRule()

    @Test
    fun `the minute is chosen by a switch, and what the phone holds back leads to its setting`() {
        val events = mutableListOf<PhoneEvent>()
        var phone by mutableStateOf(PhoneState())
        compose.setContent {
            KoersTheme { SettingsScreen(Life.of(Lang.EN).settings, {}, Ways({}, {}), NoPickers, phone, { events += it }, {}, SettingsPart.Reminders) }
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
    fun `a time can be typed instead of found on the dial`() {
        val picked = mutableListOf<Int>()
        compose.setContent { KoersTheme { PickTime("What time?", 20 * 60, { picked += it }, {}) } }
        compose.onNodeWithContentDescription("Switch to text input", substring = true).performClick()
        compose.waitForIdle()
        compose.onNodeWithText("Choose").performClick()
        assertEquals(listOf(20 * 60), picked)
    }

    @Test
    fun `a name and an icon are chosen by a tap`() {
        val events = mutableListOf<PhoneEvent>()
        compose.setContent { KoersTheme { FacePart(Face.Koers) { events += PhoneEvent.Wear(it) } } }
        compose.onNode(hasText("Books")).performClick()
        assertEquals(listOf<PhoneEvent>(PhoneEvent.Wear(Face.Books)), events)
    }
}
