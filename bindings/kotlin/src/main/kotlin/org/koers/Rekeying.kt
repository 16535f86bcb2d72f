package org.koers

/**
 * A re-key that waits for the person to have written down its recovery code. Nothing of it is on the
 * disk; [close] forgets it and changes nothing.
 */
class Rekeying internal constructor(
    internal val ready: org.koers.internal.Rekeying,
) : AutoCloseable by ready {
    /** The new recovery code as it is to be written down: seven groups of five signs, in ASCII. */
    fun recoveryCode(): ByteArray = ready.recoveryCode()

    /** The kinds of keys that will open the vault no longer, since nobody gave them. */
    fun removed(): List<SlotKind> = ready.removed()
}
