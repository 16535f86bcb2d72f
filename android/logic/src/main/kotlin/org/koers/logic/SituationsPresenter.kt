package org.koers.logic

import org.koers.Command
import org.koers.KoersClient
import org.koers.ListDraft
import org.koers.NotForMeDraft
import org.koers.PlaceView
import org.koers.Receipt
import org.koers.Screen
import org.koers.SituationsView

/** The ranked situations, why each stands where it does, and what the person says about them. */
class SituationsPresenter(session: Session) :
    VaultPresenter<SituationsState, SituationsEvent>(SituationsState(), session) {
    private var view: SituationsView? = null
    private var substance: String? = null
    private var looking: String? = null

    override val madeOf = setOf(Screen.SITUATIONS)

    override suspend fun handle(event: SituationsEvent) = safely {
        when (event) {
            SituationsEvent.Opened -> ask()
            is SituationsEvent.Substance -> {
                substance = event.id
                ask()
            }
            is SituationsEvent.Why -> look(event.id)
            SituationsEvent.WhyClosed -> look(null)
            is SituationsEvent.OwnRating -> list(event.id) { it.copy(ownRating = event.value?.toLong()) }
            is SituationsEvent.Answered -> answered(event.answer)
            is SituationsEvent.Pin -> list(event.id) { it.copy(pinned = event.on) }
            is SituationsEvent.TakeOff -> list(event.id) { it.copy(hidden = true) }
            is SituationsEvent.Add -> add(event.words)
            is SituationsEvent.Suggested -> add(event.key)
            is SituationsEvent.NotForMe -> tell { it.record(Command.NotForMe(NotForMeDraft(event.key))) }
            SituationsEvent.Undo -> {
                tell { it.undo() }
                show { it.copy(told = it.told?.copy(canUndo = false)) }
            }
            SituationsEvent.Dismissed -> show { it.copy(told = null, problem = null) }
        }
    }

    private fun look(id: String?) {
        looking = id
        show { it.copy(why = view?.why(id)) }
    }

    private suspend fun list(id: String, change: (ListDraft) -> ListDraft) = tell {
        it.record(Command.List(change(it.listDraft(about(), id))))
    }

    private suspend fun answered(answer: Helped) {
        val place = view?.places?.firstOrNull { it.id == looking } ?: return
        val ask = place.planAsk ?: return
        tell { it.record(it.planAnswer(place.id, ask.about, answerOf(answer))) }
    }

    private suspend fun add(named: String) = tell { it.recordAll(it.listing(about(), named)) }

    private fun about(): String = view?.substance.orEmpty()

    private suspend fun tell(deed: suspend (KoersClient) -> Receipt) {
        val told = session.ask(deed).told()
        ask()
        show { it.copy(told = told, problem = null) }
    }

    override suspend fun ask() {
        val (now, followed) = session.ask { it.situations(substance) to it.substances() }
        view = now
        show { before ->
            stateOf(now).copy(
                substances = followed.map { Choice(it.code, it.label, it.code == now.substance) },
                why = now.why(looking),
                told = before.told,
                problem = before.problem,
            )
        }
    }

    override fun troubled(problem: Problem) = show { it.copy(loading = false, problem = problem) }

    override fun forget() {
        view = null
        substance = null
        looking = null
    }
}

private fun stateOf(view: SituationsView) = SituationsState(
    loading = false,
    title = view.title,
    how = view.how,
    places = view.places.map(::itemOf),
    sections = listOf(
        SituationSection(view.headings.rareButStrong, view.rareButStrong.map { it.text }),
        SituationSection(view.headings.automatic, view.automatic.map { it.text }),
        SituationSection(view.headings.observations, view.observations),
    ).filter { it.lines.isNotEmpty() },
    suggestions = view.suggestions.map { Suggestion(it.key, it.text, null, null) },
    empty = view.empty,
)

private fun itemOf(place: PlaceView) = SituationItem(
    id = place.id,
    place = place.place.toInt(),
    label = place.label,
    score = place.score,
    low = place.low,
    high = place.high,
    confidence = place.confidenceText,
    reason = place.reasons.firstOrNull(),
    pinned = place.pinned,
    hasPlan = place.hasPlan,
)

private fun SituationsView.why(id: String?): SituationWhy? =
    places.firstOrNull { it.id == id }?.let { place ->
        SituationWhy(
            itemOf(place),
            place.reasons,
            place.ownRating?.toInt(),
            place.chanceText,
            place.planHelped,
            place.planAsk?.let(::askOf),
        )
    }
