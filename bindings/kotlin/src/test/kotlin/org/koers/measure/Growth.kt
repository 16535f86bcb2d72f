/**
 * Measures what the entries from the thousandth to the ten thousandth let the process grow by:
 * EMPTY_VAULT DEVICE_KEY. Prints `growth<TAB>mebibytes`.
 *
 * `bindings/kotlin/measure` runs it on a heap of fixed size. What is not collected yet must not count
 * as growth, so garbage is collected all along: each call leaves some in native memory too, where it
 * would stand between what stays. What is kept in the heap does count, and is added.
 */
package org.koers.measure

import kotlinx.coroutines.runBlocking
import org.koers.Command
import org.koers.EpisodeDraft
import org.koers.KoersClient
import org.koers.Source
import java.io.File

private const val MEBIBYTE = 1024.0 * 1024.0

/** Entries between two collections (judgement): garbage of a few hundred calls. */
private const val COLLECTED_EVERY = 100

/** Rounds of a collection at most, the milliseconds between them, and what no longer counts. */
private const val ROUNDS = 50
private const val BETWEEN = 20L
private const val SETTLED = 0.1

fun main(arguments: Array<String>) = runBlocking {
    val (path, digits) = arguments
    KoersClient.openWithDeviceKey(path, key(digits)).use { koers ->
        var before = 0.0
        repeat(10_000) { number ->
            if (number % COLLECTED_EVERY == 0) collect()
            if (number == 1000) before = inUse()
            val entry = EpisodeDraft(koers.newId(), "cannabis", craving = 5, source = Source.App)
            koers.record(Command.Log(entry))
        }
        println("growth\t${inUse() - before}")
    }
}

/** Until the heap gets no smaller: native memory is let go of by a thread that comes behind. */
private fun collect() {
    var before = Double.MAX_VALUE
    repeat(ROUNDS) {
        System.gc()
        if (before - heap() < SETTLED) return
        before = heap()
        Thread.sleep(BETWEEN)
    }
}

/** Mebibytes of this process in memory, as Linux tells them, and those in use in its heap. */
private fun inUse(): Double {
    collect()
    val line = File("/proc/self/status").readLines().first { it.startsWith("VmRSS:") }
    return line.filter { it.isDigit() }.toDouble() / 1024 + heap()
}

private fun heap() = Runtime.getRuntime().run { totalMemory() - freeMemory() } / MEBIBYTE
