package org.koers

import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotEquals
import org.junit.Test

/** The walker itself: a field that one side lacks, another name and another value are differences. */
class NeutralTest {
    private val view = neutral(Home("Europe/Brussels", 60)) as Map<*, *>
    private val file: Map<String, JsonElement> = mapOf(
        "is" to JsonPrimitive("home"),
        "zone" to JsonPrimitive("Europe/Brussels"),
        "offset_minutes" to JsonPrimitive(60),
    )

    private fun found(file: Map<String, JsonElement>, view: Map<*, *>) =
        differences("home", JsonObject(file), view)

    @Test fun `a view that says what the file says is equal`() =
        assertEquals(emptyList<String>(), found(file, view))

    @Test fun `a field that the walker leaves out is a difference`() = assertEquals(
        listOf("home: offsetminutes is not in Kotlin"),
        found(file, view - "offsetMinutes"),
    )

    @Test fun `a field that the file does not have is a difference`() =
        assertEquals(listOf("home: zone is not in the file"), found(file - "zone", view))

    @Test fun `another name and another value are differences`() {
        val renamed = file - "zone" + ("place" to file.getValue("zone"))
        val names = listOf("home: place is not in Kotlin", "home: zone is not in the file")
        assertEquals(names, found(renamed, view))
        val other = file + ("offset_minutes" to JsonPrimitive(61))
        assertEquals(listOf("home.offset_minutes: expected 61, found 60"), found(other, view))
        assertEquals(1, found(file + ("is" to JsonPrimitive("house")), view).size)
    }

    @Test fun `a long text is its beginning, its length and its sum`() {
        val shown = neutral("é".repeat(4000)) as Map<*, *>
        assertEquals("é".repeat(500), shown["begins"])
        assertEquals(8000, shown["bytes"])
        assertNotEquals(shown["sum"], (neutral("é".repeat(3999) + "è") as Map<*, *>)["sum"])
        assertEquals("é", neutral("é".toByteArray()))
    }
}
