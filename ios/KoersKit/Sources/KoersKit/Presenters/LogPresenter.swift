import Foundation
import Koers

/// The ten-second log: a new entry, or one of the diary that is changed.
public final class LogPresenter: VaultPresenter<LogState, LogEvent> {
    private var half: HalfFilled?
    private var form: LogFormView?
    /// The entry as it stands in the diary, where it is one that is changed.
    private var before: EpisodeDraft?

    public init(_ session: Session) {
        super.init(LogState(), session, madeOf: [.situations, .settings])
    }

    override func handle(_ event: LogEvent) async {
        await safely {
            switch event {
            case .opened(let day): try await open(day)
            case .edit(let id): try await edit(id)
            case .step(let up): try await step(up)
            case .save: try await save()
            case .undo: try await undo()
            case .discard:
                if let half { drop(half.id) }
                try await begin(on: nil)
            default: try await change { $0.take(event) }
            }
        }
    }

    /// Goes on with what was left half filled in, or begins a new entry.
    private func open(_ day: String?) async throws {
        let fits: (HalfFilled) -> Bool = { !$0.editing && (day == nil || $0.at == day) }
        if try await !resume(where: fits) { try await begin(on: day) }
    }

    /// Changes an entry of the diary; goes on with it where it was left half changed.
    private func edit(_ id: RecordId) async throws {
        if try await resume(where: { $0.editing && $0.id == id }) { return }
        let (draft, form) = try await session.ask {
            let draft = try await $0.episodeDraft(id: id)
            return (draft, try await $0.logForm(draft.substance))
        }
        before = draft
        half = HalfFilled(draft, alcohol: form.alcohol?.code)
        show { $0 = LogState() }
        try await ask()
    }

    /// Goes on with what fits, as it stands on the screen or was kept; false where nothing does.
    private func resume(where fits: (HalfFilled) -> Bool) async throws -> Bool {
        let standing = half.flatMap { !$0.isBlank && fits($0) ? $0 : nil }
        guard let resumed = standing ?? kept().flatMap({ fits($0) ? $0 : nil }) else {
            return false
        }
        half = resumed
        before =
            resumed.editing
            ? try await session.ask { try await $0.episodeDraft(id: resumed.id) } : nil
        try await ask()
        show {
            $0.restored = $0.restored || standing == nil
            $0.receipt = nil
        }
        return true
    }

    private func kept() -> HalfFilled? {
        session.device.drafts.entry(nowMs: session.nowMs)
    }

    /// There is one place for it: an entry that is changed does not push out a new one.
    private func keep(_ half: HalfFilled) {
        if half.isBlank { return drop(half.id) }
        if half.editing && kept()?.editing == false { return }
        let kept = KeptEntry(keptMs: session.nowMs, entry: half)
        if let bytes = try? JSONEncoder().encode(kept) { session.device.drafts.keep(bytes) }
    }

    private func drop(_ id: RecordId) {
        if kept()?.id == id { session.device.drafts.drop() }
    }

    private func begin(on day: String?) async throws {
        before = nil
        var begun = HalfFilled(id: try await session.ask { try await $0.newId() })
        begun.at = day
        half = begun
        show { $0 = LogState() }
        try await ask()
    }

    private func change(_ change: (inout HalfFilled) -> Void) async throws {
        guard var changed = half else { return }
        change(&changed)
        half = changed
        keep(changed)
        try await ask()
    }

    private func step(_ up: Bool) async throws {
        guard let half, let form, let unit = half.unit(form) else { return }
        let lang = session.lang
        let amount = try WithoutVault.stepped(
            lang: lang, substance: form.substance, unit: unit, amount: half.amount, up: up)
        try await change { $0.take(.amount(amount)) }
    }

    /// Shows the form with what is filled in, and whether the core would take it.
    override func ask() async throws {
        guard let half else { return }
        let substance = half.substance.isEmpty ? nil : half.substance
        let form = try await session.ask { try await $0.logForm(substance) }
        self.form = form
        let refused = try await refusal(half.draft(form, before: before, zone: session.zone))
        show {
            var next = LogState(half, form)
            next.canSave = refused == nil
            next.problem = refused.flatMap { $0.isEmpty ? nil : session.said($0) }
            next.receipt = $0.receipt
            next.restored = $0.restored
            $0 = next
        }
    }

    private func refusal(_ draft: EpisodeDraft) async throws -> KoersError? {
        let command = command(draft)
        do {
            try await session.ask { try await $0.check(command) }
            return nil
        } catch let error as KoersError {
            guard case .InvalidDraft = error else { throw error }
            return error
        }
    }

    private func command(_ draft: EpisodeDraft) -> Command {
        before == nil ? .log(draft) : .editLog(draft)
    }

    private func save() async throws {
        guard let half, let form else { return }
        show { $0.busy = true }
        let command = command(half.draft(form, before: before, zone: session.zone))
        let receipt = try await session.ask { try await $0.record(command) }
        self.half = nil
        before = nil
        drop(half.id)
        var told = LogReceipt(receipt)
        told.askReminders = await asksForReminders()
        show {
            $0 = LogState()
            $0.title = form.title
            $0.receipt = told
        }
    }

    /// Once, and only where something can be asked.
    private func asksForReminders() async -> Bool {
        if session.device.choices.read().remindersAsked { return false }
        session.device.choices.change { $0.remindersAsked = true }
        return await session.device.notices.blocks().contains(.notifications)
    }

    private func undo() async throws {
        let receipt = try await session.ask { try await $0.undo() }
        show { $0.receipt = LogReceipt(lines: receipt.lines, canUndo: false) }
    }

    override func troubled(_ problem: Problem) {
        show {
            $0.busy = false
            $0.problem = problem
        }
    }

    override func forget() {
        half = nil
        form = nil
        before = nil
    }
}

extension HalfFilled {
    /// Fills in what the person did; what is no filling in changes nothing.
    fileprivate mutating func take(_ event: LogEvent) {
        switch event {
        case .substance(let id): turn(to: id)
        case .craving(let value): (craving, dontKnow) = (value, false)
        case .dontKnow: (craving, dontKnow) = (nil, !dontKnow)
        case .situation(let id): situations.toggle(id)
        case .allSituations: allSituations = true
        case .used(let yes): used = yes
        case .amount(let text): (used, amount) = (true, text)
        case .unit(let id): unit = id
        case .alcohol: alcohol.toggle()
        case .more: more.toggle()
        case .pick(let list, let id): picked[list, default: []].toggle(Picked(code: id))
        case .ownWords(let list, let text):
            let words = text.trimmingCharacters(in: .whitespacesAndNewlines)
            picked[list, default: []].toggle(Picked(words: words))
        case .note(let text): note = text
        case .at(let moment): at = moment
        case .opened, .edit, .step, .save, .undo, .discard: break
        }
    }
}

extension LogReceipt {
    fileprivate init(_ receipt: Receipt) {
        lines = receipt.lines
        question = receipt.question
        plan = receipt.plan.map { Way(.plan, about: $0) }
        stay = receipt.stay.map {
            Stay(title: $0.title, minutes: Int($0.minutes), steps: $0.steps)
        }
        call = receipt.call
    }
}

extension KoersError {
    /// Something is left to be filled in.
    fileprivate var isEmpty: Bool {
        if case .InvalidDraft(_, .empty) = self { true } else { false }
    }
}
