import SwiftUI

extension View {
    /// Hides what is shown whenever the app is not in front, in the picture that the system takes of
    /// it too. Every sheet needs its own, since it lies above what is under it.
    func covered() -> some View { modifier(Covered()) }
}

private struct Covered: ViewModifier {
    @Environment(\.scenePhase) private var phase

    func body(content: Content) -> some View {
        content.overlay {
            if phase != .active {
                Color.paper.ignoresSafeArea().accessibilityHidden(true)
            }
        }
    }
}
