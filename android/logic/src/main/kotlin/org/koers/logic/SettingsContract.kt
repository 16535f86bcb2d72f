package org.koers.logic

/** Settings: language, reminders, lock, keys, backup and restore, wipe. */
data class SettingsState(
    val loading: Boolean = true,
    val nickname: String = "",
    val languages: List<Choice> = emptyList(),
    /** When a new day begins, minutes after midnight. */
    val cutOff: Int = 0,
    val reminders: ReminderForm = ReminderForm(),
    val lockAfter: LockAfter = LockAfter.AtOnce,
    /** Which keys open the vault. */
    val keys: KeysState = KeysState(),
    val backup: BackupState = BackupState(),
    /** "Nothing so far" can be noted from a notification without unlocking. */
    val whileLocked: Boolean = false,
    val asking: Asking? = null,
    val busy: Busy? = null,
    val problem: Problem? = null,
    val told: Told? = null,
)

data class ReminderForm(
    val checkIn: Boolean = true,
    /** Minutes after midnight; null for the usual moment. */
    val checkInAt: Int? = null,
    val notClosed: Boolean = true,
    val notClosedAt: Int? = null,
    val perDay: Int = 1,
    val quietFrom: Int = 0,
    val quietTo: Int = 0,
    /** The coming reminders, one line each. */
    val preview: List<String> = emptyList(),
    /** What there is to say about the plan. */
    val lines: List<String> = emptyList(),
    val delivery: Delivery = Delivery(),
)

/** Delivery health: what was planned and shown, and what the phone stands in the way of. */
data class Delivery(
    val planned: Int = 0,
    val fired: Int = 0,
    val late: Int = 0,
    val blocks: List<DeliveryBlock> = emptyList(),
)

enum class DeliveryBlock { Notifications, ExactAlarms, BatterySaver }

enum class LockAfter { AtOnce, OneMinute, FiveMinutes }

data class KeysState(
    val device: Boolean = false,
    /** The phone can keep a key behind its lock. */
    val deviceCan: Boolean = false,
    val passphrase: Boolean = false,
    val recoveryCode: Boolean = false,
    /** A recovery code that was made now: shown once, in its groups. */
    val newCode: List<String> = emptyList(),
    /** A passphrase was set just now. */
    val passphraseSet: Boolean = false,
)

data class BackupState(
    /** About the backup that was made, or is to be put back. */
    val lines: List<String> = emptyList(),
    /** The passphrase has to be given once before a backup can be made; or set, where there is none. */
    val needsPassphrase: Boolean = false,
)

/** What has to be confirmed first. */
enum class Asking { Wipe, Restore, NewCode, RemoveDevice }

/** What takes a while, said as words by the view. */
enum class Busy { Deriving, BackingUp, Restoring, Wiping }

sealed interface SettingsEvent {
    data object Opened : SettingsEvent

    data class Nickname(val text: String) : SettingsEvent

    data class Language(val id: String) : SettingsEvent

    data class CutOff(val minutes: Int) : SettingsEvent

    data class Reminders(val form: ReminderForm) : SettingsEvent

    data class WhileLocked(val on: Boolean) : SettingsEvent

    data class Lock(val after: LockAfter) : SettingsEvent

    data object UseDevice : SettingsEvent

    data object RemoveDevice : SettingsEvent

    class SetPassphrase(val old: ByteArray?, val new: ByteArray) : SettingsEvent

    /** Lets the passphrase open backups too ([BackupState.needsPassphrase]). */
    class BackupKey(val typed: ByteArray) : SettingsEvent

    data object NewCode : SettingsEvent

    data object CodeWritten : SettingsEvent

    /** Where the person put the file, as the system's picker says. */
    data class BackUpTo(val place: String) : SettingsEvent

    class RestoreFrom(val place: String, val typed: ByteArray, val code: Boolean = false) : SettingsEvent

    data object Wipe : SettingsEvent

    data object Yes : SettingsEvent

    data object No : SettingsEvent

    data object Dismissed : SettingsEvent
}
