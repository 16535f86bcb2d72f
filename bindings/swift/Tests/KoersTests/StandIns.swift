import Foundation

/// What differs from run to run, by a name that is the same everywhere.
///
/// `<folder>` is where the files of the journey lie; a step keeps what only this run has under
/// another name. It knows no view; `tests/journeys/README.md` has the rule.
struct StandIns {
    private var names: [String: String]

    init(folder: String) { names = ["<folder>": folder] }

    /// Keeps what lies at `way` (`conflicts.0.copies.1.copy`; empty for all there is).
    mutating func keep(_ name: String, _ way: String, _ shown: Neutral) throws {
        var found = shown
        for step in way.split(separator: ".") {
            switch found {
            case .list(let items): found = items[Int(step) ?? 0]
            case .fields(let fields):
                found = fields.first { plain($0.key) == plain(String(step)) }?.value ?? .none
            default: found = .none
            }
        }
        guard let kept = found.text else { throw NoSuchCall(name: "no text at \(way)") }
        names["<\(name)>"] = kept
    }

    /// Arguments as the call takes them.
    func given(_ with: Neutral) -> Neutral {
        texts(with) { text in
            sorted.reduce(text) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
        }
    }

    /// What is shown, as it is in every run.
    func shown(_ value: Neutral) -> Neutral {
        texts(value) { text in
            sorted.reduce(text) { $0.replacingOccurrences(of: $1.value, with: $1.key) }
        }
    }

    private var sorted: [(key: String, value: String)] { names.sorted { $0.key < $1.key } }
}

/// The value with every text in it made another.
private func texts(_ value: Neutral, _ make: (String) -> String) -> Neutral {
    switch value {
    case .text(let text): .text(make(text))
    case .list(let items): .list(items.map { texts($0, make) })
    case .fields(let fields): .fields(fields.mapValues { texts($0, make) })
    default: value
    }
}
