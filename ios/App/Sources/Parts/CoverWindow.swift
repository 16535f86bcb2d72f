import SwiftUI

/// Hides what is shown, in the picture that the system takes of the app too. It is a window of its own,
/// since sheets, alerts and dialogues lie above every view.
@MainActor final class CoverWindow {
    private var windows: [UIWindow] = []

    func show(_ covered: Bool) {
        if !covered { takeAway() } else if windows.isEmpty { windows = scenes.map(window) }
    }

    private func takeAway() {
        for window in windows { window.isHidden = true }
        windows = []
    }

    private var scenes: [UIWindowScene] {
        UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
    }

    /// Shown without the focus, so that a keyboard comes back as it was.
    private func window(_ scene: UIWindowScene) -> UIWindow {
        let paper = Color.paper.ignoresSafeArea().accessibilityHidden(true)
        let window = UIWindow(windowScene: scene)
        window.windowLevel = UIWindow.Level.alert + 1
        window.rootViewController = UIHostingController(rootView: paper)
        window.isHidden = false
        return window
    }
}
