public import Foundation
internal import KoersObject

/// One person's vault, open or locked.
///
/// An actor: calls may come from any task and run one after another, away from the main actor. What
/// can go wrong is a `KoersError` whose cases say what; ``KoersVocabulary/KoersError/sentence(_:)``
/// puts it into words for the person. The records and choices are made from the Rust core; nothing
/// is decided here.
///
/// The vault is locked by ``lock()``, and when the client is no longer referred to. An opening whose
/// task is cancelled throws `Locked` and leaves nothing open.
public actor KoersClient {
    nonisolated let koers: Koers

    private init(_ koers: Koers) {
        self.koers = koers
    }

    deinit {
        try? koers.lock()
    }

    // MARK: Opening

    /// Makes a new vault that this passphrase opens, and opens it. Never overwrites a file. Takes
    /// half a second. `here` is nil for the device's own clock (``setClock(_:)``), here and wherever
    /// a vault is opened.
    public static func create(
        path: String, passphrase: Data, lang: Lang, here: Here? = nil
    ) async throws(KoersError) -> KoersClient {
        try await opened {
            try Koers.create(path: path, passphrase: passphrase, lang: lang, here: here)
        }
    }

    /// Makes a new vault that only the thirty-two bytes of the device's key store open, and opens it
    /// at once. A passphrase can follow (``setPassphrase(_:)``); until then no backup can be made.
    public static func createWithDeviceKey(
        path: String, key: Data, lang: Lang, here: Here? = nil
    ) async throws(KoersError) -> KoersClient {
        try await opened {
            try Koers.createWithDeviceKey(path: path, key: key, lang: lang, here: here)
        }
    }

    /// Opens a vault. `lang` is nil for the language of the profile. Takes half a second.
    public static func open(
        path: String, passphrase: Data, lang: Lang? = nil, here: Here? = nil
    ) async throws(KoersError) -> KoersClient {
        try await opened {
            try Koers.open(path: path, passphrase: passphrase, lang: lang, here: here)
        }
    }

    /// Opens a vault at once, with the thirty-two bytes that the device's key store keeps.
    public static func openWithDeviceKey(
        path: String, key: Data, lang: Lang? = nil, here: Here? = nil
    ) async throws(KoersError) -> KoersClient {
        try await opened {
            try Koers.openWithDeviceKey(path: path, key: key, lang: lang, here: here)
        }
    }

    /// Opens a vault with its recovery code, as it was written down.
    public static func openWithRecoveryCode(
        path: String, code: Data, lang: Lang? = nil, here: Here? = nil
    ) async throws(KoersError) -> KoersClient {
        try await opened {
            try Koers.openWithRecoveryCode(path: path, code: code, lang: lang, here: here)
        }
    }

    /// Opens away from any actor. A task that is cancelled gets `Locked`, before the key is derived
    /// or after: nothing stays open that nobody waits for.
    private static func opened(
        _ open: () throws -> Koers
    ) async throws(KoersError) -> KoersClient {
        if Task.isCancelled { throw .Locked }
        let client = KoersClient(try typed(open))
        if Task.isCancelled {
            try await client.lock()
            throw .Locked
        }
        return client
    }

    /// Forgets everything that was read and lets go of the file. Every later call throws `Locked`.
    public func lock() throws(KoersError) { try typed { try koers.lock() } }

    // MARK: What changed

    /// The screens that may have changed, from now on, for one reader; one that is slow misses
    /// nothing. Ends when the client is gone. The client is not kept by it, and what leaves the loop
    /// is told nothing more.
    public nonisolated var changes: AsyncStream<Set<Screen>> {
        AsyncStream { continuation in
            guard let number = try? koers.observe(observer: Listener(continuation)) else {
                return continuation.finish()
            }
            // Weak: what is observed must not be kept by who observes it.
            continuation.onTermination = { [weak koers] _ in try? koers?.unobserve(id: number) }
        }
    }

    // MARK: Recording

    /// A new id for a draft.
    public func newId() throws(KoersError) -> RecordId { try typed { try koers.newId() } }

    /// Throws what `record` would throw now; nothing is written.
    public func check(_ command: Command) throws(KoersError) {
        try typed { try koers.check(command: command) }
    }

    /// Records one thing. When this returns, it survives a power cut.
    @discardableResult
    public func record(_ command: Command) throws(KoersError) -> Receipt {
        try typed { try koers.record(command: command) }
    }

    /// Records many things at once: all of them or none. Each is checked as if those before it had
    /// been recorded.
    @discardableResult
    public func recordAll(_ commands: [Command]) throws(KoersError) -> Receipt {
        try typed { try koers.recordAll(commands: commands) }
    }

    /// Gives this session a porch at this path, under the thirty-two bytes of the background key:
    /// takes in what lies in its drop box, and writes the porch from now on after every change.
    @discardableResult
    public func setPorch(path: String, key: Data) throws(KoersError) -> Drained {
        try typed { try koers.setPorch(path: path, key: key) }
    }

    /// Takes in what lies in the drop box: for when the app comes to the front while it is open.
    @discardableResult
    public func drain() throws(KoersError) -> Drained { try typed { try koers.drain() } }

    /// How the porch stands.
    public func porchStatus() throws(KoersError) -> PorchStatus {
        try typed { try koers.porchStatus() }
    }

    /// Takes in what lies in the drop box, and takes the porch away.
    @discardableResult
    public func removePorch() throws(KoersError) -> Drained {
        try typed { try koers.removePorch() }
    }

    /// What works while locked, on this device, as a draft to be changed.
    public func whileLockedDraft() throws(KoersError) -> WhileLockedDraft {
        try typed { try koers.whileLockedDraft() }
    }

    /// Undoes the last change, in this or an earlier session. Undoing twice does it again.
    @discardableResult
    public func undo() throws(KoersError) -> Receipt { try typed { try koers.undo() } }

    /// Reads a diary from CSV. Nothing is written in a dry run, nor while a line is bad unless bad
    /// lines are to be skipped.
    public func importCsv(
        _ csv: Data, dryRun: Bool = false, skipBad: Bool = false
    ) throws(KoersError) -> ImportReport {
        try typed { try koers.importCsv(csv: csv, dryRun: dryRun, skipBad: skipBad) }
    }

    // MARK: Keys and backups

    /// Which keys open this vault, and the sentence that asks for what is missing, from the third
    /// entry on.
    public func keys() throws(KoersError) -> KeysView { try typed { try koers.keys() } }

    /// Gives a vault that has no passphrase its first one; from then on backups can be made. Refused
    /// where there is one already (``changePassphrase(old:new:)``). Takes a second.
    public func setPassphrase(_ new: Data) throws(KoersError) {
        try typed { try koers.setPassphrase(new: new) }
    }

    /// Puts a new passphrase in the place of the old one, which must be right. Takes a second.
    public func changePassphrase(old: Data, new: Data) throws(KoersError) {
        try typed { try koers.changePassphrase(old: old, new: new) }
    }

    /// Lets these thirty-two bytes of the device's key store open the vault from now on.
    public func setDeviceKey(_ key: Data) throws(KoersError) {
        try typed { try koers.setDeviceKey(key: key) }
    }

    /// Takes the device's key away; `NoPassphrase` where nothing else opens it.
    public func removeDeviceKey() throws(KoersError) { try typed { try koers.removeDeviceKey() } }

    /// Makes a recovery code, in the place of the one before it. It is shown this once.
    public func newRecoveryCode() throws(KoersError) -> Data {
        try typed { try koers.newRecoveryCode() }
    }

    /// Makes a new key for the whole vault ready, with its recovery code. Writes nothing.
    public func prepareRekey(
        passphrase: Data, new: Data? = nil, deviceKey: Data? = nil
    ) throws(KoersError) -> Rekeying {
        Rekeying(
            try typed {
                try koers.prepareRekey(passphrase: passphrase, new: new, deviceKey: deviceKey)
            })
    }

    /// Puts everything under the new key, once its recovery code was typed from paper.
    @discardableResult
    public func rekey(_ ready: Rekeying, typed code: Data) throws(KoersError) -> Receipt {
        try typed { try koers.rekey(ready: ready.ready, typed: code) }
    }

    /// Whether the file is older than the one of this generation, which was last seen here.
    public func openReport(lastSeen: UInt64?) throws(KoersError) -> OpenReport {
        try typed { try koers.openReport(lastSeen: lastSeen) }
    }

    /// Writes a backup, checks it, and only then lets it appear at the path. It opens with the
    /// passphrase and the recovery code; neither is asked for. With `replace` it takes the place of a
    /// file that is there, unless that is a vault.
    @discardableResult
    public func backup(path: String, replace: Bool = false) throws(KoersError) -> BackupReport {
        try typed { try koers.backup(path: path, replace: replace) }
    }

    /// The backup that Koers makes by itself, into this folder under a name of its own; the last three
    /// are kept. Where the newest one is whole and holds all there is, nothing is written.
    @discardableResult
    public func automaticBackup(folder: String) throws(KoersError) -> BackupReport {
        try typed { try koers.automaticBackup(folder: folder) }
    }

    /// Checks a backup of this vault without a secret: for the copy that was put somewhere else.
    public func checkOwnBackup(path: String) throws(KoersError) -> BackupReport {
        try typed { try koers.checkOwnBackup(path: path) }
    }

    /// Whether a backup can be written; if not, the passphrase has to be given once.
    public func canBackUp() throws(KoersError) -> Bool { try typed { try koers.canBackUp() } }

    /// Lets this passphrase, which must open the vault, open its backups too. Takes a second.
    public func keepBackupKey(passphrase: Data) throws(KoersError) {
        try typed { try koers.keepBackupKey(passphrase: passphrase) }
    }

    // MARK: Merging

    /// Takes in what another copy holds, a backup or the vault of another device, all or nothing. The
    /// passphrase opens that copy; a backup of this vault needs none. Nothing in the other copy is
    /// changed, and merging it again changes nothing here.
    @discardableResult
    public func merge(path: String, passphrase: Data? = nil) throws(KoersError) -> MergeReport {
        try typed { try koers.merge(path: path, passphrase: passphrase) }
    }

    /// Takes in another copy that its recovery code opens, as it was written down.
    @discardableResult
    public func mergeWithRecoveryCode(
        path: String, code: Data
    ) throws(KoersError) -> MergeReport {
        try typed { try koers.mergeWithRecoveryCode(path: path, code: code) }
    }

    /// Takes in a vault that was kept aside on this device, with the key of its key store.
    @discardableResult
    public func mergeWithDeviceKey(path: String, key: Data) throws(KoersError) -> MergeReport {
        try typed { try koers.mergeWithDeviceKey(path: path, key: key) }
    }

    /// What ``merge(path:passphrase:)`` would bring. Writes nothing.
    public func tryMerge(
        path: String, passphrase: Data? = nil
    ) throws(KoersError) -> MergeReport {
        try typed { try koers.tryMerge(path: path, passphrase: passphrase) }
    }

    /// What ``mergeWithRecoveryCode(path:code:)`` would bring. Writes nothing.
    public func tryMergeWithRecoveryCode(
        path: String, code: Data
    ) throws(KoersError) -> MergeReport {
        try typed { try koers.tryMergeWithRecoveryCode(path: path, code: code) }
    }

    /// What ``mergeWithDeviceKey(path:key:)`` would bring. Writes nothing.
    public func tryMergeWithDeviceKey(
        path: String, key: Data
    ) throws(KoersError) -> MergeReport {
        try typed { try koers.tryMergeWithDeviceKey(path: path, key: key) }
    }

    /// What was changed on two devices apart and waits for a choice: `Command.resolve` keeps one of
    /// its copies, and any edit of what is shown settles it too.
    public func conflicts() throws(KoersError) -> [ConflictView] {
        try typed { try koers.conflicts() }
    }

    // MARK: The clock

    /// Stands still at this moment and place, for previews and tests; nil for the device's own clock
    /// again.
    public func setClock(_ here: Here?) throws(KoersError) {
        try typed { try koers.setClock(here: here) }
    }
}

/// Hands what changed to a stream, which ends with it.
private final class Listener: Observer {
    private let continuation: AsyncStream<Set<Screen>>.Continuation

    init(_ continuation: AsyncStream<Set<Screen>>.Continuation) {
        self.continuation = continuation
    }

    deinit {
        continuation.finish()
    }

    func changed(screens: [Screen]) throws {
        continuation.yield(Set(screens))
    }
}
