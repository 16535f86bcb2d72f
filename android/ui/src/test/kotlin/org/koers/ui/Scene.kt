package org.koers.ui

import androidx.compose.runtime.Composable
import org.koers.logic.Busy
import org.koers.logic.DoorStage
import org.koers.logic.DoorState
import org.koers.logic.Face
import org.koers.logic.HelpKind
import org.koers.logic.PhoneState
import org.koers.logic.SettingsState
import org.koers.logic.ToTheMinute

private val ways = Ways({}, {}, nickname = "Sam")

internal object NoPickers : Pickers {
    override fun newFile(name: String, then: (String) -> Unit) = Unit
    override fun file(then: (String) -> Unit) = Unit
}

private object PicksBackup : Pickers by NoPickers {
    override fun file(then: (String) -> Unit) = then("backup.koers")
}

/**
 * Every screen, and what opens above one, in the states that matter. [further] is how far down it is
 * looked at, in dp; [opens] are the words that are tapped first; [above] says that a window of its own lies over it.
 */
internal enum class Scene(
    val further: Int = 0,
    val show: @Composable (Life) -> Unit,
    val opens: Int? = null,
    val above: Boolean = opens != null,
) {
    Welcome(show = { WelcomeScreen(it.welcome, {}, {}, {}, NoPickers) }),
    StartLanguage(show = { StartScreen(it.startLanguage, {}, {}) }),
    StartSubstance(show = { StartScreen(it.startSubstance, {}, {}) }),
    StartNickname(show = { StartScreen(it.startNickname, {}, {}) }),
    StartLock(show = { StartScreen(it.startLock, {}, {}) }),
    StartBaseline(show = { StartScreen(it.startBaseline, {}, {}) }),
    Lock(show = { LockScreen(it.locked, {}, {}) }),
    LockWrong(show = { LockScreen(it.wrong, {}, {}) }),
    Trouble(show = { TroubleScreen(it.trouble, {}, {}, NoPickers) }),
    KeysGone(show = { TroubleScreen(it.keysGone, {}, {}, NoPickers) }),
    Help(show = { HelpScreen(it.help, {}, ways, {}) }),
    HelpWant(show = { HelpScreen(it.help.copy(chosen = HelpKind.WantToUse), {}, ways, {}) }),
    HelpUsed(show = { HelpScreen(it.help.copy(chosen = HelpKind.HaveUsed), {}, ways, {}) }),
    HelpWrong(show = { HelpScreen(it.help.copy(chosen = HelpKind.SomethingWrong), {}, ways, {}) }),
    Today(show = { TodayScreen(it.today, {}, ways) }),
    TodayBelow(600, { TodayScreen(it.today, {}, ways) }),
    TodayOpen(show = { TodayScreen(it.todayOpen, {}, ways) }),
    TodayOpenBelow(450, { TodayScreen(it.todayOpen, {}, ways) }),
    FillIn(show = { FillInScreen(it.fillIn, {}, ways) }),
    FillInNone(show = { FillInScreen(it.fillInNone, {}, ways) }),
    Log(show = { LogScreen(it.log, {}, ways) }),
    LogFilled(show = { LogScreen(it.logFilled, {}, ways) }),
    LogMore(520, { LogScreen(it.logMore, {}, ways) }),
    LogRestored(show = { LogScreen(it.logRestored, {}, ways) }),
    LogAll(show = { LogScreen(it.logAll, {}, ways) }),
    Receipt(show = { LogScreen(it.receipt, {}, ways) }),
    Diary(show = { DiaryScreen(it.diary, {}, ways) }),
    Situations(show = { SituationsScreen(it.situations, {}, ways) }),
    SituationsBelow(4000, { SituationsScreen(it.situations, {}, ways) }),
    Why(show = { SituationsScreen(it.why, {}, ways) }),
    WhyBelow(600, { SituationsScreen(it.why, {}, ways) }),
    WhyPlan(show = { SituationsScreen(it.whyPlan, {}, ways) }),
    PlanNew(show = { PlanScreen(it.planNew, {}, ways) }),
    PlanNewBelow(500, { PlanScreen(it.planNew, {}, ways) }),
    Plan(show = { PlanScreen(it.plan, {}, ways) }),
    Baseline(show = { BaselineScreen(it.baseline, {}, ways) }),
    Goal(show = { GoalScreen(it.goal, {}, ways) }),
    GoalForm(show = { GoalScreen(it.goalForm, {}, ways) }),
    GoalFormBelow(600, { GoalScreen(it.goalForm, {}, ways) }),
    Programme(show = { ProgrammeScreen(it.intake, ways) }),
    Insight(show = { InsightScreen(it.insight, {}, ways) }),
    Settings(show = { Part(it.settings, null) }),
    Reminders(show = { Part(it.settings, SettingsPart.Reminders) }),
    RemindersBelow(900, { Part(it.settings, SettingsPart.Reminders) }),
    MinuteHeld(560, { Part(it.settings, SettingsPart.Reminders, PhoneState(ToTheMinute(chosen = true, allowed = false))) }),
    NameAndIcon(show = { Part(it.settings, SettingsPart.Face, PhoneState(face = Face.Weather)) }),
    Keys(show = { Part(it.settings, SettingsPart.Keys) }),
    Backup(show = { Part(it.settings, SettingsPart.Backup) }),
    Person(show = { Part(it.settings, SettingsPart.Person) }),
    LockAfter(show = { Part(it.settings, SettingsPart.Lock) }),
    Wipe(show = { Part(it.settings, SettingsPart.Wipe) }),

    AskWipe(show = { Part(it.settingsAsks, SettingsPart.Wipe) }, above = true),
    AskRestore(show = { Part(it.settingsRestore, SettingsPart.Backup) }, above = true),
    AskNewCode(show = { Part(it.settingsCodeAgain, SettingsPart.Keys) }, above = true),
    AskDeviceOff(show = { Part(it.settingsDeviceOff, SettingsPart.Keys) }, above = true),
    RecoveryCode(show = { Part(it.settingsCode, SettingsPart.Keys) }, above = true),
    BackingUp(show = { Part(it.settings.copy(busy = Busy.BackingUp), SettingsPart.Backup) }, above = true),
    PassphraseNew(show = { Part(it.settingsBare, SettingsPart.Keys) }, opens = R.string.set_passphrase),
    PassphraseChange(show = { Part(it.settings, SettingsPart.Keys) }, opens = R.string.change_it),
    PassphraseForBackup(show = { Part(it.settingsBackUp, SettingsPart.Backup) }, opens = R.string.give_passphrase),
    BackupKey(show = { WelcomeScreen(it.welcome, {}, {}, {}, PicksBackup) }, opens = R.string.welcome_restore),
    PickTime(show = { Part(it.settings, SettingsPart.Reminders) }, opens = R.string.usual_moment),
    PickDay(show = { LogScreen(it.logMore, {}, ways) }, opens = R.string.now),
    PickUnit(show = { LogScreen(it.logFilled, {}, ways) }, opens = R.string.unit_is),
    AskDelete(show = { DiaryScreen(it.diaryAsks, {}, ways) }, above = true),
    AskLeave(show = { PlanScreen(it.plan.copy(changed = true), {}, ways) }, opens = R.string.back),
    AskStartOver(show = { TroubleScreen(it.troubleAsks, {}, {}, NoPickers) }, above = true),
    AskDeviceAgain(
        show = {
            TodayScreen(it.today, {}, ways)
            DoorDialogs(DoorState(DoorStage.Open, deviceLost = true), {})
        },
        above = true,
    ),
    Told(show = { DiaryScreen(it.diaryTold, {}, ways) }),
}

@Composable
private fun Part(state: SettingsState, part: SettingsPart?, phone: PhoneState = PhoneState()) =
    SettingsScreen(state, {}, ways, NoPickers, phone, {}, {}, part)
