package org.koers.platform

import android.app.AlarmManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.os.Build

/**
 * Wakes the app, within a window unless the person has [chosen] the minute. Only the next moments
 * are given to the phone, in slots that are used again, so that nothing can be doubled; which
 * reminder it is stands in no alarm.
 */
internal class Alarms(
    private val context: Context,
    private val chosen: () -> Boolean,
    private val nowMs: () -> Long,
) {
    private val manager = context.getSystemService(AlarmManager::class.java)

    /**
     * Whether the phone lets alarms come to the minute. From Android 14 on only where the person gives
     * this permission in its settings; on Android 12 and 13 unless they took it away there.
     */
    val allowed: Boolean get() = Build.VERSION.SDK_INT < Build.VERSION_CODES.S || manager.canScheduleExactAlarms()

    /** They were chosen to the minute, and the phone stands in the way. */
    val held: Boolean get() = chosen() && !allowed

    /** Sets the slots to the first of these moments, in milliseconds since 1970, and clears the rest. */
    fun set(moments: List<Long>) {
        val next = moments.filter { it > nowMs() }.distinct().sorted().take(SLOTS)
        for (slot in 0 until SLOTS) {
            val alarm = alarm(slot)
            when (val at = next.getOrNull(slot)) {
                null -> manager.cancel(alarm)
                else -> set(at, alarm)
            }
        }
        // A window waits while the phone dozes; this one does not. It also stays when the permission for
        // exact alarms is taken away, with which the phone drops all others: it then sets them anew.
        val late = alarm(SLOTS)
        when (val first = next.firstOrNull()) {
            null -> manager.cancel(late)
            else -> manager.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, first + WINDOW_MS, late)
        }
    }

    private fun set(at: Long, alarm: PendingIntent) {
        if (chosen() && allowed) {
            try {
                return manager.setExactAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, at, alarm)
            } catch (takenAway: SecurityException) {
                // The permission went between the question and the call: then within the window.
            }
        }
        manager.setWindow(AlarmManager.RTC_WAKEUP, at, WINDOW_MS, alarm)
    }

    private fun alarm(slot: Int): PendingIntent = PendingIntent.getBroadcast(
        context,
        slot,
        Intent(context, AlarmReceiver::class.java),
        PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE,
    )

    companion object {
        /** The next reminder and two spare ones, for when the app is not woken by the first. */
        const val SLOTS = 3

        /** The shortest window that Android keeps: ten minutes. */
        const val WINDOW_MS = 10 * 60 * 1000L
    }
}
