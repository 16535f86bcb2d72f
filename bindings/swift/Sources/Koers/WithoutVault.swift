public import Foundation
internal import KoersObject
public import KoersVocabulary

/// What works without an open vault.
public enum WithoutVault {
    /// Why the library that is linked cannot be used, with the versions: it is of another version
    /// than this package. Nil where it fits. Where it does not, every call throws this in an
    /// `Other`. A library that lacks a call is refused by the system, before the app begins.
    public static var misfit: String? { Library.misfit }

    /// The substances that there is a programme for.
    public static func substances(lang: Lang) throws(KoersError) -> [SubstanceView] {
        try typed { try KoersObject.substances(lang: lang) }
    }

    /// What can be chosen for a substance: units, situations and all other words.
    public static func catalogue(
        lang: Lang, substance: Code
    ) throws(KoersError) -> CatalogueView {
        try typed { try KoersObject.catalogue(lang: lang, substance: substance) }
    }

    /// What a stepper for an amount shows next: a decimal number in that language, the next multiple of
    /// the unit's step up or down; empty below the first. `amount` is a decimal number with point or
    /// comma, empty for none.
    public static func stepped(
        lang: Lang, substance: Code, unit: Code, amount: String, up: Bool
    ) throws(KoersError) -> String {
        try typed {
            try KoersObject.stepped(
                lang: lang, substance: substance, unit: unit, amount: amount, up: up)
        }
    }

    /// Which keys open the vault that lies at this path and that nobody has open. No secret is needed;
    /// nothing is asked for in it.
    public static func slots(path: String) throws(KoersError) -> KeysView {
        try typed { try KoersObject.slots(path: path) }
    }

    /// Help for anybody. The country is an ISO 3166 code; empty for no help lines.
    public static func helpNow(lang: Lang, country: String) throws(KoersError) -> HelpNowView {
        try typed { try KoersObject.helpNow(lang: lang, country: country) }
    }

    /// What a person reads where nothing on this device opens the vault any more, and no passphrase or
    /// recovery code was chosen yet.
    public static func keysGone(lang: Lang) throws(KoersError) -> String {
        try typed { try KoersObject.keysGone(lang: lang) }
    }

    /// The life of an invented person, as commands to record: a programme of 4 to 6 weeks that ends
    /// the day before `today`. The same arguments give the same life. For previews.
    public static func sample(
        lang: Lang, substance: Code, weeks: UInt32, seed: UInt64, today: NaiveDate
    ) throws(KoersError) -> Sample {
        try typed {
            try KoersObject.sample(
                lang: lang, substance: substance, weeks: weeks, seed: seed, today: today)
        }
    }

    /// Checks a backup from the first byte to the last with its passphrase. Nothing is written.
    public static func checkBackup(
        lang: Lang, path: String, passphrase: Data, here: Here? = nil
    ) throws(KoersError) -> BackupReport {
        try typed {
            try KoersObject.checkBackup(
                lang: lang, path: path, passphrase: passphrase, here: here)
        }
    }

    /// Checks a backup with its recovery code, as it was written down.
    public static func checkBackupWithRecoveryCode(
        lang: Lang, path: String, code: Data, here: Here? = nil
    ) throws(KoersError) -> BackupReport {
        try typed {
            try KoersObject.checkBackupWithRecoveryCode(
                lang: lang, path: path, code: code, here: here)
        }
    }

    /// Makes a vault of a backup with its passphrase, at a path where nothing lies; with `over`, a
    /// vault that lies there is first kept aside under the day's date.
    @discardableResult
    public static func restore(
        lang: Lang, backup: String, path: String, passphrase: Data, over: Bool = false,
        here: Here? = nil
    ) throws(KoersError) -> RestoreReport {
        try typed {
            try KoersObject.restore(
                lang: lang, backup: backup, path: path, passphrase: passphrase, over: over,
                here: here)
        }
    }

    /// Makes a vault of a backup with its recovery code, as it was written down.
    @discardableResult
    public static func restoreWithRecoveryCode(
        lang: Lang, backup: String, path: String, code: Data, over: Bool = false,
        here: Here? = nil
    ) throws(KoersError) -> RestoreReport {
        try typed {
            try KoersObject.restoreWithRecoveryCode(
                lang: lang, backup: backup, path: path, code: code, over: over, here: here)
        }
    }

    /// Makes a new vault of what can be read of the damaged one at this path, with its passphrase.
    /// Everything that opened it opens the new one; the damaged file is kept aside under the day's
    /// date. A vault that is sound is left alone.
    @discardableResult
    public static func salvage(
        lang: Lang, path: String, passphrase: Data, here: Here? = nil
    ) throws(KoersError) -> SalvageReport {
        try typed {
            try KoersObject.salvage(lang: lang, path: path, passphrase: passphrase, here: here)
        }
    }

    /// Saves what can be read of a damaged vault with its recovery code, as it was written down.
    @discardableResult
    public static func salvageWithRecoveryCode(
        lang: Lang, path: String, code: Data, here: Here? = nil
    ) throws(KoersError) -> SalvageReport {
        try typed {
            try KoersObject.salvageWithRecoveryCode(lang: lang, path: path, code: code, here: here)
        }
    }

    /// Saves what can be read of a damaged vault with the key of the device's key store.
    @discardableResult
    public static func salvageWithDeviceKey(
        lang: Lang, path: String, key: Data, here: Here? = nil
    ) throws(KoersError) -> SalvageReport {
        try typed {
            try KoersObject.salvageWithDeviceKey(lang: lang, path: path, key: key, here: here)
        }
    }

    /// Destroys a vault that is not open: key slots first, then the file.
    public static func wipe(path: String) throws(KoersError) {
        try typed { try KoersObject.wipe(path: path) }
    }

    /// Takes a porch and its drop box away, with whatever is still in it.
    public static func wipePorch(path: String) throws(KoersError) {
        try typed { try KoersObject.wipePorch(path: path) }
    }
}

extension KoersError {
    /// What a person reads when something went wrong: what it is, and a way out.
    public func sentence(_ lang: Lang) -> String {
        Library.misfit ?? (try? KoersObject.sentence(lang: lang, error: self)) ?? "\(self)"
    }
}

/// Calls with the one type of error that the core has; anything else comes from the boundary itself.
func typed<T>(_ call: () throws -> T) throws(KoersError) -> T {
    if let misfit = Library.misfit { throw .Other(reason: misfit) }
    do {
        return try call()
    } catch let error as KoersError {
        throw error
    } catch {
        throw .Other(reason: "\(type(of: error))")
    }
}
