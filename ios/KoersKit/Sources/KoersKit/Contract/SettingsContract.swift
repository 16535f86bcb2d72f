public import Foundation

/// Settings: language, reminders, lock, keys, backup and restore, wipe.
public struct SettingsState: Equatable, Sendable {
    public var loading = true
    public var nickname = ""
    public var languages: [Choice] = []
    /// When a new day begins, minutes after midnight.
    public var cutOff = 0
    public var reminders = ReminderForm()
    public var lockAfter = LockAfter.atOnce
    /// Which keys open the vault.
    public var keys = KeysState()
    public var backup = BackupState()
    /// "Nothing so far" can be noted from a notification without unlocking.
    public var whileLocked = false
    public var asking: Asking?
    public var busy: Busy?
    public var problem: Problem?
    public var told: Told?
}

public struct ReminderForm: Equatable, Sendable, Codable {
    public var checkIn = true
    /// Minutes after midnight; nil for the usual moment.
    public var checkInAt: Int?
    public var notClosed = true
    public var notClosedAt: Int?
    public var perDay = 1
    public var quietFrom = 0
    public var quietTo = 0
    /// The coming reminders, one line each.
    public var preview: [String] = []
    /// What there is to say about the plan.
    public var lines: [String] = []
    public var delivery = Delivery()
}

/// Delivery health: what was planned and shown, and what the phone stands in the way of.
public struct Delivery: Equatable, Sendable, Codable {
    public var planned = 0
    public var fired = 0
    public var late = 0
    public var blocks: [DeliveryBlock] = []

    public init() {}
}

/// `exactAlarms` and `batterySaver` are Android's; this phone never reports them.
public enum DeliveryBlock: String, Equatable, Sendable, Codable {
    case notifications, exactAlarms, batterySaver
}

public enum LockAfter: String, Equatable, Sendable, Codable, CaseIterable {
    case atOnce, oneMinute, fiveMinutes
}

public struct KeysState: Equatable, Sendable {
    public var device = false
    /// The phone can keep a key behind its lock.
    public var deviceCan = false
    public var passphrase = false
    public var recoveryCode = false
    /// A recovery code that was made now: shown once, in its groups.
    public var newCode: [String] = []
    /// A passphrase was set just now.
    public var passphraseSet = false
}

public struct BackupState: Equatable, Sendable {
    /// About the backup that was made, or is to be put back.
    public var lines: [String] = []
    /// The passphrase has to be given once before a backup can be made; or set, where there is none.
    public var needsPassphrase = false
}

/// What has to be confirmed first.
public enum Asking: Equatable, Sendable { case wipe, restore, newCode, removeDevice }

/// What takes a while, said as words by the view.
public enum Busy: Equatable, Sendable { case deriving, backingUp, restoring, wiping }

public enum SettingsEvent: Equatable, Sendable, Decodable {
    case opened
    case nickname(String)
    case language(String)
    case cutOff(minutes: Int)
    case reminders(ReminderForm)
    case whileLocked(Bool)
    case lock(LockAfter)
    case useDevice
    case removeDevice
    case setPassphrase(old: Data?, new: Data)
    /// Lets the passphrase open backups too (`BackupState.needsPassphrase`).
    case backupKey(Data)
    case newCode
    case codeWritten
    /// Where the person put the file, as the system's picker says.
    case backUpTo(place: String)
    case restoreFrom(place: String, typed: Data, code: Bool = false)
    case wipe
    case yes
    case no
    case dismissed
}
