package org.koers.logic

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext
import org.koers.Command
import org.koers.Here
import org.koers.KoersClient
import org.koers.KoersException
import org.koers.Lang
import org.koers.WithoutVault
import org.koers.sentence
import java.time.ZoneId

/**
 * Holds the one open vault, or none, and hands it to the presenters. [here] is null for the phone's
 * own clock and place. It must not know what any screen shows.
 */
class Session(val device: Device, val here: () -> Here? = { null }) {
    private val closing = Mutex()
    private val held = MutableStateFlow<KoersClient?>(null)

    /** The open vault; null while it is locked. */
    val open: StateFlow<KoersClient?> = held.asStateFlow()

    /** Why the vault closed by itself; null where somebody locked it. */
    @Volatile
    var fell: KoersException? = null
        private set

    /** The language of what is shown: of the vault that is open or was last. */
    val lang: Lang get() = langOf(device.choices.language)

    /** In which language a vault is opened: in its own where this is null. */
    internal val wished: Lang? get() = device.choices.wished?.let(::langOf)

    /** Asks the open vault. After an uncertain commit the vault is closed: opening it decides. */
    suspend fun <T> ask(call: suspend (KoersClient) -> T): T {
        val client = held.value ?: throw KoersException.Locked()
        try {
            return call(client)
        } catch (error: KoersException.UncertainCommit) {
            fell = error
            close()
            throw error
        } catch (error: KoersException.Locked) {
            close()
            throw error
        }
    }

    /**
     * Takes this vault into use, with its porch, and gives what there is to say about it: an older
     * file that was put back, and what was noted while it was locked. A language that was chosen in
     * the phone's settings becomes its own.
     */
    suspend fun begin(client: KoersClient): List<String> {
        val choices = device.choices
        wished?.let { language -> client.profileDraft()?.let { client.record(Command.Profile(it.copy(language = language))) } }
        choices.language = client.lang().code
        fell = null
        held.value = client
        val older = client.openReport(choices.lastSeen?.toULong()).line
        return listOfNotNull(older) + porch(client)
    }

    /** Gives the vault its porch, and gives what was noted there; where that cannot be now, why. */
    private suspend fun porch(client: KoersClient): List<String> = try {
        val key = device.keys.background()
        try {
            client.setPorch(device.files.porch, key).lines
        } finally {
            key.fill(0)
        }
    } catch (error: KoersException) {
        listOf(error.sentence(lang))
    }

    /** Locks the vault, and keeps which generation of it was seen last. */
    suspend fun close() = withContext(NonCancellable + Dispatchers.IO) {
        closing.withLock {
            held.value?.let { client ->
                try {
                    device.choices.lastSeen = client.stats().generation.toLong()
                } catch (closed: KoersException) {
                    // It closed by itself; the generation seen before still holds.
                }
                client.close()
                // Told only now: whoever hears of it finds the file free.
                held.value = null
            }
        }
        Unit
    }

    /** Destroys the vault and all that belongs to it on this phone; then it is as new. */
    suspend fun wipe() {
        close()
        val files = device.files
        if (files.vaultExists()) WithoutVault.wipe(files.vault)
        WithoutVault.wipePorch(files.porch)
        device.keys.forget()
        device.keys.forgetBackground()
        device.drafts.drop()
        files.forgetCopies()
        files.forgetBackups()
        val board = device.reminders
        board.scheduled().keys.forEach(board::cancel)
        board.shown().forEach(board::takeDown)
        device.choices.apply {
            lastSeen = null
            delivery = Delivery()
            awaited = emptyMap()
        }
    }

    /** Milliseconds since 1970. */
    internal fun nowMs(): Long = here()?.now?.toEpochMilli() ?: System.currentTimeMillis()

    /** The IANA name of the zone that the phone is in. */
    internal fun zone(): String = here()?.home?.zone ?: ZoneId.systemDefault().id

    internal fun problem(error: KoersException) =
        Problem(error.sentence(lang), (error as? KoersException.InvalidDraft)?.field)
}

/** ISO 639 code. */
internal val Lang.code: String get() = name.lowercase()

/** The language with this code, or Dutch. */
internal fun langOf(code: String): Lang = Lang.entries.firstOrNull { it.code == code } ?: Lang.NL

/** The languages that the app comes in, each by its own name. */
internal fun languages(chosen: String): List<Choice> =
    listOf(Lang.NL to "Nederlands", Lang.EN to "English")
        .map { (lang, name) -> Choice(lang.code, name, lang.code == chosen) }
