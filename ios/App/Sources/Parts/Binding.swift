import SwiftUI

extension Binding {
    /// Shows what a presenter says, and tells it what the person does.
    @MainActor static func of(
        _ value: @escaping @MainActor () -> Value, tell: @escaping @MainActor (Value) -> Void
    ) -> Binding {
        Binding(get: { @MainActor in value() }, set: { @MainActor in tell($0) })
    }

    /// Shows a question while one stands; putting it away says no.
    @MainActor static func asks(
        _ asks: @escaping @MainActor () -> Bool, no: @escaping @MainActor () -> Void
    ) -> Binding<Bool> where Value == Bool {
        of(asks) { if !$0 { no() } }
    }
}
