package org.koers.platform

import java.nio.ByteBuffer
import org.koers.logic.DraftStore

/** A half-filled entry, sealed, for a day; never in a Bundle. */
internal class AndroidDrafts(private val file: SealedFile, private val nowMs: () -> Long) : DraftStore {
    override fun keep(draft: ByteArray) =
        file.write(ByteBuffer.allocate(Long.SIZE_BYTES + draft.size).putLong(nowMs()).put(draft).array())

    override fun kept(): ByteArray? {
        val bytes = file.read() ?: return null
        val age = nowMs() - ByteBuffer.wrap(bytes).getLong()
        // A clock that was set back by more than a day says nothing about the age.
        if (age in -KEPT_MS..KEPT_MS) return bytes.copyOfRange(Long.SIZE_BYTES, bytes.size)
        drop()
        return null
    }

    override fun drop() = file.delete()

    private companion object {
        /** A day. */
        const val KEPT_MS = 24 * 60 * 60 * 1000L
    }
}
