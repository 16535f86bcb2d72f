import Foundation
import Koers
import Testing

@testable import KoersKit

/// BEY-02: a vault or a key in trouble has a way out, and nothing is lost on it.
@MainActor @Suite struct DoorTests {
    private func door(_ phones: Phones) -> DoorPresenter { DoorPresenter(phones.session) }

    @Test func aKeyThatIsGoneFallsBackToThePassphraseAndCanBeMadeAgain() async throws {
        let phones = try await Phones(passphrase: "correct horse")
        let door = door(phones)
        await door.told(.started)
        phones.phone.key = .invalidated
        let lost = await door.told(.device)
        #expect(lost.stage == .locked && lost.deviceLost && !lost.device && lost.passphrase)
        let open = await door.told(.passphrase(Data("correct horse".utf8)))
        #expect(open.stage == .open && open.deviceLost)
        #expect(await !door.told(.deviceAgain).deviceLost)
        #expect(await door.told(.lock, .device).stage == .open)
    }

    @Test func aPersonWhoTurnsItDownLosesNothing() async throws {
        let phones = try await Phones(passphrase: "correct horse")
        let door = door(phones)
        await door.told(.started)
        phones.phone.key = .refused
        let state = await door.told(.device)
        #expect(state.stage == .locked && state.device && state.problem == nil && !state.busy)
    }

    @Test func whoTurnsItDownIsAskedAgainAtTheNextTapAlsoWithoutAPassphrase() async throws {
        let phones = try await Phones()
        let door = door(phones)
        phones.phone.key = .refused
        let refused = await door.told(.started, .device)
        #expect(refused.stage == .locked && refused.device && !refused.passphrase)
        phones.phone.key = .kept
        #expect(await door.told(.device).stage == .open)
    }

    @Test func aKeyThatOpensNothingHereIsKept() async throws {
        let phones = try await Phones()
        let place = URL(filePath: phones.phone.vault)
        let own = try Data(contentsOf: place)
        try FileManager.default.removeItem(at: place)
        let other = try await KoersClient.createWithDeviceKey(
            path: phones.phone.vault, key: Data(repeating: 8, count: 32), lang: .en,
            here: phones.here)
        try await other.lock()
        let door = door(phones)
        #expect(await door.told(.started, .device).trouble?.kind == .keysGone)
        #expect(phones.phone.key == .kept)
        try own.write(to: place)
        #expect(await door.told(.started, .device).stage == .open)
    }

    @Test func everyTroubleSaysWhatItIsAndHasAWayOut() async throws {
        for (bytes, kind) in [
            (Data("something else".utf8), TroubleKind.notAVault), (Data(count: 0), .notAVault),
        ] {
            let phones = try await Phones()
            try bytes.write(to: URL(filePath: phones.phone.vault))
            let state = await door(phones).told(.started)
            #expect(state.stage == .trouble)
            #expect(state.trouble?.kind == kind)
            #expect(state.trouble?.text.isEmpty == false)
            #expect(state.trouble?.waysOut.contains(.help) == true)
        }
    }

    @Test func aBackupTakesThePlaceOfWhatCannotBeReadAndThatIsKeptAside() async throws {
        let phones = try await Phones(passphrase: "correct horse").open()
        let entries = try await phones.entries
        let place = phones.phone.folder.appending(path: "chosen").path
        let settings = SettingsPresenter(phones.session)
        let backed = await settings.told(.opened, .backUpTo(place: place))
        #expect(backed.problem == nil && !backed.backup.lines.isEmpty)
        await phones.session.close()
        try Data("something else".utf8).write(to: URL(filePath: phones.phone.vault))
        let door = door(phones)
        await door.told(.started)
        let wrong = await door.told(.restoreFrom(place: place, typed: Data("wrong".utf8)))
        #expect(wrong.problem != nil)
        let right = await door.told(
            .restoreFrom(place: place, typed: Data("correct horse".utf8)))
        #expect(right.stage == .open && right.deviceLost)
        #expect(try await phones.entries == entries)
        let there = try FileManager.default.contentsOfDirectory(atPath: phones.phone.folder.path)
        #expect(there.contains { $0 != "me.koers" && $0.hasPrefix("me.koers") })
        #expect(!there.contains("copies"))
    }

    @Test func theVaultLocksAtOnceOnLeavingOrAfterTheTimeChosen() async throws {
        let phones = try await Phones()
        let door = door(phones)
        await door.told(.started, .device)
        #expect(await door.told(.left).stage == .locked)
        phones.phone.chosen.lockAfter = .oneMinute
        await door.told(.device, .left)
        phones.phone.time = .seconds(59)
        #expect(await door.told(.cameBack).stage == .open)
        await door.told(.left)
        phones.phone.time = .seconds(119)
        #expect(await door.told(.cameBack).stage == .locked)
    }

    @Test func afterWipingThePhoneIsAsNew() async throws {
        let phones = try await Phones().open()
        await phones.mirror.run()
        let settings = SettingsPresenter(phones.session)
        await settings.told(.opened, .wipe, .yes)
        #expect(await door(phones).told(.started).stage == .welcome)
        #expect(phones.phone.key == .none)
        #expect(phones.board.pending.isEmpty)
        #expect(phones.phone.chosen.awaited.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: phones.phone.porch))
    }

    @Test func whatWasNotedWhileLockedIsToldOnceAtTheDoor() async throws {
        let phones = try await Phones().open()
        await SettingsPresenter(phones.session).told(.whileLocked(true))
        await phones.session.close()
        try await Note(phones.phone.device, here: phones.here).mark()
        let door = door(phones)
        #expect(await door.told(.started, .device).told?.lines.isEmpty == false)
        #expect(await door.told(.dismissed).told == nil)
        #expect(await door.told(.lock, .device).told == nil)
    }
}

/// What a screen shows follows the vault, and is dropped at the lock.
@MainActor @Suite struct FollowingTests {
    @Test func aScreenAsksAgainAfterAnEntryElsewhereAndDropsAllAtTheLock() async throws {
        let phones = try await Phones().open()
        let diary = DiaryPresenter(phones.session)
        let following = Task { await diary.watch() }
        defer { following.cancel() }
        let before = await diary.told(.opened).days.flatMap(\.entries).first?.id
        var states = diary.states.makeAsyncIterator()
        await LogPresenter(phones.session).told(.opened(), .craving(4), .save)
        var newest = await states.next()
        while newest?.days.first?.entries.first?.id == before { newest = await states.next() }
        #expect(newest?.days.isEmpty == false)
        await phones.session.close()
        while newest != DiaryState() { newest = await states.next() }
        #expect(diary.state == DiaryState())
    }

    @Test func eventsAreHandledOneAfterAnother() async throws {
        let phones = try await Phones().open()
        let log = LogPresenter(phones.session)
        async let opened: Void = log.on(.opened())
        async let craving: Void = log.on(.craving(6))
        async let situations: Void = log.on(.allSituations)
        _ = await (opened, craving, situations)
        #expect(log.state.craving == 6 && log.state.allSituations)
    }

    @Test func aHalfFilledEntryIsKeptForADayAndWholeWithTenThousandSignsOfAnyScript() async throws {
        let words = String(repeating: "שלום, morgen 👩‍👩‍👧 ", count: 500)
        let phones = try await Phones().open()
        await LogPresenter(phones.session).told(.opened(), .more, .note(words))
        try await phones.killed()
        try await phones.open()
        let restored = await LogPresenter(phones.session).told(.opened())
        #expect(restored.restored && restored.more?.note == words)
        try await phones.killed()
        try await phones.at("2026-03-18T12:00:00+01:00")
        try await phones.open()
        #expect(await !LogPresenter(phones.session).told(.opened()).restored)
        #expect(phones.phone.draft == nil)
    }
}
