package org.koers.platform

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.withTimeoutOrNull
import org.koers.logic.Place
import org.koers.logic.ReminderMirror

/**
 * What the application of the process gives to receivers, which the system makes by itself. The vault
 * may be locked; all of this works from the porch.
 */
interface Host {
    val device: AndroidDevice
    val mirror: ReminderMirror

    /** Brings the app to the front, at this place; the lock comes first. */
    fun front(place: Place): Intent
}

/** What this process gives to receivers. */
internal val Context.host: Host get() = applicationContext as Host

/** Milliseconds after which Android counts a receiver as hanging are 10,000; it ends before (judgement). */
private const val WITHIN_MS = 9_000L

/** Does the work of a receiver off the main thread, and says when it has ended. */
internal fun BroadcastReceiver.inBackground(deed: suspend () -> Unit) {
    val pending = goAsync()
    CoroutineScope(Dispatchers.Default).launch {
        try {
            withTimeoutOrNull(WITHIN_MS) { deed() }
        } finally {
            pending.finish()
        }
    }
}

/** Shows what has become due, and mends what is scheduled: after a start, a boot, a change of clock. */
suspend fun Host.mend(afresh: Boolean = false) {
    device.board.armAgain()
    device.board.due().forEach { mirror.fired(it) }
    mirror.run(afresh)
}
