import KoersKit
import SwiftUI

/// What the door shows: start, lock, trouble, or the four places; and help on all of them.
struct RootView: View {
    @ObservedObject var model: Model
    @ObservedObject var door: Shown<DoorState, DoorEvent>
    @ObservedObject var navigator: Navigator
    @Environment(\.scenePhase) private var phase
    @State private var wasOpen = false

    var body: some View {
        stage
            .covered()
            .sheet(item: sheet) { sheet in
                SheetView(model: model, sheet: sheet).covered()
            }
            .environment(\.locale, Locale(identifier: model.language))
            .task { await model.watch() }
            .onReceive(screenOff) { _ in door.send(.lock) }
            .onChange(of: phase) { phase in
                switch phase {
                case .background: door.send(.left)
                case .active: cameBack()
                default: break
                }
            }
            .onChange(of: door.state.stage) { stage in
                model.settle(stage)
                if wasOpen { leave() }
                wasOpen = stage == .open
            }
    }

    @ViewBuilder private var stage: some View {
        switch door.state.stage {
        case .looking: ProgressView().accessibilityLabel("busy")
        case .welcome: WelcomeView(model: model, door: door, start: model.start)
        case .locked: LockView(door: door, navigator: navigator)
        case .trouble: TroubleView(door: door, navigator: navigator)
        case .open: PlacesView(model: model, door: door, navigator: navigator)
        }
    }

    /// Help is there in every stage; what shows the vault waits until it is open, as does the log that a
    /// notification leads to.
    private var sheet: Binding<Navigator.Sheet?> {
        .of {
            navigator.sheet == .help || door.state.stage == .open ? navigator.sheet : nil
        } tell: {
            navigator.sheet = $0
        }
    }

    private func cameBack() {
        Task {
            await door.tell(.cameBack)
            await model.rooms.mirror.run()
        }
    }

    /// Help stays up, since it needs no vault, and drops what is of the person; all else is put away.
    private func leave() {
        model.help.send(.opened)
        if navigator.sheet == .help { navigator.paths = [:] } else { navigator.reset() }
    }

    /// The screen went off: the files can be read no more, and the vault is locked.
    private var screenOff: NotificationCenter.Publisher {
        let name = UIApplication.protectedDataWillBecomeUnavailableNotification
        return NotificationCenter.default.publisher(for: name)
    }
}

/// The four places, each with the log button and with help on top.
struct PlacesView: View {
    let model: Model
    @ObservedObject var door: Shown<DoorState, DoorEvent>
    @ObservedObject var navigator: Navigator

    var body: some View {
        TabView(selection: $navigator.tab) {
            place(.today, "place_today", .today) { TodayView(model: model, today: model.today) }
            place(.situations, "place_situations", .situations) {
                SituationsView(model: model, situations: model.situations)
            }
            place(.programme, "place_programme", .programme) {
                ProgrammeView(model: model, intake: model.intake)
            }
            place(.insight, "place_insight", .insight) { InsightView(insight: model.insight) }
        }
    }

    private func place(
        _ tab: Navigator.Tab, _ title: LocalizedStringKey, _ symbol: Symbol,
        @ViewBuilder content: () -> some View
    ) -> some View {
        NavigationStack(path: navigator.path(tab)) {
            content()
                .safeAreaInset(edge: .top) { DoorTold(door: door) }
                .safeAreaInset(edge: .bottom) {
                    Button("note_it") { navigator.sheet = .log(day: nil) }
                        .buttonStyle(.borderedProminent)
                        .controlSize(.large)
                        .padding(.bottom, 8)
                }
                .navigationTitle(title)
                .toolbar { PlaceBar(navigator: navigator) }
                .navigationDestination(for: Way.self) { WayView(model: model, way: $0) }
        }
        .tabItem { Label(title, symbol) }
        .tag(tab)
    }
}

/// What was found or taken in at opening, and the offer of a new device lock: shown once.
struct DoorTold: View {
    @ObservedObject var door: Shown<DoorState, DoorEvent>

    var body: some View {
        VStack(spacing: 8) {
            ToldBox(door.state.told) { door.send(.dismissed) }
            if door.state.deviceLost {
                Text("device_again_ask")
                Button("device_again_yes") { door.send(.deviceAgain) }.buttonStyle(.bordered)
            }
            ProblemLine(door.state.problem)
        }
        .padding(.horizontal)
    }
}

/// Help now and settings, at the same place on every screen.
struct PlaceBar: ToolbarContent {
    let navigator: Navigator

    var body: some ToolbarContent {
        ToolbarItem(placement: .topBarLeading) {
            Button {
                navigator.sheet = .settings
            } label: {
                Image(.person)
            }
            .accessibilityLabel("me")
        }
        ToolbarItem(placement: .topBarTrailing) {
            Button("help_now") { navigator.sheet = .help }.fontWeight(.semibold)
        }
    }
}

/// What lies open on a place.
struct WayView: View {
    let model: Model
    let way: Way

    var body: some View {
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

/// What is up over a place.
struct SheetView: View {
    let model: Model
    let sheet: Navigator.Sheet

    var body: some View {
        NavigationStack {
            switch sheet {
            case .log(let day): LogView(model: model, log: model.log, event: .opened(day: day))
            case .edit(let id): LogView(model: model, log: model.log, event: .edit(id: id))
            case .help: HelpView(help: model.help)
            case .settings: SettingsView(settings: model.settings) { model.door.send(.lock) }
            }
        }
        .environment(\.locale, Locale(identifier: model.language))
    }
}
