package org.koers.logic

import org.koers.Command
import org.koers.EpisodeDraft
import org.koers.KoersException
import org.koers.LogFormView
import org.koers.Reason
import org.koers.Receipt
import org.koers.Screen
import org.koers.WithoutVault

/** The ten-second log: a new entry, or one of the diary that is changed. */
class LogPresenter(session: Session) : VaultPresenter<LogState, LogEvent>(LogState(), session) {
    private var half: HalfFilled? = null
    private var form: LogFormView? = null

    /** The entry as it stands in the diary, where it is one that is changed. */
    private var before: EpisodeDraft? = null

    override val madeOf = setOf(Screen.SITUATIONS, Screen.SETTINGS)

    override suspend fun handle(event: LogEvent) = safely {
        when (event) {
            is LogEvent.Opened -> open(event.day)
            is LogEvent.Edit -> edit(event.id)
            is LogEvent.Substance -> change { it.withSubstance(event.id) }
            is LogEvent.Craving -> change { it.copy(craving = event.value, dontKnow = false) }
            LogEvent.DontKnow -> change { it.copy(craving = null, dontKnow = !it.dontKnow) }
            is LogEvent.Situation -> change { it.copy(situations = it.situations.toggled(event.id)) }
            LogEvent.AllSituations -> change { it.copy(allSituations = true) }
            is LogEvent.Used -> change { it.copy(used = event.yes) }
            is LogEvent.Amount -> change { it.copy(used = true, amount = event.text) }
            is LogEvent.Step -> step(event.up)
            is LogEvent.Unit -> change { it.copy(unit = event.id) }
            LogEvent.Alcohol -> change { it.copy(alcohol = !it.alcohol) }
            LogEvent.More -> change { it.copy(more = !it.more) }
            is LogEvent.Pick -> pick(event.list, Picked(event.id, ""))
            is LogEvent.OwnWords -> pick(event.list, Picked(null, event.text.trim()))
            is LogEvent.Note -> change { it.copy(note = event.text) }
            is LogEvent.At -> change { it.copy(at = event.moment) }
            LogEvent.Save -> save()
            LogEvent.Undo -> undo()
            LogEvent.Discard -> {
                half?.let { drop(it.id) }
                begin(null)
            }
        }
    }

    /** Goes on with what was left half filled in, or begins a new entry. */
    private suspend fun open(day: String?) {
        if (!resume { !it.editing && (day == null || it.at == day) }) begin(day)
    }

    /** Changes an entry of the diary; goes on with it where it was left half changed. */
    private suspend fun edit(id: String) {
        if (resume { it.editing && it.id == id }) return
        val draft = session.ask { it.episodeDraft(id) }
        before = draft
        form = session.ask { it.logForm(draft.substance) }
        half = halfOf(draft, form?.alcohol?.code)
        show { LogState() }
        ask()
    }

    /** Goes on with what fits, as it stands on the screen or was kept; false where nothing does. */
    private suspend fun resume(fits: (HalfFilled) -> Boolean): Boolean {
        val standing = half?.takeIf { !it.isBlank && fits(it) }
        val resumed = standing ?: kept()?.takeIf(fits) ?: return false
        half = resumed
        before = if (resumed.editing) session.ask { it.episodeDraft(resumed.id) } else null
        ask()
        show { it.copy(restored = it.restored || standing == null, receipt = null) }
        return true
    }

    private fun kept(): HalfFilled? = session.device.drafts.entry(session.nowMs())

    /** There is one place for it: an entry that is changed does not push out a new one. */
    private fun keep(half: HalfFilled) {
        if (half.isBlank) return drop(half.id)
        if (half.editing && kept()?.editing == false) return
        session.device.drafts.keep(half.bytes(session.nowMs()))
    }

    private fun drop(id: String) {
        if (kept()?.id == id) session.device.drafts.drop()
    }

    private suspend fun begin(day: String?) {
        before = null
        half = HalfFilled(session.ask { it.newId() }, at = day)
        show { LogState() }
        ask()
    }

    private suspend fun change(next: (HalfFilled) -> HalfFilled) {
        val changed = next(half ?: return)
        half = changed
        keep(changed)
        ask()
    }

    private suspend fun pick(list: MoreList, picked: Picked) = change {
        val now = it.picked[list].orEmpty()
        it.copy(picked = it.picked + (list to now.toggled(picked)))
    }

    private suspend fun step(up: Boolean) {
        val (half, form) = (half ?: return) to (form ?: return)
        val unit = half.unit ?: form.units.firstOrNull()?.code ?: return
        val amount = WithoutVault.stepped(session.lang, form.substance, unit, half.amount, up)
        change { it.copy(used = true, amount = amount) }
    }

    /** Shows the form with what is filled in, and whether the core would take it. */
    override suspend fun ask() {
        val half = half ?: return
        val form = session.ask { it.logForm(half.substance.ifEmpty { null }) }
        this.form = form
        val refused = refusal(draftOf(half, form, before, session.zone()))
        show {
            stateOf(half, form).copy(
                canSave = refused == null,
                problem = refused?.takeIf { it.reason != Reason.Empty }?.let(session::problem),
                receipt = it.receipt,
                restored = it.restored,
            )
        }
    }

    private suspend fun refusal(draft: EpisodeDraft): KoersException.InvalidDraft? = try {
        session.ask { it.check(command(draft)) }
        null
    } catch (error: KoersException.InvalidDraft) {
        error
    }

    private fun command(draft: EpisodeDraft) =
        if (before == null) Command.Log(draft) else Command.EditLog(draft)

    private suspend fun save() {
        val (half, form) = (half ?: return) to (form ?: return)
        show { it.copy(busy = true) }
        val receipt = session.ask { it.record(command(draftOf(half, form, before, session.zone()))) }
        this.half = null
        before = null
        drop(half.id)
        val asks = asksForReminders()
        show { LogState(title = form.title, receipt = receiptOf(receipt).copy(askReminders = asks)) }
    }

    /** Once, and only where something can be asked. */
    private fun asksForReminders(): Boolean {
        val (choices, board) = session.device.choices to session.device.reminders
        if (choices.remindersAsked) return false
        choices.remindersAsked = true
        return DeliveryBlock.Notifications in board.blocks()
    }

    private suspend fun undo() {
        val receipt = session.ask { it.undo() }
        show { it.copy(receipt = LogReceipt(receipt.lines, canUndo = false)) }
    }

    override fun troubled(problem: Problem) = show { it.copy(busy = false, problem = problem) }

    override fun forget() {
        half = null
        form = null
        before = null
    }
}

private fun receiptOf(receipt: Receipt) = LogReceipt(
    lines = receipt.lines,
    question = receipt.question,
    plan = receipt.plan?.let { Way(Place.Plan, it) },
    stay = receipt.stay?.let { Stay(it.title, it.minutes.toInt(), it.steps) },
    call = receipt.call,
)

/** What belongs to one substance goes with it. */
private fun HalfFilled.withSubstance(id: String) =
    if (id == substance) this else copy(substance = id, situations = emptyList(), amount = "", unit = null)

private fun <T> List<T>.toggled(one: T): List<T> = if (one in this) this - one else this + one
