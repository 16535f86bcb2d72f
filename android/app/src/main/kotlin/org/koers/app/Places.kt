package org.koers.app

import androidx.activity.compose.BackHandler
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import org.koers.logic.DoorEvent
import org.koers.logic.Place
import org.koers.logic.Way
import org.koers.ui.BaselineScreen
import org.koers.ui.DiaryScreen
import org.koers.ui.FillInScreen
import org.koers.ui.GoalScreen
import org.koers.ui.InsightScreen
import org.koers.ui.LogScreen
import org.koers.ui.PlanScreen
import org.koers.ui.ProgrammeScreen
import org.koers.ui.SettingsPart
import org.koers.ui.SettingsScreen
import org.koers.ui.SituationsScreen
import org.koers.ui.TodayScreen
import org.koers.ui.Ways

/** The places of an open vault, by where the person is. */
@Composable
internal fun Places(screens: Screens, activity: ActivityWays) {
    val navigator = screens.navigator
    val settings by screens.settings.state.collectAsState()
    val ways = Ways(
        go = navigator::go,
        back = { if (navigator.canGoBack || navigator.here.way.to != Place.Today) navigator.back() else activity.leave() },
        edit = { navigator.go(Spot(Way(Place.Log, it), edits = true)) },
        nickname = settings.nickname,
    )
    val spot = navigator.here
    BackHandler(onBack = ways.back)
    key(spot) { PlaceOf(spot, screens, activity, ways) }
}

@Composable
private fun PlaceOf(spot: Spot, screens: Screens, activity: ActivityWays, ways: Ways) = with(screens) {
    when (spot.way.to) {
        Place.Today -> shown(today) { state, on -> TodayScreen(state, on, ways) }
        Place.Situations, Place.Why -> shown(situations) { state, on -> SituationsScreen(state, on, ways) }
        Place.Programme -> shown(intake) { state, _ -> ProgrammeScreen(state, ways) }
        Place.Insight -> shown(insight) { state, on -> InsightScreen(state, on, ways) }
        Place.Log -> shown(log) { state, on -> LogScreen(state, on, ways, activity::askReminders) }
        Place.Diary -> shown(diary) { state, on -> DiaryScreen(state, on, ways) }
        Place.FillIn -> shown(fillIn) { state, on -> FillInScreen(state, on, ways) }
        Place.Plan -> shown(plan) { state, on -> PlanScreen(state, on, ways) }
        Place.Goal -> shown(goal) { state, on -> GoalScreen(state, on, ways) }
        Place.Baseline -> shown(baseline) { state, on -> BaselineScreen(state, on, ways) }
        Place.Help -> Help(screens, activity, ways)
        Place.Keys -> Settings(SettingsPart.Keys, screens, activity, ways)
        Place.Reminders -> Settings(SettingsPart.Reminders, screens, activity, ways)
        Place.Settings -> Settings(null, screens, activity, ways)
    }
}

@Composable
private fun Settings(first: SettingsPart?, screens: Screens, activity: ActivityWays, ways: Ways) =
    screens.shown(screens.settings) { state, on ->
        LaunchedEffect(state.languages) { activity.speak(screens.session.lang.name.lowercase()) }
        val phone by screens.phone.state.collectAsState()
        LaunchedEffect(phone.face) { activity.wear(phone.face) }
        SettingsScreen(
            state, on, ways, activity.pickers, phone, { screens.tell(screens.phone, it) },
            { screens.tell(screens.door, DoorEvent.Lock) }, first,
        )
    }
