import KoersKit
import SwiftUI

/// Which place the person is at, what lies open on it, and which sheet is up.
@MainActor final class Navigator: ObservableObject {
    /// The four places.
    enum Tab: Hashable, CaseIterable {
        case today, situations, programme, insight

        /// What stands beside it where it is wide, before something was opened from it.
        var beside: Way? {
            switch self {
            case .today, .insight: Way(.diary)
            case .programme: Way(.goal)
            case .situations: nil
            }
        }
    }

    enum Sheet: Identifiable, Hashable {
        case log(day: String?)
        case edit(id: String)
        case help
        case settings
        case keys
        case reminders

        var id: Self { self }
    }

    @Published var tab = Tab.today
    @Published var paths: [Tab: [Way]] = [:]
    @Published var sheet: Sheet?
    /// There is room for what lies open beside the place.
    var isWide = false

    /// Goes where a suggestion, a receipt or a notification leads.
    func go(_ way: Way) {
        switch way.to {
        case .today: tab = .today
        case .situations: tab = .situations
        case .programme: tab = .programme
        case .insight: tab = .insight
        case .log: sheet = .log(day: way.about)
        case .help: sheet = .help
        case .keys: sheet = .keys
        case .reminders: sheet = .reminders
        case .settings: sheet = .settings
        case .diary, .fillIn, .plan, .why, .goal, .baseline: open(way)
        }
    }

    private func open(_ way: Way) {
        sheet = nil
        if isWide, way == tab.beside { return paths[tab] = [] }
        var path = paths[tab] ?? []
        // One situation after another beside the list is the same place.
        if path.last?.to == way.to { path.removeLast() }
        paths[tab] = path + [way]
    }

    /// The way back from everything: for locking.
    func reset() {
        sheet = nil
        paths = [:]
    }

    func path(_ tab: Tab) -> Binding<[Way]> {
        .of {
            self.paths[tab] ?? []
        } tell: {
            self.paths[tab] = $0
        }
    }
}
