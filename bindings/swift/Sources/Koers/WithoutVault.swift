internal import KoersObject
public import KoersVocabulary

/// What works without an open vault.
public enum WithoutVault {
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

    /// Help for anybody. The country is an ISO 3166 code; empty for no help lines.
    public static func helpNow(lang: Lang, country: String) throws(KoersError) -> HelpNowView {
        try typed { try KoersObject.helpNow(lang: lang, country: country) }
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
        // Fails only where the library does not fit these sources.
        (try? KoersObject.sentence(lang: lang, error: self)) ?? "\(self)"
    }
}

/// Calls with the one type of error that the core has; anything else comes from the boundary itself.
func typed<T>(_ call: () throws -> T) throws(KoersError) -> T {
    do {
        return try call()
    } catch let error as KoersError {
        throw error
    } catch {
        throw .Other(reason: "\(type(of: error))")
    }
}
