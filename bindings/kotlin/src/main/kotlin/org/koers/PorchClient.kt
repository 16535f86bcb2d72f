package org.koers

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import org.koers.internal.Porch

/**
 * What works while the vault is locked: reminders, help, and notes that are in the diary once it is
 * unlocked.
 *
 * Every call leaves the thread it came from. `here` is null for the device's own clock.
 */
class PorchClient private constructor(
    private val porch: Porch,
    private val io: CoroutineDispatcher,
) : AutoCloseable {
    /** The reminders to be shown now; what is not in it is taken off the screen. */
    suspend fun due(lang: Lang, here: Here? = null): List<PorchReminder> =
        withContext(io) { porch.due(lang, here) }

    /** The reminders to come: schedule what is new and cancel what is gone, by stable id. */
    suspend fun plan(lang: Lang, here: Here? = null): List<PorchReminder> =
        withContext(io) { porch.plan(lang, here) }

    /** Help for anybody, with the lines of the emergency plan that the person ticked for it. */
    suspend fun helpNow(lang: Lang): HelpNowView = withContext(io) { porch.helpNow(lang) }

    /** Notes something without unlocking. When this returns, it survives a power cut. */
    suspend fun drop(draft: DropDraft, here: Here? = null) =
        withContext(io) { porch.drop(draft, here) }

    /** Puts a reminder off for an hour. */
    suspend fun later(stableId: String, here: Here? = null) =
        withContext(io) { porch.later(stableId, here) }

    /** A new id for what is noted. */
    suspend fun newId(): RecordId = withContext(io) { porch.newId() }

    override fun close() = porch.close()

    companion object {
        /** Opens the porch at this path with the thirty-two bytes of the background key. */
        suspend fun open(
            path: String,
            key: ByteArray,
            io: CoroutineDispatcher = Dispatchers.IO,
        ): PorchClient = withContext(io) {
            Library.check()
            PorchClient(Porch.open(path, key), io)
        }
    }
}
