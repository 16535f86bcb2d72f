import Foundation
import Koers

@testable import KoersKit

/// One file of `tests/scenarios`.
struct Scenario: Decodable {
    let lang: String
    let presenter: String
    let life: Life?
    let keys: Keys?
    let open: Bool?
    let at: String
    let zone: String
    let steps: [Step]

    struct Life: Decodable {
        let substance: String
        let weeks: UInt32
        let seed: UInt64
        let today: String
    }

    struct Keys: Decodable {
        let device: Bool?
        let passphrase: String?
    }

    struct Step: Decodable {
        let at: String?
        let phone: [String: Neutral]?
        let event: String?
        let with: [String: Neutral]?
        /// The fields that changed since the step before; all of them at the first.
        let state: [String: Neutral]?
    }
}

/// The phone, the session and the presenter of a scenario, at one moment and place.
@MainActor final class Stage {
    /// Bytes of the first page of a vault, which says what is in the others.
    private static let firstPage = 4096

    let phone: FakePhone
    private let scenario: Scenario
    private var here: Here?
    private var session: Session
    private var screen: any Playable
    private var elsewhere: KoersClient?

    init(_ scenario: Scenario) async throws {
        self.scenario = scenario
        phone = try FakePhone(try newFolder(), language: scenario.lang)
        session = Session(phone.device)
        screen = try playable(scenario.presenter, session, phone)
        try await moment(scenario.at)
        renew()
        try await begin()
    }

    func step(_ step: Scenario.Step, _ ids: Ids) async throws -> Any {
        if let at = step.at { try await moment(at) }
        for (what, value) in step.phone ?? [:] { try await does(what, value) }
        if let name = step.event {
            try await screen.play(name, (step.with ?? [:]).mapValues(ids.given))
        }
        return screen.shown
    }

    /// What this phone is expected to show of what the file has.
    func expected(_ fields: [String: Neutral]) -> Neutral {
        .fields(scenario.presenter == "reminders" ? Board.expected(fields) : fields)
    }

    func close() async throws {
        try await elsewhere?.lock()
        await session.close()
    }

    private func moment(_ at: String) async throws {
        here = try KoersKitTests.here(at, scenario.zone)
        try await session.open?.setClock(here)
    }

    private func renew() {
        session = Session(phone.device) { [unowned self] in self.here }
        // The name was read before.
        if let screen = try? playable(scenario.presenter, session, phone) { self.screen = screen }
    }

    /// The vault of the life, and open unless the scenario says otherwise.
    private func begin() async throws {
        guard let life = scenario.life, let here else { return }
        let lang = Lang(code: scenario.lang)
        try await Lives.all.put(
            LifeOf(
                lang: lang, substance: life.substance, weeks: life.weeks, seed: life.seed,
                today: life.today, until: here.now, device: scenario.keys?.device ?? true,
                passphrase: scenario.keys?.passphrase),
            on: phone)
        if scenario.open ?? true { try await open() }
    }

    private func open() async throws {
        _ = try await session.begin(
            try await KoersClient.openWithDeviceKey(
                path: phone.vault, key: FakePhone.deviceKey, here: here))
    }

    /// What the phone does to the app.
    private func does(_ what: String, _ value: Neutral) async throws {
        let text = value.text.map(camel) ?? ""
        switch (what, value) {
        case ("elapsed", .whole(let whole)): phone.time = .milliseconds(whole)
        case ("can_lock", .truth(let can)): phone.canLock = can
        case ("lock_after", _): phone.chosen.lockAfter = try known(LockAfter(rawValue: text))
        case ("key", _): phone.key = try known(FakePhone.Key(rawValue: text))
        case ("blocks", .list(let blocks)):
            phone.blocks = try blocks.map {
                try known(DeliveryBlock(rawValue: camel($0.text ?? "")))
            }
        case ("vault", _): try await vault(value.text ?? "")
        case ("app", _):
            try await session.open?.lock()
            renew()
            if value.text == "killed_and_opened" { try await open() }
        default: throw NoSuchEvent(name: what)
        }
    }

    private func vault(_ what: String) async throws {
        try await elsewhere?.lock()
        elsewhere = nil
        let file = URL(filePath: phone.vault)
        switch what {
        case "free": break
        case "in_use":
            elsewhere = try await KoersClient.openWithDeviceKey(
                path: phone.vault, key: FakePhone.deviceKey)
        case "cut_short":
            let whole = try Data(contentsOf: file)
            try whole.prefix(whole.count / 2).write(to: file)
        case "damaged": try clear(file) { $0 / 2..<$0 }
        case "beginning_gone": try clear(file) { _ in 0..<Self.firstPage }
        case "not_a_vault": try Data("something else".utf8).write(to: file)
        case "missing": try FileManager.default.removeItem(at: file)
        default: throw NoSuchEvent(name: what)
        }
    }

    private func clear(_ file: URL, _ place: (_ size: Int) -> Range<Int>) throws {
        var bytes = try Data(contentsOf: file)
        let place = place(bytes.count)
        bytes.replaceSubrange(place, with: Data(count: place.count))
        try bytes.write(to: file)
    }

    private func known<T>(_ value: T?) throws -> T {
        guard let value else { throw NoSuchEvent(name: "\(T.self)") }
        return value
    }
}

/// A presenter that is told events by their names.
@MainActor protocol Playable {
    func play(_ name: String, _ with: [String: Neutral]) async throws
    var shown: Any { get }
}

/// Any presenter of the app.
private struct Played<State: Equatable & Sendable, Event: Sendable & Decodable>: Playable {
    let presenter: Presenter<State, Event>

    func play(_ name: String, _ with: [String: Neutral]) async throws {
        await presenter.on(try event(Event.self, name, with))
    }

    var shown: Any { presenter.state }
}

@MainActor private func playable(
    _ name: String, _ session: Session, _ phone: FakePhone
) throws -> any Playable {
    switch name {
    case "baseline": Played(presenter: BaselinePresenter(session))
    case "diary": Played(presenter: DiaryPresenter(session))
    case "door": Played(presenter: DoorPresenter(session))
    case "fill_in": Played(presenter: FillInPresenter(session))
    case "goal": Played(presenter: GoalPresenter(session))
    case "help": Played(presenter: HelpPresenter(session))
    case "insight": Played(presenter: InsightPresenter(session))
    case "intake": Played(presenter: IntakePresenter(session))
    case "log": Played(presenter: LogPresenter(session))
    case "plan": Played(presenter: PlanPresenter(session))
    case "reminders": Board(session, phone)
    case "settings": Played(presenter: SettingsPresenter(session))
    case "situations": Played(presenter: SituationsPresenter(session))
    case "start": Played(presenter: StartPresenter(session))
    case "today": Played(presenter: TodayPresenter(session))
    default: throw NoSuchEvent(name: name)
    }
}
