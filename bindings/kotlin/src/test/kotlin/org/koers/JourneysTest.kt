package org.koers

import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
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
import java.lang.reflect.InvocationTargetException
import java.time.OffsetDateTime
import kotlin.reflect.full.callSuspendBy
import kotlin.reflect.full.instanceParameter
import kotlin.reflect.full.memberFunctions

/** Every journey gives in Kotlin what its file says, field by field. */
class JourneysTest {
    @get:Rule val folder = TemporaryFolder()

    @Test fun `every journey gives what its file says`() {
        val files = File("../../tests/journeys").listFiles { file -> file.extension == "json" }!!
        assertTrue("journeys are there", files.size >= 10)
        val found = files.sorted().flatMap { file ->
            val journey = Json.parseToJsonElement(file.readText()).jsonObject
            val path = File(folder.root, "${file.nameWithoutExtension}.koers").path
            val found = runBlocking { Life.begun(path, journey).differences() }
            println("${file.nameWithoutExtension}\tkotlin\t${if (found.isEmpty()) "equal" else "differs"}")
            found.map { "${file.name} $it" }
        }
        assertEquals(emptyList<String>(), found)
    }
}

/** A vault on its way. */
private class Life(
    private val path: String,
    private val journey: JsonObject,
    private var client: KoersClient,
) {
    private var here: Here? = null
    private val lang = lang(journey)

    suspend fun differences(): List<String> =
        journey.getValue("steps").jsonArray.flatMapIndexed { nth, step ->
            differences("step ${nth + 1}", step.jsonObject)
        }.also { client.close() }

    private suspend fun differences(at: String, step: JsonObject): List<String> {
        step["at"]?.let { stand(it.jsonPrimitive.content, step.getValue("zone").jsonPrimitive.content) }
        val name = step.getValue("call").jsonPrimitive.content
        val given = step["with"]?.jsonObject.orEmpty()
        var gives: Any? = null
        var fails: Any? = null
        var says: Any? = null
        try {
            gives = if (name == "open") reopen(given) else call(name, given)
        } catch (error: KoersException) {
            fails = neutral(error)
            says = error.sentence(lang)
        }
        return differences("$at $name", step["gives"] ?: JsonNull, gives) +
            differences("$at $name fails", step["fails"] ?: JsonNull, fails) +
            differences("$at $name says", step["says"] ?: JsonNull, says)
    }

    private suspend fun stand(at: String, zone: String) {
        val moment = OffsetDateTime.parse(at)
        here = Here(moment.toInstant(), Home(zone, moment.offset.totalSeconds / 60))
        client.setClock(here)
    }

    /**
     * Closes the vault and opens it again, as after a restart of the app. With `vault` it stays open,
     * and something that cannot be opened is tried instead.
     */
    private suspend fun reopen(given: Map<String, JsonElement>): Any? {
        val passphrase = given.getValue("passphrase").jsonPrimitive.content.toByteArray()
        val kind = given["vault"]?.jsonPrimitive?.content
        if (kind != null) {
            KoersClient.open(broken(kind), passphrase, here = here).close()
            return null
        }
        client.close()
        client = KoersClient.open(path, passphrase, here = here)
        return null
    }

    /** Where a vault lies that cannot be opened; but for the one in use, a copy. */
    private fun broken(kind: String): String {
        if (kind == "in_use") return path
        val copy = File("$path.$kind")
        val whole = File(path).readBytes()
        val half = whole.copyOf(whole.size / 2)
        when (kind) {
            "missing" -> Unit
            "cut_short" -> copy.writeBytes(half)
            "damaged" -> copy.writeBytes(half.copyOf(whole.size))
            "not_a_vault" -> copy.writeText("something else")
            else -> error("no such vault: $kind")
        }
        return copy.path
    }

    private suspend fun call(name: String, given: Map<String, JsonElement>): Any? {
        val function = KoersClient::class.memberFunctions.first { plain(it.name) == plain(name) }
        val with = arguments(function, given) + (function.instanceParameter!! to client)
        try {
            return neutral(function.callSuspendBy(with))
        } catch (wrapped: InvocationTargetException) {
            throw wrapped.targetException
        }
    }

    companion object {
        suspend fun begun(path: String, journey: JsonObject): Life {
            val client = KoersClient.create(path, "journey".toByteArray(), lang(journey))
            return Life(path, journey, client)
        }

        fun lang(journey: JsonObject): Lang =
            Lang.valueOf(journey.getValue("lang").jsonPrimitive.content.uppercase())
    }
}
