package org.koers.logic

/**
 * What the phone does for the presenters, handed in by the app. Tests hand in their own; nothing in
 * this module imports a platform.
 */
interface Device {
    val keys: DeviceKeys
    val files: Files
    val reminders: ReminderBoard
    val drafts: DraftStore
    val choices: LocalChoices

    /** Milliseconds that only go forward, also while the phone sleeps: for locking after a time. */
    fun elapsed(): Long
}

/** The keys that the phone's key store keeps. */
interface DeviceKeys {
    /** The phone can keep a key behind its lock. */
    fun canLock(): Boolean

    /** A key behind the phone's lock was made here. */
    fun has(): Boolean

    /** Makes thirty-two new bytes behind the phone's lock. */
    suspend fun make(): ByteArray

    /** Asks the person, and gives the bytes. Throws [KeyInvalidated], or [KeyRefused] where they may come another time. */
    suspend fun release(): ByteArray

    fun forget()

    /** The background key of the porch: given without asking; made at the first call. Throws a `KoersException`. */
    fun background(): ByteArray

    fun forgetBackground()
}

/** The key is gone for good: a new fingerprint, a phone put back. */
class KeyInvalidated : Exception()

/** The person turned it down, the phone did after too many tries, or its key store does not answer now. */
class KeyRefused : Exception()

/**
 * Where things lie. What cannot be copied throws a `KoersException`: `NoPermission`, `NotFound` or
 * `StorageFull`.
 */
interface Files {
    val vault: String
    val porch: String
    val backups: String

    fun vaultExists(): Boolean

    /** Copies a file of the app to where the person chose. */
    suspend fun copyOut(from: String, place: String)

    /** Copies what the person chose into the app, and gives the path. */
    suspend fun copyIn(place: String): String

    /** Takes away what was copied in. */
    fun forgetCopies()

    /** Takes away the backups that lie in the app. */
    fun forgetBackups()
}

/** The phone's alarms and notifications. */
interface ReminderBoard {
    /** The phone wakes the app when a reminder's time has come, and the app shows it; or it shows it by itself. */
    val wakesApp: Boolean

    /** What is scheduled and has not come yet: stable id to milliseconds since 1970. */
    fun scheduled(): Map<String, Long>

    /** Schedules it, in the place of what had the same stable id. */
    fun schedule(item: Planned)

    fun cancel(stableId: String)

    /** What stands on the screen now. */
    fun shown(): Set<String>

    fun show(item: Planned)

    fun takeDown(stableId: String)

    /** What the phone stands in the way of. */
    fun blocks(): List<DeliveryBlock>
}

/** A reminder as the core planned it. */
data class Planned(
    val stableId: String,
    /** `check_in`, `not_closed`, …: each kind can be switched off apart where the phone knows channels. */
    val kind: String,
    val instantMs: Long,
    /** Wall time, ISO 8601 without zone. */
    val local: String,
    val title: String,
    val text: String,
    val expiresMs: Long,
    val actions: List<PlannedAction>,
)

/** A reminder that was scheduled here, so that it counts once and is answered once. */
data class Awaited(
    val instantMs: Long,
    val expiresMs: Long,
    /** It came through. */
    val came: Boolean = false,
    /** The id of what was noted from it; kept before it is noted, so that it is noted once. */
    val answer: String? = null,
    val answered: Boolean = false,
)

data class PlannedAction(val action: String, val label: String, val needsUnlock: Boolean)

/** Keeps a half-filled entry, sealed, for twenty-four hours. */
interface DraftStore {
    fun keep(draft: ByteArray)

    fun kept(): ByteArray?

    fun drop()
}

/** What is chosen on this phone and is no part of the diary. */
interface LocalChoices {
    var lockAfter: LockAfter

    /** The generation of the vault last seen here; null before the first. */
    var lastSeen: Long?

    /** ISO 639 code of the language before there is a vault, and of what is shown while locked. */
    var language: String

    /** ISO 639 code of the language that the phone's own settings were given for this app since; null for none. */
    val wished: String? get() = null

    /** ISO 3166 code of the country whose help lines are shown before there is a vault; empty for none. */
    var country: String

    /** Whether the phone may remind was asked once. */
    var remindersAsked: Boolean

    /** How reminders came through: planned, fired, late. What stands in the way is asked anew. */
    var delivery: Delivery

    /** Reminders that were scheduled here and have not expired, by stable id. */
    var awaited: Map<String, Awaited>
}
