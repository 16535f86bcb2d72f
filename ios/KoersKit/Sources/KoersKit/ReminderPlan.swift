import Foundation
import Koers

// From the plan of the core to notifications of the phone. When and what is the core's; how many the
// phone takes, and what comes when the plan has run out, is here.

extension Notice {
    /// The phone keeps 64 notifications of an app; so many come once (judgement: some room is left).
    static let most = 48
    /// The id of the notification that comes when the app was not opened until the plan ran out.
    static let fallback = "koers.fallback"

    /// The notifications of a plan, as many as the phone takes, and the fallback after them.
    static func notices(_ plan: [PorchReminder]) -> [Notice] {
        let taken = Array(plan.prefix(most))
        return taken.compactMap { Notice($0) } + [Notice(after: taken)].compactMap { $0 }
    }

    private init?(_ item: PorchReminder) {
        guard let at = WallTime(iso: item.local) else { return nil }
        self.init(
            id: item.stableId, kind: item.kind, at: at, title: item.title, text: item.text,
            actions: NoticeActions(item))
    }

    /// The check-in, once a month from the day after the plan on, for a phone on which the app was not
    /// opened for so long. Each run puts it off again. Where the plan has no check-in (it was turned
    /// off, or nobody heeded it), nothing comes.
    private init?(after plan: [PorchReminder]) {
        guard let item = plan.last(where: { $0.kind == "check_in" }),
            let usual = WallTime(iso: item.local),
            let last = plan.last.flatMap({ WallTime(iso: $0.local) }),
            let at = last.nextDay(hour: usual.hour, minute: usual.minute)
        else { return nil }
        self.init(
            id: Self.fallback, kind: item.kind, at: at, monthly: true, title: item.title,
            text: item.text,
            actions: NoticeActions(item))
    }
}

extension NoticeActions {
    fileprivate init(_ item: PorchReminder) {
        let actions = item.actions.map {
            NoticeAction(action: $0.action, label: $0.label, needsUnlock: $0.needsUnlock)
        }
        let names = actions.map { "\($0.action)\($0.needsUnlock ? "!" : "")=\($0.label)" }
        self.init(id: names.joined(separator: "+"), placeholder: item.title, actions: actions)
    }

    /// Each set of actions once.
    static func sets(_ notices: [Notice]) -> [NoticeActions] {
        notices.reduce(into: []) { sets, notice in
            if !sets.contains(notice.actions) { sets.append(notice.actions) }
        }
    }
}

extension WallTime {
    /// The next day of the calendar at this time; the first of the month after, where the day would be
    /// one that not every month has.
    func nextDay(hour: Int, minute: Int) -> WallTime? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let next = calendar.date(from: DateComponents(year: year, month: month, day: day + 1))
        guard let found = next.map({ calendar.dateComponents([.year, .month, .day], from: $0) }),
            let year = found.year, let month = found.month, let day = found.day
        else { return nil }
        if day <= 28 {
            return WallTime(year: year, month: month, day: day, hour: hour, minute: minute)
        }
        let (over, of) = month == 12 ? (1, year + 1) : (month + 1, year)
        return WallTime(year: of, month: over, day: 1, hour: hour, minute: minute)
    }
}

extension Date {
    /// Since 1970.
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }
}
