/**
 * Measures what the entries from the thousandth to the ten thousandth let the process grow by:
 * prints `growth<TAB>mebibytes`.
 *
 * `bindings/kotlin/measure` runs it on a heap of fixed size. What is not collected yet then does
 * not count as growth; what is kept in the heap does, for it is added.
 */
package org.koers.measure

import kotlinx.coroutines.runBlocking
import org.koers.Command
import org.koers.EpisodeDraft
import org.koers.KoersClient
import org.koers.Lang
import org.koers.Source
import java.io.File
import kotlin.io.path.createTempDirectory

private const val MEBIBYTE = 1024.0 * 1024.0

/** Rounds of collecting, with a moment for what lets go of native memory afterwards (judgement). */
private const val COLLECTIONS = 3
private const val MOMENT = 100L

fun main() = runBlocking {
    val folder = createTempDirectory()
    val path = folder.resolve("grows.koers").toString()
    KoersClient.create(path, "x".toByteArray(), Lang.EN).use { koers ->
        var before = 0.0
        repeat(10_000) { number ->
            if (number == 1000) before = inUse()
            val entry = EpisodeDraft(koers.newId(), "cannabis", craving = 5, source = Source.App)
            koers.record(Command.Log(entry))
        }
        println("growth\t${inUse() - before}")
    }
    folder.toFile().deleteRecursively()
    Unit
}

/** Mebibytes of this process in memory, as Linux tells them, and those in use in its heap. */
private fun inUse(): Double {
    repeat(COLLECTIONS) {
        System.gc()
        Thread.sleep(MOMENT)
    }
    val line = File("/proc/self/status").readLines().first { it.startsWith("VmRSS:") }
    val kibibytes = line.filter { it.isDigit() }.toDouble()
    val heap = Runtime.getRuntime().run { totalMemory() - freeMemory() }
    return kibibytes / 1024 + heap / MEBIBYTE
}
