public import Foundation
internal import KoersObject
public import KoersVocabulary

/// What works while the vault is locked: reminders, help, and notes that are in the diary once it
/// is unlocked.
///
/// An actor: calls may come from any task. `here` is nil for the device's own clock.
public actor PorchClient {
    private nonisolated let porch: Porch

    /// Opens the porch at this path with the thirty-two bytes of the background key.
    public init(path: String, key: Data) throws(KoersError) {
        porch = try typed { try Porch.open(path: path, key: key) }
    }

    /// The reminders to be shown now; what is not in it is taken off the screen.
    public func due(_ lang: Lang, here: Here? = nil) throws(KoersError) -> [PorchReminder] {
        try typed { try porch.due(lang: lang, here: here) }
    }

    /// The reminders to come: schedule what is new and cancel what is gone, by stable id.
    public func plan(_ lang: Lang, here: Here? = nil) throws(KoersError) -> [PorchReminder] {
        try typed { try porch.plan(lang: lang, here: here) }
    }

    /// Help for anybody, with the lines of the emergency plan that the person ticked for it.
    public func helpNow(_ lang: Lang) throws(KoersError) -> HelpNowView {
        try typed { try porch.helpNow(lang: lang) }
    }

    /// Notes something without unlocking. When this returns, it survives a power cut.
    public func drop(_ draft: DropDraft, here: Here? = nil) throws(KoersError) {
        try typed { try porch.drop(draft: draft, here: here) }
    }

    /// Puts a reminder off for an hour.
    public func later(_ stableId: String, here: Here? = nil) throws(KoersError) {
        try typed { try porch.later(stableId: stableId, here: here) }
    }

    /// A new id for what is noted.
    public func newId() throws(KoersError) -> RecordId { try typed { try porch.newId() } }
}
