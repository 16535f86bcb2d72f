import Foundation
public import Koers

/// Holds the one open vault, or none, and hands it to the presenters. It must not know what any
/// screen shows.
@MainActor public final class Session {
    public let device: Device
    public let mirror: ReminderMirror
    /// The phone's own clock and place where it gives nil.
    let here: @MainActor () -> Here?

    /// The open vault; nil while it is locked.
    public private(set) var open: KoersClient?
    /// Why the vault closed by itself; nil where somebody locked it.
    private(set) var fell: KoersError?

    private let closing = Turns()
    private var readers: [Int: AsyncStream<KoersClient?>.Continuation] = [:]
    private var readersSoFar = 0

    public init(_ device: Device, here: @escaping @MainActor () -> Here? = { nil }) {
        self.device = device
        self.here = here
        mirror = ReminderMirror(device, here: here)
    }

    /// The language of what is shown: of the vault that is open or was last.
    public var language: String { device.choices.read().language }

    var lang: Lang { Lang(code: language) }

    /// The vault that is open and each one after it, nil while it is locked, for one reader.
    var opens: AsyncStream<KoersClient?> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            readersSoFar += 1
            let number = readersSoFar
            readers[number] = continuation
            continuation.yield(open)
            continuation.onTermination = { [weak self] _ in
                Task { @MainActor in self?.readers[number] = nil }
            }
        }
    }

    /// Asks the open vault. After an uncertain commit the vault is closed: opening it decides.
    func ask<T: Sendable>(_ call: @MainActor (KoersClient) async throws -> T) async throws -> T {
        guard let client = open else { throw KoersError.Locked }
        do {
            return try await call(client)
        } catch KoersError.UncertainCommit {
            fell = .UncertainCommit
            await close()
            throw KoersError.UncertainCommit
        } catch KoersError.Locked {
            await close()
            throw KoersError.Locked
        }
    }

    /// Takes this vault into use, with its porch, and gives what there is to say about it: an older
    /// file that was put back, and what was noted while it was locked.
    func begin(_ client: KoersClient) async throws -> [String] {
        let code = try await client.lang().code
        device.choices.change { $0.language = code }
        fell = nil
        let older = try await client.openReport(lastSeen: device.choices.read().lastSeen).line
        let noted = await porch(client)
        hold(client)
        return [older].compactMap { $0 } + noted
    }

    private func porch(_ client: KoersClient) async -> [String] {
        do {
            let key = try device.keys.background()
            return try await client.setPorch(path: device.files.porch, key: key).lines
        } catch {
            return [said(error).text]
        }
    }

    private func hold(_ client: KoersClient?) {
        open = client
        for reader in readers.values { reader.yield(client) }
    }

    /// Locks the vault, and keeps which generation of it was seen last.
    func close() async {
        await closing.take {
            guard let client = self.open else { return }
            // One that closed by itself says none; the generation seen before still holds.
            if let generation = try? await client.stats().generation {
                self.device.choices.change { $0.lastSeen = generation }
            }
            try? await client.lock()
            // Told only now: whoever hears of it finds the file free.
            self.hold(nil)
        }
    }

    /// Destroys the vault and all that belongs to it on this phone; then it is as new.
    func wipe() async throws {
        await close()
        let files = device.files
        try await away {
            if files.vaultExists() { try WithoutVault.wipe(path: files.vault) }
            try WithoutVault.wipePorch(path: files.porch)
        }
        device.keys.forget()
        device.keys.forgetBackground()
        device.drafts.drop()
        files.forgetCopies()
        files.forgetBackups()
        await mirror.clear()
        device.choices.change {
            $0.lastSeen = nil
            $0.delivery = Delivery()
            $0.awaited = [:]
        }
    }

    /// What went wrong, as a screen shows it.
    func said(_ error: any Error) -> Problem {
        let known = error as? KoersError ?? .Other(reason: "\(type(of: error))")
        return known.problem(lang)
    }

    /// Milliseconds since 1970.
    var nowMs: Int64 { (here()?.now ?? Date()).milliseconds }

    /// The IANA name of the zone that the phone is in.
    var zone: String { here()?.home.zone ?? TimeZone.current.identifier }
}

/// Does what takes a while, like deriving a key, away from the main actor.
nonisolated func away<T: Sendable>(_ work: @Sendable () throws -> T) async throws -> T {
    try work()
}
