package org.koers.ui

import androidx.compose.runtime.Composable
import org.koers.logic.Choice
import org.koers.logic.DoorStage
import org.koers.logic.DoorState
import org.koers.logic.HelpKind
import org.koers.logic.Problem
import org.koers.logic.StartState
import org.koers.logic.StartStep
import org.koers.logic.Trouble
import org.koers.logic.TroubleKind
import org.koers.logic.WayOut

private val ways = Ways({}, {}, nickname = "Sam")

private object NoPickers : Pickers {
    override fun newFile(name: String, then: (String) -> Unit) = Unit
    override fun file(then: (String) -> Unit) = Unit
}

private val start = StartState(
    languages = listOf(Choice("nl", "Nederlands", true), Choice("en", "English")),
    substances = listOf(Choice("cannabis", "cannabis", true), Choice("cocaine", "cocaïne")),
    deviceCan = true,
)

private val damaged = DoorState(
    DoorStage.Trouble,
    trouble = Trouble(
        TroubleKind.Damaged,
        "Een deel van dit bestand is beschadigd. Er is niets gewijzigd. Je kan redden wat leesbaar is.",
        listOf(WayOut.Salvage, WayOut.Restore, WayOut.TryAgain, WayOut.Help),
    ),
)

/** Every screen, in the states that matter. */
internal enum class Scene(val show: @Composable () -> Unit) {
    Welcome({ WelcomeScreen(DoorState(DoorStage.Welcome), {}, {}, {}, NoPickers) }),
    StartLanguage({ StartScreen(start, {}, {}) }),
    StartSubstance({ StartScreen(start.copy(step = StartStep.Substance, number = 2), {}, {}) }),
    StartNickname({ StartScreen(start.copy(step = StartStep.Nickname, number = 3, nickname = "Sam"), {}, {}) }),
    StartLock({ StartScreen(start.copy(step = StartStep.Lock, number = 4), {}, {}) }),
    StartBaseline({ StartScreen(start.copy(step = StartStep.Baseline, number = 5, baseline = Samples.baseline), {}, {}) }),
    Lock({ LockScreen(DoorState(DoorStage.Locked, device = true, passphrase = true, recoveryCode = true), {}, {}) }),
    LockWrong({
        LockScreen(DoorState(DoorStage.Locked, deviceLost = true, passphrase = true, problem = Problem("Dit wachtwoord klopt niet.")), {}, {})
    }),
    Damaged({ TroubleScreen(damaged, {}, {}, NoPickers) }),
    HelpChoices({ HelpScreen(Samples.help, {}, ways, {}) }),
    HelpWant({ HelpScreen(Samples.help.copy(chosen = HelpKind.WantToUse), {}, ways, {}) }),
    HelpUsed({ HelpScreen(Samples.help.copy(chosen = HelpKind.HaveUsed), {}, ways, {}) }),
    HelpWrong({ HelpScreen(Samples.help.copy(chosen = HelpKind.SomethingWrong), {}, ways, {}) }),
    Today({ TodayScreen(Samples.today, {}, ways) }),
    Log({ LogScreen(Samples.log, {}, ways) }),
    LogFilled({ LogScreen(Samples.logFilled, {}, ways) }),
    LogMore({ LogScreen(Samples.logMore, {}, ways) }),
    Receipt({ LogScreen(Samples.receipt, {}, ways) }),
    Diary({ DiaryScreen(Samples.diary, {}, ways) }),
    Situations({ SituationsScreen(Samples.situations, {}, ways) }),
    Why({ SituationsScreen(Samples.why, {}, ways) }),
    PlanNew({ PlanScreen(Samples.planEmpty, {}, ways) }),
    Plan({ PlanScreen(Samples.plan, {}, ways) }),
    Baseline({ BaselineScreen(Samples.baseline, {}, ways) }),
    Goal({ GoalScreen(Samples.goal, {}, ways) }),
    GoalForm({ GoalScreen(Samples.goalForm, {}, ways) }),
    Programme({ ProgrammeScreen(Samples.intake, ways) }),
    Insight({ InsightScreen(Samples.insight, {}, ways) }),
    Settings({ SettingsScreen(Samples.settings, {}, ways, NoPickers, {}) }),
    SettingsReminders({ SettingsScreen(Samples.settings, {}, ways, NoPickers, {}, SettingsPart.Reminders) }),
    SettingsKeys({ SettingsScreen(Samples.settings, {}, ways, NoPickers, {}, SettingsPart.Keys) }),
    SettingsBackup({ SettingsScreen(Samples.settings, {}, ways, NoPickers, {}, SettingsPart.Backup) }),
    SettingsPerson({ SettingsScreen(Samples.settings, {}, ways, NoPickers, {}, SettingsPart.Person) }),
    SettingsLock({ SettingsScreen(Samples.settings, {}, ways, NoPickers, {}, SettingsPart.Lock) }),
    SettingsWipe({ SettingsScreen(Samples.settings, {}, ways, NoPickers, {}, SettingsPart.Wipe) }),
}
