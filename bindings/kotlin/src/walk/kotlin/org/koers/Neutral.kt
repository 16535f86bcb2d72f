package org.koers

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonPrimitive
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import kotlin.reflect.KClass
import kotlin.reflect.KFunction
import kotlin.reflect.KParameter
import kotlin.reflect.KType
import kotlin.reflect.full.memberProperties
import kotlin.reflect.full.primaryConstructor

// A Kotlin value in the form that all languages compare, and back. Nothing here knows a view by
// name. `tests/journeys/README.md` describes the form.

/** The name of a record or choice, as Kotlin writes it. */
data class Name(val text: String)

/** A name without the writing customs of a language: `NOT_USED`, `NotUsed`, `not_used`. */
fun plain(name: String): String = name.replace("_", "").lowercase()

/** The value as maps, lists, names and leaves. */
fun neutral(value: Any?): Any? = when (value) {
    null, is Boolean, is Double -> value
    is String -> text(value)
    is ByteArray -> text(String(value))
    is Byte, is Short, is Int, is Long -> (value as Number).toLong()
    is UByte -> value.toLong()
    is UShort -> value.toLong()
    is UInt -> value.toLong()
    is ULong -> value.toLong()
    is BigDecimal -> value.toPlainString()
    is LocalDate, is Instant -> value.toString()
    is Enum<*> -> Name(value.name)
    is List<*> -> value.map(::neutral)
    is Unit -> null
    else -> fields(value)
}

/** A text of so many bytes is shown in full; of a longer one, so many signs. */
private const val IN_FULL = 4000
private const val BEGINNING = 500

/** A text; of a long one its beginning, its length and the sum of its bytes (FNV-1a, 64 bits). */
private fun text(value: String): Any {
    val bytes = value.toByteArray()
    if (bytes.size <= IN_FULL) return value
    val sum = bytes.fold(0xcbf29ce484222325uL) { sum, byte ->
        (sum xor byte.toUByte().toULong()) * 0x100000001b3uL
    }
    return mapOf(
        "is" to "long_text",
        "begins" to value.substring(0, value.offsetByCodePoints(0, BEGINNING)),
        "bytes" to bytes.size,
        "sum" to sum.toString(16).padStart(16, '0'),
    )
}

private fun fields(value: Any): Any? {
    val kind = value::class
    val name = Name(kind.simpleName!!)
    val variant = kind.isNested()
    val named = kind.primaryConstructor?.parameters.orEmpty().associate { parameter ->
        val property = kind.memberProperties.first { it.name == parameter.name }
        parameter.name!! to neutral(property.getter.call(value))
    }
    return when {
        variant && named.isEmpty() -> name
        variant && named.keys.all { it.matches(Regex("v[0-9]+")) } ->
            mapOf("is" to name, "of" to (named.values.singleOrNull() ?: named.values.toList()))
        else -> mapOf("is" to name) + named
    }
}

private fun KClass<*>.isNested() = java.enclosingClass != null

/** Where the two part; a field that only one of them has is a difference. */
fun differences(at: String, expected: JsonElement, found: Any?): List<String> = when {
    expected is JsonObject && found is Map<*, *> -> objects(at, expected, found)
    expected is JsonArray && found is List<*> && expected.size == found.size ->
        expected.zip(found).flatMapIndexed { nth, (one, other) ->
            differences("$at[$nth]", one, other)
        }
    equal(expected, found) -> emptyList()
    else -> listOf("$at: expected $expected, found $found")
}

private fun objects(at: String, expected: JsonObject, found: Map<*, *>): List<String> {
    val wanted = expected.entries.associateBy { plain(it.key) }
    val there = found.entries.associateBy { plain(it.key as String) }
    return (wanted.keys + there.keys).sorted().flatMap { name ->
        val one = wanted[name]
        val other = there[name]
        when {
            one == null -> listOf("$at: $name is not in the file")
            other == null -> listOf("$at: $name is not in Kotlin")
            else -> differences("$at.${one.key}", one.value, other.value)
        }
    }
}

private fun equal(expected: JsonElement, found: Any?): Boolean = when {
    expected is JsonNull -> found == null
    expected !is JsonPrimitive -> false
    expected.isString ->
        if (found is Name) plain(expected.content) == plain(found.text) else expected.content == found
    found is Double -> expected.content.toDouble() == found
    else -> expected.content == found?.toString() && found !is String
}

/** A value of this type from the form of the file. */
fun native(type: KType, given: JsonElement): Any? {
    if (given is JsonNull) return null
    val kind = type.classifier as KClass<*>
    return when {
        kind == List::class -> (given as JsonArray).map { native(type.arguments[0].type!!, it) }
        given is JsonObject && kind.isSealed -> variant(kind, given)
        given is JsonObject -> filled(kind.primaryConstructor!!, given - "is")
        kind.isSealed -> variant(kind, JsonObject(mapOf("is" to given)))
        kind.java.isEnum ->
            kind.java.enumConstants.first { plain((it as Enum<*>).name) == plain(given.text()) }
        else -> leaf(kind, given.text())
    }
}

private fun leaf(kind: KClass<*>, text: String): Any = when (kind) {
    String::class -> text
    Boolean::class -> text.toBooleanStrict()
    Int::class -> text.toInt()
    Long::class -> text.toLong()
    UByte::class -> text.toUByte()
    UShort::class -> text.toUShort()
    UInt::class -> text.toUInt()
    ULong::class -> text.toULong()
    Double::class -> text.toDouble()
    LocalDate::class -> LocalDate.parse(text)
    Instant::class -> Instant.parse(text)
    BigDecimal::class -> BigDecimal(text)
    ByteArray::class -> text.toByteArray()
    else -> error("no leaf of the form: $kind")
}

private fun variant(kind: KClass<*>, given: JsonObject): Any {
    val name = plain(given.getValue("is").text())
    val found = kind.sealedSubclasses.first { plain(it.simpleName!!) == name }
    found.objectInstance?.let { return it }
    val constructor = found.primaryConstructor!!
    val of = given["of"] ?: return filled(constructor, given - "is")
    return constructor.call(native(constructor.parameters.single().type, of))
}

/** Calls with arguments by name; what has a default may be left out. */
fun <T> filled(function: KFunction<T>, given: Map<String, JsonElement>): T =
    function.callBy(arguments(function, given))

fun arguments(function: KFunction<*>, given: Map<String, JsonElement>): Map<KParameter, Any?> =
    given.entries.associate { (name, value) ->
        val parameter = function.parameters.first { plain(it.name.orEmpty()) == plain(name) }
        parameter to native(parameter.type, value)
    }

private fun JsonElement.text(): String = jsonPrimitive.content
