package org.koers.logic

import org.koers.Here
import org.koers.KoersClient
import org.koers.Lang
import java.io.File
import java.time.LocalDate

/** A life of two weeks so far, at one moment, on a phone in this folder. */
class Phones(folder: File, at: String = "2026-03-17T12:00:00+01:00", private val passphrase: String? = null) {
    var here: Here = hereOf(at, ZONE)
        private set
    val phone = FakePhone(folder)
    var session = Session(phone) { here }
        private set
    val mirror get() = ReminderMirror(phone) { here }
    val board get() = phone.reminders

    suspend fun at(moment: String) {
        here = hereOf(moment, ZONE)
        session.open.value?.setClock(here)
    }

    /** The vault of the life, closed. */
    suspend fun life(): Phones = apply {
        Lives.put(LifeOf(Lang.EN, "cannabis", 5u, 3u, LocalDate.of(2026, 3, 30), here.now, passphrase = passphrase), phone)
    }

    suspend fun open(): Phones = apply {
        session.begin(KoersClient.openWithDeviceKey(phone.files.vault, FakeKeys.device(), here = here))
    }

    /** The process ends: what was open is gone, and the app comes up again. */
    suspend fun killed() {
        session.open.value?.close()
        session = Session(phone) { here }
    }

    suspend fun <State : Any, Event : Any> Presenter<State, Event>.told(vararg events: Event): State {
        events.forEach { on(it) }
        return state.value
    }

    private companion object {
        const val ZONE = "Europe/Brussels"
    }
}
