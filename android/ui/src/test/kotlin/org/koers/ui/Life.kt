package org.koers.ui

import kotlinx.coroutines.runBlocking
import org.koers.Here
import org.koers.Home
import org.koers.KoersClient
import org.koers.Lang
import org.koers.WithoutVault
import org.koers.logic.BaselineEvent
import org.koers.logic.BaselinePresenter
import org.koers.logic.DeliveryBlock
import org.koers.logic.DiaryEvent
import org.koers.logic.DiaryPresenter
import org.koers.logic.DoorEvent
import org.koers.logic.DoorPresenter
import org.koers.logic.FakeKeys
import org.koers.logic.FakePhone
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
import org.koers.logic.MoreList
import org.koers.logic.PlanEvent
import org.koers.logic.PlanPresenter
import org.koers.logic.Presenter
import org.koers.logic.ReminderMirror
import org.koers.logic.Session
import org.koers.logic.SettingsEvent
import org.koers.logic.SettingsPresenter
import org.koers.logic.SituationsEvent
import org.koers.logic.SituationsPresenter
import org.koers.logic.StartEvent
import org.koers.logic.StartPresenter
import org.koers.logic.TodayEvent
import org.koers.logic.TodayPresenter
import org.koers.logic.WayOut
import java.io.File
import java.time.Instant
import java.time.LocalDate
import kotlin.io.path.createTempDirectory

/**
 * The states of all screens, as the presenters make them of a real vault: an invented person of the
 * core, two weeks on their way. Nothing in it is made by hand.
 */
internal class Life private constructor(private val lang: Lang) {
    private val here = Here(Instant.parse("2026-03-21T19:00:00Z"), Home("Europe/Brussels", 60))
    private val phone = newPhone()
    private val session = Session(phone) { here }

    /** A second phone with the same vault, to stand before its door. */
    private val door = newPhone()
    private val doorSession = Session(door) { here }

    /** A third one, after a week of silence. */
    private val later = Here(Instant.parse("2026-03-24T19:00:00Z"), here.home)
    private val away = newPhone()
    private val awaySession = Session(away) { later }

    init {
        runBlocking { begin() }
    }

    private fun newPhone() =
        FakePhone(createTempDirectory("koers-life").toFile().apply { deleteOnExit() }, lang.name.lowercase())

    private suspend fun begin() {
        val koers = KoersClient.createWithDeviceKey(phone.files.vault, FakeKeys.device(), lang, here)
        phone.keys.key = FakeKeys.Key.Kept
        koers.setPassphrase(PASSPHRASE.toByteArray())
        val sample = WithoutVault.sample(lang, "cannabis", 5u, 3u, LocalDate.of(2026, 3, 30))
        for (batch in sample.batches.filter { it.at <= here.now }) {
            koers.setClock(Here(batch.at, sample.home))
            koers.recordAll(batch.commands)
        }
        koers.close()
        File(phone.files.vault).copyTo(File(door.files.vault))
        File(phone.files.vault).copyTo(File(away.files.vault))
        awaySession.begin(KoersClient.openWithDeviceKey(away.files.vault, FakeKeys.device(), here = later))
        session.begin(KoersClient.openWithDeviceKey(phone.files.vault, FakeKeys.device(), here = here))
    }

    private fun <State : Any, Event : Any> Presenter<State, Event>.told(vararg events: Event): State = runBlocking {
        events.forEach { on(it) }
        state.value
    }

    val today = TodayPresenter(session).told(TodayEvent.Opened)
    val todayOpen = TodayPresenter(awaySession).told(TodayEvent.Opened)
    val fillIn = FillInPresenter(awaySession).run {
        val (first, second) = told(FillInEvent.Opened()).days.map { it.day }
        told(FillInEvent.Answer(first, used = false), FillInEvent.Answer(second, used = true))
    }
    val fillInNone = FillInPresenter(awaySession).told(FillInEvent.Opened(), FillInEvent.RestNotUsed, FillInEvent.Save)
    val situations = SituationsPresenter(session).told(SituationsEvent.Opened)
    private val first = situations.places.first().id
    private val bare = situations.places.first { !it.hasPlan }.id
    private val planned = situations.places.first { it.hasPlan }.id
    val why = SituationsPresenter(session).told(SituationsEvent.Opened, SituationsEvent.Why(first))
    val whyPlan = SituationsPresenter(session).told(SituationsEvent.Opened, SituationsEvent.Why(planned))
    val plan = PlanPresenter(session).told(PlanEvent.Opened(planned))
    val planNew = PlanPresenter(session).told(PlanEvent.Opened(bare))
    val diary = DiaryPresenter(session).told(DiaryEvent.Opened)
    val diaryAsks = DiaryPresenter(session).told(DiaryEvent.Opened, DiaryEvent.Delete(diary.days.first().entries.first().id))
    val baseline = BaselinePresenter(session).told(BaselineEvent.Opened)
    val goal = GoalPresenter(session).told(GoalEvent.Opened)
    val goalForm = GoalPresenter(session).told(GoalEvent.Opened, GoalEvent.Change)
    val intake = IntakePresenter(session).told(IntakeEvent.Opened)
    val insight = InsightPresenter(session).told(InsightEvent.Opened)
    val help = HelpPresenter(session).told(HelpEvent.Opened)

    /** A new presenter of the log, on this vault. */
    fun logPresenter() = LogPresenter(session)

    val log = logPresenter().told(LogEvent.Opened())
    private val filled = arrayOf(
        LogEvent.Opened(), LogEvent.Discard, LogEvent.Craving(8), LogEvent.Situation(log.situations.first().id), LogEvent.Used(true),
        LogEvent.Step(true), LogEvent.Step(true),
    )
    val logFilled = logPresenter().told(*filled, LogEvent.Alcohol)
    val logMore = logPresenter().run {
        val feeling = told(*filled, LogEvent.More).more!!.feelings.first().id
        told(LogEvent.Pick(MoreList.Feelings, feeling))
    }
    val logRestored = logPresenter().told(LogEvent.Opened())
    val logAll = logPresenter().told(LogEvent.Opened(), LogEvent.Discard, LogEvent.AllSituations)
    val receipt = logPresenter().told(
        LogEvent.Opened(), LogEvent.Craving(8), LogEvent.Situation(planned), LogEvent.Used(false), LogEvent.Save,
    )

    val settings = run {
        runBlocking { ReminderMirror(phone) { here }.run() }
        phone.reminders.stands = listOf(DeliveryBlock.BatterySaver)
        SettingsPresenter(session).told(SettingsEvent.Opened)
    }
    val settingsAsks = SettingsPresenter(session).told(SettingsEvent.Opened, SettingsEvent.Wipe)
    val settingsCode = SettingsPresenter(session).told(SettingsEvent.Opened, SettingsEvent.NewCode)
    val settingsCodeAgain = SettingsPresenter(session).told(SettingsEvent.Opened, SettingsEvent.NewCode)
    val settingsDeviceOff = SettingsPresenter(session).told(SettingsEvent.Opened, SettingsEvent.RemoveDevice)
    val settingsRestore = File(phone.files.backups, "copy.koers").path.let { copy ->
        val restoring = SettingsEvent.RestoreFrom(copy, PASSPHRASE.toByteArray())
        SettingsPresenter(session).told(SettingsEvent.Opened, SettingsEvent.BackUpTo(copy), restoring)
    }

    /** As it is for who began with the lock of the phone alone: no passphrase yet. */
    val settingsBare = settings.run { copy(keys = keys.copy(passphrase = false)) }
    val settingsBackUp = settings.run { copy(backup = backup.copy(needsPassphrase = true)) }

    private val start = StartPresenter(Session(newPhone()) { here })
    val startLanguage = start.told(StartEvent.Opened)
    val startSubstance = start.told(StartEvent.Next, StartEvent.Substance("cannabis"))
    val startNickname = start.told(StartEvent.Next, StartEvent.Nickname("Sam"))
    val startLock = start.told(StartEvent.Next)
    val startBaseline = start.told(StartEvent.LockWithDevice, StartEvent.Baseline(BaselineEvent.EveryDay("2")))

    val locked = run {
        door.keys.key = FakeKeys.Key.Kept
        DoorPresenter(doorSession).told(DoorEvent.Started)
    }
    val wrong = run {
        door.keys.key = FakeKeys.Key.Invalidated
        DoorPresenter(doorSession).told(DoorEvent.Started, DoorEvent.Device, DoorEvent.Passphrase("another".toByteArray()))
    }
    val trouble = run {
        File(door.files.vault).writeText("something else")
        DoorPresenter(doorSession).told(DoorEvent.Started)
    }
    val troubleAsks = DoorPresenter(doorSession).told(DoorEvent.Started, DoorEvent.Out(WayOut.StartOver))
    val welcome = DoorPresenter(Session(newPhone()) { here }).told(DoorEvent.Started)

    val keysGone = runBlocking {
        val phone = newPhone()
        KoersClient.createWithDeviceKey(phone.files.vault, FakeKeys.device(), lang, here).close()
        DoorPresenter(Session(phone) { here }).told(DoorEvent.Started)
    }

    /** The last: what it deleted is put back. */
    val diaryTold = DiaryPresenter(session).run {
        val newest = told(DiaryEvent.Opened).days.first().entries.first().id
        told(DiaryEvent.Delete(newest), DiaryEvent.DeleteYes).also { told(DiaryEvent.Undo) }
    }

    companion object {
        private const val PASSPHRASE = "four words on paper"
        private val made = mutableMapOf<Lang, Life>()

        /** Made once for each language. */
        fun of(lang: Lang): Life = made.getOrPut(lang) { Life(lang) }
    }
}
