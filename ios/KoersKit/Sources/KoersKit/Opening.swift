import Foundation
import Koers

/// A secret that opens a vault or a backup.
enum Opening: Sendable {
    case device(Data)
    case passphrase(Data)
    case recoveryCode(Data)

    func open(_ path: String, here: Here?) async throws -> KoersClient {
        switch self {
        case .device(let key):
            try await KoersClient.openWithDeviceKey(path: path, key: key, here: here)
        case .passphrase(let typed):
            try await KoersClient.open(path: path, passphrase: typed, here: here)
        case .recoveryCode(let code):
            try await KoersClient.openWithRecoveryCode(path: path, code: code, here: here)
        }
    }

    /// Makes a new vault of what can be read of a damaged one.
    func salvage(_ path: String, lang: Lang, here: Here?) async throws -> [String] {
        try await away {
            switch self {
            case .device(let key):
                try WithoutVault.salvageWithDeviceKey(lang: lang, path: path, key: key, here: here)
            case .passphrase(let typed):
                try WithoutVault.salvage(lang: lang, path: path, passphrase: typed, here: here)
            case .recoveryCode(let code):
                try WithoutVault.salvageWithRecoveryCode(
                    lang: lang, path: path, code: code, here: here)
            }
        }.lines
    }
}

/// A backup, and what opens it: no key of this phone does.
struct Restoring: Sendable {
    let backup: String
    let typed: Data
    let code: Bool

    var opening: Opening { code ? .recoveryCode(typed) : .passphrase(typed) }

    func check(lang: Lang, here: Here?) async throws -> [String] {
        try await away {
            code
                ? try WithoutVault.checkBackupWithRecoveryCode(
                    lang: lang, path: backup, code: typed, here: here)
                : try WithoutVault.checkBackup(
                    lang: lang, path: backup, passphrase: typed, here: here)
        }.lines
    }

    /// Puts it in the place of what lies at the path, if anything; that is kept aside.
    func restore(_ path: String, over: Bool, lang: Lang, here: Here?) async throws -> [String] {
        try await away {
            code
                ? try WithoutVault.restoreWithRecoveryCode(
                    lang: lang, backup: backup, path: path, code: typed, over: over, here: here)
                : try WithoutVault.restore(
                    lang: lang, backup: backup, path: path, passphrase: typed, over: over,
                    here: here)
        }.lines
    }
}
