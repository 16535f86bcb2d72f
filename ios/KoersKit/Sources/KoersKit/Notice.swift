public import Foundation

/// A notification as the phone schedules it, by wall time, so that it travels along.
public struct Notice: Equatable, Sendable, Identifiable, Codable {
    public var id: String
    /// `check_in`, `not_closed`, …: one under another on the screen.
    public var kind: String
    public var at: WallTime
    /// Comes back every month on that day; else it comes once.
    public var monthly = false
    public var title: String
    public var text: String
    public var actions: NoticeActions

    public init(
        id: String, kind: String, at: WallTime, monthly: Bool = false, title: String,
        text: String, actions: NoticeActions
    ) {
        self.id = id
        self.kind = kind
        self.at = at
        self.monthly = monthly
        self.title = title
        self.text = text
        self.actions = actions
    }
}

extension Notice {
    /// When it comes, as the notification centre takes it: by the Gregorian calendar, whichever the phone
    /// is set to, and without a zone, so that it travels along.
    public var components: DateComponents {
        var gregorian = Calendar(identifier: .gregorian)
        gregorian.timeZone = .autoupdatingCurrent
        var parts = DateComponents(
            calendar: gregorian, day: at.day, hour: at.hour, minute: at.minute)
        if !monthly { (parts.year, parts.month) = (at.year, at.month) }
        return parts
    }
}

/// A local day and minute without a zone.
public struct WallTime: Equatable, Sendable, Codable {
    public var year: Int
    public var month: Int
    public var day: Int
    public var hour: Int
    public var minute: Int

    public init(year: Int, month: Int, day: Int, hour: Int, minute: Int) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
    }

    /// Reads ISO 8601 without zone: `2026-03-29T20:00`, with seconds or without.
    init?(iso: String) {
        let numbers = iso.split { "-T:".contains($0) }.map { Int($0) }
        guard numbers.count >= 5, let year = numbers[0], let month = numbers[1],
            let day = numbers[2], let hour = numbers[3], let minute = numbers[4]
        else { return nil }
        self.init(year: year, month: month, day: day, hour: hour, minute: minute)
    }
}

/// The buttons under a notification: a category of the notification centre.
public struct NoticeActions: Equatable, Sendable, Identifiable, Codable {
    /// Made of what the buttons do, so that equal sets have one id.
    public var id: String
    /// What stands in place of the text while the phone hides previews.
    public var placeholder: String
    public var actions: [NoticeAction]

    public init(id: String, placeholder: String, actions: [NoticeAction]) {
        self.id = id
        self.placeholder = placeholder
        self.actions = actions
    }
}

/// One button under a notification.
public struct NoticeAction: Equatable, Sendable, Codable {
    /// `nothing_so_far`, `log` or `later`, as the core names it.
    public var action: String
    public var label: String
    public var needsUnlock: Bool

    public init(action: String, label: String, needsUnlock: Bool) {
        self.action = action
        self.label = label
        self.needsUnlock = needsUnlock
    }
}
