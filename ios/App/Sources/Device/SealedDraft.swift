import CryptoKit
import Foundation
import KoersKit

/// A half-filled entry in a file, sealed under a key of the key chain.
struct SealedDraft {
    private let file: URL

    init(_ file: URL) { self.file = file }

    func store() -> DraftStore {
        DraftStore(
            keep: { try? seal($0) }, kept: { try? open() },
            drop: {
                try? FileManager.default.removeItem(at: file)
                KeyChain.remove(.draft)
            })
    }

    private func key() throws -> SymmetricKey { SymmetricKey(data: try KeyChain.key(.draft)) }

    private func seal(_ draft: Data) throws {
        let sealed = try AES.GCM.seal(draft, using: try key())
        try sealed.combined?.write(to: file, options: [.atomic, .completeFileProtection])
    }

    private func open() throws -> Data {
        let box = try AES.GCM.SealedBox(combined: try Data(contentsOf: file))
        return try AES.GCM.open(box, using: try key())
    }
}
