package org.koers.app

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalClipboard
import kotlinx.coroutines.flow.StateFlow
import org.koers.logic.DoorEvent
import org.koers.logic.DoorStage
import org.koers.logic.Face
import org.koers.logic.HelpEvent
import org.koers.logic.Place
import org.koers.logic.Presenter
import org.koers.logic.StartEvent
import org.koers.logic.StartStep
import org.koers.logic.Way
import org.koers.ui.DoorDialogs
import org.koers.ui.HelpScreen
import org.koers.ui.LockScreen
import org.koers.ui.Pickers
import org.koers.ui.StartScreen
import org.koers.ui.TroubleScreen
import org.koers.ui.Ways
import org.koers.ui.WelcomeScreen

/** What only the activity can do for the screens. */
interface ActivityWays {
    val pickers: Pickers

    fun askReminders()

    fun call(number: String)

    /** Leaves the app, as the back button does at the bottom. */
    fun leave()

    /** The app speaks this language now; an ISO 639 code. */
    fun speak(lang: String)

    /** This is the name and the icon that the app has now. */
    fun wear(face: Face)
}

/** The door, and behind it the places. */
@Composable
fun Root(screens: Screens, activity: ActivityWays) {
    val phone = LocalClipboard.current
    val clipboard = remember(phone) { SensitiveClipboard(phone) }
    CompositionLocalProvider(LocalClipboard provides clipboard) {
        Surface(Modifier.fillMaxSize(), color = MaterialTheme.colorScheme.background) {
            Door(screens, activity)
        }
    }
}

@Composable
private fun Door(screens: Screens, activity: ActivityWays) {
    val door by screens.door.state.collectAsState()
    val onDoor: (DoorEvent) -> Unit = { screens.tell(screens.door, it) }
    var helping by remember { mutableStateOf(false) }
    val help = {
        screens.tell(screens.help, HelpEvent.Opened)
        helping = true
    }
    LaunchedEffect(door.stage) {
        helping = false
        if (door.stage != DoorStage.Looking) activity.speak(screens.session.lang.name.lowercase())
    }
    when {
        helping -> Help(screens, activity, Ways({ }, { helping = false }))
        door.stage == DoorStage.Looking -> Unit
        door.stage == DoorStage.Welcome -> Beginning(screens, activity, help)
        door.stage == DoorStage.Locked -> LockScreen(door, onDoor, help)
        door.stage == DoorStage.Trouble -> TroubleScreen(door, onDoor, help, activity.pickers)
        else -> Places(screens, activity)
    }
    DoorDialogs(door, onDoor)
}

/** The welcome, and from it the three-minute start, which ends at the first entry. */
@Composable
private fun Beginning(screens: Screens, activity: ActivityWays, help: () -> Unit) {
    val door by screens.door.state.collectAsState()
    if (!screens.begun) {
        WelcomeScreen(door, { screens.tell(screens.door, it) }, screens::begin, help, activity.pickers)
        return
    }
    val start by screens.start.state.collectAsState()
    LaunchedEffect(start.languages) { activity.speak(screens.session.lang.name.lowercase()) }
    LaunchedEffect(start.done) {
        if (!start.done) return@LaunchedEffect
        screens.lead(Way(Place.Log))
        screens.tell(screens.door, DoorEvent.Made)
    }
    val on: (StartEvent) -> Unit = { event ->
        if (event == StartEvent.Back && start.step == StartStep.Language) screens.begun = false else screens.tell(screens.start, event)
    }
    StartScreen(start, on, help)
}

@Composable
internal fun Help(screens: Screens, activity: ActivityWays, ways: Ways) {
    val state by screens.help.state.collectAsState()
    BackHandler(onBack = ways.back)
    HelpScreen(state, { screens.tell(screens.help, it) }, ways, activity::call)
}

/** The state that stands behind a screen, and what tells it what the person did. */
@Composable
internal fun <State : Any, Event : Any> Screens.shown(
    presenter: Presenter<State, Event>,
    view: @Composable (State, (Event) -> Unit) -> Unit,
) {
    val states: StateFlow<State> = presenter.state
    val state by states.collectAsState()
    view(state) { tell(presenter, it) }
}
