import Koers

/// Today: closing it and yesterday, what to do about older open days, and what is suggested.
public final class TodayPresenter: VaultPresenter<TodayState, TodayEvent> {
    private var substance: Code?
    private var open: OpenDayView?
    private var gapsKey: String?

    public init(_ session: Session) { super.init(TodayState(), session, madeOf: [.today]) }

    override func handle(_ event: TodayEvent) async {
        await safely {
            switch event {
            case .opened: try await ask()
            case .substance(let id):
                substance = id
                try await ask()
            case .closeToday: try await close([], on: nil, .soFar)
            case .confirm(let day): try await close(about, on: day, .stayed)
            case .closeOpenDay:
                if let open { try await close(about, on: open.day, open.answer) }
            case .goOn: if let gapsKey { try await putAway(gapsKey) }
            case .notForMe(let key): try await putAway(key)
            case .undo: try await tell { try await $0.undo().told(canUndo: false) }
            case .dismissed:
                show {
                    $0.told = nil
                    $0.problem = nil
                }
            }
        }
    }

    /// The substance that the screen is about.
    private var about: [Code] { state.substances.filter(\.chosen).map(\.id) }

    private func close(
        _ substances: [Code], on day: NaiveDate?, _ answer: ClosingAnswer
    ) async throws {
        try await tell { koers in
            let draft = ClosingDraft(
                id: try await koers.newId(), substances: substances, day: day, answer: answer,
                source: .app)
            return try await koers.record(.close(draft)).told()
        }
    }

    private func putAway(_ key: String) async throws {
        try await tell { try await $0.record(.notForMe(NotForMeDraft(subject: key))).told() }
    }

    private func tell(_ deed: @MainActor (KoersClient) async throws -> Told) async throws {
        let told = try await session.ask(deed)
        try await ask()
        show {
            $0.told = told
            $0.problem = nil
        }
    }

    override func ask() async throws {
        let substance = substance
        let (view, keys) = try await session.ask {
            (try await $0.today(substance), try await $0.keys())
        }
        open = view.openDay
        gapsKey = view.gaps?.key
        show {
            var next = TodayState(view)
            next.keysAsk = keys.ask
            next.told = $0.told
            next.problem = $0.problem
            $0 = next
        }
    }

    override func troubled(_ problem: Problem) {
        show {
            $0.loading = false
            $0.problem = problem
        }
    }

    override func forget() {
        substance = nil
        open = nil
        gapsKey = nil
    }
}

extension TodayState {
    fileprivate init(_ view: TodayView) {
        loading = false
        day = view.day
        title = view.title
        substances = view.substances.choices(chosen: view.substance)
        strip = view.strip.map {
            StripDay(day: $0.day, weekday: $0.weekday, mark: DayMark($0.state), text: $0.text)
        }
        stripText = view.stripText
        without = view.without
        safety = view.safety
        confirm = view.confirm.map { DayToConfirm(day: $0.day, question: $0.text) }
        canClose = view.canClose
        openDay = view.openDay.map {
            OpenDay(day: $0.day, text: $0.text, close: $0.close, log: $0.log)
        }
        gaps = view.gaps.map { Gaps(line: $0.line, goOn: $0.goOn, fillIn: $0.fillIn) }
        suggestions = view.agenda.map {
            Suggestion(key: $0.key, text: $0.text, reason: $0.reason, way: $0.leadsTo.map(Way.init))
        }
        empty = view.empty
    }
}

extension DayMark {
    fileprivate init(_ state: String) {
        switch state {
        case "used": self = .used
        case "not_used": self = .notUsed
        case "to_come": self = .toCome
        default: self = .unknown
        }
    }
}

extension Way {
    fileprivate init(_ leadsTo: LeadsTo) {
        // The cases bear the names of places: which of the two is meant has to be said.
        switch leadsTo {
        case .log(let day): self.init(Place.log, about: day)
        case .plan(let situation): self.init(Place.plan, about: situation)
        case .situations: self.init(Place.situations)
        case .goal: self.init(Place.goal)
        case .baseline: self.init(Place.baseline)
        }
    }
}
