import Foundation
import Koers
import KoersObject
import Testing

/// What goes wrong around the client: it is locked while others call, an opening is cancelled, an
/// observer calls back or throws. Nothing waits for ever, nothing is lost, nothing stays behind.
///
/// `KOERS_ROUNDS` multiplies the rounds: 10 for a hundred openings by passphrase, and ten thousand of
/// all else. Memory is watched where the system tells it, and with one test at a time.
@Suite(.serialized, .timeLimit(.minutes(10))) struct FaultsTests {
    private let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).koers"
    private let passphrase = Data("passphrase".utf8)
    private let deviceKey = Data(0..<32)
    private let rounds = Int(ProcessInfo.processInfo.environment["KOERS_ROUNDS"] ?? "") ?? 1

    private func vault() async throws -> KoersClient {
        let koers = try await KoersClient.create(path: path, passphrase: passphrase, lang: .en)
        try await koers.setDeviceKey(deviceKey)
        return koers
    }

    private func opened() async throws -> KoersClient {
        try await KoersClient.openWithDeviceKey(path: path, key: deviceKey)
    }

    private func entry(_ id: String) -> Command {
        .log(EpisodeDraft(id: id, substance: "cannabis", craving: 5, source: .app))
    }

    private func remove() { try? FileManager.default.removeItem(atPath: path) }

    @Test func everyCallAfterLockingSaysLocked() async throws {
        let koers = try await vault()
        try await koers.lock()
        try await koers.lock()
        let calls: [@Sendable () async throws -> Any] = [
            { try await koers.record(entry("f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1")) },
            { try await koers.recordAll([]) }, { try await koers.undo() },
            { try await koers.importCsv(Data()) }, { try await koers.substances() },
            { try await koers.today() }, { try await koers.diary() },
            { try await koers.find(shortId: "f1") }, { try await koers.situations() },
            { try await koers.goal() }, { try await koers.results() },
            { try await koers.evaluate() }, { try await koers.reminders() },
            { try await koers.helpNow() }, { try await koers.intake() },
            { try await koers.newProfileDraft() }, { try await koers.stats() },
            { try await koers.listing(substance: "cannabis", named: "x") },
            { try await koers.planAnswer("x", about: .today, answer: .yes) },
            { try await koers.report() }, { try await koers.export() },
            { try await koers.newRecoveryCode() },
        ]
        for (nth, call) in calls.enumerated() {
            await #expect(throws: KoersError.Locked, "call \(nth)") { _ = try await call() }
        }
        remove()
    }

    @Test func lockingWhileManyTasksRecordLosesNothingThatWasSaidToBeKept() async throws {
        let koers = try await vault()
        let kept = try await withThrowingTaskGroup(of: Bool.self) { group in
            for nth in 0..<200 {
                group.addTask {
                    do throws(KoersError) {
                        try await koers.record(entry(try await koers.newId()))
                        return true
                    } catch {
                        #expect(error == .Locked)
                        return false
                    }
                }
                if nth == 100 {
                    group.addTask {
                        try await koers.lock()
                        return false
                    }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        let again = try await opened()
        #expect(try await again.diary().total == UInt32(kept))
        remove()
    }

    @Test func anOpeningThatIsCancelledLeavesNothingOpen() async throws {
        try await vault().lock()
        for round in 0..<(10 * rounds) {
            let opening = Task {
                try await KoersClient.open(path: path, passphrase: passphrase)
            }
            try await Task.sleep(for: .milliseconds(round % 10 * 40))
            opening.cancel()
            // It was in time, or the cancellation was: never anything else.
            if case .failure(let error) = await opening.result {
                #expect(error as? KoersError == .Locked)
            } else {
                try await opening.value.lock()
            }
            try await opened().lock()
        }
        remove()
    }

    @Test(.enabled(if: resident() > 0))
    func openingAndLockingByDeviceKeyManyTimesDoesNotGrow() async throws {
        try await vault().lock()
        try await doesNotGrow { _ in try await opened().lock() }
        remove()
    }

    @Test(.enabled(if: resident() > 0))
    func streamsThatEndAreTakenAwayAndDoNotGrow() async throws {
        let koers = try await vault()
        try await doesNotGrow { _ in
            let reader = Task { for await _ in koers.changes {} }
            reader.cancel()
            await reader.value
        }
        remove()
    }

    @Test(.enabled(if: resident() > 0))
    func askingAndRefusingManyTimesDoesNotGrow() async throws {
        let koers = try await vault()
        try await koers.record(.follow(FollowDraft(substance: "cannabis", followed: true)))
        try await doesNotGrow { _ in
            _ = try await koers.today()
            _ = try await koers.diary()
            try await koers.check(entry(try await koers.newId()))
            await #expect(throws: KoersError.self) { try await koers.find(shortId: "zz") }
        }
        remove()
    }

    @Test func aStreamEndsWithItsClientAndDoesNotKeepIt() async throws {
        let changes = try await vault().changes
        for await _ in changes { Issue.record("nothing was recorded") }
        try await opened().lock()
        remove()
    }

    @Test func anObserverMayCallBackAndOneThatThrowsStopsNobody() async throws {
        let koers = try KoersObject.Koers.create(path: path, passphrase: passphrase, lang: .en)
        let (totals, continuation) = AsyncStream<UInt32>.makeStream()
        _ = try koers.observe(observer: Throws())
        _ = try koers.observe(
            observer: CallsBack { [weak koers] in
                if let total = try? koers?.diary(skip: 0, count: 1).total {
                    continuation.yield(total)
                }
            })
        _ = try koers.record(command: entry(try koers.newId()))
        #expect(await totals.first { _ in true } == 1)
        #expect(try koers.observerFailures() == 1)
        try koers.lock()
        remove()
    }

    /// Goes through it so often that a leak of a hundred bytes a time would show, after a tenth of
    /// that to warm up. A leak grows each time; what else grows stops, so one time without growth is
    /// enough. Four times at most (judgement).
    private func doesNotGrow(_ round: (Int) async throws -> Void) async throws {
        let count = 1000 * rounds
        for nth in 0..<(count / 10) { try await round(nth) }
        var grown: [Int] = []
        repeat {
            let before = resident()
            for nth in 0..<count { try await round(nth) }
            grown.append(resident() - before)
        } while grown.last ?? 0 >= 1 << 20 && grown.count < 4
        #expect(grown.last ?? 0 < 1 << 20, "grew by \(grown) bytes, each in \(count) rounds")
    }
}

/// Bytes of this process in memory; nought where the system does not tell in this way.
private func resident() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return 1024 * (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0)
}

private struct Private: Error {}

private final class Throws: Observer {
    func changed(screens: [Screen]) throws { throw Private() }
}

private final class CallsBack: Observer {
    private let call: @Sendable () -> Void

    init(_ call: @escaping @Sendable () -> Void) { self.call = call }

    func changed(screens: [Screen]) throws { call() }
}
