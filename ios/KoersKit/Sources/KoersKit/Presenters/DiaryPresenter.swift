import Koers

/// What was noted, by day, and deleting with undo.
public final class DiaryPresenter: VaultPresenter<DiaryState, DiaryEvent> {
    /// How many entries come at a time (judgement: some screens full).
    private static let page: UInt32 = 20

    private var count = page

    public init(_ session: Session) { super.init(DiaryState(), session, madeOf: [.diary]) }

    override func handle(_ event: DiaryEvent) async {
        await safely {
            switch event {
            case .opened: try await ask()
            case .more:
                count += Self.page
                try await ask()
            case .delete(let id): show { $0.asking = $0.item(id) }
            case .deleteYes: try await delete()
            case .deleteNo: show { $0.asking = nil }
            case .undo:
                let told = try await session.ask { try await $0.undo().told(canUndo: false) }
                try await ask()
                show { $0.told = told }
            case .dismissed:
                show {
                    $0.told = nil
                    $0.problem = nil
                }
            }
        }
    }

    private func delete() async throws {
        guard let item = state.asking else { return }
        show { $0.asking = nil }
        let told = try await session.ask {
            try await $0.record(.delete(kind: RecordKind(item.kind), id: item.id)).told()
        }
        try await ask()
        show {
            $0.told = told
            $0.problem = nil
        }
    }

    override func ask() async throws {
        let count = count
        let view = try await session.ask { try await $0.diary(count: count) }
        show {
            $0.loading = false
            $0.days = DiaryDay.days(view.entries)
            $0.more = view.total > UInt32(view.entries.count)
        }
    }

    override func troubled(_ problem: Problem) {
        show {
            $0.loading = false
            $0.problem = problem
        }
    }

    override func forget() { count = Self.page }
}

extension DiaryState {
    fileprivate func item(_ id: String) -> DiaryItem? {
        days.flatMap(\.entries).first { $0.id == id }
    }
}

extension DiaryDay {
    /// One after another as the core gives them, each day once.
    fileprivate static func days(_ entries: [DiaryEntry]) -> [DiaryDay] {
        entries.reduce(into: []) { days, entry in
            let item = DiaryItem(entry)
            if let nth = days.firstIndex(where: { $0.day == entry.day }) {
                days[nth].entries.append(item)
            } else {
                days.append(DiaryDay(day: entry.day, dayText: entry.dayText, entries: [item]))
            }
        }
    }
}

extension DiaryItem {
    fileprivate init(_ entry: DiaryEntry) {
        let kind = DiaryKind(entry.kind)
        self.init(
            id: entry.id, kind: kind, timeText: entry.timeText,
            craving: entry.craving.map(Int.init),
            used: entry.used, recalled: entry.recalled, lines: entry.lines,
            canEdit: kind == .episode)
    }
}

extension DiaryKind {
    fileprivate init(_ kind: String) {
        switch kind {
        case "closing": self = .closing
        case "note": self = .note
        default: self = .episode
        }
    }
}

extension RecordKind {
    fileprivate init(_ kind: DiaryKind) {
        switch kind {
        case .episode: self = .episode
        case .closing: self = .closing
        case .note: self = .note
        }
    }
}
