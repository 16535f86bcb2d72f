package org.koers.app

import android.app.Application
import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import androidx.core.content.ContextCompat
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.launch
import org.koers.Here
import org.koers.logic.DoorEvent
import org.koers.logic.Place
import org.koers.logic.ReminderMirror
import org.koers.logic.Session
import org.koers.platform.AndroidDevice
import org.koers.platform.Host
import org.koers.platform.mend

/**
 * The process: the phone's ports, the one session, and the screens behind it, which stay when the
 * activity is made anew. [here] is null for the phone's own clock and place; tests set another.
 */
class KoersApp : Application(), Host {
    @Volatile
    var here: Here? = null

    override lateinit var device: AndroidDevice
        private set
    override lateinit var mirror: ReminderMirror
        private set
    lateinit var screens: Screens
        private set

    /** One thing at a time, in the order in which it was asked for; off the main thread. */
    override lateinit var scope: CoroutineScope
        private set

    override fun onCreate() {
        super.onCreate()
        begin()
        val screenOff = object : BroadcastReceiver() {
            override fun onReceive(context: Context, intent: Intent) {
                // The door hears nothing while it waits for an answer.
                device.ask?.giveUp()
                screens.tell(screens.door, DoorEvent.Lock)
            }
        }
        ContextCompat.registerReceiver(
            this, screenOff, IntentFilter(Intent.ACTION_SCREEN_OFF), ContextCompat.RECEIVER_NOT_EXPORTED,
        )
    }

    /** What a process begins with: nothing is open, and the plan is mended. */
    internal fun begin() {
        scope = CoroutineScope(SupervisorJob() + Dispatchers.Default.limitedParallelism(1))
        device = AndroidDevice(this, ::front) { here?.now?.toEpochMilli() ?: System.currentTimeMillis() }
        mirror = ReminderMirror(device) { here }
        val session = Session(device) { here }
        screens = Screens(session, AndroidHandset(this, device), scope)
        scope.launch { mend() }
        scope.launch { mirror.watch(session) }
    }

    /**
     * Another language was chosen for the app in the phone's settings. An open vault speaks it from
     * its next opening on, so it is locked; reminders are written anew.
     */
    internal fun hearLanguage() {
        if (device.choices.wished == null) return
        screens.tell(screens.door, DoorEvent.Lock)
        scope.launch { mend(afresh = true) }
    }

    override fun front(place: Place): Intent = MainActivity.at(this, place)
}
