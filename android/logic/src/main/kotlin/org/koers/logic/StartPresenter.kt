package org.koers.logic

import org.koers.Command
import org.koers.FollowDraft
import org.koers.KoersClient
import org.koers.KoersException
import org.koers.Reason
import org.koers.WithoutVault

/**
 * The three-minute start. The vault is made at the step of the lock; one that was made and left
 * there goes on there.
 */
class StartPresenter(private val session: Session) : Presenter<StartState, StartEvent>(StartState()) {
    private val baseline = BaselinePresenter(session)

    override suspend fun handle(event: StartEvent) {
        try {
            take(event)
        } catch (error: KoersException) {
            show { it.copy(busy = false, problem = session.problem(error)) }
        }
    }

    private suspend fun take(event: StartEvent) = when (event) {
        StartEvent.Opened -> open()
        is StartEvent.Language -> {
            session.device.choices.language = event.id
            open()
        }
        is StartEvent.Substance ->
            show { it.copy(substances = it.substances.map { one -> one.copy(chosen = one.id == event.id) }, problem = null) }
        is StartEvent.Nickname -> show { it.copy(nickname = event.text, problem = null) }
        StartEvent.LockWithDevice -> lockWithDevice()
        is StartEvent.LockWithPassphrase -> lockWithPassphrase(event.typed)
        is StartEvent.Baseline -> baseline(event.event)
        StartEvent.Next -> next()
        StartEvent.Skip -> if (state.value.step == StartStep.Baseline) finish() else next()
        StartEvent.Back -> back()
    }

    private suspend fun open() {
        val lang = session.lang
        val all = WithoutVault.substances(lang)
        show { before ->
            val chosen = before.substances.firstOrNull { it.chosen }?.id
            before.copy(
                languages = languages(lang.code),
                substances = all.map { Choice(it.code, it.label, it.code == chosen) },
                deviceCan = session.device.keys.canLock(),
                problem = null,
            )
        }
    }

    private suspend fun next() {
        when (state.value.step) {
            StartStep.Language -> to(StartStep.Substance)
            StartStep.Substance -> if (substance() != null) to(StartStep.Nickname)
            StartStep.Nickname -> to(StartStep.Lock)
            // A key first: nothing is written without one.
            StartStep.Lock -> Unit
            StartStep.Baseline -> {
                baseline(BaselineEvent.Save)
                if (baseline.state.value.problem == null) finish()
            }
        }
    }

    private fun back() {
        val step = state.value.step
        if (step != StartStep.Language && step != StartStep.Baseline) to(StartStep.entries[step.ordinal - 1])
    }

    private fun to(step: StartStep) = show { it.copy(step = step, number = step.ordinal + 1, problem = null) }

    private fun finish() = show { it.copy(done = true, problem = null) }

    private fun substance() = state.value.substances.firstOrNull { it.chosen }?.id

    private suspend fun lockWithDevice() {
        if (substance() == null) return to(StartStep.Substance)
        show { it.copy(busy = true, problem = null) }
        val key = try {
            session.device.keys.make()
        } catch (refused: KeyRefused) {
            return show { it.copy(busy = false) }
        }
        try {
            val open = session.open.value
            if (open == null) {
                enter(KoersClient.createWithDeviceKey(session.device.files.vault, key, session.lang, session.here()))
            } else {
                session.ask { it.setDeviceKey(key) }
            }
        } finally {
            key.fill(0)
        }
        record()
    }

    private suspend fun lockWithPassphrase(typed: ByteArray) {
        if (substance() == null) return to(StartStep.Substance)
        if (typed.isEmpty()) throw KoersException.InvalidDraft("secret", Reason.Empty)
        show { it.copy(busy = true, problem = null) }
        try {
            if (session.open.value == null) {
                enter(KoersClient.create(session.device.files.vault, typed, session.lang, session.here()))
            } else if (!session.ask { it.keys() }.passphrase) {
                session.ask { it.setPassphrase(typed) }
            }
        } finally {
            typed.fill(0)
        }
        record()
    }

    private suspend fun enter(client: KoersClient) {
        session.begin(client)
    }

    /** The settings and the substance, all of it or nothing; then the week before. */
    private suspend fun record() {
        val substance = substance() ?: return
        val name = state.value.nickname
        session.ask {
            val profile = it.profileDraft() ?: it.newProfileDraft()
            val named = profile.copy(
                nickname = name, language = session.lang, country = session.device.choices.country,
            )
            it.recordAll(listOf(Command.Profile(named), Command.Follow(FollowDraft(substance, followed = true))))
        }
        val welcome = session.ask { it.intake().welcome }
        show { it.copy(busy = false, welcome = welcome) }
        to(StartStep.Baseline)
        baseline(BaselineEvent.Opened)
    }

    private suspend fun baseline(event: BaselineEvent) {
        baseline.on(event)
        show { it.copy(baseline = baseline.state.value) }
    }
}
