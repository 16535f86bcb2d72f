package org.koers.logic

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import org.koers.Name
import org.koers.neutral

// A state in the form of the scenario files, and back to text. Knows no screen;
// `tests/scenarios/README.md` describes the form.

/** A state as maps, lists, names and leaves. */
fun formOf(state: Any): Any? = bare(neutral(state))

/** Which type a record is says nothing to another language. */
private fun bare(value: Any?): Any? = when (value) {
    is Map<*, *> -> if (value["is"] == "long_text") value else (value - "is").mapValues { bare(it.value) }
    is List<*> -> value.map(::bare)
    else -> value
}

/** What differs from run to run: ids by a name in the order in which they appear, and the folder. */
class Ids(private val folder: String) {
    private val names = linkedMapOf<String, String>()

    fun shown(value: Any?): Any? {
        seen(value)
        return replaced(value)
    }

    /** Fields come in the order of their names, whatever the order in which they are declared. */
    private fun seen(value: Any?) {
        when (value) {
            is String -> ID.findAll(value).forEach { names.getOrPut(it.value) { "id-${names.size + 1}" } }
            is List<*> -> value.forEach(::seen)
            is Map<*, *> -> value.entries.sortedBy { snake(it.key as String) }.forEach { seen(it.value) }
        }
    }

    private fun replaced(value: Any?): Any? = when (value) {
        is String -> ID.replace(value) { names.getValue(it.value) }.replace(folder, "<folder>")
        is List<*> -> value.map(::replaced)
        is Map<*, *> -> value.mapValues { replaced(it.value) }
        else -> value
    }

    /** What a step gives to an event, as it is in this run. */
    fun given(with: JsonElement): JsonElement = when (with) {
        is JsonObject -> JsonObject(with.mapValues { given(it.value) })
        is JsonArray -> JsonArray(with.map(::given))
        is JsonPrimitive -> if (with.isString) JsonPrimitive(back(with.content)) else with
    }

    private fun back(text: String): String =
        NAME.replace(text) { found -> names.entries.firstOrNull { it.value == found.value }?.key ?: found.value }

    private companion object {
        val ID = Regex("[0-9a-f]{32}")
        val NAME = Regex("id-[0-9]+")
    }
}

/** For writing a file. */
fun json(value: Any?): JsonElement = when (value) {
    null -> JsonNull
    is Boolean -> JsonPrimitive(value)
    is Number -> JsonPrimitive(value)
    is Name -> JsonPrimitive(snake(value.text))
    is List<*> -> JsonArray(value.map(::json))
    is Map<*, *> -> JsonObject(value.entries.associate { snake(it.key as String) to json(it.value) })
    else -> JsonPrimitive(value.toString())
}

private val WORDS = Regex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

fun snake(name: String): String = name.replace(WORDS, "_").lowercase()

/** What fits is on one line. */
private const val WIDTH = 110

fun text(value: JsonElement, indent: String = ""): String {
    val flat = flat(value)
    if (flat.length + indent.length <= WIDTH) return flat
    val deeper = "$indent  "
    return when (value) {
        is JsonObject -> value.entries.joinToString(",\n", "{\n", "\n$indent}") { (name, one) ->
            "$deeper\"$name\": ${text(one, deeper)}"
        }
        is JsonArray -> value.joinToString(",\n", "[\n", "\n$indent]") { deeper + text(it, deeper) }
        else -> flat
    }
}

private fun flat(value: JsonElement): String = when (value) {
    is JsonObject -> value.entries.joinToString(", ", "{", "}") { "\"${it.key}\": ${flat(it.value)}" }
    is JsonArray -> value.joinToString(", ", "[", "]") { flat(it) }
    else -> value.toString()
}
