import Foundation
import Koers

@testable import KoersKit

// A state in the form of the scenario files, and an event from it. Knows no screen;
// `tests/scenarios/README.md` describes the form.

/// Which type a record is says nothing to another language.
func bare(_ value: Neutral) -> Neutral {
    switch value {
    case .list(let items): return .list(items.map(bare))
    case .fields(let fields):
        if fields["is"] == .text("long_text") { return value }
        return .fields(fields.filter { $0.key != "is" }.mapValues(bare))
    default: return value
    }
}

/// What differs from run to run: ids by a name in the order in which they appear, and the folder.
struct Ids {
    private let folder: String
    private var names: [String: String] = [:]

    init(_ folder: String) { self.folder = folder }

    mutating func shown(_ value: Neutral) -> Neutral {
        see(value)
        return replaced(value)
    }

    /// Fields come in the order of their names, whatever the order in which they are declared.
    private mutating func see(_ value: Neutral) {
        switch value {
        case .text(let text):
            for id in text.matches(of: /[0-9a-f]{32}/).map({ String($0.output) })
            where names[id] == nil { names[id] = "id-\(names.count + 1)" }
        case .list(let items): for item in items { see(item) }
        case .fields(let fields):
            for (_, one) in fields.sorted(by: { snake($0.key) < snake($1.key) }) { see(one) }
        default: break
        }
    }

    private func replaced(_ value: Neutral) -> Neutral {
        switch value {
        case .text(let text):
            .text(
                text.replacing(/[0-9a-f]{32}/) { names[String($0.output)] ?? "" }
                    .replacing(folder, with: "<folder>"))
        case .list(let items): .list(items.map(replaced))
        case .fields(let fields): .fields(fields.mapValues(replaced))
        default: value
        }
    }

    /// What a step gives to an event, as it is in this run.
    func given(_ value: Neutral) -> Neutral {
        switch value {
        case .text(let text):
            .text(
                text.replacing(/id-[0-9]+/) { found in
                    names.first { $0.value == found.output }?.key ?? String(found.output)
                })
        case .list(let items): .list(items.map(given))
        case .fields(let fields): .fields(fields.mapValues(given))
        default: value
        }
    }
}

/// `notUsed` as `not_used`.
func snake(_ name: String) -> String {
    name.reduce(into: "") { text, sign in
        text += sign.isUppercase ? "_" + sign.lowercased() : String(sign)
    }
}

/// `not_used` as `notUsed`.
func camel(_ name: String) -> String {
    let parts = name.split(separator: "_")
    guard let first = parts.first else { return name }
    return first + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}

/// An event by its name and its fields.
func event<Event: Decodable>(
    _ type: Event.Type, _ name: String, _ with: [String: Neutral]
) throws -> Event {
    let decoder = JSONDecoder()
    // A secret is text in UTF-8.
    decoder.dataDecodingStrategy = .custom { Data(try String(from: $0).utf8) }
    // A field whose name a case leaves out; the word for a choice, as another language writes it.
    for unnamed in [false, true] {
        for words in [false, true] {
            let json = [camel(name): fields(with, unnamed: unnamed, words: words)]
            let data = try JSONSerialization.data(withJSONObject: json)
            if let event = try? decoder.decode(type, from: data) { return event }
        }
    }
    throw NoSuchEvent(name: name)
}

struct NoSuchEvent: Error { let name: String }

private func fields(_ with: [String: Neutral], unnamed: Bool, words: Bool) -> [String: Any] {
    let content = with.map { (camel($0.key), codable($0.value, words)) }
    guard unnamed, let (name, only) = content.first, content.count == 1 else {
        return Dictionary(uniqueKeysWithValues: content)
    }
    return ["_0": name == "form" ? form(only) : only]
}

/// The form of the reminders: what is left out is as it is at first.
private func form(_ given: Any) -> Any {
    let first = try? JSONSerialization.jsonObject(with: JSONEncoder().encode(ReminderForm()))
    guard let first = first as? [String: Any], let given = given as? [String: Any] else {
        return given
    }
    return first.merging(given) { _, new in new }
}

private func codable(_ value: Neutral, _ words: Bool) -> Any {
    switch value {
    case .none: return NSNull()
    case .truth(let truth): return truth
    case .whole(let whole): return whole
    case .real(let real): return real
    case .text(let text), .name(let text): return words ? camel(text) : text
    case .list(let items): return items.map { codable($0, words) }
    case .fields(let given):
        guard let name = given["is"]?.text else {
            return fields(given, unnamed: false, words: words)
        }
        let rest = given.filter { $0.key != "is" }
        return [camel(name): fields(rest, unnamed: rest.count == 1, words: words)]
    }
}
