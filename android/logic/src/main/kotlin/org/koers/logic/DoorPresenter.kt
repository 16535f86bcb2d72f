package org.koers.logic

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import org.koers.KoersClient
import org.koers.KoersException
import org.koers.WithoutVault

/**
 * The door: looks for the vault, opens it by any of its keys, locks it, and shows a way out where it
 * does not open. Tells what was taken in at opening.
 */
class DoorPresenter(private val session: Session) : Presenter<DoorState, DoorEvent>(DoorState()) {
    private val device = session.device
    private val keys = device.keys
    private val files = device.files

    /** When the app left the front, as the phone counts. */
    private var leftAt: Long? = null

    /** Looks again when the vault was closed or opened elsewhere, until it is cancelled. */
    suspend fun watch(): Unit = session.open.collect {
        inTurn {
            val (open, stage) = (session.open.value != null) to state.value.stage
            if (!open && stage == DoorStage.Open) closed()
            if (open && (stage == DoorStage.Locked || stage == DoorStage.Trouble)) entered(emptyList())
        }
    }

    override suspend fun handle(event: DoorEvent) {
        // What was half filled in goes after a day, also where nobody opens the log again.
        device.drafts.entry(session.nowMs())
        deal(event)
    }

    private suspend fun deal(event: DoorEvent) = when (event) {
        DoorEvent.Started -> if (state.value.stage != DoorStage.Open) look() else Unit
        DoorEvent.Made -> look()
        DoorEvent.Device -> withDevice()
        is DoorEvent.Passphrase -> typed(event.typed, Typed.Passphrase)
        is DoorEvent.RecoveryCode -> typed(event.typed, Typed.RecoveryCode)
        DoorEvent.Lock -> lock()
        DoorEvent.Left -> left()
        DoorEvent.StillAway -> lockWhereTimeIsUp()
        DoorEvent.CameBack -> cameBack()
        is DoorEvent.RestoreFrom -> restore(event)
        DoorEvent.DeviceAgain -> deviceAgain()
        is DoorEvent.Out -> out(event.way)
        DoorEvent.Yes -> startOver()
        DoorEvent.No -> show { it.copy(asking = false) }
        DoorEvent.Dismissed -> show { it.copy(told = null, problem = null, deviceLost = it.deviceLost && it.stage != DoorStage.Open) }
    }

    /** What lies here, and what opens it. */
    private suspend fun look() {
        // The first look loads the library.
        val misfit = withContext(Dispatchers.IO) { WithoutVault.misfit }
        when {
            misfit != null -> trouble(KoersException.Other(misfit))
            session.open.value != null -> entered(emptyList())
            !files.vaultExists() -> show { DoorState(DoorStage.Welcome) }
            else -> tried { locked() }
        }
    }

    private suspend fun locked(here: Boolean = keys.has()) {
        val slots = WithoutVault.slots(files.vault)
        if (!slots.passphrase && !slots.recoveryCode && !(slots.device && here)) {
            val trouble = troubleOf(TroubleKind.KeysGone, WithoutVault.keysGone(session.lang))
            return show { DoorState(DoorStage.Trouble, trouble = trouble) }
        }
        show {
            DoorState(
                stage = DoorStage.Locked,
                device = slots.device && here,
                deviceLost = slots.device && !here,
                passphrase = slots.passphrase,
                recoveryCode = slots.recoveryCode,
            )
        }
    }

    private suspend fun withDevice() {
        if (session.open.value != null) return
        show { it.copy(problem = null) }
        val key = try {
            keys.release()
        } catch (refused: KeyRefused) {
            return
        } catch (gone: KeyInvalidated) {
            keys.forget()
            return deviceLost()
        }
        try {
            val files = files
            enter(
                open = { KoersClient.openWithDeviceKey(files.vault, key, session.wished, here = session.here()) },
                salvage = { WithoutVault.salvageWithDeviceKey(session.lang, files.vault, key, session.here()).lines },
                // The key stays: it may be that of a vault which comes back to this place.
                wrong = { deviceLost() },
            )
        } finally {
            key.fill(0)
        }
    }

    /** The key behind the lock of the phone is gone, or opens nothing here: the other keys are left, or none. */
    private suspend fun deviceLost() {
        val salvaging = state.value.salvaging
        if (salvaging) show { it.copy(busy = false, device = false, deviceLost = true) } else tried { locked(here = false) }
    }

    private enum class Typed { Passphrase, RecoveryCode }

    private suspend fun typed(secret: ByteArray, kind: Typed) {
        val (vault, lang, here) = Triple(files.vault, session.lang, session.here())
        try {
            enter(
                open = {
                    when (kind) {
                        Typed.Passphrase -> KoersClient.open(vault, secret, session.wished, here = here)
                        Typed.RecoveryCode -> KoersClient.openWithRecoveryCode(vault, secret, session.wished, here = here)
                    }
                },
                salvage = {
                    when (kind) {
                        Typed.Passphrase -> WithoutVault.salvage(lang, vault, secret, here).lines
                        Typed.RecoveryCode -> WithoutVault.salvageWithRecoveryCode(lang, vault, secret, here).lines
                    }
                },
                wrong = { refused(it) },
            )
        } finally {
            secret.fill(0)
        }
    }

    /** Opens; where the vault is damaged and that was chosen, saves first what can be read of it. */
    private suspend fun enter(
        open: suspend () -> KoersClient,
        salvage: suspend () -> List<String>,
        wrong: suspend (KoersException) -> Unit,
    ) {
        // A second tap comes when the first one has opened it.
        if (session.open.value != null) return
        show { it.copy(busy = true, problem = null) }
        try {
            val saved = if (state.value.salvaging) salvage() else emptyList()
            entered(saved + session.begin(open()))
        } catch (error: KoersException.WrongKey) {
            wrong(error)
        } catch (error: KoersException.InvalidDraft) {
            refused(error)
        } catch (error: KoersException) {
            trouble(error)
        }
    }

    private fun refused(error: KoersException) = show { it.copy(busy = false, problem = session.problem(error)) }

    /** Open. A vault without settings was left at the start, which goes on. */
    private suspend fun entered(lines: List<String>) = tried {
        val begun = session.ask { it.profileDraft() } != null
        val lost = state.value.deviceLost && keys.canLock()
        show {
            DoorState(
                stage = if (begun) DoorStage.Open else DoorStage.Welcome,
                deviceLost = lost && begun,
                told = if (lines.isEmpty()) null else Told(lines),
            )
        }
    }

    private suspend fun lock() {
        leftAt = null
        session.close()
        look()
    }

    /** Why it closed: by itself after an uncertain commit, or because somebody locked it. */
    private suspend fun closed() = session.fell?.let { trouble(it) } ?: look()

    private suspend fun left() {
        if (session.open.value == null) return
        leftAt = device.elapsed()
        lockWhereTimeIsUp()
    }

    private suspend fun lockWhereTimeIsUp() {
        val since = leftAt ?: return
        if (device.elapsed() - since >= device.choices.lockAfter.ms) lock()
    }

    private suspend fun cameBack() {
        lockWhereTimeIsUp()
        leftAt = null
        if (session.open.value == null) return
        tried {
            val lines = session.ask { it.drain() }.lines
            if (lines.isNotEmpty()) show { it.copy(told = Told(lines)) }
        }
    }

    private suspend fun restore(event: DoorEvent.RestoreFrom) {
        show { it.copy(busy = true, problem = null) }
        val (lang, here) = session.lang to session.here()
        try {
            val backup = files.copyIn(event.place)
            val over = files.vaultExists()
            val done = if (event.code) {
                WithoutVault.restoreWithRecoveryCode(lang, backup, files.vault, event.typed, over, here)
            } else {
                WithoutVault.restore(lang, backup, files.vault, event.typed, over, here)
            }
            // What was seen last is of the vault that was kept aside.
            device.choices.lastSeen = null
            val vault = files.vault
            val open = if (event.code) {
                KoersClient.openWithRecoveryCode(vault, event.typed, session.wished, here = here)
            } else {
                KoersClient.open(vault, event.typed, session.wished, here = here)
            }
            val lines = session.begin(open)
            show { it.copy(deviceLost = true) }
            entered(done.lines + lines)
        } catch (error: KoersException) {
            refused(error)
        } finally {
            event.typed.fill(0)
            files.forgetCopies()
        }
    }

    private suspend fun deviceAgain() = tried {
        val key = try {
            keys.make()
        } catch (refused: KeyRefused) {
            return@tried
        }
        try {
            session.ask { it.setDeviceKey(key) }
        } finally {
            key.fill(0)
        }
        show { it.copy(deviceLost = false, problem = null) }
    }

    private suspend fun out(way: WayOut) = when (way) {
        WayOut.TryAgain -> look()
        WayOut.Salvage -> show {
            DoorState(DoorStage.Locked, device = keys.has(), passphrase = true, recoveryCode = true, salvaging = true)
        }
        WayOut.StartOver -> show { it.copy(asking = true) }
        // These lead on in the view: a picker, words, help.
        WayOut.Restore, WayOut.Update, WayOut.MakeRoom, WayOut.Help -> Unit
    }

    private suspend fun startOver() {
        if (!state.value.asking) return
        tried {
            session.wipe()
            look()
        }
    }

    private suspend fun tried(deed: suspend () -> Unit) = try {
        deed()
    } catch (error: KoersException) {
        trouble(error)
    }

    private fun trouble(error: KoersException) = show {
        DoorState(DoorStage.Trouble, trouble = troubleOf(kindOf(error), session.problem(error).text))
    }
}
