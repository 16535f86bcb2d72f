package org.koers.logic

import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import org.koers.DropDraft
import org.koers.DropKind
import org.koers.Here
import org.koers.KoersException
import org.koers.PorchClient
import org.koers.PorchReminder

/** A reminder that comes later than this counts as late (judgement: the phone's usual window). */
private const val LATE_AFTER_MS = 15 * 60 * 1000L

/** What comes of an action on a notification: it is done, or the app has to be opened for it. */
enum class Acted { Done, OpenApp }

/**
 * Mirrors the core's reminder plan onto the phone, by stable id, with the vault open or locked. It
 * decides nothing: the porch says what is to come and what is due. What was left half done, by a
 * kill or by the phone, the next run mends.
 */
class ReminderMirror(private val device: Device, private val here: () -> Here? = { null }) {
    private val board = device.reminders
    private val choices = device.choices
    private val order = Mutex()

    /** Runs after every change of the open vault, until it is cancelled. */
    suspend fun watch(session: Session): Unit = session.open.collectLatest { open ->
        run()
        open?.changes?.collect { run() }
    }

    /**
     * Schedules what is new, cancels what is gone, takes down what is no longer due. A second run
     * changes nothing. With [afresh] all is scheduled anew: the language has changed.
     */
    suspend fun run(afresh: Boolean = false) = order.withLock { mirror(afresh) }

    /** The time of a reminder has come: it is shown if it is still due. */
    suspend fun fired(stableId: String) = order.withLock {
        count(stableId)
        withPorch { porch ->
            val item = porch.due(lang(), here()).firstOrNull { it.stableId == stableId }
            if (item == null) board.takeDown(stableId) else board.show(plannedOf(item))
        }
        mirror(afresh = false)
    }

    /** The person pressed a button of a notification; pressing twice does it once. */
    suspend fun acted(stableId: String, action: String): Acted = order.withLock {
        // It came, also where the phone showed it by itself.
        count(stableId, byItself = !board.wakesApp)
        val acted = try {
            when (action) {
                "nothing_so_far" -> note(stableId)
                "later" -> later(stableId)
                else -> Acted.OpenApp
            }
        } catch (error: KoersException) {
            // Not allowed while locked, no room, or no porch: in the app it can be done and is said.
            Acted.OpenApp
        }
        mirror(afresh = false)
        acted
    }

    private suspend fun note(stableId: String): Acted = open().use { porch ->
        val known = choices.awaited[stableId]
        if (known?.answered != true) {
            val id = known?.answer ?: porch.newId()
            remember(stableId) { it.copy(answer = id) }
            porch.drop(DropDraft(id, DropKind.NOTHING_SO_FAR), here())
            remember(stableId) { it.copy(answered = true) }
        }
        board.takeDown(stableId)
        Acted.Done
    }

    private suspend fun later(stableId: String): Acted = open().use { porch ->
        try {
            porch.later(stableId, here())
        } catch (refused: KoersException.InvalidDraft) {
            // It makes no sense any more in an hour: then it is put away.
        }
        board.takeDown(stableId)
        Acted.Done
    }

    private suspend fun mirror(afresh: Boolean) {
        val none = withPorch { porch ->
            val (plan, due) = porch.plan(lang(), here()) to porch.due(lang(), here())
            schedule(plan, due, afresh)
            takeDown(due)
            catchUp(due)
        }
        if (none is KoersException.NotFound) schedule(emptyList(), emptyList(), afresh)
        tidy()
    }

    private fun schedule(plan: List<PorchReminder>, due: List<PorchReminder>, afresh: Boolean) {
        val scheduled = board.scheduled()
        val ids = plan.map { it.stableId }.toSet()
        for (gone in scheduled.keys - ids - due.map { it.stableId }.toSet()) {
            board.cancel(gone)
            val awaited = choices.awaited[gone]?.takeIf { !it.came } ?: continue
            choices.awaited -= gone
            // What expired was planned and did not come; what is no longer called for was not needed.
            if (awaited.expiresMs > now()) counted { it.copy(planned = it.planned - 1) }
        }
        for (item in plan) {
            if (!afresh && scheduled[item.stableId] == item.instantMs) continue
            val known = choices.awaited[item.stableId]
            // One that was put off after it came is to come once more.
            val again = known?.came == true && known.instantMs != item.instantMs
            val awaited = known ?: Awaited(item.instantMs, item.expiresMs)
            // Remembered first: after a kill in between, the next run schedules it and counts it once.
            choices.awaited += item.stableId to awaited.copy(
                instantMs = item.instantMs,
                expiresMs = item.expiresMs,
                came = awaited.came && !again,
            )
            if (known == null || again) counted { it.copy(planned = it.planned + 1) }
            board.schedule(plannedOf(item))
        }
    }

    private fun takeDown(due: List<PorchReminder>) {
        val ids = due.map { it.stableId }.toSet()
        (board.shown() - ids).forEach(board::takeDown)
    }

    /**
     * What should have come and did not: the phone was off, or the app was killed before it was
     * scheduled. Shown now if still due. Where the phone shows them by itself, they came.
     */
    private fun catchUp(due: List<PorchReminder>) {
        val now = now()
        val missed = choices.awaited.filterValues { !it.came && it.instantMs + LATE_AFTER_MS <= now }.keys
        for (stableId in missed) {
            val item = due.firstOrNull { it.stableId == stableId }
            if (!board.wakesApp) count(stableId, byItself = true)
            if (!board.wakesApp || item == null) continue
            count(stableId)
            board.cancel(stableId)
            board.show(plannedOf(item))
        }
    }

    /** Counts a reminder as come, once; and as late where it is. */
    private fun count(stableId: String, byItself: Boolean = false) {
        val awaited = choices.awaited[stableId]?.takeIf { !it.came } ?: return
        val late = !byItself && now() - awaited.instantMs >= LATE_AFTER_MS
        remember(stableId) { it.copy(came = true) }
        counted { it.copy(fired = it.fired + 1, late = it.late + if (late) 1 else 0) }
    }

    /** Forgets what has expired and stands nowhere any more. */
    private fun tidy() {
        val (now, shown, scheduled) = Triple(now(), board.shown(), board.scheduled().keys)
        choices.awaited = choices.awaited.filter { (id, one) -> one.expiresMs > now || id in shown || id in scheduled }
    }

    private fun remember(stableId: String, next: (Awaited) -> Awaited) {
        val known = choices.awaited[stableId] ?: Awaited(now(), now() + LATE_AFTER_MS, came = true)
        choices.awaited += stableId to next(known)
    }

    private fun counted(next: (Delivery) -> Delivery) {
        choices.delivery = next(choices.delivery)
    }

    /** Asks the porch; where there is none or it cannot be read, gives why, and nothing is changed. */
    private suspend fun withPorch(ask: suspend (PorchClient) -> Unit): KoersException? = try {
        open().use { ask(it) }
        null
    } catch (error: KoersException) {
        error
    }

    private suspend fun open(): PorchClient {
        val key = device.keys.background()
        try {
            return PorchClient.open(device.files.porch, key)
        } finally {
            key.fill(0)
        }
    }

    private fun lang() = langOf(choices.language)

    private fun now(): Long = here()?.now?.toEpochMilli() ?: System.currentTimeMillis()
}

private fun plannedOf(item: PorchReminder) = Planned(
    stableId = item.stableId,
    kind = item.kind,
    instantMs = item.instantMs,
    local = item.local,
    title = item.title,
    text = item.text,
    expiresMs = item.expiresMs,
    actions = item.actions.map { PlannedAction(it.action, it.label, it.needsUnlock) },
)
