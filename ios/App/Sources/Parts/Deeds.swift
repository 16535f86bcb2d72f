import SwiftUI

// How buttons look. A thumb finds each of them: 44 points at least, however few its words. Those with a border
// are so large since the root of every screen asks for large controls.

extension View {
    /// What a screen is for.
    func mainDeed() -> some View {
        buttonStyle(.borderedProminent).tint(Color.deed)
    }

    /// What can be done besides.
    func deed() -> some View { buttonStyle(.bordered) }

    /// Its own face is the button.
    func plainDeed() -> some View { buttonStyle(.plain).target() }

    /// Room around what is tapped.
    func target() -> some View {
        frame(minWidth: 44, minHeight: 44).contentShape(Rectangle())
    }
}
