import Foundation
import Koers

/// The three-minute start. The vault is made at the step of the lock; one that was made and left there
/// goes on there.
public final class StartPresenter: Presenter<StartState, StartEvent> {
    private let session: Session
    private let week: BaselinePresenter

    public init(_ session: Session) {
        self.session = session
        week = BaselinePresenter(session)
        super.init(StartState())
    }

    override func handle(_ event: StartEvent) async {
        do {
            try await take(event)
        } catch {
            show {
                $0.busy = false
                $0.problem = session.said(error)
            }
        }
    }

    private func take(_ event: StartEvent) async throws {
        switch event {
        case .opened: try await open()
        case .language(let id):
            session.device.choices.change { $0.language = id }
            try await open()
        case .substance(let id):
            show {
                $0.substances.choose(id)
                $0.problem = nil
            }
        case .nickname(let text):
            show {
                $0.nickname = text
                $0.problem = nil
            }
        case .lockWithDevice: try await lockWithDevice()
        case .lockWithPassphrase(let typed): try await lockWithPassphrase(typed)
        case .baseline(let event): await baseline(event)
        case .next: await next()
        case .skip: if state.step == .baseline { finish() } else { await next() }
        case .back: back()
        }
    }

    private func open() async throws {
        let lang = session.lang
        let all = try await away { try WithoutVault.substances(lang: lang) }
        show {
            let chosen = $0.substances.first { $0.chosen }?.id
            $0.languages = Lang.choices(chosen: lang.code)
            $0.substances = all.choices(chosen: chosen ?? "")
            $0.deviceCan = session.device.keys.canLock()
            $0.problem = nil
        }
    }

    private func next() async {
        switch state.step {
        case .language: to(.substance)
        case .substance: if substance != nil { to(.nickname) }
        case .nickname: to(.lock)
        // A key first: nothing is written without one.
        case .lock: break
        case .baseline:
            await baseline(.save)
            if week.state.problem == nil { finish() }
        }
    }

    private func back() {
        switch state.step {
        case .language, .baseline: break
        case .substance: to(.language)
        case .nickname: to(.substance)
        case .lock: to(.nickname)
        }
    }

    private func to(_ step: StartStep) {
        show {
            $0.step = step
            $0.number = (StartStep.allCases.firstIndex(of: step) ?? 0) + 1
            $0.problem = nil
        }
    }

    private func finish() {
        show {
            $0.done = true
            $0.problem = nil
        }
    }

    private var substance: Code? { state.substances.first { $0.chosen }?.id }

    /// Whether a vault can be made: it has to be about a substance.
    private func begin() -> Bool {
        if substance == nil {
            to(.substance)
            return false
        }
        show {
            $0.busy = true
            $0.problem = nil
        }
        return true
    }

    private func lockWithDevice() async throws {
        guard begin() else { return }
        guard let key = try? await session.device.keys.make() else {
            return show { $0.busy = false }
        }
        if session.open != nil {
            try await session.ask { try await $0.setDeviceKey(key) }
        } else {
            try await enter(
                try await KoersClient.createWithDeviceKey(
                    path: session.device.files.vault, key: key, lang: session.lang,
                    here: session.here()))
        }
        try await record()
    }

    private func lockWithPassphrase(_ typed: Data) async throws {
        if substance != nil, typed.isEmpty {
            throw KoersError.InvalidDraft(field: "secret", reason: .empty)
        }
        guard begin() else { return }
        if session.open == nil {
            try await enter(
                try await KoersClient.create(
                    path: session.device.files.vault, passphrase: typed, lang: session.lang,
                    here: session.here()))
        } else if try await !session.ask({ try await $0.keys() }).passphrase {
            try await session.ask { try await $0.setPassphrase(typed) }
        }
        try await record()
    }

    private func enter(_ client: KoersClient) async throws { _ = try await session.begin(client) }

    /// The settings and the substance, all of it or nothing; then the week before.
    private func record() async throws {
        guard let substance else { return }
        let (name, lang) = (state.nickname, session.lang)
        let country = session.device.choices.read().country
        try await session.ask {
            let profile: ProfileDraft
            if let there = try await $0.profileDraft() {
                profile = there
            } else {
                profile = try await $0.newProfileDraft()
            }
            let named = profile.with(nickname: name, language: lang, country: country)
            let follow = FollowDraft(substance: substance, followed: true)
            try await $0.recordAll([.profile(named), .follow(follow)])
        }
        let welcome = try await session.ask { try await $0.intake() }.welcome
        show {
            $0.busy = false
            $0.welcome = welcome
        }
        to(.baseline)
        await baseline(.opened)
    }

    private func baseline(_ event: BaselineEvent) async {
        await week.on(event)
        show { $0.baseline = week.state }
    }
}
