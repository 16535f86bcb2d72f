// Measures the package on a vault that is there: Measure VAULT DEVICE_KEY MOMENT ZONE OFFSET
//
// Prints `name<TAB>value`: in milliseconds, medians, `open` of opening without key derivation, `empty`
// of an empty call and `query NAME` of each question that a screen asks; and `growth`, the mebibytes
// by which the entries from the thousandth to the ten thousandth let the process grow.

import Foundation
import Koers

let calls = 101
let openings = 11

struct BadArguments: Error {}

func arguments() throws -> (path: String, key: Data, here: Here) {
    let given = CommandLine.arguments
    guard given.count == 6, let offset = Int32(given[5]) else { throw BadArguments() }
    let digits = Array(given[2])
    let key = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    let now = try Date(given[3], strategy: .iso8601)
    let home = Home(zone: given[4], offsetMinutes: offset)
    return (given[1], Data(key), Here(now: now, home: home))
}

func medianMilliseconds(
    _ count: Int, _ call: () async throws -> Void
) async throws -> Double {
    var taken: [Duration] = []
    for _ in 0..<count {
        let start = ContinuousClock.now
        try await call()
        taken.append(ContinuousClock.now - start)
    }
    return taken.sorted()[count / 2] / .milliseconds(1)
}

/// Mebibytes of this process in memory, as Linux tells them.
func resident() throws -> Double {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    guard let kibibytes = line?.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
    else { throw BadArguments() }
    return kibibytes / 1024
}

func growth() async throws -> Double {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).koers"
    let koers = try await KoersClient.create(path: path, passphrase: Data("x".utf8), lang: .en)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var before = 0.0
    for number in 0..<10_000 {
        if number == 1000 { before = try resident() }
        let entry = EpisodeDraft(
            id: try await koers.newId(), substance: "cannabis", craving: 5, source: .app)
        try await koers.record(.log(entry))
    }
    return try resident() - before
}

typealias Query = @Sendable () async throws -> Void

/// Every question with its name, as all languages ask it.
func queries(_ koers: KoersClient) async throws -> [(name: String, ask: Query)] {
    let entries = try await koers.diary(count: koers.diary().total).entries
    guard let substance = try await koers.substances().first?.code,
        let situation = try await koers.situations().places.first?.id,
        let episode = entries.first(where: { $0.kind == "episode" }),
        let note = entries.first(where: { $0.kind == "note" })
    else { throw BadArguments() }
    return [
        ("catalogue", { _ = try WithoutVault.catalogue(lang: .en, substance: substance) }),
        ("diary", { _ = try await koers.diary() }),
        ("episode", { _ = try await koers.episode(id: episode.id) }),
        ("episode_draft", { _ = try await koers.episodeDraft(id: episode.id) }),
        ("evaluate", { _ = try await koers.evaluate() }),
        ("find", { _ = try await koers.find(shortId: episode.shortId) }),
        ("find_situation", { _ = try await koers.findSituation(named: "1") }),
        ("goal", { _ = try await koers.goal() }),
        ("goal_draft", { _ = try await koers.goalDraft(substance: substance) }),
        ("help_now", { _ = try await koers.helpNow() }),
        ("intake", { _ = try await koers.intake() }),
        (
            "list_draft",
            { _ = try await koers.listDraft(substance: substance, situation: situation) }
        ),
        ("measures", { _ = try await koers.measures(substance: substance, kind: .reduce) }),
        ("new_profile_draft", { _ = try await koers.newProfileDraft() }),
        ("note_draft", { _ = try await koers.noteDraft(id: note.id) }),
        ("plan", { _ = try await koers.plan(situation) }),
        ("plan_draft", { _ = try await koers.planDraft(situation) }),
        ("profile_draft", { _ = try await koers.profileDraft() }),
        ("reminders", { _ = try await koers.reminders() }),
        ("results", { _ = try await koers.results() }),
        ("situations", { _ = try await koers.situations() }),
        ("stats", { _ = try await koers.stats() }),
        ("substances", { _ = try await koers.substances() }),
        ("today", { _ = try await koers.today() }),
    ]
}

let (path, key, here) = try arguments()
let opening = try await medianMilliseconds(openings) {
    try await KoersClient.openWithDeviceKey(path: path, key: key, here: here).lock()
}
print("open\t\(opening)")
let koers = try await KoersClient.openWithDeviceKey(path: path, key: key, here: here)
let empty = try await medianMilliseconds(calls) { _ = try await koers.lang() }
print("empty\t\(empty)")
for (name, ask) in try await queries(koers) {
    print("query \(name)\t\(try await medianMilliseconds(calls, ask))")
}
print("growth\t\(try await growth())")
