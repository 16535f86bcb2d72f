package org.koers.logic

import org.koers.HelpNowView
import org.koers.KoersException
import org.koers.PorchClient
import org.koers.WithoutVault
import org.koers.sentence
import org.koers.Choice as Situation

/**
 * Help now: with the person's own plan while the vault is open, with what they allowed while it is
 * locked, and for anybody without a vault. It never fails for want of one of them.
 */
class HelpPresenter(private val session: Session) : Presenter<HelpState, HelpEvent>(HelpState()) {
    override suspend fun handle(event: HelpEvent) = when (event) {
        HelpEvent.Opened -> opened()
        is HelpEvent.Chosen -> show { it.copy(chosen = event.kind) }
        HelpEvent.Back -> show { it.copy(chosen = null) }
    }

    private suspend fun opened() {
        try {
            val view = own() ?: porch() ?: WithoutVault.helpNow(session.lang, session.device.choices.country)
            show { stateOf(view).copy(chosen = it.chosen) }
        } catch (error: KoersException) {
            show { it.copy(problem = Problem(error.sentence(session.lang))) }
        }
    }

    private suspend fun own(): HelpNowView? = orNull { session.open.value?.helpNow() }

    private suspend fun porch(): HelpNowView? = orNull {
        val key = session.device.keys.background()
        try {
            PorchClient.open(session.device.files.porch, key).use { it.helpNow(session.lang) }
        } finally {
            key.fill(0)
        }
    }

    private suspend fun orNull(ask: suspend () -> HelpNowView?): HelpNowView? =
        try {
            ask()
        } catch (error: KoersException) {
            // Locked, or no porch: there is help all the same.
            null
        }
}

private fun stateOf(view: HelpNowView) = HelpState(
    title = view.title,
    question = view.question,
    choices = view.choices.map { choice ->
        val parts = choice.parts.map { HelpPart(it.title, it.lines) }
        HelpItem(kindOf(choice.choice), choice.title, choice.waitMinutes?.toInt(), choice.steps, parts, choice.signs)
    },
    ownPlan = view.ownPlan,
    people = view.ownPeople,
    lines = view.lines.map { HelpLine(it.name, it.number, it.web, it.checked) },
)

private fun kindOf(situation: Situation) = when (situation) {
    Situation.WANT_TO_USE -> HelpKind.WantToUse
    Situation.HAVE_USED -> HelpKind.HaveUsed
    Situation.SOMETHING_WRONG -> HelpKind.SomethingWrong
}
