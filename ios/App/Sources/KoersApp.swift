import KoersKit
import SwiftUI

/// The app: one set of presenters over the phone, and one window.
@main struct KoersApp: App {
    // Made at once: an action on a notification wakes the app without a window.
    private let model = Model(Phone.device())

    var body: some Scene {
        WindowGroup {
            RootView(model: model, door: model.door, navigator: model.navigator)
        }
    }
}

/// Every screen with its presenter, and what follows the phone.
@MainActor final class Model: ObservableObject {
    let rooms: Rooms
    let navigator = Navigator()
    let cover = Cover(CoverWindow().show)
    let door: Shown<DoorState, DoorEvent>
    let today: Shown<TodayState, TodayEvent>
    let log: Shown<LogState, LogEvent>
    let diary: Shown<DiaryState, DiaryEvent>
    let situations: Shown<SituationsState, SituationsEvent>
    let fillIn: Shown<FillInState, FillInEvent>
    let plan: Shown<PlanState, PlanEvent>
    let goal: Shown<GoalState, GoalEvent>
    let baseline: Shown<BaselineState, BaselineEvent>
    let intake: Shown<IntakeState, IntakeEvent>
    let insight: Shown<InsightState, InsightEvent>
    let help: Shown<HelpState, HelpEvent>
    let settings: Shown<SettingsState, SettingsEvent>
    @Published private(set) var start: Shown<StartState, StartEvent>
    @Published private(set) var language: String
    private let answers: NotificationAnswers

    /// The language chosen in Koers, and the region of the phone.
    var locale: Locale { Locale(language: language, regionOf: .current) }

    init(_ device: Device) {
        rooms = Rooms(Session(device))
        door = Shown(rooms.door)
        start = Shown(rooms.start)
        today = Shown(rooms.today)
        log = Shown(rooms.log)
        diary = Shown(rooms.diary)
        situations = Shown(rooms.situations)
        fillIn = Shown(rooms.fillIn)
        plan = Shown(rooms.plan)
        goal = Shown(rooms.goal)
        baseline = Shown(rooms.baseline)
        intake = Shown(rooms.intake)
        insight = Shown(rooms.insight)
        help = Shown(rooms.help)
        settings = Shown(rooms.settings)
        language = rooms.session.language
        answers = NotificationAnswers(rooms.mirror)
        answers.opens = { [weak self] in self?.navigator.go($0) }
        answers.noted = { [weak self] in self?.door.send(.cameBack) }
    }

    /// Follows the vault and the phone for as long as the window is there.
    func watch() async {
        await door.tell(.started)
        await rooms.watch()
    }

    /// The language may have changed with what the door or the settings did, and a start that was
    /// finished begins anew after everything was erased.
    func settle(_ stage: DoorStage) {
        language = rooms.session.language
        if stage == .welcome, start.state.done {
            rooms.startAnew()
            start = Shown(rooms.start)
        }
    }
}
