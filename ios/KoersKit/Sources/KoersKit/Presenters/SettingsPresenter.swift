import Foundation
import Koers

/// Settings: language, reminders, lock, keys, backup and restore, wipe.
public final class SettingsPresenter: VaultPresenter<SettingsState, SettingsEvent> {
    private var device: Device { session.device }
    /// A backup that waits for a yes.
    private var waiting: Restoring?

    public init(_ session: Session) {
        super.init(SettingsState(), session, madeOf: [.settings, .reminders])
    }

    override func handle(_ event: SettingsEvent) async {
        await safely {
            switch event {
            case .opened: try await ask()
            case .nickname(let text): try await profile { $0.with(nickname: text) }
            case .language(let id): try await language(id)
            case .cutOff(let minutes): try await profile { $0.with(cutOff: UInt32(minutes)) }
            case .reminders(let form):
                try await profile { $0.with(reminders: $0.reminders.with(form)) }
            case .whileLocked(let on): try await whileLocked(on)
            case .lock(let after):
                device.choices.change { $0.lockAfter = after }
                show { $0.lockAfter = after }
            case .useDevice: try await useDevice()
            case .removeDevice: show { $0.asking = .removeDevice }
            case .setPassphrase(let old, let new): try await setPassphrase(old: old, new: new)
            case .backupKey(let typed):
                try await done(.deriving) {
                    try await session.ask { try await $0.keepBackupKey(passphrase: typed) }
                }
            case .newCode:
                if state.keys.recoveryCode {
                    show { $0.asking = .newCode }
                } else {
                    try await newCode()
                }
            case .codeWritten: show { $0.keys.newCode = [] }
            case .backUpTo(let place): try await backUp(place)
            case .restoreFrom(let place, let typed, let code):
                try await look(place, typed, code: code)
            case .wipe: show { $0.asking = .wipe }
            case .yes: try await yes()
            case .no:
                forget()
                show {
                    $0.asking = nil
                    $0.backup.lines = []
                }
            case .dismissed:
                show {
                    $0.told = nil
                    $0.problem = nil
                    $0.keys.passphraseSet = false
                }
            }
        }
    }

    override func ask() async throws {
        let device = device
        let blocks = await device.notices.blocks()
        let next = try await session.ask { koers in
            let profile = try await koers.profile()
            let (plan, keys) = (try await koers.reminders(), try await koers.keys())
            var next = SettingsState(loading: false, nickname: profile.nickname)
            next.languages = Lang.choices(chosen: profile.language.code)
            next.cutOff = Int(profile.cutOff)
            next.reminders = ReminderForm(profile.reminders)
            next.reminders.preview = plan.items.map(\.line)
            next.reminders.lines = plan.lines
            next.reminders.delivery = device.choices.read().delivery
            next.reminders.delivery.blocks = blocks
            next.lockAfter = device.choices.read().lockAfter
            next.keys = KeysState(
                device: keys.device && device.keys.has(), deviceCan: device.keys.canLock(),
                passphrase: keys.passphrase, recoveryCode: keys.recoveryCode)
            next.backup.needsPassphrase = try await !koers.canBackUp()
            next.whileLocked = try await koers.whileLockedDraft().act
            return next
        }
        show {
            let before = $0
            $0 = next
            $0.keys.newCode = before.keys.newCode
            $0.keys.passphraseSet = before.keys.passphraseSet
            $0.backup.lines = before.backup.lines
            $0.asking = before.asking
            $0.busy = before.busy
            $0.problem = before.problem
            $0.told = before.told
        }
    }

    private func profile(_ change: @MainActor (ProfileDraft) -> ProfileDraft) async throws {
        try await done {
            try await session.ask {
                _ = try await $0.record(.profile(change(try await $0.profile())))
            }
        }
    }

    /// The vault speaks its new language from its next opening on, so it is locked.
    private func language(_ id: String) async throws {
        try await profile { $0.with(language: Lang(code: id)) }
        device.choices.change { $0.language = id }
        await session.close()
    }

    private func whileLocked(_ on: Bool) async throws {
        try await done {
            try await session.ask {
                let draft = WhileLockedDraft(
                    act: on, helpLines: try await $0.whileLockedDraft().helpLines)
                try await $0.record(.whileLocked(draft))
            }
        }
    }

    private func useDevice() async throws {
        try await done {
            guard let key = try? await device.keys.make() else { return }
            try await session.ask { try await $0.setDeviceKey(key) }
        }
    }

    private func setPassphrase(old: Data?, new: Data) async throws {
        try await done(.deriving) {
            try await session.ask {
                if try await $0.keys().passphrase {
                    try await $0.changePassphrase(old: old ?? Data(), new: new)
                } else {
                    try await $0.setPassphrase(new)
                }
            }
        }
        show { $0.keys.passphraseSet = true }
    }

    private func newCode() async throws {
        try await done {
            let code = try await session.ask { try await $0.newRecoveryCode() }
            let groups = String(decoding: code, as: UTF8.self).split(separator: "-")
            show { $0.keys.newCode = groups.map(String.init) }
        }
    }

    /// A finished file, copied to where the person chose, and that copy read again.
    private func backUp(_ place: String) async throws {
        defer { device.files.forgetCopies() }
        try await done(.backingUp) {
            let files = device.files
            let made = try await session.ask {
                try await $0.automaticBackup(folder: files.backups)
            }
            try await files.copyOut(made.path, place)
            let copy = try await files.copyIn(place)
            let checked = try await session.ask { try await $0.checkOwnBackup(path: copy) }
            show { $0.backup.lines = checked.lines }
        }
    }

    /// Checks the backup to its last byte, and asks before it takes the place of what is here.
    private func look(_ place: String, _ typed: Data, code: Bool) async throws {
        forget()
        let copy = try await device.files.copyIn(place)
        let restoring = Restoring(backup: copy, typed: typed, code: code)
        waiting = restoring
        try await done(.restoring) {
            let lines = try await restoring.check(lang: session.lang, here: session.here())
            show {
                $0.asking = .restore
                $0.backup.lines = lines
            }
        }
    }

    private func yes() async throws {
        guard let asked = state.asking else { return }
        show { $0.asking = nil }
        switch asked {
        case .wipe:
            show { $0.busy = .wiping }
            try await session.wipe()
            show { $0 = SettingsState() }
        case .restore: try await restore()
        case .newCode: try await newCode()
        case .removeDevice:
            try await done {
                try await session.ask { try await $0.removeDeviceKey() }
                device.keys.forget()
            }
        }
    }

    /// The vault that lay here is kept aside; the backup knows no key of this phone.
    private func restore() async throws {
        guard let waiting else { return }
        let (lang, here, vault) = (session.lang, session.here(), device.files.vault)
        show { $0.busy = .restoring }
        await session.close()
        let done = try await waiting.restore(vault, over: true, lang: lang, here: here)
        device.choices.change { $0.lastSeen = nil }
        device.keys.forget()
        let noted = try await session.begin(try await waiting.opening.open(vault, here: here))
        forget()
        show { $0 = SettingsState() }
        try await ask()
        show { $0.told = Told(lines: done + noted) }
    }

    private func done(_ busy: Busy? = nil, _ deed: @MainActor () async throws -> Void) async throws
    {
        show {
            $0.busy = busy
            $0.problem = nil
            $0.told = nil
            $0.keys.passphraseSet = false
        }
        try await deed()
        show { $0.busy = nil }
        try await ask()
    }

    override func troubled(_ problem: Problem) {
        show {
            $0.loading = false
            $0.busy = nil
            $0.problem = problem
        }
    }

    override func forget() {
        if waiting == nil { return }
        waiting = nil
        device.files.forgetCopies()
    }
}

extension KoersClient {
    /// The settings, or those to begin with.
    fileprivate func profile() throws(KoersError) -> ProfileDraft {
        if let draft = try profileDraft() { return draft }
        return try newProfileDraft()
    }
}

extension ReminderForm {
    fileprivate init(_ settings: ReminderSettings) {
        checkIn = settings.checkIn.on
        checkInAt = settings.checkIn.at.map(Int.init)
        notClosed = settings.notClosed.on
        notClosedAt = settings.notClosed.at.map(Int.init)
        perDay = Int(settings.perDay)
        quietFrom = Int(settings.quietFrom)
        quietTo = Int(settings.quietTo)
    }
}
