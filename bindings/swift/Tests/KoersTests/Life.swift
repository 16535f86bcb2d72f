import Foundation
import Koers

/// What is open on one device.
private final class Device {
    var koers: KoersClient?
    var porch: PorchClient?
    var rekeying: Rekeying?
}

/// What a step gives, or the error and the sentence for it.
struct Ended {
    var gives = Neutral.none
    var fails = Neutral.none
    var says = Neutral.none
}

/// The devices of a person, all at one moment and place.
final class Life {
    /// The vault that a step is about, where it names none.
    private static let first = "journey"

    private let folder: String
    private let lang: Lang
    private var here: Here?
    private var names: StandIns
    private var devices: [String: Device] = [:]

    init(lang: Lang) async throws {
        folder = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        self.lang = lang
        names = StandIns(folder: folder)
        let device = device(Self.first)
        device.koers = try await KoersClient.create(
            path: file(Self.first), passphrase: Data("journey".utf8), lang: lang)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func lock() async throws {
        for device in devices.values { try await device.koers?.lock() }
    }

    func step(_ step: Step) async throws -> Ended {
        if let at = step.at { try stand(at, step.zone ?? "") }
        var ended = Ended()
        do {
            let with = With(names.given(step.with ?? .none))
            let gives = try await call(step.on ?? Self.first, step.call, with)
            for (name, way) in step.keep ?? [:] { try names.keep(name, way, gives) }
            ended.gives = names.shown(gives)
        } catch let error as KoersError {
            ended.fails = names.shown(neutral(error))
            ended.says = names.shown(neutral(error.sentence(lang)))
        }
        return ended
    }

    private func stand(_ at: String, _ zone: String) throws {
        let sign = at.suffix(6).hasPrefix("-") ? -1 : 1
        let offset = at.suffix(5).split(separator: ":").compactMap { Int32($0) }
        let home = Home(zone: zone, offsetMinutes: Int32(sign) * (60 * offset[0] + offset[1]))
        here = Here(now: try Date(at, strategy: .iso8601), home: home)
    }

    private func call(_ on: String, _ name: String, _ with: With) async throws -> Neutral {
        if let shown = try withoutVault(name, with, lang, here) { return shown }
        let device = device(on)
        if name.hasPrefix("open") || name.hasPrefix("create") {
            return try await open(device, file(on), name, with)
        }
        let parts = name.split(separator: ".").map(String.init)
        if name == "porch.open" {
            device.porch = try PorchClient(path: with.get("path"), key: with.bytes("key"))
            return .none
        }
        if parts[0] == "porch", let porch = device.porch {
            return try await KoersTests.call(porch, parts[1], with, lang, here)
        }
        if parts[0] == "rekeying", let ready = device.rekeying {
            return try KoersTests.call(ready, parts[1])
        }
        guard let koers = device.koers else { throw NoSuchCall(name: "\(name) on \(on)") }
        try await koers.setClock(here)
        if name == "prepare_rekey" {
            device.rekeying = try await koers.prepareRekey(
                passphrase: with.bytes("passphrase"), new: with.bytesIfGiven("new"),
                deviceKey: with.bytesIfGiven("device_key"))
            return .none
        }
        if name == "rekey", let ready = device.rekeying {
            return neutral(try await koers.rekey(ready, typed: with.bytes("typed")))
        }
        return try await KoersTests.call(koers, name, with)
    }

    /// Closes the vault and opens it again, as after a restart of the app. With `vault` it stays
    /// open, and something that cannot be opened is tried instead.
    private func open(
        _ device: Device, _ path: String, _ name: String, _ with: With
    ) async throws -> Neutral {
        if let kind = try with.get("vault", as: String?.self) {
            _ = try await opened(broken(path, kind), name, with)
            return .none
        }
        try await device.koers?.lock()
        device.koers = try await opened(path, name, with)
        return .none
    }

    private func opened(_ path: String, _ name: String, _ with: With) async throws -> KoersClient {
        switch name {
        case "open":
            try await KoersClient.open(
                path: path, passphrase: with.bytes("passphrase"), here: here)
        case "open_with_device_key":
            try await KoersClient.openWithDeviceKey(path: path, key: with.bytes("key"), here: here)
        case "open_with_recovery_code":
            try await KoersClient.openWithRecoveryCode(
                path: path, code: with.bytes("code"), here: here)
        case "create_with_device_key":
            try await KoersClient.createWithDeviceKey(
                path: path, key: with.bytes("key"), lang: lang, here: here)
        default: throw NoSuchCall(name: name)
        }
    }

    private func device(_ name: String) -> Device {
        if let device = devices[name] { return device }
        let device = Device()
        devices[name] = device
        return device
    }

    private func file(_ name: String) -> String { "\(folder)/\(name).koers" }

    /// Where a vault lies that cannot be opened; but for the one in use, a copy.
    private func broken(_ path: String, _ kind: String) throws -> String {
        if kind == "in_use" { return path }
        let copy = "\(path).\(kind)"
        let whole = try Data(contentsOf: URL(filePath: path))
        let half = whole.prefix(whole.count / 2)
        let made: Data
        switch kind {
        case "missing": return copy
        case "cut_short": made = half
        case "damaged": made = half + Data(count: whole.count - half.count)
        case "not_a_vault": made = Data("something else".utf8)
        default: throw NoSuchCall(name: kind)
        }
        try made.write(to: URL(filePath: copy))
        return copy
    }
}
