package org.koers.platform

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent

/** The time of a reminder has come. */
class AlarmReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) = inBackground(context.host) { context.host.mend() }
}

/** A button of a notification was pressed that needs no unlocking. */
class ActionReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val button = intent.data ?: return
        inBackground(context.host) {
            context.host.mirror.acted(button.schemeSpecificPart, button.fragment.orEmpty())
        }
    }
}

/**
 * Something changed around the app: the phone was started, the app updated, the clock, zone, language
 * or a permission is another. The alarms are set again and the plan is mirrored.
 */
class ChangeReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        if (intent.action !in CHANGES) return
        inBackground(context.host) { context.host.mend(afresh = intent.action == Intent.ACTION_LOCALE_CHANGED) }
    }

    private companion object {
        /** Those that the manifest names; the later ones by their text, since Android 8 does not know them. */
        val CHANGES = setOf(
            Intent.ACTION_BOOT_COMPLETED,
            Intent.ACTION_MY_PACKAGE_REPLACED,
            Intent.ACTION_TIME_CHANGED,
            Intent.ACTION_TIMEZONE_CHANGED,
            Intent.ACTION_LOCALE_CHANGED,
            "android.app.action.SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED",
            "android.app.action.APP_BLOCK_STATE_CHANGED",
            "android.app.action.NOTIFICATION_CHANNEL_BLOCK_STATE_CHANGED",
        )
    }
}
