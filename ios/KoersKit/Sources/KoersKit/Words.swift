import Koers

// Between the vocabulary of the core and that of the screens. Only names are changed here.

extension Lang {
    /// From an ISO 639 code; English for one that there is no programme in.
    init(code: String) {
        switch code.prefix(2) {
        case "nl": self = .nl
        case "fr": self = .fr
        default: self = .en
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
}
