package org.koers.platform

import android.content.Context
import android.content.Intent
import android.os.PowerManager
import android.os.SystemClock
import org.koers.logic.Device
import org.koers.logic.DeviceKeys
import org.koers.logic.DraftStore
import org.koers.logic.Files
import org.koers.logic.Place

/**
 * This phone. It decides nothing: what is kept lies in the app's own folder, what asks the person
 * comes from the screen that is in front ([ask]), and [front] leads back to the app. [nowMs] is the
 * phone's clock, in milliseconds since 1970.
 */
class AndroidDevice(
    context: Context,
    front: (Place) -> Intent,
    nowMs: () -> Long = System::currentTimeMillis,
) : Device {
    private val folder = context.noBackupFilesDir
    private val background = BackgroundKey(folder)

    /** Asks the person; null while no screen is in front. */
    @Volatile
    var ask: Ask? = null

    override val keys: DeviceKeys = AndroidKeys(context, folder, background) { ask }
    override val files: Files = AndroidFiles(context, folder)
    override val drafts: DraftStore = AndroidDrafts(SealedFile(folder, "draft", background), nowMs)
    override val choices = AndroidChoices(context, SealedFile(folder, "reminders", background))

    /** The reminders, with what only this phone knows about them. */
    val board = AndroidBoard(
        Alarms(context, choices::toTheMinute, nowMs),
        Notices(context, front, nowMs),
        SealedFile(folder, "scheduled", background),
        { context.savesBattery() },
        nowMs,
    )
    override val reminders get() = board

    override fun elapsed(): Long = SystemClock.elapsedRealtime()
}

/** The battery saver is on and holds this app back too. */
private fun Context.savesBattery(): Boolean = getSystemService(PowerManager::class.java).let {
    it.isPowerSaveMode && !it.isIgnoringBatteryOptimizations(packageName)
}
