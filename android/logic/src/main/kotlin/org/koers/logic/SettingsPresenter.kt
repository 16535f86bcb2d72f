package org.koers.logic

import org.koers.Command
import org.koers.KoersClient
import org.koers.ProfileDraft
import org.koers.Screen
import org.koers.WithoutVault

/** Settings: language, reminders, lock, keys, backup and restore, wipe. */
class SettingsPresenter(session: Session) :
    VaultPresenter<SettingsState, SettingsEvent>(SettingsState(), session) {
    private val device = session.device

    /** A backup that waits for a yes: where its copy lies, and what opens it. */
    private class Waiting(val path: String, val typed: ByteArray, val code: Boolean)

    private var waiting: Waiting? = null

    override val madeOf = setOf(Screen.SETTINGS, Screen.REMINDERS)

    override suspend fun handle(event: SettingsEvent) = safely {
        when (event) {
            SettingsEvent.Opened -> ask()
            is SettingsEvent.Nickname -> profile { it.copy(nickname = event.text) }
            is SettingsEvent.Language -> language(event.id)
            is SettingsEvent.CutOff -> profile { it.copy(cutOff = event.minutes.toUInt()) }
            is SettingsEvent.Reminders -> profile { it.copy(reminders = event.form.into(it.reminders)) }
            is SettingsEvent.WhileLocked -> whileLocked(event.on)
            is SettingsEvent.Lock -> {
                device.choices.lockAfter = event.after
                show { it.copy(lockAfter = event.after) }
            }
            SettingsEvent.UseDevice -> useDevice()
            SettingsEvent.RemoveDevice -> show { it.copy(asking = Asking.RemoveDevice) }
            is SettingsEvent.SetPassphrase -> setPassphrase(event)
            is SettingsEvent.BackupKey -> backupKey(event.typed)
            SettingsEvent.NewCode -> if (state.value.keys.recoveryCode) show { it.copy(asking = Asking.NewCode) } else newCode()
            SettingsEvent.CodeWritten -> show { it.copy(keys = it.keys.copy(newCode = emptyList())) }
            is SettingsEvent.BackUpTo -> backUp(event.place)
            is SettingsEvent.RestoreFrom -> look(event)
            SettingsEvent.Wipe -> show { it.copy(asking = Asking.Wipe) }
            SettingsEvent.Yes -> yes()
            SettingsEvent.No -> {
                forget()
                show { it.copy(asking = null, backup = it.backup.copy(lines = emptyList())) }
            }
            SettingsEvent.Dismissed ->
                show { it.copy(told = null, problem = null, keys = it.keys.copy(passphraseSet = false)) }
        }
    }

    override suspend fun ask() {
        val next = session.ask { koers ->
            val profile = koers.profileDraft() ?: koers.newProfileDraft()
            val (plan, keys) = koers.reminders() to koers.keys()
            val delivery = device.choices.delivery.copy(blocks = device.reminders.blocks())
            SettingsState(
                loading = false,
                nickname = profile.nickname,
                languages = languages(profile.language.code),
                cutOff = profile.cutOff.toInt(),
                reminders = formOf(profile.reminders).copy(
                    preview = plan.items.map { it.line }, lines = plan.lines, delivery = delivery,
                ),
                lockAfter = device.choices.lockAfter,
                keys = KeysState(
                    keys.device && device.keys.has(), device.keys.canLock(), keys.passphrase, keys.recoveryCode,
                ),
                backup = BackupState(needsPassphrase = !koers.canBackUp()),
                whileLocked = koers.whileLockedDraft().act,
            )
        }
        show {
            next.copy(
                keys = next.keys.copy(newCode = it.keys.newCode, passphraseSet = it.keys.passphraseSet),
                backup = next.backup.copy(lines = it.backup.lines),
                asking = it.asking, busy = it.busy, problem = it.problem, told = it.told,
            )
        }
    }

    private suspend fun profile(next: (ProfileDraft) -> ProfileDraft) = done {
        session.ask { koers ->
            val draft = koers.profileDraft() ?: koers.newProfileDraft()
            koers.record(Command.Profile(next(draft)))
        }
    }

    /** The vault speaks its new language from its next opening on, so it is locked. */
    private suspend fun language(id: String) {
        profile { it.copy(language = langOf(id)) }
        device.choices.language = id
        session.close()
    }

    private suspend fun whileLocked(on: Boolean) = done {
        session.ask { it.record(Command.WhileLocked(it.whileLockedDraft().copy(act = on))) }
    }

    private suspend fun useDevice() = done {
        val key = try {
            device.keys.make()
        } catch (refused: KeyRefused) {
            return@done
        }
        try {
            session.ask { it.setDeviceKey(key) }
        } finally {
            key.fill(0)
        }
    }

    private suspend fun setPassphrase(event: SettingsEvent.SetPassphrase) = try {
        done(Busy.Deriving) {
            session.ask {
                if (it.keys().passphrase) it.changePassphrase(event.old ?: ByteArray(0), event.new)
                else it.setPassphrase(event.new)
            }
        }
        show { it.copy(keys = it.keys.copy(passphraseSet = true)) }
    } finally {
        event.old?.fill(0)
        event.new.fill(0)
    }

    private suspend fun backupKey(typed: ByteArray) = try {
        done(Busy.Deriving) { session.ask { it.keepBackupKey(typed) } }
    } finally {
        typed.fill(0)
    }

    private suspend fun newCode() = done {
        val code = session.ask { it.newRecoveryCode() }
        show { it.copy(keys = it.keys.copy(newCode = String(code).split('-'))) }
        code.fill(0)
    }

    /** A finished file, copied to where the person chose, and that copy read again. */
    private suspend fun backUp(place: String) = try {
        done(Busy.BackingUp) {
            val made = session.ask { it.automaticBackup(device.files.backups) }
            device.files.copyOut(made.path, place)
            val copy = device.files.copyIn(place)
            val checked = session.ask { it.checkOwnBackup(copy) }
            show { it.copy(backup = it.backup.copy(lines = checked.lines)) }
        }
    } finally {
        device.files.forgetCopies()
    }

    /** Checks the backup to its last byte, and asks before it takes the place of what is here. */
    private suspend fun look(event: SettingsEvent.RestoreFrom) {
        forget()
        val copy = device.files.copyIn(event.place)
        waiting = Waiting(copy, event.typed, event.code)
        done(Busy.Restoring) {
            val (lang, here) = session.lang to session.here()
            val report = if (event.code) {
                WithoutVault.checkBackupWithRecoveryCode(lang, copy, event.typed, here)
            } else {
                WithoutVault.checkBackup(lang, copy, event.typed, here)
            }
            show { it.copy(asking = Asking.Restore, backup = it.backup.copy(lines = report.lines)) }
        }
    }

    private suspend fun yes() {
        val asked = state.value.asking ?: return
        show { it.copy(asking = null) }
        when (asked) {
            Asking.Wipe -> {
                show { it.copy(busy = Busy.Wiping) }
                session.wipe()
                show { SettingsState() }
            }
            Asking.Restore -> restore()
            Asking.NewCode -> newCode()
            Asking.RemoveDevice -> done {
                session.ask { it.removeDeviceKey() }
                device.keys.forget()
            }
        }
    }

    /** The vault that lay here is kept aside; the backup knows no key of this phone. */
    private suspend fun restore() {
        val waiting = waiting ?: return
        val (lang, here, vault) = Triple(session.lang, session.here(), device.files.vault)
        show { it.copy(busy = Busy.Restoring) }
        session.close()
        val done = if (waiting.code) {
            WithoutVault.restoreWithRecoveryCode(lang, waiting.path, vault, waiting.typed, over = true, here = here)
        } else {
            WithoutVault.restore(lang, waiting.path, vault, waiting.typed, over = true, here = here)
        }
        device.choices.lastSeen = null
        device.keys.forget()
        val open = if (waiting.code) {
            KoersClient.openWithRecoveryCode(vault, waiting.typed, session.wished, here = here)
        } else {
            KoersClient.open(vault, waiting.typed, session.wished, here = here)
        }
        val noted = session.begin(open)
        forget()
        show { SettingsState() }
        ask()
        show { it.copy(told = Told(done.lines + noted)) }
    }

    private suspend fun done(busy: Busy? = null, deed: suspend () -> Unit) {
        show { it.copy(busy = busy, problem = null, told = null, keys = it.keys.copy(passphraseSet = false)) }
        deed()
        show { it.copy(busy = null) }
        ask()
    }

    override fun troubled(problem: Problem) = show { it.copy(loading = false, busy = null, problem = problem) }

    override fun forget() {
        if (waiting == null) return
        waiting?.typed?.fill(0)
        waiting = null
        device.files.forgetCopies()
    }
}
