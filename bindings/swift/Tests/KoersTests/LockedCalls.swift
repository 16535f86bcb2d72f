import Foundation
import Koers

// The calls that need no open vault, by name: the porch, and what is done to files.

/// A call of the porch.
func call(
    _ porch: PorchClient, _ name: String, _ with: With, _ lang: Lang, _ here: Here?
) async throws -> Neutral {
    switch name {
    case "due": neutral(try await porch.due(lang, here: here))
    case "plan": neutral(try await porch.plan(lang, here: here))
    case "help_now": neutral(try await porch.helpNow(lang))
    case "drop": nothing(try await porch.drop(with.get("draft"), here: here))
    case "later": nothing(try await porch.later(with.get("stable_id"), here: here))
    default: throw NoSuchCall(name: name)
    }
}

/// What a re-key that is ready says.
func call(_ ready: Rekeying, _ name: String) throws -> Neutral {
    switch name {
    case "recovery_code": neutral(try ready.recoveryCode())
    case "removed": neutral(try ready.removed())
    default: throw NoSuchCall(name: name)
    }
}

/// A call that is about files alone; nil where it is another one.
func withoutVault(_ name: String, _ with: With, _ lang: Lang, _ here: Here?) throws -> Neutral? {
    switch name {
    case "copy_file":
        let (from, to) = (
            try with.get("from", as: String.self), try with.get("to", as: String.self)
        )
        try Data(contentsOf: URL(filePath: from)).write(to: URL(filePath: to))
        return Neutral.none
    case "damage_file":
        try damage(URL(filePath: with.get("path", as: String.self)))
        return Neutral.none
    case "keys_gone": return neutral(try WithoutVault.keysGone(lang: lang))
    case "slots": return neutral(try WithoutVault.slots(path: with.get("path")))
    case "stepped":
        return neutral(
            try WithoutVault.stepped(
                lang: lang, substance: with.get("substance"), unit: with.get("unit"),
                amount: with.get("amount"), up: with.get("up")))
    case "wipe": return nothing(try WithoutVault.wipe(path: with.get("path")))
    case "wipe_porch": return nothing(try WithoutVault.wipePorch(path: with.get("path")))
    case "check_backup":
        return neutral(
            try WithoutVault.checkBackup(
                lang: lang, path: with.get("path"), passphrase: with.bytes("passphrase"),
                here: here))
    case "check_backup_with_recovery_code":
        return neutral(
            try WithoutVault.checkBackupWithRecoveryCode(
                lang: lang, path: with.get("path"), code: with.bytes("code"), here: here))
    case "restore":
        return neutral(
            try WithoutVault.restore(
                lang: lang, backup: with.get("backup"), path: with.get("path"),
                passphrase: with.bytes("passphrase"), over: with.truth("over"), here: here))
    case "restore_with_recovery_code":
        return neutral(
            try WithoutVault.restoreWithRecoveryCode(
                lang: lang, backup: with.get("backup"), path: with.get("path"),
                code: with.bytes("code"), over: with.truth("over"), here: here))
    case "salvage":
        return neutral(
            try WithoutVault.salvage(
                lang: lang, path: with.get("path"), passphrase: with.bytes("passphrase"),
                here: here))
    case "salvage_with_recovery_code":
        return neutral(
            try WithoutVault.salvageWithRecoveryCode(
                lang: lang, path: with.get("path"), code: with.bytes("code"), here: here))
    case "salvage_with_device_key":
        return neutral(
            try WithoutVault.salvageWithDeviceKey(
                lang: lang, path: with.get("path"), key: with.bytes("key"), here: here))
    default: return nil
    }
}

/// Bytes of the first page of a vault, which says what is in the others.
private let firstPage = 4096

private func damage(_ file: URL) throws {
    let whole = try Data(contentsOf: file)
    try (Data(count: firstPage) + whole.dropFirst(firstPage)).write(to: file)
}
