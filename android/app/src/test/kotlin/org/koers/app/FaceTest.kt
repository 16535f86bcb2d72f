package org.koers.app

import android.app.Activity
import android.app.ActivityManager
import android.content.Intent
import android.content.pm.PackageManager
import android.content.pm.ResolveInfo
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotEquals
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.koers.logic.Face
import org.robolectric.annotation.Config
import org.robolectric.annotation.experimental.LazyApplication
import org.robolectric.annotation.experimental.LazyApplication.LazyLoad

/** BEY-02: the name and the icon on the home screen. */
@RunWith(AndroidJUnit4::class)
@LazyApplication(LazyLoad.ON)
@Config(qualifiers = "en-rGB-w360dp-h740dp-xhdpi")
class FaceTest {
    @get:Rule val compose = createEmptyComposeRule()
    private lateinit var hand: Hand

    @Before fun phone() {
        hand = Hand(compose)
    }

    @After fun close() = hand.close()

    private val app get() = hand.app
    private val handset get() = AndroidHandset(app, app.device)

    /** What a home screen shows of the app. */
    private fun shown(): List<ResolveInfo> {
        val launcher = Intent(Intent.ACTION_MAIN).addCategory(Intent.CATEGORY_LAUNCHER).setPackage(app.packageName)
        return app.packageManager.queryIntentActivities(launcher, 0)
    }

    private fun faces() = shown().map { it.activityInfo.name.substringAfterLast('.') }

    @Test fun `after every switch exactly one is there, and it starts the app`() {
        hand.open()
        assertEquals(listOf("Koers"), faces())
        for (face in listOf(Face.Weather, Face.Books, Face.Sums, Face.Sums, Face.Koers, Face.Weather)) {
            handset.face = face
            assertEquals(listOf(face.name), faces())
            assertEquals(face, handset.face)
            assertEquals(app.alias(face), app.packageManager.getLaunchIntentForPackage(app.packageName)!!.component)
        }
    }

    @Test fun `a switch that was cut short leaves a way in, and the next one mends it`() {
        hand.open()
        // Killed when the new one was on and the old one not yet off.
        app.packageManager.setComponentEnabledSetting(
            app.alias(Face.Books), PackageManager.COMPONENT_ENABLED_STATE_ENABLED, PackageManager.DONT_KILL_APP,
        )
        assertEquals(2, faces().size)
        handset.face = Face.Books
        assertEquals(listOf("Books"), faces())
    }

    @Test fun `each has its own name and icon, and none but the first says what this is`() {
        hand.open()
        val worn = Face.entries.map { face ->
            handset.face = face
            shown().single().run { loadLabel(app.packageManager).toString() to activityInfo.icon }
        }
        assertEquals(listOf("Koers", "Weather", "Sums", "Books"), worn.map { it.first })
        assertEquals(worn.size, worn.map { it.second }.toSet().size)
        val theme = Regex("koers|course|note|diar|use|crav|drug|weed|cannabis|coca|coke|snow|sober|clean|quit|stop|help", RegexOption.IGNORE_CASE)
        worn.drop(1).forEach { (name, icon) ->
            assertFalse(name, theme.containsMatchIn(name))
            assertNotEquals(0, icon)
        }
    }

    @Test @Config(qualifiers = "nl") fun `in Dutch they have Dutch names`() {
        hand.open()
        handset.face = Face.Weather
        assertEquals("Weer", shown().single().loadLabel(app.packageManager).toString())
    }

    @Test fun `the shortcut goes with the name`() {
        hand.open()
        handset.face = Face.Sums
        val info = app.packageManager.getActivityInfo(app.alias(Face.Sums), PackageManager.GET_META_DATA)
        assertEquals(R.xml.shortcuts, info.metaData.getInt("android.app.shortcuts"))
    }

    @Test fun `chosen in the settings, it is worn at once, and also after the process died`() = with(hand) {
        at("2026-03-17T12:00:00+01:00")
        begin()
        open()
        unlock()
        tapNamed("Me and settings")
        tap("Name and icon")
        tap(hasText("Books"))
        until("it is worn") { faces() == listOf("Books") }
        until("the recent apps say so") { activity { label(it) } == "Books" }
        killed()
        open()
        assertEquals(listOf("Books"), faces())
        assertEquals("Books", activity { label(it) })
    }

    /** What stands over the app among the recent ones; Android lets nobody ask an activity for it. */
    private fun label(activity: MainActivity): String? =
        Activity::class.java.getDeclaredField("mTaskDescription").apply { isAccessible = true }
            .let { it.get(activity) as ActivityManager.TaskDescription }.label
}
