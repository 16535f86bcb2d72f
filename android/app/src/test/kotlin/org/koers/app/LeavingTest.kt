package org.koers.app

import android.app.Activity
import android.content.ClipData
import android.content.ClipDescription
import android.content.Intent
import android.graphics.Bitmap
import android.graphics.Canvas
import android.net.Uri
import android.os.Bundle
import android.view.View
import android.view.WindowManager
import androidx.compose.ui.platform.ClipEntry
import androidx.compose.ui.platform.Clipboard
import androidx.lifecycle.Lifecycle
import androidx.test.platform.app.InstrumentationRegistry.getInstrumentation
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.koers.logic.DoorEvent
import org.koers.logic.KeyRefused
import org.koers.logic.LockAfter
import org.koers.logic.Place
import org.koers.logic.SettingsEvent
import org.koers.platform.Ask
import org.koers.platform.BiometricAsk
import org.koers.platform.FakeAndroidKeyStore
import org.koers.platform.FakeAsk
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowLooper

/** BEY-02: leaving the app, coming back to it, and what may be seen meanwhile. */
class LeavingTest : InHand() {
    /** The colours of what the window shows. */
    private fun colours(activity: MainActivity): Set<Int> {
        val view = activity.findViewById<View>(android.R.id.content)
        val picture = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
        view.draw(Canvas(picture))
        return IntArray(view.width * view.height).also { picture.getPixels(it, 0, view.width, 0, 0, view.width, view.height) }.toSet()
    }

    @Test fun `no screenshot, and a cover while it is not in front`() = with(hand) {
        open()
        unlock()
        val flags = activity { it.window.attributes.flags }
        assertTrue(flags and WindowManager.LayoutParams.FLAG_SECURE != 0)
        sees("Today")
        assertTrue(activity(::colours).size > 1)
        moveTo(Lifecycle.State.STARTED)
        ShadowLooper.idleMainLooper()
        assertEquals(1, activity(::colours).size)
        moveTo(Lifecycle.State.RESUMED)
        sees("Today")
    }

    @Test fun `who comes back sees nothing before the door has heard it`() = with(hand) {
        open()
        unlock()
        sees("Today")
        val (asked, answer) = CompletableDeferred<Unit>() to CompletableDeferred<Unit>()
        app.device.ask = Ask {
            asked.complete(Unit)
            answer.await()
            throw KeyRefused()
        }
        app.screens.tell(app.screens.door, DoorEvent.DeviceAgain)
        until("the door is busy") { asked.isCompleted }
        moveTo(Lifecycle.State.CREATED)
        moveTo(Lifecycle.State.RESUMED)
        ShadowLooper.idleMainLooper()
        assertEquals(1, activity(::colours).size)
        answer.complete(Unit)
        sees("Locked")
        until("it is seen") { activity(::colours).size > 1 }
    }

    /** The phone asks who it is, over what is open. */
    private fun Hand.asking(): BiometricAsk {
        open()
        unlock()
        val ask = activity { it.ask }
        app.device.ask = ask
        app.screens.tell(app.screens.settings, SettingsEvent.UseDevice)
        until("it asks") { ask.open }
        return ask
    }

    @Test fun `a screen of the phone that asks who it is does not lock, also where it lies over the app`() = with(hand) {
        val ask = asking()
        moveTo(Lifecycle.State.CREATED)
        settled(app.screens.door, DoorEvent.Dismissed)
        moveTo(Lifecycle.State.RESUMED)
        ask.giveUp()
        settled(app.screens.door, DoorEvent.Dismissed)
        assertNotNull(app.screens.session.open.value)
        moveTo(Lifecycle.State.CREATED)
        until("left for real") { app.screens.session.open.value == null }
    }

    @Test fun `leaving while the phone asks who it is locks as soon as the question is over`() = with(hand) {
        val ask = asking()
        moveTo(Lifecycle.State.CREATED)
        settled(app.screens.door, DoorEvent.Dismissed)
        assertNotNull(app.screens.session.open.value)
        ask.giveUp()
        until("locked") { app.screens.session.open.value == null }
    }

    @Test fun `the screen that goes off while the phone asks who it is locks`() = with(hand) {
        asking()
        moveTo(Lifecycle.State.CREATED)
        screenOff()
        until("locked") { app.screens.session.open.value == null }
    }

    @Test fun `leaving the lock while the phone asks who it is does no harm`() = with(hand) {
        open()
        val ask = activity { it.ask }
        app.device.ask = ask
        tap("Open with this device's lock")
        until("it asks") { ask.open }
        moveTo(Lifecycle.State.CREATED)
        screenOff()
        assertFalse(ask.open)
        moveTo(Lifecycle.State.RESUMED)
        app.device.ask = FakeAsk()
        unlock()
        sees("Today")
        settled(app.screens.door, DoorEvent.Dismissed)
        assertNotNull(app.screens.session.open.value)
    }

    @Test fun `nobody is asked over a screen that was left`() = with(hand) {
        open()
        val ask = activity { it.ask }
        app.device.ask = ask
        moveTo(Lifecycle.State.CREATED)
        val heard = app.scope.launch { app.screens.door.on(DoorEvent.Device) }
        until("it was refused") { heard.isCompleted }
        assertFalse(ask.open)
    }

    @Test fun `what was picked comes back to a screen that was made anew meanwhile`() = with(hand) {
        open()
        var picked: String? = null
        val request = activity {
            it.pickers.newFile("backup.koers") { place -> picked = place }
            shadowOf(it).nextStartedActivityForResult.requestCode
        }
        recreate()
        val chosen = Intent().setData(Uri.parse("content://elsewhere/backup"))
        activity { it.activityResultRegistry.dispatchResult(request, Activity.RESULT_OK, chosen) }
        assertEquals("content://elsewhere/backup", picked)
    }

    @Test fun `the system keeps nothing of the screen but which picker is open`() = with(hand) {
        open()
        unlock()
        tapNamed("Me and settings")
        sees("Name and icon")
        val kept = Bundle()
        activity { getInstrumentation().callActivityOnSaveInstanceState(it, kept) }
        assertTrue(names(kept).isNotEmpty())
        assertTrue(names(kept).all { it.startsWith("KEY_COMPONENT_ACTIVITY_") })
    }

    @Suppress("DEPRECATION")
    private fun names(bundle: Bundle): List<String> =
        bundle.keySet().flatMap { name -> (bundle.get(name) as? Bundle)?.let(::names) ?: listOf(name) }

    @Test fun `leaving locks at once, and after the chosen time where another was chosen`() = with(hand) {
        open()
        unlock()
        moveTo(Lifecycle.State.CREATED)
        until("locked") { app.screens.session.open.value == null }
        moveTo(Lifecycle.State.RESUMED)
        unlock()
        app.device.choices.lockAfter = LockAfter.FiveMinutes
        moveTo(Lifecycle.State.CREATED)
        moveTo(Lifecycle.State.RESUMED)
        sees("Today")
        assertNotNull(app.screens.session.open.value)
        screenOff()
        until("the screen went off") { app.screens.session.open.value == null }
    }

    @Test fun `a half-filled entry is there after turning the phone, and after the process died, once unlocked`() = with(hand) {
        open()
        unlock()
        tapTag("log")
        tapNamed("8 out of 10")
        until("it was taken") { app.screens.log.state.value.craving == 8 }
        recreate()
        sees("How strong was your craving, from 0 to 10?")
        assertEquals(8, app.screens.log.state.value.craving)
        killed()
        open()
        unlock()
        tapTag("log")
        sees("You had begun with this earlier.")
        assertEquals(8, app.screens.log.state.value.craving)
    }

    @Test fun `what leads to a new entry comes after the lock`() = with(hand) {
        open(MainActivity.at(app, Place.Log))
        sees("Open with this device's lock")
        assertTrue(hasNot("How strong was your craving, from 0 to 10?"))
        unlock()
        sees("How strong was your craving, from 0 to 10?")
    }

    @Test fun `what is copied is marked as sensitive`() = with(hand) {
        open()
        val copied = ClipData.newPlainText("", "words")
        val phone = object : Clipboard {
            var entry: ClipEntry? = null
            override val nativeClipboard get() = error("not used")
            override suspend fun getClipEntry() = entry
            override suspend fun setClipEntry(clipEntry: ClipEntry?) {
                entry = clipEntry
            }
        }
        runBlocking { SensitiveClipboard(phone).setClipEntry(ClipEntry(copied)) }
        assertTrue(phone.entry!!.clipData.description.extras!!.getBoolean(ClipDescription.EXTRA_IS_SENSITIVE))
    }

    @Test fun `a key that the phone invalidated leaves a way out, and nothing is destroyed`() = with(hand) {
        val vault = java.io.File(app.device.files.vault)
        val before = vault.readBytes()
        open()
        sees("Open with this device's lock")
        FakeAndroidKeyStore.invalidate()
        tap("Open with this device's lock")
        sees("No key is left")
        assertFalse(app.device.keys.has())
        assertTrue(before.contentEquals(vault.readBytes()))
    }
}
