import Foundation
import Koers

/// Which invented life a vault holds, up to which moment, and which keys open it.
struct LifeOf: Hashable {
    var lang = Lang.en
    var substance = "cannabis"
    var weeks: UInt32 = 5
    var seed: UInt64 = 3
    var today = "2026-03-30"
    var until: Date
    var device = true
    var passphrase: String?
}

/// Vaults of invented lives, each made once.
actor Lives {
    static let all = Lives()
    private var made: [LifeOf: String] = [:]

    /// Puts the vault of this life where the phone looks, with the key that it keeps.
    func put(_ life: LifeOf, on phone: FakePhone) async throws {
        let from: String
        if let there = made[life] { from = there } else { from = try await make(life) }
        made[life] = from
        try FileManager.default.copyItem(atPath: from, toPath: phone.vault)
        if life.device { phone.key = .kept }
    }

    private func make(_ life: LifeOf) async throws -> String {
        let path = try newFolder().appending(path: "life.koers").path
        let koers = try await create(life, path)
        let sample = try WithoutVault.sample(
            lang: life.lang, substance: life.substance, weeks: life.weeks, seed: life.seed,
            today: life.today)
        for batch in sample.batches where batch.at <= life.until {
            try await koers.setClock(Here(now: batch.at, home: sample.home))
            try await koers.recordAll(batch.commands)
        }
        try await koers.lock()
        return path
    }

    private func create(_ life: LifeOf, _ path: String) async throws -> KoersClient {
        let passphrase = life.passphrase.map { Data($0.utf8) }
        guard life.device else {
            return try await KoersClient.create(
                path: path, passphrase: passphrase ?? Data(), lang: life.lang)
        }
        let koers = try await KoersClient.createWithDeviceKey(
            path: path, key: FakePhone.deviceKey, lang: life.lang)
        if let passphrase { try await koers.setPassphrase(passphrase) }
        return koers
    }
}
