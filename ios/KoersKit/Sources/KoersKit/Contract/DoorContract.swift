public import Foundation

/// What stands between the person and what they wrote: start, lock, and a vault in trouble.
public struct DoorState: Equatable, Sendable {
    public var stage = DoorStage.looking
    public var busy = false
    /// The device lock can open the vault.
    public var device = false
    /// The device lock has changed: with the passphrase it can be set up again.
    public var deviceLost = false
    /// The vault has a passphrase, or a recovery code, to be typed.
    public var passphrase = false
    public var recoveryCode = false
    /// What opens the vault saves what can be read of a damaged one first.
    public var salvaging = false
    /// Beginning anew is asked about first: the vault that lies here is destroyed.
    public var asking = false
    public var problem: Problem?
    /// Set in `DoorStage.trouble`: what it is and what can be done.
    public var trouble: Trouble?
    /// What was taken in at opening, or found: shown once.
    public var told: Told?
}

public enum DoorStage: Equatable, Sendable { case looking, welcome, locked, open, trouble }

/// Why a vault does not open, in the core's words, and what can be done.
public struct Trouble: Equatable, Sendable {
    public var kind: TroubleKind
    public var text: String
    public var waysOut: [WayOut]
}

public enum TroubleKind: Equatable, Sendable, CaseIterable {
    case inUse, damaged, newer, storageFull, notAVault, uncertain, libraryMisfit
    case keysGone, other
}

public enum WayOut: String, Equatable, Sendable, Codable {
    case tryAgain
    case salvage
    /// The view asks for a backup and its passphrase (`DoorEvent.restoreFrom`).
    case restore
    /// Words alone: a newer Koers is needed, or room on the phone.
    case update
    case makeRoom
    case help
    /// No key is left: begin anew, after `DoorEvent.yes`.
    case startOver
}

public enum DoorEvent: Equatable, Sendable, Decodable {
    /// The app came up.
    case started
    /// Open with the device lock.
    case device
    case passphrase(Data)
    case recoveryCode(Data)
    /// The three-minute start has made a vault.
    case made
    /// Lock now: the button, or the screen went off.
    case lock
    /// The app left the front, or came back to it.
    case left
    case cameBack
    /// Time went by while the app was away: locks where it is up.
    case stillAway
    /// Puts a backup in the place of what lies here, if anything; that is kept aside.
    case restoreFrom(place: String, typed: Data, code: Bool = false)
    /// Keeps a new key behind the device lock, after the old one was lost.
    case deviceAgain
    case yes
    case no
    case out(WayOut)
    case dismissed
}
