package org.koers.ui

import androidx.compose.runtime.Composable
import org.koers.logic.HelpKind

private val ways = Ways({}, {}, nickname = "Sam")

private object NoPickers : Pickers {
    override fun newFile(name: String, then: (String) -> Unit) = Unit
    override fun file(then: (String) -> Unit) = Unit
}

/** Every screen, in the states that matter; [further] is how far down it is looked at, in dp. */
internal enum class Scene(val further: Int = 0, val show: @Composable (Life) -> Unit) {
    Welcome(show = { WelcomeScreen(it.welcome, {}, {}, {}, NoPickers) }),
    StartLanguage(show = { StartScreen(it.startLanguage, {}, {}) }),
    StartSubstance(show = { StartScreen(it.startSubstance, {}, {}) }),
    StartNickname(show = { StartScreen(it.startNickname, {}, {}) }),
    StartLock(show = { StartScreen(it.startLock, {}, {}) }),
    StartBaseline(show = { StartScreen(it.startBaseline, {}, {}) }),
    Lock(show = { LockScreen(it.locked, {}, {}) }),
    LockWrong(show = { LockScreen(it.wrong, {}, {}) }),
    Trouble(show = { TroubleScreen(it.trouble, {}, {}, NoPickers) }),
    Help(show = { HelpScreen(it.help, {}, ways, {}) }),
    HelpWant(show = { HelpScreen(it.help.copy(chosen = HelpKind.WantToUse), {}, ways, {}) }),
    HelpUsed(show = { HelpScreen(it.help.copy(chosen = HelpKind.HaveUsed), {}, ways, {}) }),
    HelpWrong(show = { HelpScreen(it.help.copy(chosen = HelpKind.SomethingWrong), {}, ways, {}) }),
    Today(show = { TodayScreen(it.today, {}, ways) }),
    TodayBelow(600, { TodayScreen(it.today, {}, ways) }),
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
    Settings(show = { SettingsScreen(it.settings, {}, ways, NoPickers, {}) }),
    Reminders(show = { SettingsScreen(it.settings, {}, ways, NoPickers, {}, SettingsPart.Reminders) }),
    RemindersBelow(900, { SettingsScreen(it.settings, {}, ways, NoPickers, {}, SettingsPart.Reminders) }),
    Keys(show = { SettingsScreen(it.settings, {}, ways, NoPickers, {}, SettingsPart.Keys) }),
    Backup(show = { SettingsScreen(it.settings, {}, ways, NoPickers, {}, SettingsPart.Backup) }),
    Person(show = { SettingsScreen(it.settings, {}, ways, NoPickers, {}, SettingsPart.Person) }),
    LockAfter(show = { SettingsScreen(it.settings, {}, ways, NoPickers, {}, SettingsPart.Lock) }),
    Wipe(show = { SettingsScreen(it.settings, {}, ways, NoPickers, {}, SettingsPart.Wipe) }),
}
