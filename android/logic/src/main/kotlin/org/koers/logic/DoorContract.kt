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
    /** What opens the vault saves what can be read of a damaged one first. */
    val salvaging: Boolean = false,
    /** Beginning anew is asked about first: the vault that lies here is destroyed. */
    val asking: Boolean = false,
    val problem: Problem? = null,
    /** Set in [DoorStage.Trouble]: what it is and what can be done. */
    val trouble: Trouble? = null,
    /** What was taken in at opening, or found: shown once. */
    val told: Told? = null,
)

enum class DoorStage { Looking, Welcome, Locked, Open, Trouble }

/** Why a vault does not open, in the core's words, and what can be done. */
data class Trouble(val kind: TroubleKind, val text: String, val waysOut: List<WayOut>)

enum class TroubleKind { InUse, Damaged, Newer, StorageFull, NotAVault, Uncertain, LibraryMisfit, KeysGone, Other }

enum class WayOut {
    TryAgain,
    Salvage,

    /** The view asks for a backup and its passphrase ([DoorEvent.RestoreFrom]). */
    Restore,

    /** Words alone: a newer Koers is needed, or room on the phone. */
    Update,
    MakeRoom,
    Help,

    /** No key is left: begin anew, after [DoorEvent.Yes]. */
    StartOver,
}

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

    /** Time went by while the app was away: locks where it is up. */
    data object StillAway : DoorEvent

    /** Puts a backup in the place of what lies here, if anything; that is kept aside. */
    class RestoreFrom(val place: String, val typed: ByteArray, val code: Boolean = false) : DoorEvent

    /** Keeps a new key behind the device lock, after the old one was lost. */
    data object DeviceAgain : DoorEvent

    data object Yes : DoorEvent

    data object No : DoorEvent

    data class Out(val way: WayOut) : DoorEvent

    data object Dismissed : DoorEvent
}
