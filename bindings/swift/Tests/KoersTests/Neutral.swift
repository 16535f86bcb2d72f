import Foundation
import Koers

// A Swift value in the form that all languages compare. Nothing here knows a view by name: what a
// value has is asked of its mirror. `tests/journeys/README.md` describes the form.

/// What stands in a file, or what a value shows.
indirect enum Neutral: Equatable, Sendable {
    case none
    case truth(Bool)
    case whole(Int64)
    case real(Double)
    case text(String)
    /// The name of a record or choice, as Swift writes it.
    case name(String)
    case list([Neutral])
    case fields([String: Neutral])

    subscript(_ name: String) -> Neutral? {
        if case .fields(let fields) = self { fields[name] } else { nil }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// A name without the writing customs of a language: `not_used`, `NotUsed`, `notUsed`.
func plain(_ name: String) -> String {
    name.filter { $0 != "_" && $0 != "`" }.lowercased()
}

/// The value as it shows itself.
func neutral(_ value: Any) -> Neutral {
    switch value {
    case let truth as Bool: return .truth(truth)
    case let text as String: return shown(text)
    case let bytes as Data: return shown(String(decoding: bytes, as: UTF8.self))
    case let real as Double: return .real(real)
    case let whole as any BinaryInteger: return .whole(Int64(whole))
    case let instant as Date: return .text(instantText(instant))
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { neutral($0.value) } ?? .none
    case .collection: return .list(mirror.children.map { neutral($0.value) })
    case .enum: return choice(value, mirror)
    default: return record(String(describing: type(of: value)), mirror)
    }
}

/// A text of so many bytes is shown in full; of a longer one, so many signs.
private let inFull = 4000
private let beginning = 500

/// A text; of a long one its beginning, its length and the sum of its bytes (FNV-1a, 64 bits).
private func shown(_ text: String) -> Neutral {
    let bytes = text.utf8
    if bytes.count <= inFull { return .text(text) }
    let sum = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { sum, byte in
        (sum ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(sum, radix: 16)
    var begins = String.UnicodeScalarView()
    begins.append(contentsOf: text.unicodeScalars.prefix(beginning))
    return .fields([
        "is": .text("long_text"), "begins": .text(String(begins)),
        "bytes": .whole(Int64(bytes.count)),
        "sum": .text(String(repeating: "0", count: 16 - digits.count) + digits),
    ])
}

private func record(_ name: String, _ mirror: Mirror) -> Neutral {
    var fields = ["is": Neutral.name(name)]
    for child in mirror.children { fields[child.label ?? ""] = neutral(child.value) }
    return .fields(fields)
}

private func choice(_ value: Any, _ mirror: Mirror) -> Neutral {
    guard let child = mirror.children.first, let name = child.label else {
        return .name(String(describing: value))
    }
    let content = Mirror(reflecting: child.value)
    if content.displayStyle == .tuple { return record(name, content) }
    return .fields(["is": .name(name), "of": neutral(child.value)])
}

private func instantText(_ instant: Date) -> String {
    let milliseconds = Int64((instant.timeIntervalSince1970 * 1000).rounded())
    let isWhole = milliseconds % 1000 == 0
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: !isWhole)
    return instant.formatted(style)
}

/// Where the two part; a field that only one of them has is a difference.
func differences(_ at: String, _ expected: Neutral, _ found: Neutral) -> [String] {
    switch (expected, found) {
    case (.fields(let expected), .fields(let found)):
        let wanted = Dictionary(uniqueKeysWithValues: expected.map { (plain($0.key), $0) })
        let there = Dictionary(uniqueKeysWithValues: found.map { (plain($0.key), $0.value) })
        return Set(wanted.keys).union(there.keys).sorted().flatMap { name in
            guard let one = wanted[name] else { return ["\(at): \(name) is not in the file"] }
            guard let other = there[name] else { return ["\(at): \(name) is not in Swift"] }
            return differences("\(at).\(one.key)", one.value, other)
        }
    case (.list(let expected), .list(let found)) where expected.count == found.count:
        return zip(expected, found).enumerated().flatMap { nth, pair in
            differences("\(at)[\(nth)]", pair.0, pair.1)
        }
    case (.text(let expected), .name(let found)) where plain(expected) == plain(found): return []
    case (.whole(let expected), .real(let found)) where Double(expected) == found: return []
    case _ where expected == found: return []
    default: return ["\(at): expected \(expected), found \(found)"]
    }
}

extension Neutral: Decodable {
    init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: AnyKey.self) {
            var fields: [String: Neutral] = [:]
            for key in keyed.allKeys {
                fields[key.stringValue] = try keyed.decode(Neutral.self, forKey: key)
            }
            self = .fields(fields)
            return
        }
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .none
        } else if let truth = try? single.decode(Bool.self) {
            self = .truth(truth)
        } else if let whole = try? single.decode(Int64.self) {
            self = .whole(whole)
        } else if let real = try? single.decode(Double.self) {
            self = .real(real)
        } else if let text = try? single.decode(String.self) {
            self = .text(text)
        } else {
            self = .list(try single.decode([Neutral].self))
        }
    }
}

/// A key of any name.
struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
