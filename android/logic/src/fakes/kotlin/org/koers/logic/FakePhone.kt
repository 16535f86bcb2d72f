package org.koers.logic

import org.koers.KoersException
import java.io.File

/**
 * A phone for tests, in a folder of its own. It does what a phone does, without any: keys that are
 * always the same, files, a board that only remembers. What a phone does to an app is set from
 * outside. `tests/scenarios/README.md` describes it for the other languages.
 */
class FakePhone(folder: File, language: String = "en") : Device {
    override val keys = FakeKeys()
    override val files = FakeFiles(folder)
    override val reminders = FakeBoard()
    override val drafts = FakeDrafts()
    override val choices = FakeChoices(language)

    /** What [elapsed] says. */
    var time = 0L

    override fun elapsed() = time
}

class FakeKeys : DeviceKeys {
    enum class Key { None, Kept, Invalidated, Refused }

    var key = Key.None
    var lockable = true

    /** The background key cannot be had now. */
    var silent = false

    override fun canLock() = lockable

    override fun has() = key != Key.None

    override suspend fun make(): ByteArray {
        key = Key.Kept
        return device()
    }

    override suspend fun release(): ByteArray = when (key) {
        Key.Kept -> device()
        Key.Refused -> throw KeyRefused()
        Key.Invalidated, Key.None -> throw KeyInvalidated()
    }

    override fun forget() {
        key = Key.None
    }

    override fun background() = if (silent) throw KoersException.Other("silent") else ByteArray(32) { 9 }

    override fun forgetBackground() = Unit

    companion object {
        fun device() = ByteArray(32) { 7 }
    }
}

class FakeHandset(override var minuteAllowed: Boolean = true) : Handset {
    override var toTheMinute = false
    override var face = Face.Koers
}

class FakeFiles(private val folder: File) : Files {
    override val vault = File(folder, "me.koers").path
    override val porch = File(folder, "me.porch").path
    override val backups = File(folder, "backups").apply { mkdirs() }.path
    private val copies = File(folder, "copies")

    override fun vaultExists() = File(vault).exists()

    override suspend fun copyOut(from: String, place: String) {
        if (!File(from).exists()) throw KoersException.NotFound()
        File(from).copyTo(File(place), overwrite = true)
    }

    override suspend fun copyIn(place: String): String {
        if (!File(place).exists()) throw KoersException.NotFound()
        return File(place).copyTo(File(copies, "in"), overwrite = true).path
    }

    override fun forgetCopies() {
        copies.deleteRecursively()
    }

    override fun forgetBackups() {
        File(backups).deleteRecursively()
        File(backups).mkdirs()
    }
}

/** Remembers what is scheduled and shown. With [left], the app is killed after so many deeds more. */
class FakeBoard : ReminderBoard {
    val planned = sortedMapOf<String, Planned>()
    val visible = sortedMapOf<String, Planned>()
    var stands = emptyList<DeliveryBlock>()
    var left: Int? = null

    /** Every deed, for tests of what a run does. */
    val deeds = mutableListOf<String>()

    override var wakesApp = true

    override fun scheduled() = planned.mapValues { it.value.instantMs }

    override fun schedule(item: Planned) = deed("schedule ${item.stableId}") { planned[item.stableId] = item }

    override fun cancel(stableId: String) = deed("cancel $stableId") { planned.remove(stableId) }

    override fun shown() = visible.keys.toSet()

    override fun show(item: Planned) = deed("show ${item.stableId}") {
        planned.remove(item.stableId)
        // Without the permission the phone shows nothing, and says nothing about it.
        if (DeliveryBlock.Notifications !in stands) visible[item.stableId] = item
    }

    override fun takeDown(stableId: String) = deed("take down $stableId") { visible.remove(stableId) }

    override fun blocks() = stands

    private fun deed(name: String, deed: () -> Unit) {
        if (left == 0) throw Killed()
        left = left?.minus(1)
        deeds += name
        deed()
    }
}

/** The app was killed here. */
class Killed : Error()

class FakeDrafts : DraftStore {
    private var bytes: ByteArray? = null

    /** What is kept cannot be had now. */
    var silent = false

    override fun keep(draft: ByteArray) {
        bytes = draft
    }

    override fun kept() = bytes.takeUnless { silent }

    override fun drop() {
        bytes = null
    }
}

class FakeChoices(language: String) : LocalChoices {
    override var language = language
        get() = wished ?: field
        set(value) {
            field = value
            wished = null
        }
    override var lockAfter = LockAfter.AtOnce
    override var lastSeen: Long? = null
    override var wished: String? = null
    override var country = "BE"
    override var remindersAsked = false
    override var delivery = Delivery()
    override var awaited = emptyMap<String, Awaited>()
}
