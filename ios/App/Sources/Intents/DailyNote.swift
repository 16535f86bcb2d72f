import AppIntents
import KoersKit

/// "Daily note": notes the moment without opening anything. It writes and never reads; what it is
/// about stands nowhere.
struct DailyNote: AppIntent {
    static let title: LocalizedStringResource = "check_in"
    static let openAppWhenRun = false

    func perform() async throws -> some IntentResult {
        do {
            try await Note(Phone.device()).mark()
        } catch {
            throw NotNoted.openTheApp
        }
        return .result()
    }
}

/// Not allowed while locked, or no room: the app says more.
enum NotNoted: Error, CustomLocalizedStringResourceConvertible {
    case openTheApp

    var localizedStringResource: LocalizedStringResource { "open_to_note" }
}

/// The intent where Siri and Shortcuts find it.
struct Shortcuts: AppShortcutsProvider {
    static var appShortcuts: [AppShortcut] {
        AppShortcut(
            intent: DailyNote(), phrases: ["\(.applicationName): daily note"],
            shortTitle: "check_in", systemImageName: "checkmark.circle")
    }
}
