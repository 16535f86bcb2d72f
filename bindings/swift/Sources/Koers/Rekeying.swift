public import Foundation
internal import KoersObject
public import KoersVocabulary

/// A re-key that waits for the person to have written down its recovery code. Nothing of it is on the
/// disk; letting go of it changes nothing.
public final class Rekeying: Sendable {
    let ready: KoersObject.Rekeying

    init(_ ready: KoersObject.Rekeying) { self.ready = ready }

    /// The new recovery code as it is to be written down: seven groups of five signs, in ASCII.
    public func recoveryCode() throws(KoersError) -> Data {
        try typed { try ready.recoveryCode() }
    }

    /// The kinds of keys that will open the vault no longer, since nobody gave them.
    public func removed() throws(KoersError) -> [SlotKind] { try typed { try ready.removed() } }
}
