package org.koers

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.channels.awaitClose
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.callbackFlow
import kotlinx.coroutines.flow.flowOn
import kotlinx.coroutines.withContext
import org.koers.internal.Koers
import org.koers.internal.Observer
import java.util.concurrent.atomic.AtomicBoolean

/**
 * One person's vault, open or locked.
 *
 * Every call leaves the thread it came from and may come from any coroutine. What can go wrong is a
 * [KoersException] whose fields say what; [sentence] puts it into words for the person. The records
 * and choices are made from the Rust core; nothing is decided here.
 *
 * [close] locks the vault: forgets what was read and lets go of the file.
 */
class KoersClient private constructor(
    private val koers: Koers,
    private val io: CoroutineDispatcher,
) : AutoCloseable {
    private val closed = AtomicBoolean(false)

    /**
     * The screens that may have changed, from the moment of collection on. A collector that is slow
     * misses nothing.
     */
    val changes: Flow<Set<Screen>> = callbackFlow {
        val number = try {
            koers.observe(object : Observer {
                override fun changed(screens: List<Screen>) {
                    trySend(screens.toSet())
                }
            })
        } catch (gone: IllegalStateException) {
            // Closed before anybody listened: nothing is told any more.
            close()
            return@callbackFlow
        }
        awaitClose {
            try {
                koers.unobserve(number)
            } catch (gone: IllegalStateException) {
                // Closed before: then nothing is told any more.
            }
        }
    }.buffer(Channel.UNLIMITED).flowOn(io)

    /** A new id for a draft. */
    suspend fun newId(): RecordId = call { newId() }

    /** The language that texts come in. */
    suspend fun lang(): Lang = call { lang() }

    /** Throws what [record] would throw now; nothing is written. */
    suspend fun check(command: Command) = call { check(command) }

    /** Records one thing. When this returns, it survives a power cut. */
    suspend fun record(command: Command): Receipt = call { record(command) }

    /**
     * Records many things at once: all of them or none. Each is checked as if those before it had
     * been recorded.
     */
    suspend fun recordAll(commands: List<Command>): Receipt = call { recordAll(commands) }

    /**
     * Gives this session a porch at this path, under the thirty-two bytes of the background key: takes
     * in what lies in its drop box, and writes the porch from now on after every change.
     */
    suspend fun setPorch(path: String, key: ByteArray): Drained = call { setPorch(path, key) }

    /** Takes in what lies in the drop box: for when the app comes to the front while it is open. */
    suspend fun drain(): Drained = call { drain() }

    /** How the porch stands. */
    suspend fun porchStatus(): PorchStatus = call { porchStatus() }

    /** Takes in what lies in the drop box, and takes the porch away. */
    suspend fun removePorch(): Drained = call { removePorch() }

    /** Undoes the last change, in this or an earlier session. Undoing twice does it again. */
    suspend fun undo(): Receipt = call { undo() }

    /**
     * Reads a diary from CSV. Nothing is written in a dry run, nor while a line is bad unless bad
     * lines are to be skipped.
     */
    suspend fun importCsv(
        csv: ByteArray,
        dryRun: Boolean = false,
        skipBad: Boolean = false,
    ): ImportReport = call { importCsv(csv, dryRun, skipBad) }

    /** The substances followed. */
    suspend fun substances(): List<SubstanceView> = call { substances() }

    /** What today holds, for the first substance followed where none is named. */
    suspend fun today(substance: Code? = null): TodayView = call { today(substance) }

    /**
     * What the daily form asks and offers at this moment; for the first substance followed where
     * none is named.
     */
    suspend fun logForm(substance: Code? = null): LogFormView = call { logForm(substance) }

    /**
     * The week before the start, to be filled in or changed; for the first substance followed where
     * none is named.
     */
    suspend fun baselineForm(substance: Code? = null): BaselineFormView =
        call { baselineForm(substance) }

    /**
     * The days that are not filled in, to be filled in at once ([Command.FillIn]); for the first
     * substance followed where none is named.
     */
    suspend fun gapForm(substance: Code? = null): GapFormView = call { gapForm(substance) }

    /** Diary entries, newest first: [count] of them after skipping [skip]. */
    suspend fun diary(skip: UInt = 0u, count: UInt = 20u): DiaryView = call { diary(skip, count) }

    /** The entry whose id begins with these characters. */
    suspend fun find(shortId: String): Found = call { find(shortId) }

    /** The entry of the daily form with this id. */
    suspend fun episode(id: RecordId): Episode? = call { episode(id) }

    /** The entry of the daily form with this id, as a draft to be changed. */
    suspend fun episodeDraft(id: RecordId): EpisodeDraft = call { episodeDraft(id) }

    /** The ranked situations of a substance; of the first followed where none is named. */
    suspend fun situations(substance: Code? = null): SituationsView = call { situations(substance) }

    /**
     * The situation that a person means: by id, by its words or a part of them that fits one alone,
     * or by its place on the list. Looks at the substance named, or at all that are followed.
     */
    suspend fun findSituation(named: String, substance: Code? = null): FoundSituation =
        call { findSituation(named, substance) }

    /** How a situation stands on the list for a substance, as a draft to be changed. */
    suspend fun listDraft(substance: Code, situation: SituationId): ListDraft =
        call { listDraft(substance, situation) }

    /**
     * What to record so that a situation stands on the list for a substance. It is named by its id
     * or its words; what nobody knows yet becomes a situation in own words. [ownRating] is the
     * craving expected there, 0 to 10; null to leave it as it was.
     */
    suspend fun listing(
        substance: Code,
        named: String,
        ownRating: Long? = null,
    ): List<Command> = call { listing(substance, named, ownRating) }

    /** The plan for a situation, filled in or empty. */
    suspend fun plan(situation: SituationId): PlanView = call { plan(situation) }

    /** The plan as a draft to be changed; an empty one where there is none. */
    suspend fun planDraft(situation: SituationId): PlanDraft = call { planDraft(situation) }

    /**
     * What to record for an answer to the question about a plan, which its view holds. [note] is
     * what the person would change about the plan; empty to leave it.
     */
    suspend fun planAnswer(
        situation: SituationId,
        about: AskedAbout,
        answer: DidItHelp,
        note: String = "",
    ): Command = call { planAnswer(situation, about, answer, note) }

    /** The goal and the running week; of the first substance followed where none is named. */
    suspend fun goal(substance: Code? = null): GoalView = call { goal(substance) }

    /**
     * What a goal is chosen from, and the one that stands; for the first substance followed where
     * none is named.
     */
    suspend fun goalForm(substance: Code? = null): GoalFormView = call { goalForm(substance) }

    /** How the weeks went, newest first; for the first substance followed where none is named. */
    suspend fun insight(substance: Code? = null): InsightView = call { insight(substance) }

    /** Every goal week with its verdict. */
    suspend fun results(substance: Code? = null): ResultsView = call { results(substance) }

    /** The evaluation of the programme, or as it would be today. */
    suspend fun evaluate(substance: Code? = null): EvaluationView = call { evaluate(substance) }

    /** The reminders of the coming fourteen days. */
    suspend fun reminders(): RemindersView = call { reminders() }

    /** Help now, with the person's own people and plan. */
    suspend fun helpNow(): HelpNowView = call { helpNow() }

    /** Which steps of the intake are done and which are left. */
    suspend fun intake(): IntakeView = call { intake() }

    /** The measures that suit a kind of goal, from which an agreement can be made. */
    suspend fun measures(substance: Code, kind: GoalKind): List<MeasureView> =
        call { measures(substance, kind) }

    /** The settings to begin with, to be filled in. */
    suspend fun newProfileDraft(): ProfileDraft = call { newProfileDraft() }

    /** The settings as a draft to be changed; null before the start. */
    suspend fun profileDraft(): ProfileDraft? = call { profileDraft() }

    /** What works while locked, on this device, as a draft to be changed. */
    suspend fun whileLockedDraft(): WhileLockedDraft = call { whileLockedDraft() }

    /** The goal as a draft to be changed; null before one was chosen. */
    suspend fun goalDraft(substance: Code): GoalDraft? = call { goalDraft(substance) }

    /** A diary note as a draft to be changed. */
    suspend fun noteDraft(id: RecordId): NoteDraft = call { noteDraft(id) }

    /**
     * The report as one page of HTML that needs nothing else, about every substance followed: with
     * these parts, or all but the nickname where none are named. It is not encrypted; where it goes
     * is yours to say.
     */
    suspend fun report(parts: List<ReportPart>? = null): String = call { report(parts) }

    /**
     * The diary as CSV and every record as JSON, for two files. They are not encrypted; where they
     * go is yours to say.
     */
    suspend fun export(): Export = call { export() }

    /** Figures about the vault. */
    suspend fun stats(): Stats = call { stats() }

    /**
     * Which keys open this vault, and the sentence that asks for what is missing, from the third
     * entry on.
     */
    suspend fun keys(): KeysView = call { keys() }

    /**
     * Gives a vault that has no passphrase its first one; from then on backups can be made. Refused
     * where there is one already ([changePassphrase]). Takes a second.
     */
    suspend fun setPassphrase(new: ByteArray) = call { setPassphrase(new) }

    /** Puts a new passphrase in the place of the old one, which must be right. Takes a second. */
    suspend fun changePassphrase(old: ByteArray, new: ByteArray) =
        call { changePassphrase(old, new) }

    /** Lets these thirty-two bytes of the device's key store open the vault from now on. */
    suspend fun setDeviceKey(key: ByteArray) = call { setDeviceKey(key) }

    /** Takes the device's key away; [KoersException.NoPassphrase] where nothing else opens it. */
    suspend fun removeDeviceKey() = call { removeDeviceKey() }

    /** Makes a recovery code, in the place of the one before it. It is shown this once. */
    suspend fun newRecoveryCode(): ByteArray = call { newRecoveryCode() }

    /** Makes a new key for the whole vault ready, with its recovery code. Writes nothing. */
    suspend fun prepareRekey(
        passphrase: ByteArray,
        new: ByteArray? = null,
        deviceKey: ByteArray? = null,
    ): Rekeying = Rekeying(call { prepareRekey(passphrase, new, deviceKey) })

    /** Puts everything under the new key, once its recovery code was typed from paper. */
    suspend fun rekey(ready: Rekeying, typed: ByteArray): Receipt =
        call { rekey(ready.ready, typed) }

    /** Whether the file is older than the one of this generation, which was last seen here. */
    suspend fun openReport(lastSeen: ULong?): OpenReport = call { openReport(lastSeen) }

    /**
     * Writes a backup, checks it, and only then lets it appear at the path. It opens with the
     * passphrase and the recovery code; neither is asked for. With [replace] it takes the place of a
     * file that is there, unless that is a vault.
     */
    suspend fun backup(path: String, replace: Boolean = false): BackupReport =
        call { backup(path, replace) }

    /**
     * The backup that Koers makes by itself, into this folder under a name of its own; the last
     * three are kept. Where the newest one is whole and holds all there is, nothing is written.
     */
    suspend fun automaticBackup(folder: String): BackupReport = call { automaticBackup(folder) }

    /** Checks a backup of this vault without a secret: for the copy that was put somewhere else. */
    suspend fun checkOwnBackup(path: String): BackupReport = call { checkOwnBackup(path) }

    /** Whether a backup can be written; if not, the passphrase has to be given once. */
    suspend fun canBackUp(): Boolean = call { canBackUp() }

    /** Lets this passphrase, which must open the vault, open its backups too. Takes a second. */
    suspend fun keepBackupKey(passphrase: ByteArray) = call { keepBackupKey(passphrase) }

    /**
     * Takes in what another copy holds, a backup or the vault of another device, all or nothing. The
     * passphrase opens that copy; a backup of this vault needs none. Nothing in the other copy is
     * changed, and merging it again changes nothing here.
     */
    suspend fun merge(path: String, passphrase: ByteArray? = null): MergeReport =
        call { merge(path, passphrase) }

    /** Takes in another copy that its recovery code opens, as it was written down. */
    suspend fun mergeWithRecoveryCode(path: String, code: ByteArray): MergeReport =
        call { mergeWithRecoveryCode(path, code) }

    /** Takes in a vault that was kept aside on this device, with the key of its key store. */
    suspend fun mergeWithDeviceKey(path: String, key: ByteArray): MergeReport =
        call { mergeWithDeviceKey(path, key) }

    /** What [merge] would bring. Writes nothing. */
    suspend fun tryMerge(path: String, passphrase: ByteArray? = null): MergeReport =
        call { tryMerge(path, passphrase) }

    /** What [mergeWithRecoveryCode] would bring. Writes nothing. */
    suspend fun tryMergeWithRecoveryCode(path: String, code: ByteArray): MergeReport =
        call { tryMergeWithRecoveryCode(path, code) }

    /** What [mergeWithDeviceKey] would bring. Writes nothing. */
    suspend fun tryMergeWithDeviceKey(path: String, key: ByteArray): MergeReport =
        call { tryMergeWithDeviceKey(path, key) }

    /**
     * What was changed on two devices apart and waits for a choice: [Command.Resolve] keeps one of
     * its copies, and any edit of what is shown settles it too.
     */
    suspend fun conflicts(): List<ConflictView> = call { conflicts() }

    /**
     * Stands still at this moment and place, for previews and tests; null for the device's own
     * clock again.
     */
    suspend fun setClock(here: Here?) = call { setClock(here) }

    /** Locks the vault. Every later call throws [KoersException.Locked]. */
    suspend fun lock() = call { lock() }

    /** Locks the vault and lets go of it. Calls that still run end first. */
    override fun close() {
        if (closed.compareAndSet(false, true)) {
            koers.lock()
            koers.close()
        }
    }

    private suspend fun <T> call(call: Koers.() -> T): T = withContext(io) {
        if (closed.get()) throw KoersException.Locked()
        try {
            koers.call()
        } catch (gone: IllegalStateException) {
            // Closed between the question above and the call: the same to the caller.
            if (closed.get()) throw KoersException.Locked() else throw gone
        }
    }

    companion object {
        /**
         * Makes a new vault that this passphrase opens, and opens it. Takes half a second. [here] is
         * null for the device's own clock ([setClock]), here and wherever a vault is opened.
         */
        suspend fun create(
            path: String,
            passphrase: ByteArray,
            lang: Lang,
            here: Here? = null,
            io: CoroutineDispatcher = Dispatchers.IO,
        ): KoersClient = opened(io) { Koers.create(path, passphrase, lang, here) }

        /**
         * Makes a new vault that only the thirty-two bytes of the device's key store open, and opens
         * it at once. A passphrase can follow ([setPassphrase]); until then no backup can be made.
         */
        suspend fun createWithDeviceKey(
            path: String,
            key: ByteArray,
            lang: Lang,
            here: Here? = null,
            io: CoroutineDispatcher = Dispatchers.IO,
        ): KoersClient = opened(io) { Koers.createWithDeviceKey(path, key, lang, here) }

        /** Opens a vault. [lang] is null for the language of the profile. Takes half a second. */
        suspend fun open(
            path: String,
            passphrase: ByteArray,
            lang: Lang? = null,
            here: Here? = null,
            io: CoroutineDispatcher = Dispatchers.IO,
        ): KoersClient = opened(io) { Koers.open(path, passphrase, lang, here) }

        /** Opens a vault at once, with the thirty-two bytes that the device's key store keeps. */
        suspend fun openWithDeviceKey(
            path: String,
            key: ByteArray,
            lang: Lang? = null,
            here: Here? = null,
            io: CoroutineDispatcher = Dispatchers.IO,
        ): KoersClient = opened(io) { Koers.openWithDeviceKey(path, key, lang, here) }

        /** Opens a vault with its recovery code, as it was written down. */
        suspend fun openWithRecoveryCode(
            path: String,
            code: ByteArray,
            lang: Lang? = null,
            here: Here? = null,
            io: CoroutineDispatcher = Dispatchers.IO,
        ): KoersClient = opened(io) { Koers.openWithRecoveryCode(path, code, lang, here) }

        /** Opens; where the caller gave up meanwhile, what was opened is closed again. */
        private suspend fun opened(io: CoroutineDispatcher, open: () -> Koers): KoersClient {
            var opened: KoersClient? = null
            try {
                return withContext(io) {
                    Library.check()
                    KoersClient(open(), io).also { opened = it }
                }
            } catch (cancelled: CancellationException) {
                opened?.close()
                throw cancelled
            }
        }
    }
}
