package org.koers

import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Assume.assumeTrue
import org.junit.Test
import java.io.File

/**
 * A library that does not fit is told by a clear error, not by a crash. `tests/another-version`
 * makes them; each is tried in a virtual machine of its own.
 */
class LibraryTest {
    private val libraries = File(System.getProperty("koers.made"), "other")

    /** What the client says beside this library, in three lines: see [main]. */
    private fun beside(library: File): List<String> {
        val java = File(System.getProperty("java.home"), "bin/java").path
        val override = listOf("koers", "koers_core").map { "-Duniffi.component.$it.libraryOverride=$library" }
        val command = listOf(java) + override +
            listOf("-cp", System.getProperty("java.class.path"), "org.koers.LibraryTestKt")
        val process = ProcessBuilder(command).redirectErrorStream(true).start()
        val said = process.inputStream.bufferedReader().readLines()
        assertEquals(said.joinToString("\n"), 0, process.waitFor())
        return said
    }

    @Test fun `a library that does not fit is named by each call, with the version of the sources`() {
        assumeTrue("the libraries are made on Linux", System.getProperty("os.name") == "Linux")
        val expected = mapOf(
            "checksum" to "API checksum mismatch",
            "contract" to "contract version mismatch",
            "missing" to "uniffi_koers_ffi_fn_method_koers_today",
            "nowhere" to "nowhere",
        )
        for ((kind, detail) in expected) {
            val (misfit, thrown, sentence) = beside(File(libraries, "$kind/libkoers_ffi.so"))
            val begins = "the library does not fit Koers for Kotlin ${Library.VERSION}: "
            assertTrue(misfit, misfit.startsWith(begins) && detail in misfit)
            assertEquals("Other $misfit", thrown)
            assertEquals(misfit, sentence)
        }
    }

    @Test fun `the library that was built fits, and says the version of this module`() {
        assertNull(WithoutVault.misfit)
        assertEquals(org.koers.internal.version(), Library.VERSION)
        val version = Regex("<artifactId>koers</artifactId>\\s*<version>(.*?)</version>")
        assertEquals(Library.VERSION, version.find(File("pom.xml").readText())!!.groupValues[1])
    }
}

/** Says why the library cannot be used, what opening throws, and the sentence for it. */
fun main() = runBlocking<Unit> {
    // A message of the system's loader may have several lines.
    fun line(text: String?) = println(text?.lines()?.joinToString(" "))
    line(WithoutVault.misfit)
    try {
        KoersClient.open("nowhere", ByteArray(0))
    } catch (error: KoersException.Other) {
        line("Other ${error.reason}")
        line(error.sentence(Lang.NL))
    }
}
