import Koers

// Between the vocabulary of the core and that of the screens. Only names are changed here.

extension Lang {
    /// The language with this ISO 639 code, or Dutch.
    init(code: String) {
        switch code {
        case "en": self = .en
        case "fr": self = .fr
        default: self = .nl
        }
    }

    /// The ISO 639 code.
    var code: String {
        switch self {
        case .nl: "nl"
        case .en: "en"
        case .fr: "fr"
        }
    }

    /// The languages that the app comes in, each by its own name.
    static func choices(chosen: String) -> [Choice] {
        [(Lang.nl, "Nederlands"), (Lang.en, "English")].map { lang, name in
            Choice(id: lang.code, label: name, chosen: lang.code == chosen)
        }
    }
}

extension Receipt {
    /// What a receipt tells, on a screen that shows it with "undo".
    func told(canUndo: Bool = true) -> Told {
        Told(lines: lines, question: question, canUndo: canUndo)
    }
}

extension [SubstanceView] {
    /// The substances followed, to choose from.
    func choices(chosen: Code) -> [Choice] {
        map { Choice(id: $0.code, label: $0.label, chosen: $0.code == chosen) }
    }
}

extension KoersError {
    /// What went wrong, as a screen shows it.
    func problem(_ lang: Lang) -> Problem {
        if case .InvalidDraft(let field, _) = self {
            return Problem(text: sentence(lang), field: field)
        }
        return Problem(text: sentence(lang))
    }
}

extension String {
    /// Nil where nothing but space was typed.
    var orNil: String? { allSatisfy(\.isWhitespace) ? nil : self }
}

extension [Choice] {
    /// Chooses this one alone.
    mutating func choose(_ id: String) {
        for nth in indices { self[nth].chosen = self[nth].id == id }
    }
}
