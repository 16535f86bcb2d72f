import Foundation
import Koers

/// The door: looks for the vault, opens it by any of its keys, locks it, and shows a way out where it
/// does not open. Tells what was taken in at opening.
public final class DoorPresenter: Presenter<DoorState, DoorEvent> {
    private let session: Session
    private var device: Device { session.device }
    private var vault: String { device.files.vault }
    /// When the app left the front, as the phone counts.
    private var leftAt: Duration?

    public init(_ session: Session) {
        self.session = session
        super.init(DoorState())
    }

    /// Looks again when the vault was closed or opened elsewhere, until the task is cancelled.
    public func watch() async {
        for await _ in session.opens {
            await inTurn {
                let (isOpen, stage) = (self.session.open != nil, self.state.stage)
                if !isOpen && stage == .open { await self.closed() }
                if isOpen && (stage == .locked || stage == .trouble) { await self.entered([]) }
            }
        }
    }

    override func handle(_ event: DoorEvent) async {
        // What was half filled in goes after a day, also where nobody opens the log again.
        device.drafts.entry(nowMs: session.nowMs)
        switch event {
        case .started: if state.stage != .open { await look() }
        case .made: await look()
        case .device: await withDevice()
        case .passphrase(let typed): await enter(.passphrase(typed))
        case .recoveryCode(let typed): await enter(.recoveryCode(typed))
        case .lock: await lock()
        case .left: await left()
        case .stillAway: await lockWhereTimeIsUp()
        case .cameBack: await cameBack()
        case .restoreFrom(let place, let typed, let code):
            await restore(place, typed, code: code)
        case .deviceAgain: await deviceAgain()
        case .out(let way): await out(way)
        case .yes: await startOver()
        case .no: show { $0.asking = false }
        case .dismissed:
            show {
                $0.told = nil
                $0.problem = nil
                $0.deviceLost = $0.deviceLost && $0.stage != .open
            }
        }
    }

    /// What lies here, and what opens it.
    private func look() async {
        // The first look loads the library.
        let misfit = try? await away { WithoutVault.misfit }
        if let misfit = misfit ?? nil {
            trouble(.Other(reason: misfit))
        } else if session.open != nil {
            await entered([])
        } else if !device.files.vaultExists() {
            show { $0 = DoorState(stage: .welcome) }
        } else {
            await tried { try await locked() }
        }
    }

    private func locked(keyIsLost: Bool = false) async throws {
        let vault = vault
        let slots = try await away { try WithoutVault.slots(path: vault) }
        let here = !keyIsLost && device.keys.has()
        if !slots.passphrase && !slots.recoveryCode && !(slots.device && here) {
            let trouble = Trouble(.keysGone, try WithoutVault.keysGone(lang: session.lang))
            return show { $0 = DoorState(stage: .trouble, trouble: trouble) }
        }
        show {
            $0 = DoorState(
                stage: .locked, device: slots.device && here, deviceLost: slots.device && !here,
                passphrase: slots.passphrase, recoveryCode: slots.recoveryCode)
        }
    }

    private func withDevice() async {
        if session.open != nil { return }
        show { $0.problem = nil }
        do {
            await enter(.device(try await device.keys.release()))
        } catch KeyFault.invalidated {
            device.keys.forget()
            await deviceLost()
        } catch {
            // Turned down; the next tap asks again, and the other keys are there.
        }
    }

    /// The key behind the lock of the phone is gone, or opens nothing here: the other keys are left, or none.
    private func deviceLost() async {
        if state.salvaging {
            show {
                $0.busy = false
                $0.device = false
                $0.deviceLost = true
            }
        } else {
            await tried { try await locked(keyIsLost: true) }
        }
    }

    /// Opens; where the vault is damaged and that was chosen, saves first what can be read of it.
    private func enter(_ opening: Opening) async {
        // A second tap comes when the first one has opened it.
        if session.open != nil { return }
        show {
            $0.busy = true
            $0.problem = nil
        }
        let (here, lang) = (session.here(), session.lang)
        do {
            let saved =
                state.salvaging
                ? try await opening.salvage(vault, lang: lang, here: here) : []
            let client = try await opening.open(vault, here: here)
            await entered(saved + (try await session.begin(client)))
        } catch KoersError.WrongKey {
            // The phone's key stays: it may be that of a vault which comes back to this place.
            if case .device = opening { await deviceLost() } else { refused(KoersError.WrongKey) }
        } catch let error as KoersError {
            if case .InvalidDraft = error { refused(error) } else { trouble(error) }
        } catch {
            refused(error)
        }
    }

    private func refused(_ error: any Error) {
        show {
            $0.busy = false
            $0.problem = session.said(error)
        }
    }

    /// Open. A vault without settings was left at the start, which goes on.
    private func entered(_ lines: [String]) async {
        await tried {
            let isBegun = try await session.ask { try await $0.profileDraft() } != nil
            let isLost = state.deviceLost && device.keys.canLock()
            show {
                $0 = DoorState(
                    stage: isBegun ? .open : .welcome, deviceLost: isLost && isBegun,
                    told: lines.isEmpty ? nil : Told(lines: lines))
            }
        }
    }

    private func lock() async {
        leftAt = nil
        await session.close()
        await look()
    }

    /// Why it closed: by itself after an uncertain commit, or because somebody locked it.
    private func closed() async {
        if let fell = session.fell { trouble(fell) } else { await look() }
    }

    private func left() async {
        if session.open == nil { return }
        leftAt = device.elapsed()
        await lockWhereTimeIsUp()
    }

    private func lockWhereTimeIsUp() async {
        guard let leftAt else { return }
        if device.elapsed() - leftAt >= device.choices.read().lockAfter.time { await lock() }
    }

    private func cameBack() async {
        await lockWhereTimeIsUp()
        leftAt = nil
        if session.open == nil { return }
        await tried {
            let lines = try await session.ask { try await $0.drain() }.lines
            if !lines.isEmpty { show { $0.told = Told(lines: lines) } }
        }
    }

    private func restore(_ place: String, _ typed: Data, code: Bool) async {
        show {
            $0.busy = true
            $0.problem = nil
        }
        defer { device.files.forgetCopies() }
        let (here, lang, over) = (session.here(), session.lang, device.files.vaultExists())
        do {
            let copy = try await device.files.copyIn(place)
            let restoring = Restoring(backup: copy, typed: typed, code: code)
            let done = try await restoring.restore(vault, over: over, lang: lang, here: here)
            // What was seen last is of the vault that was kept aside.
            device.choices.change { $0.lastSeen = nil }
            let client = try await restoring.opening.open(vault, here: here)
            let lines = try await session.begin(client)
            show { $0.deviceLost = true }
            await entered(done + lines)
        } catch {
            refused(error)
        }
    }

    private func deviceAgain() async {
        guard let key = try? await device.keys.make() else { return }
        await tried {
            try await session.ask { try await $0.setDeviceKey(key) }
            show {
                $0.deviceLost = false
                $0.problem = nil
            }
        }
    }

    private func out(_ way: WayOut) async {
        switch way {
        case .tryAgain: await look()
        case .salvage:
            show {
                $0 = DoorState(
                    stage: .locked, device: device.keys.has(), passphrase: true,
                    recoveryCode: true, salvaging: true)
            }
        case .startOver: show { $0.asking = true }
        // These lead on in the view: a picker, words, help.
        case .restore, .update, .makeRoom, .help: break
        }
    }

    private func startOver() async {
        if !state.asking { return }
        await tried {
            try await session.wipe()
            await look()
        }
    }

    private func tried(_ deed: @MainActor () async throws -> Void) async {
        do {
            try await deed()
        } catch {
            trouble(error as? KoersError ?? .Other(reason: "\(type(of: error))"))
        }
    }

    private func trouble(_ error: KoersError) {
        let trouble = Trouble(TroubleKind(error), session.said(error).text)
        show { $0 = DoorState(stage: .trouble, trouble: trouble) }
    }
}
