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
        /// That a key was made here, since asking for the key itself would ask the person.
        case made
        case background
        case draft
    }

    static func keys() -> DeviceKeys {
        DeviceKeys(
            canLock: { can(.deviceOwnerAuthentication) },
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

    private static func can(_ policy: LAPolicy) -> Bool {
        LAContext().canEvaluatePolicy(policy, error: nil)
    }

    /// Behind the face or finger that are enrolled now or the code of the phone, which is what `canLock`
    /// asks for: who forbids the app the face, is locked out of it or has a new one gets in by the code. A
    /// phone that loses its code loses the key.
    private static func makeLocked() throws -> Data {
        let knowsSomebody = can(.deviceOwnerAuthenticationWithBiometrics)
        guard
            let access = SecAccessControlCreateWithFlags(
                nil, kSecAttrAccessibleWhenPasscodeSetThisDeviceOnly,
                knowsSomebody ? [.biometryCurrentSet, .or, .devicePasscode] : .devicePasscode, nil)
        else { throw KeyFault.refused }
        let key = random()
        [Item.device, .made].forEach(remove)
        try add(.device, key, [kSecAttrAccessControl as String: access])
        try add(.made, Data([1]), [kSecAttrAccessible as String: background])
        return key
    }

    /// Asks the person; away from the main actor, since it waits for them.
    private static func release() async throws -> Data {
        let context = LAContext()
        context.localizedReason = String(localized: "open_reason")
        return try read(.device, [kSecUseAuthenticationContext as String: context])
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
