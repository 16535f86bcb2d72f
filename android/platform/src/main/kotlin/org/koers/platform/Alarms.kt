package org.koers.platform

import android.app.AlarmManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.os.Build

/**
 * Wakes the app. Only the next moments are given to the phone, in slots that are used again, so that
 * nothing can be doubled; which reminder it is stands in no alarm.
 */
internal class Alarms(private val context: Context, private val nowMs: () -> Long) {
    private val manager = context.getSystemService(AlarmManager::class.java)

    /**
     * Whether alarms come to the minute. From Android 14 on only the person gives this permission, in
     * the phone's settings: giving it is the choice. Before, phones gave it unasked, and alarms keep
     * to the window.
     */
    val exact: Boolean get() = canBeChosen && manager.canScheduleExactAlarms()

    /** Whether the phone leaves it to the person. */
    val canBeChosen: Boolean get() = Build.VERSION.SDK_INT >= Build.VERSION_CODES.UPSIDE_DOWN_CAKE

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
        // A window waits while the phone dozes; this one does not.
        val late = alarm(SLOTS)
        when (val first = next.firstOrNull()) {
            null -> manager.cancel(late)
            else -> manager.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, first + WINDOW_MS, late)
        }
    }

    private fun set(at: Long, alarm: PendingIntent) {
        if (exact) {
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
