import Foundation

/// What the person picked by the system's picker. Only the very URL that the picker gave opens it, so
/// it is kept under a name; what was written into a folder is found again under it.
enum PickedFiles {
    private static let kept = Kept()

    /// The name by which the presenters speak of it.
    static func keep(_ url: URL) -> String {
        let place = UUID().uuidString
        kept.change { $0.picked[place] = url }
        return place
    }

    static func url(_ place: String) -> URL? { kept.read().picked[place] }

    static func wrote(_ file: URL, at place: String) { kept.change { $0.written[place] = file } }

    static func written(at place: String) -> URL? { kept.read().written[place] }

    private struct Places {
        var picked: [String: URL] = [:]
        var written: [String: URL] = [:]
    }

    /// Read and changed from any thread.
    private final class Kept: @unchecked Sendable {
        private let lock = NSLock()
        private var places = Places()

        func read() -> Places { lock.withLock { places } }

        func change(_ change: (inout Places) -> Void) { lock.withLock { change(&places) } }
    }
}
