package org.koers.app

import android.app.PendingIntent
import android.content.ComponentName
import android.content.Intent
import android.content.pm.PackageManager
import android.os.Binder
import android.os.Bundle
import android.os.IInterface
import android.service.quicksettings.Tile
import androidx.glance.appwidget.testing.unit.hasStartActivityClickAction
import androidx.glance.appwidget.testing.unit.runGlanceAppWidgetUnitTest
import androidx.glance.testing.unit.hasText
import java.lang.reflect.Proxy
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.koers.logic.Face
import org.koers.logic.LockAfter
import org.koers.logic.Place
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.xmlpull.v1.XmlPullParser

/** Widget, tile and shortcut: neutral, and they lead to a new entry alone, behind the locks of phone and app. */
class DailyNoteTest : InHand() {
    private val app get() = hand.app

    private fun Hand.comesToTheLog(intent: Intent) {
        open(intent)
        sees("Open with this device's lock")
        assertTrue(hasNot(ASKED))
        unlock()
        sees(ASKED)
    }

    // The widget.

    @Test fun `the widget says daily note and nothing else, and leads to a new entry`() = runGlanceAppWidgetUnitTest {
        setContext(app)
        provideComposable { DailyNoteButton() }
        onNode(hasText("Daily note")).assertExists()
        onAllNodes(hasText("")).assertCountEquals(1)
        onNode(hasStartActivityClickAction(MainActivity.at(app, Place.Log))).assertExists()
    }

    @Test @Config(qualifiers = "nl")
    fun `in Dutch it is a dagnotitie`() = runGlanceAppWidgetUnitTest {
        setContext(app)
        provideComposable { DailyNoteButton() }
        onNode(hasText("Dagnotitie")).assertExists()
    }

    @Test fun `the manifest offers the widget to home screens, and it needs no other app`() {
        val update = Intent("android.appwidget.action.APPWIDGET_UPDATE").setPackage(app.packageName)
        val receiver = app.packageManager.queryBroadcastReceivers(update, PackageManager.GET_META_DATA).single().activityInfo
        assertEquals(DailyNoteReceiver::class.java.name, receiver.name)
        assertEquals(R.xml.daily_note_widget, receiver.metaData.getInt("android.appwidget.provider"))
        assertFalse(receiver.exported)
    }

    @Test fun `the widget of a locked app comes to the log behind the lock`() = hand.comesToTheLog(MainActivity.at(app, Place.Log))

    // The tile.

    /** The system behind a tile: keeps what it was told to start, and whether the phone was locked then. */
    private inner class TileHost(locked: Boolean) {
        val started = mutableListOf<Pair<PendingIntent, Boolean>>()
        private val binder = Binder()
        val tile: DailyNoteTile

        init {
            val system = Class.forName("android.service.quicksettings.IQSService")
            val told = Proxy.newProxyInstance(system.classLoader, arrayOf(system)) { _, method, given ->
                if (method.name == "startActivity") started += (given[1] as PendingIntent) to tile.isLocked
                if (method.name == "asBinder") binder else null
            }
            binder.attachInterface(told as IInterface, system.name)
            val bound = Intent(app, DailyNoteTile::class.java).putExtras(Bundle().apply {
                putBinder("service", binder)
                putBinder("token", Binder())
            })
            tile = Robolectric.buildService(DailyNoteTile::class.java, bound).create().bind().get()
            shadowOf(tile).setLocked(locked)
        }
    }

    @Test fun `only the system can reach the tile, which says daily note and never that it is on`() {
        val info = app.packageManager.getServiceInfo(ComponentName(app, DailyNoteTile::class.java), 0)
        assertEquals("android.permission.BIND_QUICK_SETTINGS_TILE", info.permission)
        assertEquals("Daily note", info.loadLabel(app.packageManager).toString())
        val tile = TileHost(locked = true).tile
        tile.onStartListening()
        assertEquals("Daily note", tile.qsTile.label)
        assertEquals(Tile.STATE_INACTIVE, tile.qsTile.state)
    }

    @Test fun `a tap on the tile of an unlocked phone leads to a new entry behind the lock of the app`() {
        val host = TileHost(locked = false)
        host.tile.onClick()
        val (start, locked) = host.started.single()
        assertFalse(locked)
        assertTrue(start.isActivity && start.isImmutable)
        hand.comesToTheLog(shadowOf(start).savedIntent)
    }

    @Test fun `a tap on the tile of a locked phone starts nothing before that is unlocked`() {
        val host = TileHost(locked = true)
        host.tile.onClick()
        val (start, locked) = host.started.single()
        assertFalse("started over the lock of the phone", locked)
        hand.comesToTheLog(shadowOf(start).savedIntent)
    }

    @Test fun `with the app open the tile comes to the log at once`() = with(hand) {
        app.device.choices.lockAfter = LockAfter.FiveMinutes
        open()
        unlock()
        val host = TileHost(locked = false).apply { tile.onClick() }
        again(shadowOf(host.started.single().first).savedIntent)
        sees(ASKED)
    }

    // The shortcut.

    private class Shortcut(val id: String, val label: Int, val intent: Intent)

    /** As the system reads it from what the manifest names. */
    private fun shortcut(): Shortcut {
        val launcher = app.packageManager.getActivityInfo(app.alias(Face.Koers), PackageManager.GET_META_DATA)
        val xml = app.resources.getXml(launcher.metaData.getInt("android.app.shortcuts"))
        val intent = Intent()
        var (id, label) = "" to 0
        while (xml.next() != XmlPullParser.END_DOCUMENT) {
            if (xml.eventType != XmlPullParser.START_TAG) continue
            fun text(name: String) = xml.getAttributeValue(ANDROID, name)
            when (xml.name) {
                "shortcut" -> {
                    assertEquals("one shortcut alone", "", id)
                    id = text("shortcutId")
                    label = xml.getAttributeResourceValue(ANDROID, "shortcutShortLabel", 0)
                }
                "intent" -> intent.setAction(text("action")).setClassName(text("targetPackage"), text("targetClass"))
                "extra" -> intent.putExtra(text("name"), text("value"))
            }
        }
        return Shortcut(id, label, intent)
    }

    @Test fun `the shortcut says daily note, and its way is there in the manifest`() {
        val shortcut = shortcut()
        assertEquals("Daily note", app.getString(shortcut.label))
        assertEquals(setOf("place"), shortcut.intent.extras!!.keySet())
        assertEquals(MainActivity::class.java.name, app.packageManager.resolveActivity(shortcut.intent, 0)!!.activityInfo.name)
    }

    @Test fun `the shortcut of a locked app comes to the log behind the lock`() = hand.comesToTheLog(shortcut().intent)

    @Test fun `with the app open the shortcut comes to the log at once`() = with(hand) {
        open()
        unlock()
        again(shortcut().intent)
        sees(ASKED)
    }

    private companion object {
        const val ANDROID = "http://schemas.android.com/apk/res/android"
        const val ASKED = "How strong was your craving, from 0 to 10?"
    }
}
