import Foundation
import KoersKit
import UserNotifications

/// The notification centre as the mirror sees it.
enum NotificationBoard {
    private static let kept = "notice"
    private static var system: UNUserNotificationCenter { .current() }

    static func centre() -> NotificationCentre {
        NotificationCentre(
            pending: { await pending() },
            add: { try await system.add(request($0)) },
            remove: { system.removePendingNotificationRequests(withIdentifiers: Array($0)) },
            shown: { await shown() },
            takeDown: { system.removeDeliveredNotifications(withIdentifiers: Array($0)) },
            setActions: { system.setNotificationCategories(Set($0.map(category))) },
            blocks: { await isAllowed() ? [] : [.notifications] })
    }

    private static func pending() async -> [Notice] {
        await withCheckedContinuation { continuation in
            system.getPendingNotificationRequests { requests in
                continuation.resume(returning: requests.map { notice($0) })
            }
        }
    }

    private static func shown() async -> Set<String> {
        await withCheckedContinuation { continuation in
            system.getDeliveredNotifications { shown in
                continuation.resume(returning: Set(shown.map { $0.request.identifier }))
            }
        }
    }

    private static func isAllowed() async -> Bool {
        await withCheckedContinuation { continuation in
            system.getNotificationSettings { settings in
                continuation.resume(returning: settings.authorizationStatus == .authorized)
            }
        }
    }

    /// What is scheduled carries the notice that it was made of. One that does not is told apart from
    /// every notice, and so is scheduled anew or cancelled.
    private static func notice(_ request: UNNotificationRequest) -> Notice {
        let data = request.content.userInfo[kept] as? Data
        let notice = data.flatMap { try? JSONDecoder().decode(Notice.self, from: $0) }
        let never = WallTime(year: 0, month: 0, day: 0, hour: 0, minute: 0)
        let none = NoticeActions(id: "", placeholder: "", actions: [])
        return notice
            ?? Notice(
                id: request.identifier, kind: "", at: never, title: "", text: "", actions: none)
    }

    private static func request(_ notice: Notice) throws -> UNNotificationRequest {
        let content = UNMutableNotificationContent()
        content.title = notice.title
        content.body = notice.text
        content.categoryIdentifier = notice.actions.id
        content.threadIdentifier = notice.kind
        content.interruptionLevel = .active
        content.userInfo = [kept: try JSONEncoder().encode(notice)]
        let trigger = UNCalendarNotificationTrigger(
            dateMatching: notice.components, repeats: notice.monthly)
        return UNNotificationRequest(identifier: notice.id, content: content, trigger: trigger)
    }

    private static func category(_ set: NoticeActions) -> UNNotificationCategory {
        UNNotificationCategory(
            identifier: set.id, actions: set.actions.map(action), intentIdentifiers: [],
            hiddenPreviewsBodyPlaceholder: set.placeholder, options: [])
    }

    /// What leads into the app opens it; what needs the phone unlocked asks for that.
    private static func action(_ action: NoticeAction) -> UNNotificationAction {
        var options: UNNotificationActionOptions = []
        if action.needsUnlock { options.insert(.authenticationRequired) }
        if action.needsUnlock { options.insert(.foreground) }
        return UNNotificationAction(
            identifier: action.action, title: action.label, options: options)
    }
}
