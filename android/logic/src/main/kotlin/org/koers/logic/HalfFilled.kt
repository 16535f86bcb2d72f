package org.koers.logic

import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.DataInputStream
import java.io.DataOutputStream
import java.io.IOException
import kotlin.math.abs

/** A word that was picked for an entry: one of the core's, or own words. */
internal data class Picked(val code: String?, val words: String)

/** An entry while it is being filled in, as it is kept from one start of the app to the next. */
internal data class HalfFilled(
    /** The id that the core gave for it, so that it is recorded once. */
    val id: String,
    /** It stands in the diary and is being changed. */
    val editing: Boolean = false,
    val substance: String = "",
    val craving: Int? = null,
    val dontKnow: Boolean = false,
    val situations: List<String> = emptyList(),
    val used: Boolean? = null,
    val amount: String = "",
    val unit: String? = null,
    val alcohol: Boolean = false,
    val picked: Map<MoreList, List<Picked>> = emptyMap(),
    val note: String = "",
    val at: String? = null,
    val allSituations: Boolean = false,
    val more: Boolean = false,
) {
    /** Nothing was filled in yet. */
    val isBlank: Boolean
        get() = craving == null && !dontKnow && situations.isEmpty() && used == null && !alcohol &&
            picked.values.all { it.isEmpty() } && note.isEmpty()

    /** With the moment at which it was kept. */
    fun bytes(keptMs: Long): ByteArray {
        val bytes = ByteArrayOutputStream()
        DataOutputStream(bytes).use { out ->
            out.writeByte(FORMAT)
            out.writeLong(keptMs)
            out.text(id)
            out.writeBoolean(editing)
            out.text(substance)
            out.writeInt(craving ?: NONE)
            out.writeBoolean(dontKnow)
            out.list(situations) { text(it) }
            out.writeInt(used?.let { if (it) 1 else 0 } ?: NONE)
            out.text(amount)
            out.maybe(unit)
            out.writeBoolean(alcohol)
            for (list in MoreList.entries) {
                out.list(picked[list].orEmpty()) {
                    maybe(it.code)
                    text(it.words)
                }
            }
            out.text(note)
            out.maybe(at)
            out.writeBoolean(allSituations)
            out.writeBoolean(more)
        }
        return bytes.toByteArray()
    }

    companion object {
        private const val FORMAT = 1

        /** The moment at which it was kept, and the entry; null for bytes that say something else. */
        fun of(bytes: ByteArray): Pair<Long, HalfFilled>? = try {
            DataInputStream(ByteArrayInputStream(bytes)).use { read(it) }
        } catch (cut: IOException) {
            null
        }

        private fun read(from: DataInputStream): Pair<Long, HalfFilled>? {
            if (from.readByte().toInt() != FORMAT) return null
            val kept = from.readLong()
            return kept to HalfFilled(
                id = from.text(),
                editing = from.readBoolean(),
                substance = from.text(),
                craving = from.readInt().takeIf { it != NONE },
                dontKnow = from.readBoolean(),
                situations = from.list { text() },
                used = from.readInt().takeIf { it != NONE }?.let { it == 1 },
                amount = from.text(),
                unit = from.maybe(),
                alcohol = from.readBoolean(),
                picked = MoreList.entries.associateWith { from.list { Picked(maybe(), text()) } },
                note = from.text(),
                at = from.maybe(),
                allSituations = from.readBoolean(),
                more = from.readBoolean(),
            )
        }
    }
}

/** For how long a half-filled entry is kept (judgement: a day). */
private const val KEPT_MS = 24 * 60 * 60 * 1000L

/** What is kept. What is older than a day, or says something else, is dropped; what cannot be had now stays. */
internal fun DraftStore.entry(nowMs: Long): HalfFilled? {
    val kept = kept() ?: return null
    val (keptMs, entry) = HalfFilled.of(kept) ?: return null.also { drop() }
    // A clock that was set back by more than a day says nothing about the age.
    return if (abs(nowMs - keptMs) < KEPT_MS) entry else null.also { drop() }
}

/** Stands for what was not answered. */
private const val NONE = -1

private fun DataOutputStream.text(text: String) {
    val bytes = text.toByteArray()
    writeInt(bytes.size)
    write(bytes)
}

private fun DataInputStream.text(): String {
    val bytes = ByteArray(readInt().coerceIn(0, available()))
    readFully(bytes)
    return String(bytes)
}

private fun DataOutputStream.maybe(text: String?) {
    writeBoolean(text != null)
    text?.let(::text)
}

private fun DataInputStream.maybe(): String? = if (readBoolean()) text() else null

private fun <T> DataOutputStream.list(all: List<T>, one: DataOutputStream.(T) -> Unit) {
    writeInt(all.size)
    all.forEach { one(it) }
}

private fun <T> DataInputStream.list(one: DataInputStream.() -> T): List<T> =
    List(readInt().coerceIn(0, available())) { one() }
