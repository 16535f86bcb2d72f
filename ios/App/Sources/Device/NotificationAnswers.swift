import Foundation
import KoersKit
@preconcurrency import UserNotifications

/// Hears when a reminder fires while the app is in front, and what the person did with one.
@MainActor final class NotificationAnswers: NSObject {
    private let mirror: ReminderMirror
    /// The app has to be open for what was pressed, and leads there.
    var opens: (Way) -> Void = { _ in }
    /// Something was noted into the drop box.
    var noted: () -> Void = {}

    init(_ mirror: ReminderMirror) {
        self.mirror = mirror
        super.init()
        UNUserNotificationCenter.current().delegate = self
    }

    private func answer(_ id: String, _ action: String) async {
        if action == UNNotificationDismissActionIdentifier { return }
        if action == UNNotificationDefaultActionIdentifier { return opens(Way(.today)) }
        switch await mirror.acted(id, action) {
        case .done: noted()
        case .openApp: opens(Way(action == "log" ? .log : .today))
        }
    }
}

extension NotificationAnswers: @preconcurrency UNUserNotificationCenterDelegate {
    func userNotificationCenter(
        _ center: UNUserNotificationCenter, willPresent notification: UNNotification
    ) async -> UNNotificationPresentationOptions {
        await mirror.fired(notification.request.identifier) ? [.banner, .list] : []
    }

    func userNotificationCenter(
        _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse
    ) async {
        await answer(response.notification.request.identifier, response.actionIdentifier)
    }
}
