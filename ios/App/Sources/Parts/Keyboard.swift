import SwiftUI

/// The keyboard of the phone.
@MainActor enum Keyboard {
    /// Takes the focus from the field that is typed in. What the keyboard still corrects there is told
    /// at once, before whatever is told next.
    static func putAway() {
        for scene in UIApplication.shared.connectedScenes {
            for window in (scene as? UIWindowScene)?.windows ?? [] { window.endEditing(true) }
        }
    }
}
