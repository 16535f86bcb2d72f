import Foundation
import Koers

/// What comes of an action on a notification: it is done, or the app has to be opened for it.
public enum Acted: Equatable, Sendable { case done, openApp }

/// Mirrors the core's reminder plan onto the phone, by stable id, with the vault open or locked. It
/// decides nothing: the porch says what is to come and what is due. What was left half done, by a
/// kill or by the phone, the next run mends.
@MainActor public final class ReminderMirror {
    /// A reminder that should have come so long ago has come (judgement: the phone's usual window).
    private static let window: Int64 = 15 * 60 * 1000

    private let device: Device
    /// The phone's own clock and place where it gives nil.
    private let here: @MainActor () -> Here?
    private let turns = Turns()

    init(_ device: Device, here: @escaping @MainActor () -> Here? = { nil }) {
        self.device = device
        self.here = here
    }

    /// Runs now and after every change of the open vault, until the task is cancelled.
    public func watch(_ session: Session) async {
        var following: Task<Void, Never>?
        defer { following?.cancel() }
        for await open in session.opens {
            following?.cancel()
            let changes = open?.changes
            await run()
            following = changes.map { changes in
                Task { for await _ in changes { await self.run() } }
            }
        }
    }

    /// Schedules what is new, cancels what is gone, takes down what is no longer due, and says whether
    /// all of it could be done. A second run changes nothing.
    @discardableResult
    public func run() async -> Bool { await turns.take { await self.mirror() } }

    /// The time of a reminder has come while the app is in front: whether it is still to be shown.
    public func fired(_ id: String) async -> Bool {
        await turns.take {
            self.count(id)
            let due = try? await self.porch().due(self.lang, here: self.here())
            await self.mirror()
            return due?.contains { $0.stableId == id } ?? false
        }
    }

    /// The person pressed a button of a notification; pressing twice does it once.
    public func acted(_ id: String, _ action: String) async -> Acted {
        await turns.take {
            // It came, since the phone showed it.
            self.count(id)
            let acted = await self.act(id, action)
            await self.mirror()
            return acted
        }
    }

    /// Takes all of it away: there is no vault any more.
    func clear() async {
        await turns.take {
            let notices = self.device.notices
            await notices.remove(Set(await notices.pending().map(\.id)))
            await notices.takeDown(await notices.shown())
        }
    }

    private var lang: Lang { Lang(code: device.choices.read().language) }

    private var nowMs: Int64 { (here()?.now ?? Date()).milliseconds }

    private func porch() throws -> PorchClient {
        try PorchClient(path: device.files.porch, key: device.keys.background())
    }
}

// MARK: Acting

extension ReminderMirror {
    private func act(_ id: String, _ action: String) async -> Acted {
        do {
            switch action {
            case "nothing_so_far": try await note(id)
            case "later": try await later(id)
            default: return .openApp
            }
            await device.notices.takeDown([id])
            return .done
        } catch {
            // Not allowed while locked, no room, or no porch: in the app it can be done and is said.
            return .openApp
        }
    }

    /// Noted once: the id is kept before anything is noted under it.
    private func note(_ id: String) async throws {
        let known = device.choices.read().awaited[id]
        if known?.answered == true { return }
        let porch = try porch()
        let entry: RecordId
        if let answer = known?.answer { entry = answer } else { entry = try await porch.newId() }
        remember(id) { $0.answer = entry }
        try await porch.drop(DropDraft(id: entry, what: .nothingSoFar), here: here())
        remember(id) { $0.answered = true }
    }

    private func later(_ id: String) async throws {
        do {
            try await porch().later(id, here: here())
        } catch let error as KoersError {
            // It makes no sense any more in an hour: then it is put away.
            guard case .InvalidDraft = error else { throw error }
        }
    }

    private func remember(_ id: String, _ change: (inout Awaited) -> Void) {
        let now = nowMs
        device.choices.change {
            let unknown = Awaited(instantMs: now, expiresMs: now + Self.window, came: true)
            change(&$0.awaited[id, default: unknown])
        }
    }
}

// MARK: Mirroring

extension ReminderMirror {
    @discardableResult
    private func mirror() async -> Bool {
        var whole = false
        do {
            let porch = try porch()
            let plan = try await porch.plan(lang, here: here())
            let due = Set(try await porch.due(lang, here: here()).map(\.stableId))
            whole = await schedule(plan, due: due)
            await device.notices.takeDown(await device.notices.shown().subtracting(due))
            for (id, one) in device.choices.read().awaited
            where !one.came && one.instantMs + Self.window <= nowMs { count(id) }
        } catch KoersError.NotFound {
            whole = await schedule([], due: [])
        } catch {
            // What is scheduled is left as it is.
        }
        await tidy()
        return whole
    }

    private func schedule(_ plan: [PorchReminder], due: Set<String>) async -> Bool {
        let wanted = Notice.notices(plan)
        let pending = await device.notices.pending()
        let gone = Set(pending.map(\.id)).subtracting(wanted.map(\.id)).subtracting(due)
        await device.notices.remove(gone)
        for id in gone { forget(id) }
        await device.notices.setActions(NoticeActions.sets(wanted))
        var whole = true
        for notice in wanted where !pending.contains(notice) {
            // Remembered first: after a kill in between, the next run schedules it and counts it once.
            let item = plan.first { $0.stableId == notice.id }
            let isNew = item.map(wait(for:)) ?? false
            do {
                try await device.notices.add(notice)
            } catch {
                whole = false
                if isNew { forget(notice.id, wasPlanned: false) }
            }
        }
        return whole
    }

    /// Waits for a reminder, and says whether it counts anew: one that was put off after it came is to
    /// come once more.
    private func wait(for item: PorchReminder) -> Bool {
        let known = device.choices.read().awaited[item.stableId]
        let again = known?.came == true && known?.instantMs != item.instantMs
        device.choices.change {
            if known == nil || again { $0.delivery.planned += 1 }
            var awaited = known ?? Awaited(instantMs: item.instantMs, expiresMs: item.expiresMs)
            awaited.instantMs = item.instantMs
            awaited.expiresMs = item.expiresMs
            awaited.came = awaited.came && !again
            $0.awaited[item.stableId] = awaited
        }
        return known == nil || again
    }

    /// Waits for it no longer. What expired was planned and did not come; what is no longer called for
    /// was not needed.
    private func forget(_ id: String, wasPlanned: Bool = true) {
        let now = nowMs
        device.choices.change {
            guard let awaited = $0.awaited[id], !awaited.came else { return }
            $0.awaited[id] = nil
            if !wasPlanned || awaited.expiresMs > now { $0.delivery.planned -= 1 }
        }
    }

    /// Counts a reminder as come, once. This phone shows them by itself, so none is late.
    private func count(_ id: String) {
        device.choices.change {
            guard $0.awaited[id]?.came == false else { return }
            $0.awaited[id]?.came = true
            $0.delivery.fired += 1
        }
    }

    /// Forgets what has expired and stands nowhere any more.
    private func tidy() async {
        let stands = await device.notices.shown().union(await device.notices.pending().map(\.id))
        let now = nowMs
        device.choices.change {
            $0.awaited = $0.awaited.filter { $0.value.expiresMs > now || stands.contains($0.key) }
        }
    }
}
