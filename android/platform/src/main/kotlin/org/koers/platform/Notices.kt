package org.koers.platform

import android.Manifest
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.content.pm.PackageManager
import android.net.Uri
import android.os.Build
import androidx.core.app.NotificationCompat
import androidx.core.app.NotificationManagerCompat
import androidx.core.content.ContextCompat
import org.koers.logic.Place
import org.koers.logic.Planned
import org.koers.logic.PlannedAction

/**
 * What stands on the screen: one notification a reminder, neutral, hidden on the lock screen, in a
 * channel of its kind. An action that needs unlocking opens the app; the others are done by
 * [ActionReceiver].
 */
internal class Notices(
    private val context: Context,
    private val front: (Place) -> Intent,
    private val nowMs: () -> Long,
) {
    private val manager = NotificationManagerCompat.from(context)

    fun allowed(): Boolean = manager.areNotificationsEnabled() && permitted()

    fun show(item: Planned) {
        if (!permitted()) return
        makeChannels()
        val notice = NotificationCompat.Builder(context, if (item.kind in CHANNELS) item.kind else OTHER)
            .setSmallIcon(R.drawable.notice)
            .setContentTitle(item.title)
            .setContentText(item.text)
            .setVisibility(NotificationCompat.VISIBILITY_SECRET)
            .setCategory(NotificationCompat.CATEGORY_REMINDER)
            .setOnlyAlertOnce(true)
            .setAutoCancel(true)
            .setTimeoutAfter((item.expiresMs - nowMs()).coerceAtLeast(1))
            .setContentIntent(opening(Place.Today, item.stableId))
        item.actions.forEach { notice.addAction(button(item.stableId, it)) }
        manager.notify(item.stableId, ID, notice.build())
    }

    fun takeDown(stableId: String) = manager.cancel(stableId, ID)

    fun shown(): Set<String> = manager.activeNotifications.filter { it.id == ID }.mapNotNull { it.tag }.toSet()

    /** A channel for each kind, so that the phone's settings can switch off one alone. */
    fun makeChannels() = context.getSystemService(NotificationManager::class.java).createNotificationChannels(
        CHANNELS.map { (kind, name) ->
            NotificationChannel(kind, context.getString(name), NotificationManager.IMPORTANCE_DEFAULT).apply {
                lockscreenVisibility = NotificationCompat.VISIBILITY_SECRET
                setShowBadge(false)
            }
        },
    )

    private fun button(stableId: String, action: PlannedAction): NotificationCompat.Action {
        val does = when {
            action.action == LOG -> opening(Place.Log, stableId)
            action.needsUnlock -> opening(Place.Today, stableId)
            else -> PendingIntent.getBroadcast(context, 0, intentOf(context, stableId, action.action), FLAGS)
        }
        return NotificationCompat.Action.Builder(0, action.label, does)
            .setAuthenticationRequired(action.needsUnlock)
            .build()
    }

    private fun opening(place: Place, stableId: String): PendingIntent =
        PendingIntent.getActivity(context, 0, front(place).setData(uriOf(stableId, place.name)), FLAGS)

    private fun permitted() = Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU ||
        ContextCompat.checkSelfPermission(context, Manifest.permission.POST_NOTIFICATIONS) == PackageManager.PERMISSION_GRANTED

    companion object {
        private const val ID = 1
        private const val FLAGS = PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE
        private const val LOG = "log"

        /** The channel of a kind that this version does not know. */
        private const val OTHER = "letter"

        /** The core's words for the kinds, and what the phone's settings call them. */
        private val CHANNELS = mapOf(
            "check_in" to R.string.channel_check_in,
            "not_closed" to R.string.channel_not_closed,
            "letter" to R.string.channel_letter,
            "follow_up" to R.string.channel_follow_up,
            "pre_risk" to R.string.channel_pre_risk,
            "programme_end" to R.string.channel_programme_end,
        )

        /** Tells [ActionReceiver] which button of which reminder it was. */
        fun intentOf(context: Context, stableId: String, action: String): Intent =
            Intent(context, ActionReceiver::class.java).setData(uriOf(stableId, action))

        /** Names a button, so that no two share what they do. */
        private fun uriOf(stableId: String, action: String): Uri = Uri.fromParts("koers", stableId, action)
    }
}
