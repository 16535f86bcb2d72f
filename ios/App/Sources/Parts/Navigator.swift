import KoersKit
import SwiftUI

/// Which place the person is at, what lies open on it, and which sheet is up.
@MainActor final class Navigator: ObservableObject {
    /// The four places.
    enum Tab: Hashable { case today, situations, programme, insight }

    enum Sheet: Identifiable, Hashable {
        case log(day: String?)
        case edit(id: String)
        case help
        case settings

        var id: Self { self }
    }

    @Published var tab = Tab.today
    @Published var paths: [Tab: [Way]] = [:]
    @Published var sheet: Sheet?

    /// Goes where a suggestion, a receipt or a notification leads.
    func go(_ way: Way) {
        switch way.to {
        case .today: tab = .today
        case .situations: tab = .situations
        case .programme: tab = .programme
        case .insight: tab = .insight
        case .log: sheet = .log(day: way.about)
        case .help: sheet = .help
        case .keys, .reminders, .settings: sheet = .settings
        case .diary, .fillIn, .plan, .why, .goal, .baseline:
            sheet = nil
            paths[tab, default: []].append(way)
        }
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
