import Foundation
import Koers

@testable import KoersKit

/// A phone for tests, in a folder of its own. It does what a phone does, without any: keys that are
/// always the same, files, a notification centre that only remembers. What a phone does to an app is
/// set from outside. `tests/scenarios/README.md` describes it for all languages.
final class FakePhone: @unchecked Sendable {
    enum Key: String { case none, kept, invalidated, refused }

    static let deviceKey = Data(repeating: 7, count: 32)
    static let backgroundKey = Data(repeating: 9, count: 32)

    let folder: URL
    var vault: String { folder.appending(path: "me.koers").path }
    var porch: String { folder.appending(path: "me.porch").path }
    var backups: String { folder.appending(path: "backups").path }
    private var copies: String { folder.appending(path: "copies").path }

    var key = Key.none
    var canLock = true
    var time = Duration.zero
    var blocks: [DeliveryBlock] {
        get { board.blocks }
        set { board.blocks = newValue }
    }
    var draft: Data?
    var chosen: Chosen
    let board = FakeBoard()
    /// How the phone stood before each notice was scheduled: where a kill may have come.
    var moments: [(pending: [String: Notice], chosen: Chosen)] = []

    init(_ folder: URL, language: String = "en") throws {
        self.folder = folder
        chosen = Chosen(language: language, country: "BE")
        try FileManager.default.createDirectory(
            atPath: backups, withIntermediateDirectories: true)
    }

    var device: Device {
        Device(
            keys: keys, files: files, notices: notices,
            drafts: DraftStore(
                keep: { self.draft = $0 }, kept: { self.draft }, drop: { self.draft = nil }),
            choices: LocalChoices(read: { self.chosen }, write: { self.chosen = $0 }),
            elapsed: { self.time })
    }

    private var keys: DeviceKeys {
        DeviceKeys(
            canLock: { self.canLock }, has: { self.key != .none },
            make: {
                self.key = .kept
                return Self.deviceKey
            },
            release: {
                switch self.key {
                case .kept: return Self.deviceKey
                case .refused: throw KeyFault.refused
                case .invalidated, .none: throw KeyFault.invalidated
                }
            },
            forget: { self.key = .none }, background: { Self.backgroundKey },
            forgetBackground: {})
    }

    private var files: Files {
        Files(
            vault: vault, porch: porch, backups: backups,
            vaultExists: { FileManager.default.fileExists(atPath: self.vault) },
            copyOut: { try self.copy($0, to: $1) },
            copyIn: { place in
                try FileManager.default.createDirectory(
                    atPath: self.copies, withIntermediateDirectories: true)
                try self.copy(place, to: self.copies + "/in")
                return self.copies + "/in"
            },
            forgetCopies: { try? FileManager.default.removeItem(atPath: self.copies) },
            forgetBackups: {
                for each in (try? FileManager.default.contentsOfDirectory(atPath: self.backups))
                    ?? []
                {
                    try? FileManager.default.removeItem(atPath: "\(self.backups)/\(each)")
                }
            })
    }

    private func copy(_ from: String, to: String) throws {
        guard FileManager.default.fileExists(atPath: from) else { throw KoersError.NotFound }
        try? FileManager.default.removeItem(atPath: to)
        try FileManager.default.copyItem(atPath: from, toPath: to)
    }

    private var notices: NotificationCentre {
        let board = board
        return NotificationCentre(
            pending: { board.pending.values.sorted { $0.id < $1.id } },
            add: {
                self.moments.append((board.pending, self.chosen))
                try board.add($0)
            },
            remove: { board.remove($0) },
            shown: { Set(board.shown.keys) }, takeDown: { board.takeDown($0) },
            setActions: { board.sets = $0 }, blocks: { self.blocks })
    }
}

/// Remembers what is scheduled and shown, and each deed: `schedule`, `renew` where it stood there for that
/// time already, `cancel`, `show`, `take down`.
final class FakeBoard: @unchecked Sendable {
    var pending: [String: Notice] = [:]
    var shown: [String: Notice] = [:]
    var sets: [NoticeActions] = []
    var deeds: [String] = []
    /// What stands in the way of notifications.
    var blocks: [DeliveryBlock] = []
    /// The phone takes so many deeds more, and then refuses.
    var left: Int?
    struct Full: Error {}

    func add(_ notice: Notice) throws {
        if left == 0 { throw Full() }
        left = left.map { $0 - 1 }
        let isSameTime = pending[notice.id]?.at == notice.at
        deeds.append("\(isSameTime ? "renew" : "schedule") \(notice.id)")
        pending[notice.id] = notice
    }

    func remove(_ ids: Set<String>) {
        for id in ids.sorted() {
            deeds.append("cancel \(id)")
            pending[id] = nil
        }
    }

    func takeDown(_ ids: Set<String>) {
        for id in ids.sorted() {
            deeds.append("take down \(id)")
            shown[id] = nil
        }
    }

    /// The time of a notice has come: the phone shows it, where it may, and else says nothing about it.
    func show(_ notice: Notice) {
        deeds.append("show \(notice.id)")
        if !notice.monthly { pending[notice.id] = nil }
        if !blocks.contains(.notifications) { shown[notice.id] = notice }
    }
}

/// A moment with its offset, and the zone.
func here(_ at: String, _ zone: String = "Europe/Brussels") throws -> Here {
    let offset = at.hasSuffix("Z") ? "+00:00" : String(at.suffix(6))
    let parts = offset.dropFirst().split(separator: ":").compactMap { Int32($0) }
    let minutes = (parts[0] * 60 + parts[1]) * (offset.hasPrefix("-") ? -1 : 1)
    return Here(
        now: try Date(at, strategy: .iso8601), home: Home(zone: zone, offsetMinutes: minutes))
}

/// An empty folder.
func newFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
}
