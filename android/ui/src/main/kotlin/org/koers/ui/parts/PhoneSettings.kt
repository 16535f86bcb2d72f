package org.koers.ui.parts

import android.content.ActivityNotFoundException
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.provider.Settings
import org.koers.logic.DeliveryBlock

/** Opens the setting of the phone that stands in the way, or the app's own page where there is none. */
internal fun openSettings(context: Context, block: DeliveryBlock) {
    val own = Uri.fromParts("package", context.packageName, null)
    val exact = when {
        block == DeliveryBlock.Notifications ->
            Intent(Settings.ACTION_APP_NOTIFICATION_SETTINGS).putExtra(Settings.EXTRA_APP_PACKAGE, context.packageName)
        block == DeliveryBlock.ExactAlarms && Build.VERSION.SDK_INT >= Build.VERSION_CODES.S ->
            Intent(Settings.ACTION_REQUEST_SCHEDULE_EXACT_ALARM, own)
        block == DeliveryBlock.BatterySaver -> Intent(Settings.ACTION_BATTERY_SAVER_SETTINGS)
        else -> Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, own)
    }
    try {
        context.startActivity(exact.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
    } catch (missing: ActivityNotFoundException) {
        context.startActivity(
            Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, own).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK),
        )
    }
}
