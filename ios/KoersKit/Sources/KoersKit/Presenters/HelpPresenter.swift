import Koers

/// Help now: with the person's own plan while the vault is open, with what they allowed while it is
/// locked, and for anybody without a vault. It never fails for want of one of them.
public final class HelpPresenter: Presenter<HelpState, HelpEvent> {
    private let session: Session

    public init(_ session: Session) {
        self.session = session
        super.init(HelpState())
    }

    override func handle(_ event: HelpEvent) async {
        switch event {
        case .opened: await opened()
        case .chosen(let kind): show { $0.chosen = kind }
        case .back: show { $0.chosen = nil }
        }
    }

    private func opened() async {
        do {
            let view = try await view()
            show {
                let chosen = $0.chosen
                $0 = HelpState(view)
                $0.chosen = chosen
            }
        } catch {
            show { $0.problem = session.said(error) }
        }
    }

    private func view() async throws -> HelpNowView {
        if let view = try? await session.open?.helpNow() { return view }
        let (lang, country, files) = (
            session.lang, session.device.choices.read().country, session.device.files
        )
        if let key = try? session.device.keys.background(),
            let porch = try? PorchClient(path: files.porch, key: key),
            let view = try? await porch.helpNow(lang)
        {
            return view
        }
        return try await away { try WithoutVault.helpNow(lang: lang, country: country) }
    }
}

extension HelpState {
    fileprivate init(_ view: HelpNowView) {
        title = view.title
        question = view.question
        choices = view.choices.map {
            HelpItem(
                kind: HelpKind($0.choice), title: $0.title,
                waitMinutes: $0.waitMinutes.map(Int.init), steps: $0.steps,
                parts: $0.parts.map { HelpPart(title: $0.title, lines: $0.lines) },
                signs: $0.signs)
        }
        ownPlan = view.ownPlan
        people = view.ownPeople
        lines = view.lines.map {
            HelpLine(name: $0.name, number: $0.number, web: $0.web, checked: $0.checked)
        }
    }
}

extension HelpKind {
    fileprivate init(_ choice: Koers.Choice) {
        switch choice {
        case .wantToUse: self = .wantToUse
        case .haveUsed: self = .haveUsed
        case .somethingWrong: self = .somethingWrong
        }
    }
}
