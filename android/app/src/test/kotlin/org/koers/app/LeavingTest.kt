package org.koers.app

import android.content.ClipData
import android.content.ClipDescription
import android.graphics.Bitmap
import android.graphics.Canvas
import android.view.View
import android.view.WindowManager
import androidx.compose.ui.platform.ClipEntry
import androidx.compose.ui.platform.Clipboard
import androidx.lifecycle.Lifecycle
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.koers.logic.LockAfter
import org.koers.logic.Place
import org.koers.platform.FakeAndroidKeyStore
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
