package org.koers

import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.io.File

/** Every journey gives in Kotlin what its file says, field by field. */
class JourneysTest {
    @get:Rule val folder = TemporaryFolder()

    @Test fun `every journey gives what its file says`() {
        val files = File("../../tests/journeys").listFiles { file -> file.extension == "json" }!!
        assertTrue("journeys are there", files.size >= 10)
        val found = files.sorted().flatMap { file ->
            val journey = Json.parseToJsonElement(file.readText()).jsonObject
            val found = runBlocking { found(folder.newFolder(file.nameWithoutExtension), journey) }
            println("${file.nameWithoutExtension}\tkotlin\t${if (found.isEmpty()) "equal" else "differs"}")
            found.map { "${file.name} $it" }
        }
        assertEquals(emptyList<String>(), found)
    }

    private suspend fun found(folder: File, journey: JsonObject): List<String> {
        val lang = Lang.valueOf(journey.getValue("lang").jsonPrimitive.content.uppercase())
        return Life.begun(folder, lang).use { life ->
            journey.getValue("steps").jsonArray.flatMapIndexed { nth, step ->
                val found = life.step(step.jsonObject)
                val at = "step ${nth + 1} ${step.jsonObject.getValue("call").jsonPrimitive.content}"
                val expected = { part: String -> step.jsonObject[part] ?: JsonNull }
                differences(at, expected("gives"), found.gives) +
                    differences("$at fails", expected("fails"), found.fails) +
                    differences("$at says", expected("says"), found.says)
            }
        }
    }
}
