import Foundation

/// Between what the system's pickers give and local text: ISO 8601 without zone, as the core reads it.
enum LocalText {
    /// `2026-03-05T21:30`.
    static func minute(_ date: Date) -> String {
        date.formatted(style.time(includingFractionalSeconds: false)).prefix(16).description
    }

    /// `2026-03-05`.
    static func day(_ date: Date) -> String { date.formatted(style) }

    /// From a day, or a day and a time.
    static func date(_ text: String) -> Date? {
        let full = text.count > 10 ? "\(text):00" : "\(text)T12:00:00"
        return try? Date(full, strategy: style.time(includingFractionalSeconds: false))
    }

    /// The last minute of a day.
    static func end(_ day: String) -> Date? { date("\(day)T23:59") }

    private static var style: Date.ISO8601FormatStyle {
        Date.ISO8601FormatStyle(timeZone: .current).year().month().day()
    }
}
