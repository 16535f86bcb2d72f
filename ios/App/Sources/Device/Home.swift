import Foundation
import KoersKit

/// Where things lie: in the app's own folder, out of every backup of the system. The vault can be
/// read only while the phone is unlocked; what has to work in the background, from the first
/// unlocking after a start on.
struct Home {
    private let folder: URL
    var choices: URL { porch.appending(path: "choices.json") }
    var drafts: URL { vault.appending(path: "draft") }
    private var vault: URL { folder.appending(path: "vault") }
    private var porch: URL { folder.appending(path: "porch") }
    private var backups: URL { folder.appending(path: "backups") }
    private var copies: URL { folder.appending(path: "copies") }

    init() {
        let support = FileManager.default.urls(
            for: .applicationSupportDirectory, in: .userDomainMask)
        folder = (support.first ?? FileManager.default.temporaryDirectory).appending(path: "Koers")
        for each in [folder, vault, backups, copies] { make(each, .complete) }
        make(porch, .completeUntilFirstUserAuthentication)
    }

    /// What is made in a folder later has its protection.
    private func make(_ folder: URL, _ protection: FileProtectionType) {
        let manager = FileManager.default
        try? manager.createDirectory(at: folder, withIntermediateDirectories: true)
        try? manager.setAttributes([.protectionKey: protection], ofItemAtPath: folder.path)
        var values = URLResourceValues()
        values.isExcludedFromBackup = true
        var excluded = folder
        try? excluded.setResourceValues(values)
    }

    func files() -> Files {
        let (vault, copies, backups) = (vault.appending(path: "diary.koers"), copies, backups)
        return Files(
            vault: vault.path, porch: porch.appending(path: "diary.porch").path,
            backups: backups.path,
            vaultExists: { FileManager.default.fileExists(atPath: vault.path) },
            copyOut: { from, place in
                try await Self.copyOut(URL(fileURLWithPath: from), to: place)
            },
            copyIn: { place in try await Self.copyIn(place, to: copies).path },
            forgetCopies: { Self.empty(copies) }, forgetBackups: { Self.empty(backups) })
    }

    private static func copyOut(_ file: URL, to place: String) async throws {
        guard let folder = PickedFiles.url(place) else { throw CocoaError(.fileNoSuchFile) }
        let written = folder.appending(path: file.lastPathComponent)
        try reached(folder) {
            try? FileManager.default.removeItem(at: written)
            try FileManager.default.copyItem(at: file, to: written)
        }
        PickedFiles.wrote(written, at: place)
    }

    private static func copyIn(_ place: String, to folder: URL) async throws -> URL {
        guard let picked = PickedFiles.url(place) else { throw CocoaError(.fileNoSuchFile) }
        let file = PickedFiles.written(at: place) ?? picked
        let copy = folder.appending(path: UUID().uuidString)
        try reached(picked) { try FileManager.default.copyItem(at: file, to: copy) }
        return copy
    }

    /// The system lets the app at what the person picked for as long as this takes.
    private static func reached(_ picked: URL, _ work: () throws -> Void) throws {
        let opened = picked.startAccessingSecurityScopedResource()
        defer { if opened { picked.stopAccessingSecurityScopedResource() } }
        try work()
    }

    private static func empty(_ folder: URL) {
        let manager = FileManager.default
        let there = try? manager.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        for each in there ?? [] { try? manager.removeItem(at: each) }
    }
}
