import KoersKit
import SwiftUI

/// The four places: tabs where it is narrow; where it is wide, on a tablet or a large phone on its side, a
/// rail and two panes.
struct PlacesView: View {
    let model: Model
    @ObservedObject var door: Shown<DoorState, DoorEvent>
    @ObservedObject var navigator: Navigator
    @Environment(\.horizontalSizeClass) private var width

    var body: some View {
        places
            .onAppear { navigator.isWide = isWide }
            .onChange(of: isWide) { navigator.isWide = $0 }
            .alert("device_again_ask", isPresented: lockAgain) {
                Button("device_again_yes") { door.send(.deviceAgain) }
                Button("not_now", role: .cancel) { door.send(.dismissed) }
            } message: {
                Text("device_again_more")
            }
    }

    /// Once, after the old key was lost. Either button puts the question away.
    private var lockAgain: Binding<Bool> {
        .of({ door.state.stage == .open && door.state.deviceLost }, tell: { _ in })
    }

    private var isWide: Bool { width == .regular }

    @ViewBuilder private var places: some View {
        if isWide {
            WidePlaces(model: model, door: door, navigator: navigator)
        } else {
            TabView(selection: $navigator.tab) {
                ForEach(Navigator.Tab.allCases, id: \.self) { tab in
                    NavigationStack(path: navigator.path(tab)) {
                        PlaceView(model: model, door: door, tab: tab)
                            .navigationDestination(for: Way.self) { WayView(model: model, way: $0) }
                    }
                    .tabItem { Label(tab.title, tab.symbol) }
                    .tag(tab)
                }
            }
        }
    }
}

/// The places in a rail; beside them the one that is chosen, and what lies open on it.
private struct WidePlaces: View {
    let model: Model
    let door: Shown<DoorState, DoorEvent>
    @ObservedObject var navigator: Navigator

    var body: some View {
        NavigationSplitView {
            List(selection: chosen) {
                ForEach(Navigator.Tab.allCases, id: \.self) { Label($0.title, $0.symbol).tag($0) }
            }
            .navigationSplitViewColumnWidth(min: 160, ideal: 200, max: 280)
        } content: {
            PlaceView(model: model, door: door, tab: navigator.tab)
                .navigationSplitViewColumnWidth(min: 320, ideal: 400, max: 520)
        } detail: {
            NavigationStack(path: navigator.path(navigator.tab)) {
                BesideView(model: model, situations: model.situations, tab: navigator.tab)
                    .navigationDestination(for: Way.self) { WayView(model: model, way: $0) }
            }
            // Each place keeps a way of its own.
            .id(navigator.tab)
        }
        .navigationSplitViewStyle(.balanced)
    }

    /// One of them is always chosen.
    private var chosen: Binding<Navigator.Tab?> {
        .of {
            navigator.tab
        } tell: {
            if let tab = $0 { navigator.tab = tab }
        }
    }
}

/// What stands beside a place while nothing was opened from it.
private struct BesideView: View {
    let model: Model
    @ObservedObject var situations: Shown<SituationsState, SituationsEvent>
    let tab: Navigator.Tab

    var body: some View {
        if let way { WayView(model: model, way: way) }
    }

    private var way: Way? {
        if tab != .situations { return tab.beside }
        return situations.state.places.first.map { Way(.why, about: $0.id) }
    }
}

/// One place, with what the door tells, the log button, and help on top.
private struct PlaceView: View {
    let model: Model
    let door: Shown<DoorState, DoorEvent>
    let tab: Navigator.Tab

    var body: some View {
        content
            .safeAreaInset(edge: .top) { DoorTold(door: door) }
            .safeAreaInset(edge: .bottom) {
                Button("note_it") { model.navigator.sheet = .log(day: nil) }
                    .mainDeed()
                    .padding(.bottom, 8)
            }
            .navigationTitle(tab.title)
            .toolbar { PlaceBar(navigator: model.navigator) }
    }

    @ViewBuilder private var content: some View {
        switch tab {
        case .today: TodayView(model: model, today: model.today)
        case .situations: SituationsView(model: model, situations: model.situations)
        case .programme: ProgrammeView(model: model, intake: model.intake)
        case .insight: InsightView(model: model, insight: model.insight)
        }
    }
}

extension Navigator.Tab {
    fileprivate var title: LocalizedStringKey {
        switch self {
        case .today: "place_today"
        case .situations: "place_situations"
        case .programme: "place_programme"
        case .insight: "place_insight"
        }
    }

    fileprivate var symbol: Symbol {
        switch self {
        case .today: .today
        case .situations: .situations
        case .programme: .programme
        case .insight: .insight
        }
    }
}

/// What was found or taken in at opening, shown once.
private struct DoorTold: View {
    @ObservedObject var door: Shown<DoorState, DoorEvent>

    var body: some View {
        VStack(spacing: 8) {
            ToldBox(door.state.told) { door.send(.dismissed) }
            ProblemLine(door.state.problem)
        }
        .padding(.horizontal)
    }
}

/// Help now and settings, at the same place on every screen.
private struct PlaceBar: ToolbarContent {
    let navigator: Navigator

    var body: some ToolbarContent {
        ToolbarItem(placement: .topBarLeading) {
            Button {
                navigator.sheet = .settings
            } label: {
                Image(.person).target()
            }
            .accessibilityLabel("me")
        }
        HelpBar(navigator: navigator)
    }
}

/// What lies open on a place.
private struct WayView: View {
    let model: Model
    let way: Way

    var body: some View {
        content.toolbar { HelpBar(navigator: model.navigator) }
    }

    @ViewBuilder private var content: some View {
        switch way.to {
        case .diary: DiaryView(model: model, diary: model.diary)
        case .fillIn: FillInView(fillIn: model.fillIn, substance: way.about)
        case .plan: PlanView(plan: model.plan, situation: way.about ?? "")
        case .why: WhyView(model: model, situations: model.situations, situation: way.about ?? "")
        case .goal: GoalView(goal: model.goal)
        case .baseline: BaselineView(baseline: model.baseline)
        default: EmptyView()
        }
    }
}
