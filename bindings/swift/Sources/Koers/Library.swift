internal import KoersObject
internal import KoersVocabulary

/// Whether the library and the sources made from it belong together.
enum Library {
    /// The version that these sources belong to; the library says its own.
    static let version = "0.1.0"

    /// Why the library cannot be used; nil where it fits. Asked once, and before anything else: the
    /// generated sources would end the process.
    static let misfit: String? = {
        if let detail = vocabularyMisfit() ?? objectMisfit() {
            return "the library does not fit Koers for Swift \(version): \(detail)"
        }
        let found = (try? KoersObject.version()) ?? "another version"
        if found == version { return nil }
        return "the library is of Koers \(found), and Koers for Swift of \(version)"
    }()
}
