// Measures the package on a vault that is there: Measure VAULT DEVICE_KEY MOMENT ZONE OFFSET
//
// Prints `name<TAB>value`: milliseconds of an empty call, of the slowest view (median of its calls)
// and of opening without key derivation, and the mebibytes by which the entries from the thousandth
// to the ten thousandth let the process grow.

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

func slowest(_ koers: KoersClient) async throws -> (name: String, median: Double) {
    let views: [(String, () async throws -> Void)] = [
        ("today", { _ = try await koers.today() }),
        ("diary", { _ = try await koers.diary() }),
        ("situations", { _ = try await koers.situations() }),
        ("goal", { _ = try await koers.goal() }),
        ("results", { _ = try await koers.results() }),
        ("evaluate", { _ = try await koers.evaluate() }),
        ("reminders", { _ = try await koers.reminders() }),
        ("help_now", { _ = try await koers.helpNow() }),
        ("intake", { _ = try await koers.intake() }),
        ("stats", { _ = try await koers.stats() }),
    ]
    var slowest = ("", 0.0)
    for (name, view) in views {
        let median = try await medianMilliseconds(calls, view)
        if median > slowest.1 { slowest = (name, median) }
    }
    return slowest
}

let (path, key, here) = try arguments()
let opening = try await medianMilliseconds(openings) {
    try await KoersClient.openWithDeviceKey(path: path, key: key, here: here).lock()
}
print("open\t\(opening)")
let koers = try await KoersClient.openWithDeviceKey(path: path, key: key, here: here)
let empty = try await medianMilliseconds(calls) { _ = try await koers.lang() }
print("empty\t\(empty)")
let (name, median) = try await slowest(koers)
print("query\t\(median)\t\(name)")
print("growth\t\(try await growth())")
