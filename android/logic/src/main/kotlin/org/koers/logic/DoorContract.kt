package org.koers.logic

/** What stands between the person and what they wrote: start, lock, and a vault in trouble. */
data class DoorState(
    val stage: DoorStage = DoorStage.Looking,
    val busy: Boolean = false,
    /** The device lock can open the vault. */
    val device: Boolean = false,
    /** The device lock has changed: with the passphrase it can be set up again. */
    val deviceLost: Boolean = false,
    /** The vault has a passphrase, or a recovery code, to be typed. */
    val passphrase: Boolean = false,
    val recoveryCode: Boolean = false,
    val problem: Problem? = null,
    /** Set in [DoorStage.Trouble]: what it is and what can be done. */
    val trouble: Trouble? = null,
    /** What was taken in at opening, or found: shown once. */
    val told: Told? = null,
)

enum class DoorStage { Looking, Welcome, Locked, Open, Trouble }

/** A vault that does not open for another reason than its key. */
data class Trouble(val kind: TroubleKind, val text: String, val waysOut: List<WayOut>)

enum class TroubleKind { InUse, Damaged, Newer, StorageFull, NotAVault, Uncertain, LibraryMisfit, Other }

enum class WayOut { TryAgain, Salvage, Restore, Update, MakeRoom, Help }

sealed interface DoorEvent {
    /** The app came up. */
    data object Started : DoorEvent

    /** Open with the device lock. */
    data object Device : DoorEvent

    class Passphrase(val typed: ByteArray) : DoorEvent

    class RecoveryCode(val typed: ByteArray) : DoorEvent

    /** The three-minute start has made a vault. */
    data object Made : DoorEvent

    /** Lock now: the button, or the screen went off. */
    data object Lock : DoorEvent

    /** The app left the front, or came back to it. */
    data object Left : DoorEvent

    data object CameBack : DoorEvent

    data class Out(val way: WayOut) : DoorEvent

    data object Dismissed : DoorEvent
}
