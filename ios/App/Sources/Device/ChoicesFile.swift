import Foundation
import KoersKit

/// What is chosen on this phone, in a file that can be read in the background too. It holds nothing
/// of the diary.
struct ChoicesFile {
    private let file: URL

    init(_ file: URL) { self.file = file }

    func choices() -> LocalChoices {
        LocalChoices(read: { read() }, write: { write($0) })
    }

    private func read() -> Chosen {
        let kept = try? JSONDecoder().decode(Chosen.self, from: Data(contentsOf: file))
        return kept ?? Chosen(language: language, country: country)
    }

    private func write(_ chosen: Chosen) {
        let protection = Data.WritingOptions.completeFileProtectionUntilFirstUserAuthentication
        try? JSONEncoder().encode(chosen).write(to: file, options: [.atomic, protection])
    }

    /// The first language of the phone that the app comes in.
    private var language: String {
        let known = ["nl", "en"]
        let wanted = Locale.preferredLanguages.map { String($0.prefix(2)) }
        return wanted.first { known.contains($0) } ?? "en"
    }

    private var country: String { Locale.current.region?.identifier ?? "" }
}
