package org.koers.logic

// The reminder mirror as a scenario sees it: what the phone was told, instead of a screen.

data class BoardState(
    /** The stable id and the wall time of each. */
    val scheduled: List<String> = emptyList(),
    val shown: List<BoardItem> = emptyList(),
    val delivery: Delivery = Delivery(),
    /** What came of the last action. */
    val acted: Acted? = null,
    /** How many entries the diary has; null while it is locked. */
    val entries: Int? = null,
    /** What was told to the phone in this step: `schedule`, `cancel`, `show` or `take down`, and which. */
    val deeds: List<String> = emptyList(),
)

data class BoardItem(val stableId: String, val kind: String, val local: String, val title: String, val text: String)

sealed interface BoardEvent {
    data object Run : BoardEvent

    data class Fired(val id: String) : BoardEvent

    data class Acted(val id: String, val action: String) : BoardEvent

    /** Noting without unlocking is switched on, in the settings. */
    data object Allowed : BoardEvent

    /** An entry is made in the open app. */
    data object Logged : BoardEvent

    /** The vault is locked, or opened again with the key of the device. */
    data object Locked : BoardEvent

    data object Unlocked : BoardEvent
}

class BoardPresenter(private val session: Session) : Presenter<BoardState, BoardEvent>(BoardState()) {
    private val phone = session.device as FakePhone
    private val mirror = ReminderMirror(phone, session.here)

    override suspend fun handle(event: BoardEvent) {
        val before = phone.reminders.deeds.size
        val acted = if (event is BoardEvent.Acted) mirror.acted(event.id, event.action) else null
        when (event) {
            BoardEvent.Run -> mirror.run()
            is BoardEvent.Fired -> mirror.fired(event.id)
            is BoardEvent.Acted -> Unit
            BoardEvent.Logged -> {
                val log = LogPresenter(session)
                listOf(LogEvent.Opened(), LogEvent.Craving(4), LogEvent.Save).forEach { log.on(it) }
                mirror.run()
            }
            BoardEvent.Allowed -> SettingsPresenter(session).on(SettingsEvent.WhileLocked(true))
            BoardEvent.Locked -> session.close()
            BoardEvent.Unlocked -> {
                val door = DoorPresenter(session)
                listOf(DoorEvent.Started, DoorEvent.Device).forEach { door.on(it) }
                mirror.run()
            }
        }
        val (board, entries) = phone.reminders to session.open.value?.diary()?.total?.toInt()
        show {
            BoardState(
                board.planned.values.map { "${it.stableId} ${it.local}" },
                board.visible.values.map(::itemOf),
                phone.choices.delivery,
                acted,
                entries,
                board.deeds.drop(before),
            )
        }
    }
}

private fun itemOf(item: Planned) = BoardItem(item.stableId, item.kind, item.local, item.title, item.text)
