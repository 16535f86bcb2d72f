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
            .sheet(item: sheet) { SheetView(model: model, sheet: $0) }
            .environment(\.locale, model.locale)
            .controlSize(.large)
            .task { await model.watch() }
            .onReceive(screenOff) { _ in door.send(.lock) }
            .onChange(of: phase) { phase in
                if phase == .active { return cameBack() }
                model.cover.left()
                if phase == .background { door.send(.left) }
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
            await model.cover.cameBack { await door.tell(.cameBack) }
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
            case .settings: SettingsView(model: model, settings: model.settings)
            case .keys: KeysView(settings: model.settings).opened(model)
            case .reminders: RemindersView(settings: model.settings).opened(model)
            }
        }
        .environment(\.locale, model.locale)
        .controlSize(.large)
    }
}
