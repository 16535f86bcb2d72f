public import Foundation

/// Between what the pickers of the phone give and local text: ISO 8601 without zone, as the core reads it.
public enum LocalText {
    /// `2026-03-05T21:30`.
    public static func minute(_ date: Date) -> String {
        date.formatted(style.time(includingFractionalSeconds: false)).prefix(16).description
    }

    /// `2026-03-05`.
    public static func day(_ date: Date) -> String { date.formatted(style) }

    /// As exact as what stood there: a whole day gets no time that nobody chose.
    public static func text(_ date: Date, like standing: String) -> String {
        isDay(standing) ? day(date) : minute(date)
    }

    /// A day without a time.
    public static func isDay(_ text: String) -> Bool { !text.contains("T") }

    /// From a day, or a day and a time. Of a whole day it is noon, to open a picker at.
    public static func date(_ text: String) -> Date? {
        let full = isDay(text) ? "\(text)T12:00:00" : "\(text):00"
        return try? Date(full, strategy: style.time(includingFractionalSeconds: false))
    }

    /// The last minute of a day.
    public static func end(_ day: String) -> Date? { date("\(day)T23:59") }

    private static var style: Date.ISO8601FormatStyle {
        Date.ISO8601FormatStyle(timeZone: .current).year().month().day()
    }
}

extension Locale {
    /// Words in this language; times and numbers as they are written in the region of the phone.
    public init(language: String, regionOf phone: Locale) {
        self.init(
            components: Locale.Components(
                languageCode: Locale.LanguageCode(language), languageRegion: phone.region))
    }
}
