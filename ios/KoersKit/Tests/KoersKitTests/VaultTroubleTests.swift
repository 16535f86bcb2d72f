import Foundation
import Koers
import Testing

@testable import KoersKit

/// BEY-02: a vault that does not open says why and has a way out, and nothing is lost on it.
@MainActor @Suite struct VaultTroubleTests {
    private let word = Data("correct horse".utf8)

    private func locked() async throws -> (Phones, DoorPresenter) {
        let phones = try await Phones(passphrase: "correct horse")
        return (phones, DoorPresenter(phones.session))
    }

    private func change(_ phones: Phones, _ change: (inout Data) -> Void) throws {
        let vault = URL(filePath: phones.phone.vault)
        var bytes = try Data(contentsOf: vault)
        change(&bytes)
        try bytes.write(to: vault)
    }

    @Test func everyKindOfTroubleHasAWayOutBesidesHelp() {
        for kind in TroubleKind.allCases {
            #expect(kind.waysOut.contains { $0 != .help }, "\(kind)")
            #expect(kind.waysOut.contains(.help), "\(kind)")
        }
    }

    @Test func aPhoneThatWasPutBackHasNoKeyAndAsksForThePassphrase() async throws {
        let (phones, door) = try await locked()
        phones.phone.key = .none
        let state = await door.told(.started)
        #expect(state.stage == .locked && state.deviceLost && state.passphrase && !state.device)
    }

    @Test func withNoKeyLeftThereIsAWayToBeginAnewAfterAYes() async throws {
        let phones = try await Phones()
        let door = DoorPresenter(phones.session)
        phones.phone.key = .invalidated
        let gone = await door.told(.started, .device)
        #expect(gone.trouble?.kind == .keysGone)
        #expect(gone.trouble?.waysOut.contains(.startOver) == true)
        await door.told(.yes)
        #expect(FileManager.default.fileExists(atPath: phones.phone.vault))
        #expect(await door.told(.out(.startOver), .yes).stage == .welcome)
        #expect(!FileManager.default.fileExists(atPath: phones.phone.vault))
    }

    @Test func aVaultInUseElsewhereIsTriedAgain() async throws {
        let (phones, door) = try await locked()
        let other = try await KoersClient.open(path: phones.phone.vault, passphrase: word)
        #expect(await door.told(.started, .device).trouble?.kind == .inUse)
        try await other.lock()
        #expect(await door.told(.out(.tryAgain), .device).stage == .open)
    }

    @Test func ofADamagedVaultWhatCanBeReadIsSavedAndTheDamagedFileIsKept() async throws {
        let (phones, door) = try await locked()
        try change(phones) { $0.resetBytes(in: 0..<4096) }
        #expect(await door.told(.started).trouble?.waysOut.contains(.salvage) == true)
        let saved = await door.told(.out(.salvage), .passphrase(word))
        #expect(saved.stage == .open && saved.told?.lines.isEmpty == false)
        #expect(try await phones.entries > 0)
        let there = try FileManager.default.contentsOfDirectory(atPath: phones.phone.folder.path)
        #expect(there.contains { $0.hasPrefix("me.koers.damaged") })
    }

    @Test func aVaultThatWasCutShortCountsAsDamagedAndCanBeSaved() async throws {
        let (phones, door) = try await locked()
        try change(phones) { $0 = $0.prefix($0.count / 2) }
        let state = await door.told(.started, .device)
        #expect(state.trouble?.kind == .damaged)
        #expect(state.trouble?.waysOut.contains(.salvage) == true)
    }

    @Test func aVaultOfANewerVersionIsLeftAsItIsAndAsksForANewerApp() async throws {
        let (phones, door) = try await locked()
        // The version stands in the header of SQLite, from byte 60 on.
        try change(phones) { $0.replaceSubrange(60..<64, with: [0, 0, 0, 99]) }
        let before = try Data(contentsOf: URL(filePath: phones.phone.vault))
        let state = await door.told(.started, .device)
        #expect(state.trouble?.kind == .newer)
        #expect(state.trouble?.text.isEmpty == false)
        #expect(state.trouble?.waysOut == [.update, .help])
        #expect(try Data(contentsOf: URL(filePath: phones.phone.vault)) == before)
    }

    @Test func anOlderFileThatWasPutBackIsTold() async throws {
        let (phones, door) = try await locked()
        let vault = URL(filePath: phones.phone.vault)
        let older = try Data(contentsOf: vault)
        try await phones.open()
        await LogPresenter(phones.session).told(.opened(), .craving(4), .save)
        await phones.session.close()
        try older.write(to: vault)
        #expect(await door.told(.started, .device).told?.lines.isEmpty == false)
    }

    @Test func aBackupIsPutBackOnANewPhoneAndTheLockOfThePhoneIsOffered() async throws {
        let (phones, door) = try await locked()
        let entries = try await phones.open().entries
        let made = try await phones.session.ask {
            try await $0.automaticBackup(folder: phones.phone.backups)
        }
        let elsewhere = try newFolder().appending(path: "backup").path
        try FileManager.default.copyItem(atPath: made.path, toPath: elsewhere)
        try await phones.session.wipe()
        #expect(await door.told(.started).stage == .welcome)
        let there = await door.told(.restoreFrom(place: elsewhere, typed: word))
        #expect(there.stage == .open && there.deviceLost)
        #expect(try await phones.entries == entries)
    }
}

/// BEY-02: no room on the phone is said, loses nothing, and ends where there is room again.
@MainActor @Suite struct FullStorageTests {
    private let word = Data("correct horse".utf8)

    @Test(.enabled(if: SmallDisk.canBeMade)) func anEntryStaysHalfFilledAndIsSavedOnceThereIsRoom()
        async throws
    {
        let disk = try #require(SmallDisk())
        defer { disk.close() }
        let phones = try await Phones(in: disk.folder)
        // Before the vault has taken the room that it writes in.
        try disk.fill()
        let before = try await phones.open().entries
        let log = LogPresenter(phones.session)
        await log.told(.opened(), .craving(7), .note("not lost"))
        let refused = await log.told(.save)
        #expect(refused.receipt == nil && refused.problem?.text.isEmpty == false)
        #expect(refused.craving == 7 && !refused.busy)
        disk.clear()
        #expect(await log.told(.save).receipt != nil)
        #expect(try await phones.entries == before + 1)
    }

    @Test(.enabled(if: SmallDisk.canBeMade))
    func savingADamagedVaultAsksForRoomAndGoesOnOnceThereIsSome()
        async throws
    {
        let disk = try #require(SmallDisk())
        defer { disk.close() }
        let phones = try await Phones(passphrase: "correct horse", in: disk.folder)
        let vault = URL(filePath: phones.phone.vault)
        var bytes = try Data(contentsOf: vault)
        bytes.resetBytes(in: 0..<4096)
        try bytes.write(to: vault)
        let door = DoorPresenter(phones.session)
        await door.told(.started, .out(.salvage))
        try disk.fill()
        let full = await door.told(.passphrase(word))
        #expect(full.stage == .trouble && full.trouble?.kind == .storageFull)
        #expect(full.trouble?.text.isEmpty == false)
        #expect(full.trouble?.waysOut == [.makeRoom, .tryAgain, .help])
        disk.clear()
        await door.told(.out(.tryAgain))
        let saved = await door.told(.out(.salvage), .passphrase(word))
        #expect(saved.stage == .open)
        #expect(try await phones.entries > 0)
    }
}
