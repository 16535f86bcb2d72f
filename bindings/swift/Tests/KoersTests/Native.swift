import Foundation
import Koers

// A Swift value from the form of the file. Swift cannot ask a type for its fields before there is a
// value, so the decoder is asked again and again: it says where a choice stands, and what is left
// out that the initialisers have a default for.

/// A value of this type.
func native<T: Decodable>(_ type: T.Type, _ given: Neutral) throws -> T {
    var json = codable(given)
    while true {
        do {
            let data = try JSONSerialization.data(
                withJSONObject: json, options: [.fragmentsAllowed])
            return try JSONDecoder().decode(T.self, from: data)
        } catch let error as DecodingError {
            guard let (path, repaired) = repair(error, json) else { throw error }
            json = put(repaired, at: path[...], in: json)
        }
    }
}

/// As `Codable` writes it: `{"is": "log", "of": X}` is `{"log": {"_0": X}}`, names in camel case.
private func codable(_ given: Neutral, isContent: Bool = false) -> Any {
    switch given {
    case .none: return NSNull()
    case .truth(let truth): return truth
    case .whole(let whole): return whole
    case .real(let real): return real
    case .text(let text), .name(let text): return text
    case .list(let items): return items.map { codable($0) }
    case .fields(let fields):
        let rest = fields.filter { $0.key != "is" }
        if let name = fields["is"]?.text, let of = fields["of"] {
            return [camel(name): ["_0": codable(of, isContent: true)]]
        }
        let content = rest.map { (camel($0.key), codable($0.value)) }
        let object = Dictionary(uniqueKeysWithValues: content)
        guard let name = fields["is"]?.text, !isContent else { return object }
        return [camel(name): object]
    }
}

private func camel(_ name: String) -> String {
    let parts = name.split(separator: "_")
    return parts[0] + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}

/// What to put where, so that the next attempt gets further.
private func repair(_ error: DecodingError, _ json: Any) -> ([any CodingKey], Any)? {
    switch error {
    case .keyNotFound(let key, let context): return (context.codingPath + [key], [Any]())
    case .typeMismatch(let type, let context):
        let there = value(at: context.codingPath[...], in: json)
        if let name = there as? String {
            return (context.codingPath, [camel(name): [String: Any]()])
        }
        guard let list = there as? [Any], list.isEmpty else { return nil }
        if type == Bool.self { return (context.codingPath, false) }
        if type == String.self { return (context.codingPath, "") }
        return nil
    default: return nil
    }
}

private func value(at path: ArraySlice<any CodingKey>, in json: Any) -> Any? {
    guard let key = path.first else { return json }
    if let nth = key.intValue, let list = json as? [Any] {
        return value(at: path.dropFirst(), in: list[nth])
    }
    let field = (json as? [String: Any])?[key.stringValue]
    return field.flatMap { value(at: path.dropFirst(), in: $0) }
}

private func put(_ new: Any, at path: ArraySlice<any CodingKey>, in json: Any) -> Any {
    guard let key = path.first else { return new }
    if let nth = key.intValue, var list = json as? [Any] {
        list[nth] = put(new, at: path.dropFirst(), in: list[nth])
        return list
    }
    var object = json as? [String: Any] ?? [:]
    let field = object[key.stringValue] ?? NSNull()
    object[key.stringValue] = put(new, at: path.dropFirst(), in: field)
    return object
}
