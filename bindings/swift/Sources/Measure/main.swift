// Measures the package on a vault that is there, and prints `name<TAB>value`.
//
// Measure times VAULT DEVICE_KEY MOMENT ZONE OFFSET: in milliseconds, medians, `open` of opening
// without key derivation, `empty` of an empty call and `query NAME` of each question that a screen
// asks.
//
// Measure growth EMPTY_VAULT DEVICE_KEY: `growth`, the mebibytes by which the entries from the
// thousandth to the ten thousandth let the process grow.

import Foundation
import Koers

let calls = 101
let openings = 11

struct BadArguments: Error {}

func bytes(_ hexadecimal: String) -> Data {
    let digits = Array(hexadecimal)
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    return Data(bytes)
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

func growth(path: String, key: Data) async throws {
    let koers = try await KoersClient.openWithDeviceKey(path: path, key: key)
    var before = 0.0
    for number in 0..<10_000 {
        if number == 1000 { before = try resident() }
        let entry = EpisodeDraft(
            id: try await koers.newId(), substance: "cannabis", craving: 5, source: .app)
        try await koers.record(.log(entry))
    }
    print("growth\t\(try resident() - before)")
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

func times(path: String, key: Data, here: Here) async throws {
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
}

let given = CommandLine.arguments.dropFirst().map { $0 }
switch (given.first, given.count) {
case ("times", 6):
    guard let offset = Int32(given[5]) else { throw BadArguments() }
    let now = try Date(given[3], strategy: .iso8601)
    let here = Here(now: now, home: Home(zone: given[4], offsetMinutes: offset))
    try await times(path: given[1], key: bytes(given[2]), here: here)
case ("growth", 3):
    try await growth(path: given[1], key: bytes(given[2]))
default:
    throw BadArguments()
}
