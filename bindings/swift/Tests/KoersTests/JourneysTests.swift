import Foundation
import Koers
import Testing

private struct Journey: Decodable {
    let lang: String
    let steps: [Step]
}

/// One call and what it gives.
struct Step: Decodable {
    let at: String?
    let zone: String?
    let on: String?
    let call: String
    let with: Neutral?
    let keep: [String: String]?
    let gives: Neutral?
    let fails: Neutral?
    let says: Neutral?
}

/// Every journey gives in Swift what its file says, field by field.
@Test func everyJourneyGivesWhatItsFileSays() async throws {
    let folder = URL(filePath: #filePath).appending(path: "../../../../../tests/journeys")
    let files = try FileManager.default.contentsOfDirectory(
        at: folder.standardizedFileURL, includingPropertiesForKeys: nil)
    let journeys = files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
    #expect(journeys.count >= 10)
    for file in journeys {
        let journey = try JSONDecoder().decode(Journey.self, from: Data(contentsOf: file))
        let found = try await found(journey)
        let name = file.deletingPathExtension().lastPathComponent
        print("\(name)\tswift\t\(found.isEmpty ? "equal" : "differs")")
        #expect(found == [], "\(name)")
    }
}

private func found(_ journey: Journey) async throws -> [String] {
    let life = try await Life(lang: native(Lang.self, .text(journey.lang)))
    var found: [String] = []
    for (nth, step) in journey.steps.enumerated() {
        let ended = try await life.step(step)
        let at = "\(nth + 1) \(step.call)"
        found += differences(at, step.gives ?? .none, ended.gives)
        found += differences("\(at) fails", step.fails ?? .none, ended.fails)
        found += differences("\(at) says", step.says ?? .none, ended.says)
    }
    try await life.lock()
    return found
}
