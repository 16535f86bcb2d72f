import Foundation
import Koers

@testable import KoersKit

// The reminder mirror as a scenario sees it: what the phone was told, instead of a screen.

/// What stands on the phone after a step, and what it was told in it. The fallback is this phone's own and
/// no part of a scenario.
struct BoardState {
    /// The stable id and the wall time of each.
    var scheduled: [String]
    var shown: [BoardItem]
    var delivery: Delivery
    var acted: Acted?
    /// How many entries the diary has; nil while it is locked.
    var entries: UInt32?
    var deeds: [String]
}

struct BoardItem {
    let stableId: String
    let kind: String
    let local: String
    let title: String
    let text: String

    init(_ notice: Notice) {
        stableId = notice.id
        kind = notice.kind
        let at = notice.at
        local = String(
            format: "%04d-%02d-%02dT%02d:%02d", at.year, at.month, at.day, at.hour, at.minute)
        title = notice.title
        text = notice.text
    }
}

@MainActor final class Board: Playable {
    private let session: Session
    private let phone: FakePhone
    private var acted: Acted?
    private var entries: UInt32?
    private var deedsBefore = 0

    init(_ session: Session, _ phone: FakePhone) {
        self.session = session
        self.phone = phone
    }

    func play(_ name: String, _ with: [String: Neutral]) async throws {
        acted = nil
        deedsBefore = phone.board.deeds.count
        let id = with["id"]?.text ?? ""
        switch name {
        case "run": await session.mirror.run()
        case "fired": await fired(id)
        case "acted": acted = await session.mirror.acted(id, with["action"]?.text ?? "")
        case "logged":
            let log = LogPresenter(session)
            for event in [LogEvent.opened(), .craving(4), .save] { await log.on(event) }
            await session.mirror.run()
        case "allowed": await SettingsPresenter(session).on(.whileLocked(true))
        case "locked": await session.close()
        case "unlocked":
            let door = DoorPresenter(session)
            for event in [DoorEvent.started, .device] { await door.on(event) }
            await session.mirror.run()
        default: throw NoSuchEvent(name: name)
        }
        entries = try await session.open?.diary().total
    }

    /// The phone takes it off what is scheduled, asks the app, and shows it or not. One that stands on the
    /// screen already comes once more.
    private func fired(_ id: String) async {
        let notice = phone.board.pending.removeValue(forKey: id) ?? phone.board.shown[id]
        if await session.mirror.fired(id), let notice { phone.board.show(notice) }
    }

    var shown: Any {
        BoardState(
            scheduled: items(phone.board.pending).map { "\($0.stableId) \($0.local)" },
            shown: items(phone.board.shown), delivery: phone.chosen.delivery, acted: acted,
            entries: entries, deeds: deeds)
    }

    /// What both phones are told. Two things are this phone's own: the fallback, and one that is scheduled
    /// again for the same time since its words or buttons changed. Another phone keeps neither.
    private var deeds: [String] {
        phone.board.deeds.dropFirst(deedsBefore)
            .filter { !$0.hasSuffix(" \(Notice.fallback)") && !$0.hasPrefix("renew ") }
    }

    /// The files tell of a phone that wakes the app, which then shows what is due. This one shows it by
    /// itself, and nothing is late.
    static func expected(_ fields: [String: Neutral]) -> [String: Neutral] {
        var fields = fields
        if case .fields(var delivery) = fields["delivery"] {
            delivery["late"] = .whole(0)
            fields["delivery"] = .fields(delivery)
        }
        return fields
    }

    private func items(_ notices: [String: Notice]) -> [BoardItem] {
        notices.values.filter { $0.id != Notice.fallback }.sorted { $0.id < $1.id }.map(
            BoardItem.init)
    }
}
