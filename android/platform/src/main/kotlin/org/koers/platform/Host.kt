package org.koers.platform

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import kotlinx.coroutines.CoroutineScope
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

    /** In which receivers work, off the main thread. */
    val scope: CoroutineScope

    /** Brings the app to the front, at this place; the lock comes first. */
    fun front(place: Place): Intent
}

/** What this process gives to receivers. */
internal val Context.host: Host get() = applicationContext as Host

/** Android counts a receiver as hanging after ten seconds; it ends before (judgement). */
private const val WITHIN_MS = 9_000L

/** Does the work of a receiver off the main thread, and says when it has ended. */
internal fun BroadcastReceiver.inBackground(host: Host, deed: suspend () -> Unit) {
    val pending = goAsync()
    host.scope.launch {
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
