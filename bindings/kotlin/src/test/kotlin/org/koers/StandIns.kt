package org.koers

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import java.util.TreeMap

/**
 * What differs from run to run, by a name that is the same everywhere. `<folder>` is where the files
 * of the journey lie; a step keeps what only this run has under another name. It knows no view;
 * `tests/journeys/README.md` has the rule.
 */
class StandIns(folder: String) {
    private val names = TreeMap(mapOf("<folder>" to folder))

    /** Keeps what lies at [way] (`conflicts.0.copies.1.copy`; empty for all there is). */
    fun keep(name: String, way: String, shown: Any?) {
        val steps = way.split(".").filter { it.isNotEmpty() }
        val kept = steps.fold(shown) { value, step ->
            if (value is List<*>) value[step.toInt()] else field(value as Map<*, *>, step)
        }
        names["<$name>"] = kept as? String ?: error("$way is no text")
    }

    private fun field(value: Map<*, *>, name: String): Any? =
        value.entries.first { plain(it.key as String) == plain(name) }.value

    /** Arguments as the call takes them. */
    fun given(with: JsonElement): JsonElement = when {
        with is JsonObject -> JsonObject(with.mapValues { given(it.value) })
        with is JsonArray -> JsonArray(with.map(::given))
        with is JsonPrimitive && with.isString ->
            JsonPrimitive(names.entries.fold(with.content) { text, (name, kept) -> text.replace(name, kept) })
        else -> with
    }

    /** What is shown, as it is in every run. */
    fun shown(value: Any?): Any? = when (value) {
        is String -> names.entries.fold(value) { text, (name, kept) -> text.replace(kept, name) }
        is List<*> -> value.map(::shown)
        is Map<*, *> -> value.mapValues { shown(it.value) }
        else -> value
    }
}
