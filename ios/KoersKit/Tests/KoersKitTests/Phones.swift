import Foundation
import Koers

@testable import KoersKit

/// A life of two weeks so far, at one moment, on a phone in a folder of its own.
@MainActor final class Phones {
    static let noon = "2026-03-17T12:00:00+01:00"

    let phone: FakePhone
    private(set) var here: Here
    private(set) var session: Session
    var board: FakeBoard { phone.board }
    var mirror: ReminderMirror { session.mirror }

    /// The vault of the life lies there, closed.
    init(passphrase: String? = nil, in folder: URL? = nil) async throws {
        here = try KoersKitTests.here(Self.noon)
        phone = try FakePhone(try folder ?? newFolder())
        session = Session(phone.device)
        try await Lives.all.put(LifeOf(until: here.now, passphrase: passphrase), on: phone)
        renew()
    }

    func at(_ moment: String, zone: String = "Europe/Brussels") async throws {
        here = try KoersKitTests.here(moment, zone)
        try await session.open?.setClock(here)
    }

    @discardableResult
    func open() async throws -> Phones {
        _ = try await session.begin(
            try await KoersClient.openWithDeviceKey(
                path: phone.vault, key: FakePhone.deviceKey, here: here))
        return self
    }

    /// The process ends: what was open is gone, and the app comes up again.
    func killed() async throws {
        try await session.open?.lock()
        renew()
    }

    private func renew() { session = Session(phone.device) { [unowned self] in self.here } }

    var entries: UInt32 {
        get async throws { try await session.ask { try await $0.diary().total } }
    }

    /// What the core plans, by stable id.
    func plan() async throws -> [String: String] {
        let porch = try PorchClient(path: phone.porch, key: FakePhone.backgroundKey)
        let plan = try await porch.plan(.en, here: here)
        return Dictionary(uniqueKeysWithValues: plan.map { ($0.stableId, $0.local) })
    }

    /// What is scheduled but the fallback, by stable id.
    var scheduled: [String: String] {
        Dictionary(
            uniqueKeysWithValues: board.pending.values.filter { $0.id != Notice.fallback }
                .map { ($0.id, BoardItem($0).local) })
    }

    /// The one that comes first, as the phone takes it off what is scheduled and shows it.
    func fires() -> Notice? {
        let first = board.pending.values.filter { !$0.monthly }
            .min { BoardItem($0).local < BoardItem($1).local }
        if let first { board.show(first) }
        return first
    }
}

extension Presenter {
    /// Tells it one event after another, and gives the state after them.
    @discardableResult
    func told(_ events: Event...) async -> State {
        for event in events { await on(event) }
        return state
    }
}
