import Foundation
import KoersKit
import UserNotifications

/// The phone, as the presenters see it.
enum Phone {
    static func device() -> Device {
        let home = Home()
        let clock = ContinuousClock()
        let began = clock.now
        return Device(
            keys: KeyChain.keys(), files: home.files(), notices: NotificationBoard.centre(),
            drafts: SealedDraft(home.drafts).store(), choices: ChoicesFile(home.choices).choices(),
            elapsed: { began.duration(to: clock.now) })
    }

    /// Asks whether notifications may come, after the person said that they want them.
    static func askToRemind(_ mirror: ReminderMirror) async {
        let centre = UNUserNotificationCenter.current()
        // Turned down is fine too; delivery health says so then.
        _ = try? await centre.requestAuthorization(options: [.alert])
        await mirror.run()
    }
}

/// What dials a number.
enum PhoneNumber {
    static func url(_ number: String) -> URL? { URL(string: "tel:\(number)") }
}
