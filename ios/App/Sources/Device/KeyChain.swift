import CryptoKit
import Foundation
import KoersKit
import LocalAuthentication
import Security

/// The keys that the key chain keeps, on this phone alone: one behind its lock, and one that is given
/// without asking, for reminders and what is noted while locked.
enum KeyChain {
    private static let service = "org.koers.keys"

    /// What is kept, each under a name of its own.
    enum Item: String {
        case device
        /// That a key was made here, since asking for the key itself would ask the person; and behind which
        /// faces or fingers, as the phone numbers them.
        case made
        case background
        case draft
    }

    static func keys() -> DeviceKeys {
        DeviceKeys(
            canLock: { LAContext().canEvaluatePolicy(.deviceOwnerAuthentication, error: nil) },
            has: { (try? read(.made)) != nil },
            make: { try makeLocked() },
            release: { try await release() },
            forget: { [Item.device, .made].forEach(remove) },
            background: { try key(.background) },
            forgetBackground: { remove(.background) })
    }

    /// A key that is given without asking; made at the first call.
    static func key(_ item: Item) throws -> Data {
        if let key = try? read(item) { return key }
        let key = random()
        try add(item, key, [kSecAttrAccessible as String: background])
        return key
    }

    static func remove(_ item: Item) { SecItemDelete(query(item) as CFDictionary) }

    private static var background: CFString { kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly }

    private static func random() -> Data {
        SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
    }

    /// Behind the face or finger that are enrolled now, where the phone knows one; else its code. A
    /// new face or finger makes the key invalid, and so does a phone without a code.
    private static func makeLocked() throws -> Data {
        let biometry = LAContext().canEvaluatePolicy(
            .deviceOwnerAuthenticationWithBiometrics, error: nil)
        guard
            let access = SecAccessControlCreateWithFlags(
                nil, kSecAttrAccessibleWhenPasscodeSetThisDeviceOnly,
                biometry ? .biometryCurrentSet : .devicePasscode, nil)
        else { throw KeyFault.refused }
        let key = random()
        [Item.device, .made].forEach(remove)
        try add(.device, key, [kSecAttrAccessControl as String: access])
        try add(.made, enrolled ?? byCode, [kSecAttrAccessible as String: background])
        return key
    }

    /// Stands for the code of the phone, which has no number.
    private static let byCode = Data([1])

    /// Which faces or fingers the phone knows now; nil where it knows none, or lets none in for a while.
    private static var enrolled: Data? {
        let context = LAContext()
        let canAsk = context.canEvaluatePolicy(
            .deviceOwnerAuthenticationWithBiometrics, error: nil)
        return canAsk ? context.evaluatedPolicyDomainState : nil
    }

    /// Asks the person; away from the main actor, since it waits for them.
    private static func release() async throws -> Data {
        let context = LAContext()
        context.localizedReason = String(localized: "open_reason")
        do {
            return try read(.device, [kSecUseAuthenticationContext as String: context])
        } catch KeyFault.refused {
            // Some phones call a key refused that a new face or finger made invalid.
            let (then, now) = (try? read(.made), enrolled)
            let isAnother = then != nil && then != byCode && now != nil && now != then
            throw isAnother ? KeyFault.invalidated : KeyFault.refused
        }
    }

    private static func query(_ item: Item) -> [String: Any] {
        [
            kSecClass as String: kSecClassGenericPassword,
            kSecAttrService as String: service,
            kSecAttrAccount as String: item.rawValue,
        ]
    }

    private static func add(_ item: Item, _ data: Data, _ access: [String: Any]) throws {
        var attributes = query(item).merging(access) { _, new in new }
        attributes[kSecValueData as String] = data
        guard SecItemAdd(attributes as CFDictionary, nil) == errSecSuccess else {
            throw KeyFault.refused
        }
    }

    private static func read(_ item: Item, _ more: [String: Any] = [:]) throws -> Data {
        var asked = query(item).merging(more) { _, new in new }
        asked[kSecReturnData as String] = true
        var found: CFTypeRef?
        let status = SecItemCopyMatching(asked as CFDictionary, &found)
        if status == errSecItemNotFound { throw KeyFault.invalidated }
        guard status == errSecSuccess, let data = found as? Data else { throw KeyFault.refused }
        return data
    }
}
