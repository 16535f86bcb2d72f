import Foundation
import Koers
import Testing

/// Errors, changes, locking and cancellation of the client.
@Suite struct KoersClientTests {
    private let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).koers"
    private let passphrase = Data("passphrase".utf8)
    private let deviceKey = Data(0..<32)

    private func vault() async throws -> KoersClient {
        try await KoersClient.create(path: path, passphrase: passphrase, lang: .en)
    }

    private func entry(_ koers: KoersClient, _ craving: Int64) async throws -> Command {
        .log(
            EpisodeDraft(
                id: try await koers.newId(), substance: "cannabis", craving: craving, source: .app))
    }

    @Test func anErrorSaysFieldAndReasonAsValuesAndAsASentence() async throws {
        let koers = try await vault()
        let command = try await entry(koers, 11)
        do throws(KoersError) {
            try await koers.record(command)
            Issue.record("11 is outside the scale")
        } catch {
            #expect(error == .InvalidDraft(field: "craving", reason: .outsideScale(given: 11)))
            #expect(error.sentence(.en).contains("10"))
        }
    }

    @Test func aValueThatCannotBeReadIsARefusedDraft() async throws {
        let koers = try await vault()
        await #expect(
            throws: KoersError.InvalidDraft(field: "id", reason: .unknownId(id: ""))
        ) { try await koers.episode(id: "no id") }
    }

    @Test func aVaultInUseMissingDamagedOrWithAWrongKeyIsToldApart() async throws {
        let koers = try await vault()
        await #expect(throws: KoersError.InUse) { try await reopened(passphrase) }
        try await koers.lock()
        await #expect(throws: KoersError.Locked) { try await koers.today() }
        await #expect(throws: KoersError.WrongKey) { try await reopened(Data("another".utf8)) }
        try Data("something else".utf8).write(to: URL(filePath: path))
        await #expect(throws: KoersError.NotAVault) { try await reopened(passphrase) }
        try FileManager.default.removeItem(atPath: path)
        await #expect(throws: KoersError.NotFound) { try await reopened(passphrase) }
    }

    private func reopened(_ passphrase: Data) async throws {
        _ = try await KoersClient.open(path: path, passphrase: passphrase)
    }

    @Test func aDeviceKeyOpensTheVaultAndAClientThatIsGoneLetsGoOfIt() async throws {
        do {
            let koers = try await vault()
            try await koers.setDeviceKey(deviceKey)
        }
        for _ in 0..<3 {
            let koers = try await KoersClient.openWithDeviceKey(path: path, key: deviceKey)
            #expect(try await koers.diary().total == 0)
        }
    }

    @Test func theLifeOfAnInventedPersonIsRecordedAndHandedOver() async throws {
        let koers = try await vault()
        let life = try WithoutVault.sample(
            lang: .en, substance: "cannabis", weeks: 4, seed: 1, today: "2026-03-30")
        for batch in life.batches {
            try await koers.setClock(Here(now: batch.at, home: life.home))
            try await koers.recordAll(batch.commands)
        }
        let export = try await koers.export()
        let json = String(decoding: export.json, as: UTF8.self)
        #expect(json.hasPrefix("{\n  \"format\": \"koers-export\""))
        #expect(export.csv.starts(with: Data("kind,substance,when,".utf8)))
        #expect(try await koers.report().contains("How each week went"))
        #expect(try await !koers.report([.goal]).contains("How each week went"))
    }

    @Test func aBackupComesBackWithThePassphraseOrTheRecoveryCode() async throws {
        let koers = try await vault()
        try await koers.record(try await entry(koers, 7))
        let code = try await koers.newRecoveryCode()
        let made = try await koers.backup(path: path + "backup")
        #expect(made.passphrase && made.recoveryCode)
        let checked = try await koers.checkOwnBackup(path: made.path)
        #expect(checked.versions == made.versions)
        try await koers.lock()
        #expect(throws: KoersError.Backup(fault: .notABackup)) {
            try WithoutVault.checkBackup(lang: .en, path: path, passphrase: passphrase)
        }
        let found = try WithoutVault.checkBackup(
            lang: .en, path: made.path, passphrase: passphrase)
        #expect(found.made == made.made)
        let done = try WithoutVault.restoreWithRecoveryCode(
            lang: .en, backup: made.path, path: path, code: code, over: true)
        #expect(done.keptAside != nil)
        let back = try await KoersClient.open(path: path, passphrase: passphrase)
        #expect(try await back.diary().total == 1)
    }

    @Test func changesTellTheScreensAndMayBeAnsweredByACall() async throws {
        let koers = try await vault()
        let changes = koers.changes
        try await koers.record(try await entry(koers, 5))
        for await screens in changes where screens.contains(.diary) {
            #expect(try await koers.diary().total == 1)
            break
        }
    }

    @Test func manyTasksRecordAtOnceAndNothingIsLost() async throws {
        let koers = try await vault()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for nth in 0..<80 {
                group.addTask { try await koers.record(try await entry(koers, Int64(nth % 10))) }
            }
            try await group.waitForAll()
        }
        #expect(try await koers.diary().total == 80)
    }
}
