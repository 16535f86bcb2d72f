import SwiftUI

/// The marks that the screens use, by what they mean: names of SF Symbols.
enum Symbol: String {
    case today = "sun.max"
    case situations = "list.number"
    case programme = "checklist"
    case insight = "chart.bar"
    case person = "person.circle"
    case device = "faceid"
    case used = "circle.fill"
    case notUsed = "checkmark.circle"
    case unknown = "circle.dashed"
    case toCome = "circle.dotted"
    case chosen = "checkmark"
    case less = "minus"
    case more = "plus"
    case up = "arrow.up"
    case down = "arrow.down"
    case remove = "trash"
    case problem = "exclamationmark.circle"
    case call = "phone"
    case pinned = "pin.fill"
    case wait = "timer"
    case help = "lifepreserver"
    case books = "book"
    case sums = "plus.forwardslash.minus"
    case weather = "cloud.sun"
    case compass = "location.north.circle"
    case edit = "pencil"
    case item = "smallcircle.filled.circle"
}

extension Image {
    init(_ symbol: Symbol) { self.init(systemName: symbol.rawValue) }
}

extension Label where Title == Text, Icon == Image {
    init(_ title: LocalizedStringKey, _ symbol: Symbol) {
        self.init(title, systemImage: symbol.rawValue)
    }

    /// For a sentence of the core.
    init(sentence: String, _ symbol: Symbol) {
        self.init(sentence, systemImage: symbol.rawValue)
    }
}

extension Color {
    /// What lies under everything: light by day, dark by night.
    static var paper: Color { Color("Paper") }
    /// Under white words: the accent by day, a darker one by night.
    static var deed: Color { Color("Deed") }
    /// Under a chip or a number that is not chosen.
    static var quiet: Color { Color.secondary.opacity(0.12) }
    /// Under one that is.
    static var chosen: Color { Color.accentColor.opacity(0.25) }
}
