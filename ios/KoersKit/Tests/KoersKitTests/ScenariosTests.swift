import Foundation
import Testing

/// Every scenario of `tests/scenarios` gives in Swift the states that its file has.
@Suite struct ScenariosTests {
    private static let folder = URL(filePath: #filePath)
        .appending(path: "../../../../../tests/scenarios").standardizedFileURL

    static let files =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
        .filter { $0.hasSuffix(".json") }.sorted() ?? []

    @Test func thereAreScenarios() { #expect(Self.files.count >= 20) }

    @Test(arguments: files) @MainActor func everyStateIsAsTheFileHasIt(_ file: String) async throws
    {
        let data = try Data(contentsOf: Self.folder.appending(path: file))
        let scenario = try JSONDecoder().decode(Scenario.self, from: data)
        let stage = try await Stage(scenario)
        var ids = Ids(stage.phone.folder.path)
        var parted: [String] = []
        var expected: [String: Neutral] = [:]
        for (nth, step) in scenario.steps.enumerated() {
            let state = ids.shown(bare(neutral(try await stage.step(step, ids))))
            // What a step does not name stays as it was.
            expected.merge(step.state ?? [:]) { _, new in new }
            parted += differences("step \(nth + 1)", stage.expected(expected), state)
        }
        try await stage.close()
        print("\(file)\tswift\t\(parted.isEmpty ? "equal" : "differs")")
        #expect(parted == [])
    }
}
