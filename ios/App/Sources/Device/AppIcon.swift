import SwiftUI

/// The icons that the person can choose from, those of the Android app; none says what the app is about. The name on the home screen
/// stays the app's own: this phone lets no app change it.
enum AppIcon: String, CaseIterable {
    case koers = "AppIcon"
    case weather = "IconWeather"
    case sums = "IconSums"
    case books = "IconBooks"

    @MainActor static var canBeChosen: Bool { UIApplication.shared.supportsAlternateIcons }

    @MainActor static var chosen: AppIcon {
        UIApplication.shared.alternateIconName.flatMap(AppIcon.init) ?? .koers
    }

    /// The system says itself that it was changed. Where it refuses, the icon stays as it was.
    @MainActor func choose() async {
        let name = self == .koers ? nil : rawValue
        try? await UIApplication.shared.setAlternateIconName(name)
    }
}
