public import Foundation

// What the phone does for the presenters, each port a small struct of closures that the app fills
// in. Tests fill in their own; nothing in this package imports a platform.

/// Everything of the phone that the presenters need.
public struct Device: Sendable {
    public var keys: DeviceKeys
    public var files: Files
    public var notices: NotificationCentre
    public var drafts: DraftStore
    public var choices: LocalChoices
    /// Time that only goes forward, also while the phone sleeps: for locking after a time.
    public var elapsed: @Sendable () -> Duration

    public init(
        keys: DeviceKeys, files: Files, notices: NotificationCentre, drafts: DraftStore,
        choices: LocalChoices, elapsed: @escaping @Sendable () -> Duration
    ) {
        self.keys = keys
        self.files = files
        self.notices = notices
        self.drafts = drafts
        self.choices = choices
        self.elapsed = elapsed
    }
}

/// The keys that the key chain keeps.
public struct DeviceKeys: Sendable {
    /// The phone can keep a key behind its lock.
    public var canLock: @Sendable () -> Bool
    /// A key behind the phone's lock was made here.
    public var has: @Sendable () -> Bool
    /// Makes thirty-two new bytes behind the phone's lock.
    public var make: @Sendable () async throws -> Data
    /// Asks the person, and gives the bytes. Throws a ``KeyFault``.
    public var release: @Sendable () async throws -> Data
    public var forget: @Sendable () -> Void
    /// The background key of the porch: given without asking; made at the first call.
    public var background: @Sendable () throws -> Data
    public var forgetBackground: @Sendable () -> Void

    public init(
        canLock: @escaping @Sendable () -> Bool, has: @escaping @Sendable () -> Bool,
        make: @escaping @Sendable () async throws -> Data,
        release: @escaping @Sendable () async throws -> Data,
        forget: @escaping @Sendable () -> Void, background: @escaping @Sendable () throws -> Data,
        forgetBackground: @escaping @Sendable () -> Void
    ) {
        self.canLock = canLock
        self.has = has
        self.make = make
        self.release = release
        self.forget = forget
        self.background = background
        self.forgetBackground = forgetBackground
    }
}

/// Why the key chain does not give a key.
public enum KeyFault: Error, Equatable, Sendable {
    /// The key is gone for good: the code of the phone was taken away, or the phone was put back.
    case invalidated
    /// The person turned it down, or the phone did after too many tries.
    case refused
}

/// Where things lie.
public struct Files: Sendable {
    public var vault: String
    public var porch: String
    /// The folder of the backups that are made without asking.
    public var backups: String
    public var vaultExists: @Sendable () -> Bool
    /// Copies a file of the app to where the person chose.
    public var copyOut: @Sendable (_ from: String, _ place: String) async throws -> Void
    /// Copies what the person chose into the app, and gives the path.
    public var copyIn: @Sendable (_ place: String) async throws -> String
    /// Takes away what was copied in.
    public var forgetCopies: @Sendable () -> Void
    /// Takes away the backups that lie in the app.
    public var forgetBackups: @Sendable () -> Void

    public init(
        vault: String, porch: String, backups: String,
        vaultExists: @escaping @Sendable () -> Bool,
        copyOut: @escaping @Sendable (_ from: String, _ place: String) async throws -> Void,
        copyIn: @escaping @Sendable (_ place: String) async throws -> String,
        forgetCopies: @escaping @Sendable () -> Void,
        forgetBackups: @escaping @Sendable () -> Void
    ) {
        self.vault = vault
        self.porch = porch
        self.backups = backups
        self.vaultExists = vaultExists
        self.copyOut = copyOut
        self.copyIn = copyIn
        self.forgetCopies = forgetCopies
        self.forgetBackups = forgetBackups
    }
}

/// The notification centre of the phone.
public struct NotificationCentre: Sendable {
    /// What is scheduled, as it was given.
    public var pending: @Sendable () async -> [Notice]
    public var add: @Sendable (Notice) async throws -> Void
    /// Cancels what is scheduled under these ids.
    public var remove: @Sendable (Set<String>) async -> Void
    /// The ids of what stands on the screen now.
    public var shown: @Sendable () async -> Set<String>
    public var takeDown: @Sendable (Set<String>) async -> Void
    /// Makes these sets of actions known, and no others.
    public var setActions: @Sendable ([NoticeActions]) async -> Void
    /// What stands in the way of notifications.
    public var blocks: @Sendable () async -> [DeliveryBlock]

    public init(
        pending: @escaping @Sendable () async -> [Notice],
        add: @escaping @Sendable (Notice) async throws -> Void,
        remove: @escaping @Sendable (Set<String>) async -> Void,
        shown: @escaping @Sendable () async -> Set<String>,
        takeDown: @escaping @Sendable (Set<String>) async -> Void,
        setActions: @escaping @Sendable ([NoticeActions]) async -> Void,
        blocks: @escaping @Sendable () async -> [DeliveryBlock]
    ) {
        self.pending = pending
        self.add = add
        self.remove = remove
        self.shown = shown
        self.takeDown = takeDown
        self.setActions = setActions
        self.blocks = blocks
    }
}

/// Keeps a half-filled entry, sealed, for twenty-four hours.
public struct DraftStore: Sendable {
    public var keep: @Sendable (Data) -> Void
    public var kept: @Sendable () -> Data?
    public var drop: @Sendable () -> Void

    public init(
        keep: @escaping @Sendable (Data) -> Void, kept: @escaping @Sendable () -> Data?,
        drop: @escaping @Sendable () -> Void
    ) {
        self.keep = keep
        self.kept = kept
        self.drop = drop
    }
}

/// Keeps what is chosen on this phone.
public struct LocalChoices: Sendable {
    public var read: @Sendable () -> Chosen
    public var write: @Sendable (Chosen) -> Void

    public init(
        read: @escaping @Sendable () -> Chosen, write: @escaping @Sendable (Chosen) -> Void
    ) {
        self.read = read
        self.write = write
    }

    /// Changes what is chosen.
    func change(_ change: (inout Chosen) -> Void) {
        var chosen = read()
        change(&chosen)
        write(chosen)
    }
}

/// What is chosen on this phone and is no part of the diary.
public struct Chosen: Equatable, Sendable, Codable {
    public var lockAfter = LockAfter.atOnce
    /// The generation of the vault last seen here; nil before the first.
    public var lastSeen: UInt64?
    /// ISO 639 code of the language before there is a vault, and of what is shown while locked.
    public var language: String
    /// ISO 3166 code of the country whose help lines are shown before there is a vault; empty for
    /// none.
    public var country: String
    /// Whether the phone may remind was asked once.
    public var remindersAsked = false
    /// How reminders came through: planned, fired, late. What stands in the way is asked anew.
    public var delivery = Delivery()
    /// Reminders that were scheduled here and have not expired, by stable id.
    public var awaited: [String: Awaited] = [:]

    public init(language: String, country: String) {
        self.language = language
        self.country = country
    }
}

/// A reminder that was scheduled here, so that it counts once and is answered once.
public struct Awaited: Equatable, Sendable, Codable {
    public var instantMs: Int64
    public var expiresMs: Int64
    /// It came through.
    public var came = false
    /// The id of what was noted from it; kept before it is noted, so that it is noted once.
    public var answer: String?
    public var answered = false
}
