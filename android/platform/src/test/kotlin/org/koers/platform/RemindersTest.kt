package org.koers.platform

import android.app.AlarmManager
import android.app.Notification
import android.app.NotificationManager
import android.content.Context
import android.content.Intent
import android.os.PowerManager
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.koers.logic.DeliveryBlock
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowAlarmManager

/** SHP-31 on this phone: alarms that mirror the plan, and notifications, with the vault open or locked. */
@RunWith(AndroidJUnit4::class)
@Config(application = PhoneHost::class)
class RemindersTest {
    private val app = ApplicationProvider.getApplicationContext<PhoneHost>()

    private fun withVault(whileLocked: Boolean = true, use: suspend PhoneHost.() -> Unit) = runBlocking {
        app.begin(whileLocked)
        app.mirror.run()
        app.use()
        app.session.close()
    }

    private fun nextMoments() = app.device.board.scheduled().values.distinct().sorted().take(3)

    /** The alarms of the slots, without the one that also comes while the phone dozes. */
    private fun slots() = app.alarms.filter { !it.isAllowWhileIdle || it.windowLengthMs == ShadowAlarmManager.WINDOW_EXACT }

    @Test fun `the next reminder and two spare ones are alarms, within ten minutes and never exact unless chosen`() = withVault {
        assertTrue(device.board.scheduled().size > 3)
        assertEquals(nextMoments(), slots().map { it.triggerAtMs })
        assertTrue(slots().all { it.windowLengthMs == Alarms.WINDOW_MS && it.type == AlarmManager.RTC_WAKEUP })
        val dozing = alarms.single { it.isAllowWhileIdle }
        assertEquals(nextMoments().first() + Alarms.WINDOW_MS, dozing.triggerAtMs)
    }

    @Test fun `to the minute where that was chosen and the phone allows it, and within the window otherwise`() = withVault {
        val before = device.board.scheduled()
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        tell(PERMISSION)
        assertTrue("allowed, and not chosen", slots().all { it.windowLengthMs == Alarms.WINDOW_MS })
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
        chooseMinute(true)
        assertTrue("chosen, and not allowed", slots().all { it.windowLengthMs == Alarms.WINDOW_MS })
        assertEquals(listOf(DeliveryBlock.ExactAlarms), device.board.blocks())
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        tell(PERMISSION)
        assertTrue(slots().all { it.windowLengthMs == ShadowAlarmManager.WINDOW_EXACT })
        assertEquals(emptyList<DeliveryBlock>(), device.board.blocks())
        chooseMinute(false)
        assertTrue("chosen no more", slots().all { it.windowLengthMs == Alarms.WINDOW_MS })
        assertEquals(before, device.board.scheduled())
        assertEquals(nextMoments(), slots().map { it.triggerAtMs })
    }

    /** The phone then stops the app, drops its exact alarms, and tells nobody. */
    @Test fun `after the permission was taken away, the reminder comes from the one alarm that is left, and the rest is set anew`() = withVault {
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        chooseMinute(true)
        val before = device.board.scheduled()
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
        val manager = getSystemService(AlarmManager::class.java)
        slots().forEach { manager.cancel(it.operation!!) }
        killed()
        val left = alarms.single()
        assertEquals(before.values.min() + Alarms.WINDOW_MS, left.triggerAtMs)
        at("2026-03-17T20:10:00+01:00")
        left.operation!!.send()
        settle()
        assertEquals(listOf("check_in:2026-03-17"), notices.map { it.tag })
        assertEquals(nextMoments(), slots().map { it.triggerAtMs })
        assertTrue(slots().all { it.windowLengthMs == Alarms.WINDOW_MS })
        assertEquals(before - "check_in:2026-03-17", device.board.scheduled())
        assertEquals(listOf(DeliveryBlock.ExactAlarms), device.board.blocks())
        unlock()
    }

    private fun PhoneHost.chooseMinute(on: Boolean) {
        device.choices.toTheMinute = on
        device.board.armAgain()
    }

    @Test fun `mirroring twice changes nothing, and locked it is the same`() = withVault {
        val before = alarms.map { it.triggerAtMs }
        mirror.run()
        session.close()
        mirror.run()
        assertEquals(before, alarms.map { it.triggerAtMs })
    }

    @Test fun `no alarm says what it is about`() = withVault {
        alarms.forEach { assertEquals(null, shadowOf(it.operation).savedIntent.run { data ?: extras ?: action }) }
    }

    @Test fun `a reminder that fires while locked is neutral, secret on the lock screen, in the channel of its kind`() = withVault {
        session.close()
        at("2026-03-17T20:00:00+01:00")
        fire()
        val shown = notices.single().notification
        assertEquals("Koers", shown.extras.getString(Notification.EXTRA_TITLE))
        assertEquals("Time for your daily note", shown.extras.getString(Notification.EXTRA_TEXT))
        assertEquals(Notification.VISIBILITY_SECRET, shown.visibility)
        assertEquals("check_in", shown.channelId)
        val channel = getSystemService(NotificationManager::class.java).getNotificationChannel("check_in")
        assertEquals(Notification.VISIBILITY_SECRET, channel.lockscreenVisibility)
        assertEquals("Daily note", channel.name)
        assertFalse(device.board.scheduled().containsKey(notices.single().tag))
        fire()
        assertEquals(1, notices.size)
    }

    @Test fun `what needs unlocking is asked for by the phone and opens the app`() = withVault(whileLocked = false) {
        at("2026-03-17T20:00:00+01:00")
        fire()
        val actions = notices.single().notification.actions.associateBy { it.title.toString() }
        for (button in listOf("Nothing so far", "Note")) {
            val action = actions.getValue(button)
            assertTrue(button, action.isAuthenticationRequired)
            assertTrue(button, action.actionIntent.isActivity)
        }
        assertEquals("Log", shadowOf(actions.getValue("Note").actionIntent).savedIntent.getStringExtra("place"))
    }

    @Test fun `nothing so far from the notification while locked is in the diary once after unlocking`() = withVault {
        val before = entries()
        session.close()
        at("2026-03-17T20:01:00+01:00")
        fire()
        val twice = notices.single().notification.actions.first { it.title == "Nothing so far" }
        assertFalse(twice.isAuthenticationRequired)
        press("Nothing so far")
        assertEquals(0, notices.size)
        twice.actionIntent.send()
        settle()
        unlock()
        assertEquals(before + 1u, entries())
    }

    @Test fun `killed between the commit and the emptying of the drop box, it is in the diary once`() = withVault {
        val before = entries()
        session.close()
        at("2026-03-17T20:01:00+01:00")
        fire()
        press("Nothing so far")
        val boxes = noBackupFilesDir.listFiles()!!.filter { it.name.startsWith("me.") && it.name !in setOf("me.koers", "me.porch") }
        val full = boxes.associateWith { it.readBytes() }
        assertTrue(full.isNotEmpty())
        unlock()
        assertEquals(before + 1u, entries())
        // The kill came before the emptying reached the disk.
        killed()
        full.forEach { (box, bytes) -> box.writeBytes(bytes) }
        unlock()
        assertEquals(before + 1u, entries())
    }

    @Test fun `later brings it back in an hour`() = withVault {
        session.close()
        at("2026-03-17T20:01:00+01:00")
        fire()
        press("In an hour")
        assertEquals(0, notices.size)
        at("2026-03-17T21:01:00+01:00")
        fire()
        assertEquals(1, notices.size)
    }

    @Test fun `an entry in the app takes down what is shown and cancels what is pending`() = withVault {
        at("2026-03-17T18:30:00+01:00")
        val pending = device.board.scheduled().keys.first { it == "check_in:2026-03-17" }
        log()
        mirror.run()
        assertFalse(pending in device.board.scheduled())
        at("2026-03-18T20:00:00+01:00")
        fire()
        assertEquals(listOf("check_in:2026-03-18"), notices.map { it.tag })
        log()
        mirror.run()
        assertEquals(0, notices.size)
    }

    @Test fun `after a boot, an update, another clock or zone the alarms are there again`() = withVault {
        val before = alarms.map { it.triggerAtMs }
        for (change in listOf(
            Intent.ACTION_BOOT_COMPLETED,
            Intent.ACTION_MY_PACKAGE_REPLACED,
            Intent.ACTION_TIME_CHANGED,
            Intent.ACTION_TIMEZONE_CHANGED,
            Intent.ACTION_LOCALE_CHANGED,
        )) {
            val manager = getSystemService(AlarmManager::class.java)
            alarms.forEach { manager.cancel(it.operation!!) }
            assertEquals(0, alarms.size)
            killed()
            tell(change)
            assertEquals(change, before, alarms.map { it.triggerAtMs })
        }
        unlock()
    }

    @Test fun `a phone that was off shows at its start what is still due, and no burst after a week`() = withVault {
        killed()
        at("2026-03-17T20:05:00+01:00")
        tell(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(listOf("check_in:2026-03-17"), notices.map { it.tag })
        at("2026-03-24T12:00:00+01:00")
        tell(Intent.ACTION_BOOT_COMPLETED)
        assertTrue(notices.size <= 1)
        unlock()
    }

    @Test fun `a clock that is set back brings the same plan, and nothing twice`() = withVault {
        val before = device.board.scheduled()
        at("2026-03-17T11:00:00+01:00")
        tell(Intent.ACTION_TIME_CHANGED)
        assertEquals(before, device.board.scheduled())
        assertEquals(3, slots().size)
    }

    @Test fun `killed between planning and scheduling, the next start mends the plan`() = withVault {
        val before = device.board.scheduled()
        val moments = alarms.map { it.triggerAtMs }
        // The alarms were set, and what is scheduled was not written.
        java.io.File(noBackupFilesDir, "scheduled").delete()
        killed()
        mend()
        assertEquals(before, device.board.scheduled())
        assertEquals(moments, alarms.map { it.triggerAtMs })
        // It was written, and the alarms are gone: the app was stopped by force.
        val manager = getSystemService(AlarmManager::class.java)
        alarms.forEach { manager.cancel(it.operation!!) }
        killed()
        mend()
        assertEquals(moments, alarms.map { it.triggerAtMs })
        unlock()
    }

    @Test fun `without the permission nothing is shown, nothing is lost, and the settings can say so`() = withVault {
        shadowOf(this).denyPermissions(android.Manifest.permission.POST_NOTIFICATIONS)
        val before = device.board.scheduled()
        at("2026-03-17T20:00:00+01:00")
        fire()
        assertEquals(0, notices.size)
        assertTrue(DeliveryBlock.Notifications in device.board.blocks())
        assertEquals(before.size, device.board.scheduled().size + 1)
        shadowOf(this).grantPermissions(android.Manifest.permission.POST_NOTIFICATIONS)
        at("2026-03-18T20:00:00+01:00")
        fire()
        assertEquals(1, notices.size)
    }

    @Test fun `the battery saver is told, unless this app is let through`() = withVault {
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        val power = shadowOf(getSystemService(Context.POWER_SERVICE) as PowerManager)
        power.setIsPowerSaveMode(true)
        assertEquals(listOf(DeliveryBlock.BatterySaver), device.board.blocks())
        power.setIgnoringBatteryOptimizations(packageName, true)
        assertEquals(emptyList<DeliveryBlock>(), device.board.blocks())
    }

    @Test fun `what was chosen about the minute outlives the process`() = withVault {
        chooseMinute(true)
        killed()
        assertTrue(device.choices.toTheMinute)
        unlock()
    }

    @Test fun `what is scheduled lies sealed`() = withVault {
        noBackupFilesDir.listFiles()!!.filter { it.isFile }.forEach { file ->
            val text = String(file.readBytes(), Charsets.ISO_8859_1)
            assertFalse(file.name, "check_in" in text || "not_closed" in text)
        }
        assertNotEquals(emptyMap<String, Long>(), device.board.scheduled())
    }

    private companion object {
        const val PERMISSION = "android.app.action.SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED"
    }
}
