import Koers

/// Notes a bare moment without opening the vault: for a widget, a shortcut or an intent. It writes into
/// the drop box and reads nothing.
public struct Note: Sendable {
    private let device: Device
    private let here: Here?

    public init(_ device: Device) { self.init(device, here: nil) }

    init(_ device: Device, here: Here?) {
        self.device = device
        self.here = here
    }

    /// Marks this moment. Throws where noting while locked was not chosen, or there is no room.
    public func mark() async throws {
        let porch = try PorchClient(path: device.files.porch, key: device.keys.background())
        try await porch.drop(DropDraft(id: try await porch.newId(), what: .mark), here: here)
    }
}
