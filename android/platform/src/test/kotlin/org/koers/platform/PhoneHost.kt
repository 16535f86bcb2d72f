package org.koers.platform

import android.Manifest
import android.app.AlarmManager
import android.app.Application
import android.app.KeyguardManager
import android.app.NotificationManager
import android.content.Intent
import java.time.OffsetDateTime
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.job
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.runBlocking
import org.koers.Command
import org.koers.EpisodeDraft
import org.koers.FollowDraft
import org.koers.Here
import org.koers.Home
import org.koers.KoersClient
import org.koers.Lang
import org.koers.Source
import org.koers.logic.Place
import org.koers.logic.ReminderMirror
import org.koers.logic.Session
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowAlarmManager
import org.robolectric.shadows.ShadowLooper

/** A phone with the app on it, at a moment that the test sets; no screen of the app is there. */
class PhoneHost : Application(), Host {
    private var here = hereOf("2026-03-17T12:00:00+01:00")
    override lateinit var device: AndroidDevice
    override lateinit var mirror: ReminderMirror
    override val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)
    lateinit var session: Session
    val asks = FakeAsk()

    override fun onCreate() {
        super.onCreate()
        FakeAndroidKeyStore.install()
        shadowOf(getSystemService(KeyguardManager::class.java)).setIsDeviceSecure(true)
        shadowOf(this).grantPermissions(Manifest.permission.POST_NOTIFICATIONS)
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
        start()
    }

    /** The process begins: nothing is left but what was kept. */
    fun start() {
        device = AndroidDevice(this, ::front) { here.now.toEpochMilli() }.also { it.ask = asks }
        mirror = ReminderMirror(device) { here }
        session = Session(device) { here }
    }

    /** Killed: what was open is gone, alarms and notifications stay. */
    suspend fun killed() {
        session.open.value?.close()
        start()
    }

    override fun front(place: Place): Intent = Intent(Intent.ACTION_MAIN).setPackage(packageName).putExtra("place", place.name)

    suspend fun at(moment: String) {
        here = hereOf(moment)
        session.open.value?.setClock(here)
    }

    /** A vault that only the device key opens, with two days in it; open. */
    suspend fun begin(whileLocked: Boolean = true) {
        device.choices.language = "en"
        val koers = KoersClient.createWithDeviceKey(device.files.vault, device.keys.make(), Lang.EN, here)
        session.begin(koers)
        koers.recordAll(listOf(
            Command.Profile(koers.newProfileDraft()),
            Command.Follow(FollowDraft("cannabis", followed = true)),
            Command.WhileLocked(koers.whileLockedDraft().copy(act = whileLocked)),
        ))
        at("2026-03-17T12:30:00+01:00")
        log()
    }

    suspend fun log() = session.ask {
        it.record(Command.Log(EpisodeDraft(it.newId(), "cannabis", 5, source = Source.App)))
    }

    suspend fun unlock() {
        session.begin(KoersClient.openWithDeviceKey(device.files.vault, device.keys.release(), here = here))
    }

    suspend fun entries(): UInt = session.ask { it.diary().total }

    // What stands on the phone.

    val alarms get() = shadowOf(getSystemService(AlarmManager::class.java)).scheduledAlarms.sortedBy { it.triggerAtMs }
    val notices get() = getSystemService(NotificationManager::class.java).activeNotifications.toList()

    /** The system tells the app something; waits until the receiver has ended. */
    fun tell(action: String) = deliver(Intent(action).setPackage(packageName))

    fun fire() = deliver(Intent(this, AlarmReceiver::class.java))

    fun press(button: String) = notices.single().notification.actions.first { it.title == button }.actionIntent.send().also { settle() }

    private fun deliver(intent: Intent) {
        sendBroadcast(intent)
        settle()
    }

    /** Receivers work off the main thread. */
    fun settle() {
        ShadowLooper.idleMainLooper()
        runBlocking { scope.coroutineContext.job.children.toList().joinAll() }
        ShadowLooper.idleMainLooper()
    }

    companion object {
        fun hereOf(moment: String): Here {
            val at = OffsetDateTime.parse(moment)
            return Here(at.toInstant(), Home("Europe/Brussels", at.offset.totalSeconds / 60))
        }
    }
}
