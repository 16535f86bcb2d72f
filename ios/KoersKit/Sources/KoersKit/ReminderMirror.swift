import Foundation
import Koers

/// Makes the notification centre hold what the core plans, and nothing else. Decides nothing about
/// when: it asks the porch, so it does the same with the vault open and locked.
///
/// Runs at start, after every write, when the app comes to the front, and when the clock, the zone,
/// the language or the permission changed. Running it twice changes nothing; what one run could not
/// do, the next one mends.
public actor ReminderMirror {
    /// The phone keeps 64 notifications of an app; the core plans no more than this many (apps.md).
    static let most = 48
    /// The id of the notification that comes when the app was not opened until the plan ran out.
    static let fallback = "koers.fallback"

    private let device: Device
    private let here: @MainActor () -> Here?

    /// The phone's own clock and place where `here` gives nil.
    init(_ device: Device, here: @escaping @MainActor () -> Here? = { nil }) {
        self.device = device
        self.here = here
    }

    private var last: Task<Bool, Never>?

    /// Brings the notification centre into line with the porch, and says whether all of it could be
    /// done. Where the porch cannot be read, what is scheduled is left as it is.
    @discardableResult
    public func mirror() async -> Bool {
        let before = last
        let mine = Task {
            _ = await before?.value
            return await bring()
        }
        last = mine
        return await mine.value
    }

    /// Takes all of it away: there is no vault any more.
    public func clear() async {
        _ = await last?.value
        await device.notices.remove(Set(await device.notices.pending().map(\.id)))
        await device.notices.takeDown(await device.notices.shown())
    }

    /// Whether this one is still to be shown, asked when it fires while the app is in front.
    public func isDue(_ id: String) async -> Bool {
        guard let porch = try? porch(), let due = try? await porch.due(lang, here: await here()) else {
            return true
        }
        return id == Self.fallback || due.contains { $0.stableId == id }
    }

    private var lang: Lang { Lang(code: device.choices.read().language) }

    private func porch() throws -> PorchClient {
        try PorchClient(path: device.files.porch, key: device.keys.background())
    }

    private func bring() async -> Bool {
        guard let porch = try? porch(), let plan = try? await porch.plan(lang, here: await here()),
            let due = try? await porch.due(lang, here: await here())
        else { return false }
        let wanted = Self.notices(plan)
        await device.notices.setActions(Self.sets(wanted))
        let whole = await schedule(wanted)
        let shown = await device.notices.shown()
        // A fallback that stands there has served once the app is open.
        await device.notices.takeDown(shown.subtracting(due.map(\.stableId)))
        return whole
    }

    /// Cancels what is gone or has changed before it adds, so that nothing ever stands there twice.
    private func schedule(_ wanted: [Notice]) async -> Bool {
        let pending = await device.notices.pending()
        let gone = pending.filter { !wanted.contains($0) }
        await device.notices.remove(Set(gone.map(\.id)))
        var whole = true
        for notice in wanted where !pending.contains(notice) {
            do { try await device.notices.add(notice) } catch { whole = false }
        }
        return whole
    }
}

// MARK: From the plan to notifications

extension ReminderMirror {
    /// The notifications of a plan, and the fallback after them.
    static func notices(_ plan: [PorchReminder]) -> [Notice] {
        let once = plan.prefix(most).compactMap { notice($0) }
        return once + [fallback(after: plan)].compactMap { $0 }
    }

    private static func notice(_ item: PorchReminder) -> Notice? {
        guard let at = WallTime(iso: item.local) else { return nil }
        return Notice(
            id: item.stableId, at: at, title: item.title, text: item.text, actions: set(item))
    }

    /// The check-in, once a month from the day after the plan on, for a phone on which the app was
    /// not opened for so long. Each run puts it off again. Where the plan has no check-in (it was
    /// turned off, or nobody heeded it), nothing comes.
    private static func fallback(after plan: [PorchReminder]) -> Notice? {
        guard let item = plan.last(where: { $0.kind == "check_in" }),
            let last = plan.compactMap({ WallTime(iso: $0.local) }).last,
            let usual = WallTime(iso: item.local), let at = last.nextDay(hour: usual.hour, minute: usual.minute)
        else { return nil }
        return Notice(
            id: fallback, at: at, monthly: true, title: item.title, text: item.text,
            actions: set(item))
    }

    private static func set(_ item: PorchReminder) -> NoticeActions {
        let actions = item.actions.map {
            NoticeAction(action: $0.action, label: $0.label, needsUnlock: $0.needsUnlock)
        }
        let names = actions.map { $0.action + ($0.needsUnlock ? "!" : "") + "=" + $0.label }
        return NoticeActions(
            id: names.joined(separator: "+"), placeholder: item.title, actions: actions)
    }

    private static func sets(_ notices: [Notice]) -> [NoticeActions] {
        notices.reduce(into: []) { sets, notice in
            if !sets.contains(notice.actions) { sets.append(notice.actions) }
        }
    }
}

extension WallTime {
    /// The next day of the calendar at this time; the first of the month after, where the day would
    /// be one that not every month has.
    fileprivate func nextDay(hour: Int, minute: Int) -> WallTime? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let day = DateComponents(year: year, month: month, day: day + 1)
        guard let next = calendar.date(from: day) else { return nil }
        let found = calendar.dateComponents([.year, .month, .day], from: next)
        guard let year = found.year, let month = found.month, let number = found.day else {
            return nil
        }
        if number <= 28 {
            return WallTime(year: year, month: month, day: number, hour: hour, minute: minute)
        }
        let (over, of) = month == 12 ? (1, year + 1) : (month + 1, year)
        return WallTime(year: of, month: over, day: 1, hour: hour, minute: minute)
    }
}
