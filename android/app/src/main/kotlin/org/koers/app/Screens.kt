package org.koers.app

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import org.koers.logic.BaselineEvent
import org.koers.logic.BaselinePresenter
import org.koers.logic.DiaryEvent
import org.koers.logic.DiaryPresenter
import org.koers.logic.DoorPresenter
import org.koers.logic.DoorStage
import org.koers.logic.FillInEvent
import org.koers.logic.FillInPresenter
import org.koers.logic.GoalEvent
import org.koers.logic.GoalPresenter
import org.koers.logic.HelpEvent
import org.koers.logic.HelpPresenter
import org.koers.logic.InsightEvent
import org.koers.logic.InsightPresenter
import org.koers.logic.IntakeEvent
import org.koers.logic.IntakePresenter
import org.koers.logic.LogEvent
import org.koers.logic.LogPresenter
import org.koers.logic.Handset
import org.koers.logic.PhoneEvent
import org.koers.logic.PhonePresenter
import org.koers.logic.Place
import org.koers.logic.PlanEvent
import org.koers.logic.PlanPresenter
import org.koers.logic.Presenter
import org.koers.logic.Session
import org.koers.logic.SettingsEvent
import org.koers.logic.SettingsPresenter
import org.koers.logic.SituationsEvent
import org.koers.logic.SituationsPresenter
import org.koers.logic.StartEvent
import org.koers.logic.StartPresenter
import org.koers.logic.TodayEvent
import org.koers.logic.TodayPresenter
import org.koers.logic.Way

/** What is behind the screens, for as long as the process lives. */
class Screens(val session: Session, handset: Handset, private val scope: CoroutineScope) {
    val door = DoorPresenter(session)
    val help = HelpPresenter(session)
    val today = TodayPresenter(session)
    val situations = SituationsPresenter(session)
    val intake = IntakePresenter(session)
    val insight = InsightPresenter(session)
    val log = LogPresenter(session)
    val diary = DiaryPresenter(session)
    val fillIn = FillInPresenter(session)
    val plan = PlanPresenter(session)
    val goal = GoalPresenter(session)
    val baseline = BaselinePresenter(session)
    val settings = SettingsPresenter(session)
    val phone = PhonePresenter(handset)

    /** The three-minute start; a new one for each new beginning. */
    var start = StartPresenter(session)
        private set

    val navigator = Navigator(::open)

    /** Where a notification, the widget or the start leads, once the vault is open. */
    private var towards: Way? = null

    /** The three-minute start is under way, also while the activity is made anew for its language. */
    var begun by mutableStateOf(false)

    init {
        scope.launch { door.watch() }
        scope.launch {
            door.state.map { it.stage }.distinctUntilChanged().collect { stage ->
                withContext(Dispatchers.Main) {
                    if (stage != DoorStage.Welcome) begun = false
                    if (stage == DoorStage.Open) follow() else navigator.forget()
                }
            }
        }
        listOf(today, situations, intake, insight, log, diary, fillIn, plan, goal, baseline, settings)
            .forEach { scope.launch { it.watch() } }
    }

    /** Hands over what the person did. */
    fun <Event : Any> tell(presenter: Presenter<*, Event>, event: Event) {
        scope.launch { presenter.on(event) }
    }

    fun begin() {
        if (start.state.value.done) start = StartPresenter(session)
        tell(start, StartEvent.Opened)
        begun = true
    }

    /** Leads there: at once, or when the vault has been opened. On the main thread. */
    fun lead(way: Way) {
        towards = way
        if (door.state.value.stage == DoorStage.Open) follow()
    }

    private fun follow() {
        val way = towards
        towards = null
        // The name behind the avatar.
        tell(settings, SettingsEvent.Opened)
        if (way == null) open(navigator.here) else navigator.go(way)
    }

    /** Lets what is behind a place look anew. */
    private fun open(spot: Spot) {
        val about = spot.way.about
        when (spot.way.to) {
            Place.Today -> tell(today, TodayEvent.Opened)
            Place.Situations -> tell(situations, SituationsEvent.Opened)
            Place.Why -> {
                tell(situations, SituationsEvent.Opened)
                about?.let { tell(situations, SituationsEvent.Why(it)) }
            }
            Place.Programme -> tell(intake, IntakeEvent.Opened)
            Place.Insight -> tell(insight, InsightEvent.Opened)
            Place.Log -> tell(log, if (spot.edits && about != null) LogEvent.Edit(about) else LogEvent.Opened(about))
            Place.Diary -> tell(diary, DiaryEvent.Opened)
            Place.FillIn -> tell(fillIn, FillInEvent.Opened(about))
            Place.Plan -> about?.let { tell(plan, PlanEvent.Opened(it)) }
            Place.Goal -> tell(goal, GoalEvent.Opened)
            Place.Baseline -> tell(baseline, BaselineEvent.Opened)
            Place.Help -> tell(help, HelpEvent.Opened)
            Place.Keys, Place.Reminders, Place.Settings -> {
                tell(settings, SettingsEvent.Opened)
                tell(phone, PhoneEvent.Opened)
            }
        }
    }
}
