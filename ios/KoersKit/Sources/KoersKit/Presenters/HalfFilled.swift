import Foundation
import Koers

/// A word that was picked for an entry: one of the core's, or own words.
struct Picked: Equatable, Codable {
    var code: Code?
    var words = ""
}

/// An entry while it is being filled in, as it is kept from one start of the app to the next.
struct HalfFilled: Equatable, Codable {
    /// The id that the core gave for it, so that it is recorded once.
    var id: RecordId
    /// It stands in the diary and is being changed.
    var editing = false
    var substance: Code = ""
    var craving: Int?
    var dontKnow = false
    var situations: [SituationId] = []
    var used: Bool?
    var amount = ""
    var unit: Code?
    var alcohol = false
    var picked: [MoreList: [Picked]] = [:]
    var note = ""
    var at: String?
    var allSituations = false
    var more = false

    /// Nothing was filled in yet.
    var isBlank: Bool {
        craving == nil && !dontKnow && situations.isEmpty && used == nil && !alcohol
            && picked.values.allSatisfy(\.isEmpty) && note.isEmpty
    }

    /// What belongs to one substance goes with it.
    mutating func turn(to substance: Code) {
        if substance == self.substance { return }
        self.substance = substance
        situations = []
        amount = ""
        unit = nil
    }
}

/// An entry with the moment at which it was kept.
struct KeptEntry: Codable {
    var keptMs: Int64
    var entry: HalfFilled
}

extension DraftStore {
    /// For how long a half-filled entry is kept (judgement: a day).
    private static let keptMs: Int64 = 24 * 60 * 60 * 1000

    /// What is kept. What is older than a day, or cannot be read any more, is dropped.
    @discardableResult
    func entry(nowMs: Int64) -> HalfFilled? {
        guard let bytes = kept() else { return nil }
        // A clock that was set back by more than a day says nothing about the age.
        if let kept = try? JSONDecoder().decode(KeptEntry.self, from: bytes),
            abs(nowMs - kept.keptMs) < Self.keptMs
        {
            return kept.entry
        }
        drop()
        return nil
    }
}

extension Array where Element: Equatable {
    /// Without this one where it is in, with it where it is not.
    mutating func toggle(_ one: Element) {
        if let place = firstIndex(of: one) { remove(at: place) } else { append(one) }
    }
}
