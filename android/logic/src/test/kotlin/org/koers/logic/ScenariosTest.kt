package org.koers.logic

import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.junit.runner.RunWith
import org.junit.runners.Parameterized
import java.io.File

/** Every scenario of `tests/scenarios`; with KOERS_RECORD=1 its states are written, for review. */
@RunWith(Parameterized::class)
class ScenariosTest(private val name: String) {
    @get:Rule val folder = TemporaryFolder()

    @Test fun `every state is as the file has it`() = runBlocking {
        val file = File(FOLDER, name)
        val (parted, played) = Scenario(file).play(folder.root)
        if (System.getenv("KOERS_RECORD") == "1") file.writeText(played) else assertEquals(emptyList<String>(), parted)
    }

    companion object {
        /** Seen from android/logic, where the tests run. */
        private val FOLDER = File("../../tests/scenarios")

        @JvmStatic
        @Parameterized.Parameters(name = "{0}")
        fun names(): List<String> {
            val files = FOLDER.list { _, name -> name.endsWith(".json") }.orEmpty().sorted()
            assertTrue("no scenarios in ${FOLDER.absolutePath}", files.isNotEmpty())
            return files
        }
    }
}
