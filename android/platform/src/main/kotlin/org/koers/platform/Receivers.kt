package org.koers.platform

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent

/** The time of a reminder has come. */
class AlarmReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) = inBackground { context.host.mend() }
}

/** A button of a notification was pressed that needs no unlocking. */
class ActionReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val (stableId, action) = (intent.data ?: return).let { it.schemeSpecificPart to it.fragment.orEmpty() }
        inBackground { context.host.mirror.acted(stableId, action) }
    }
}

/**
 * Something changed around the app: the phone was started, the app updated, the clock, zone, language
 * or a permission is another. The alarms are set again and the plan is mirrored.
 */
class ChangeReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) = inBackground {
        context.host.mend(afresh = intent.action == Intent.ACTION_LOCALE_CHANGED)
    }
}
