package org.koers

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.PrintStream

/** The README's sample, which is compiled beside the tests. */
class SampleTest {
    @Test fun `the sample runs and has at most thirty lines`() {
        val code = Regex("```kotlin\n(.*?)```", RegexOption.DOT_MATCHES_ALL)
            .find(File("README.md").readText())!!.groupValues[1]
        assertTrue(code.lines().size <= 31)
        // What is not void is nothing that a JVM begins with.
        assertEquals(Void.TYPE, Class.forName("sample.SampleKt").getMethod("main").returnType)
        val out = ByteArrayOutputStream()
        val before = System.out
        System.setOut(PrintStream(out))
        try {
            sample.main()
        } finally {
            System.setOut(before)
        }
        assertTrue(out.toString(), "craving - " in out.toString())
    }
}
