package org.koers

import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import java.io.File
import java.lang.reflect.InvocationTargetException
import java.time.OffsetDateTime
import kotlin.reflect.KClass
import kotlin.reflect.KFunction
import kotlin.reflect.KParameter
import kotlin.reflect.full.callSuspendBy
import kotlin.reflect.full.companionObject
import kotlin.reflect.full.instanceParameter
import kotlin.reflect.full.memberFunctions

/** What is open on one device. */
private class Device {
    var koers: KoersClient? = null
    var porch: PorchClient? = null
    var rekeying: Rekeying? = null
}

/** What the steps of a journey give, or the error and the sentence for it. */
class Ended(val gives: Any?, val fails: Any? = null, val says: Any? = null)

/** The devices of a person, all at one moment and place. */
class Life private constructor(private val folder: File, private val lang: Lang) : AutoCloseable {
    private var here: Here? = null
    private val names = StandIns(folder.path)
    private val devices = mutableMapOf<String, Device>()

    suspend fun step(step: JsonObject): Ended {
        step["at"]?.let { here = hereOf(it.text(), step.getValue("zone").text()) }
        val given = names.given(step["with"] ?: JsonObject(emptyMap())).jsonObject
        val gives = try {
            call(step["on"]?.text() ?: FIRST, step.getValue("call").text(), given)
        } catch (error: KoersException) {
            return Ended(null, names.shown(neutral(error)), names.shown(error.sentence(lang)))
        }
        step["keep"]?.jsonObject?.forEach { (name, way) -> names.keep(name, way.text(), gives) }
        return Ended(names.shown(gives))
    }

    private suspend fun call(on: String, name: String, given: Map<String, JsonElement>): Any? {
        val device = devices.getOrPut(on, ::Device)
        return when {
            name == "copy_file" -> {
                File(given.getValue("from").text()).copyTo(File(given.getValue("to").text()), true)
                null
            }
            name == "damage_file" -> {
                damage(File(given.getValue("path").text()))
                null
            }
            name.startsWith("open") || name.startsWith("create") -> open(device, file(folder, on), name, given)
            name == "porch.open" -> {
                device.porch = called(PorchClient.Companion, "open", given) as PorchClient
                null
            }
            name.startsWith("porch.") -> neutral(called(device.porch!!, bare(name), given))
            name.startsWith("rekeying.") -> neutral(called(device.rekeying!!, bare(name), given))
            name in WITHOUT_VAULT -> neutral(called(WithoutVault, name, given))
            else -> {
                device.koers!!.setClock(here)
                ofVault(device, device.koers!!, name, given)
            }
        }
    }

    private suspend fun ofVault(
        device: Device,
        koers: KoersClient,
        name: String,
        given: Map<String, JsonElement>,
    ): Any? = when (name) {
        "prepare_rekey" -> {
            device.rekeying = called(koers, name, given) as Rekeying
            null
        }
        "rekey" -> neutral(koers.rekey(device.rekeying!!, given.getValue("typed").text().toByteArray()))
        else -> neutral(called(koers, name, given))
    }

    /** Calls with what the file says, and with the language and the moment of the journey. */
    private suspend fun called(on: Any, name: String, given: Map<String, JsonElement>): Any? {
        val function = function(on::class, name) ?: error("no such call: $name")
        val ours = function.parameters.mapNotNull { parameter ->
            when (parameter.name) {
                "lang" -> parameter to lang
                "here" -> parameter to here
                else -> null
            }
        }
        return suspended(function, ours.toMap() + arguments(function, given) + (function.instanceParameter!! to on))
    }

    /**
     * Closes the vault and opens it again, as after a restart of the app. With `vault` it stays open,
     * and something that cannot be opened is tried instead.
     */
    private suspend fun open(device: Device, path: File, name: String, given: Map<String, JsonElement>): Any? {
        val kind = given["vault"]?.text()
        if (kind == null) device.koers?.close()
        val function = function(KoersClient::class.companionObject!!, name) ?: error("no such call: $name")
        val place = if (kind == null) path.path else broken(path, kind)
        val ours = mapOf("path" to place, "here" to here) +
            if (name.startsWith("create")) mapOf("lang" to lang) else emptyMap()
        val named = function.parameters.filter { it.name in ours }.associateWith { ours[it.name] }
        val with = named + arguments(function, given - "vault") +
            (function.instanceParameter!! to KoersClient.Companion)
        val opened = suspended(function, with) as KoersClient
        if (kind == null) device.koers = opened else opened.close()
        return null
    }

    private suspend fun suspended(function: KFunction<*>, with: Map<KParameter, Any?>): Any? =
        try {
            function.callSuspendBy(with)
        } catch (wrapped: InvocationTargetException) {
            throw wrapped.targetException
        }

    /** Where a vault lies that cannot be opened; but for the one in use, a copy. */
    private fun broken(path: File, kind: String): String {
        if (kind == "in_use") return path.path
        val copy = File("$path.$kind")
        val whole = path.readBytes()
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

    override fun close() = devices.values.forEach { device ->
        device.koers?.close()
        device.porch?.close()
        device.rekeying?.close()
    }

    companion object {
        /** The vault that a step is about, where it names none. */
        private const val FIRST = "journey"
        /** Calls that are about files alone. */
        private val WITHOUT_VAULT = setOf(
            "check_backup", "check_backup_with_recovery_code", "keys_gone", "restore",
            "restore_with_recovery_code", "salvage", "salvage_with_device_key", "salvage_with_recovery_code", "slots", "stepped",
            "wipe", "wipe_porch",
        )
        /** Bytes of the first page of a vault, which says what is in the others. */
        private const val FIRST_PAGE = 4096

        private fun damage(file: File) {
            val bytes = file.readBytes()
            bytes.fill(0, 0, FIRST_PAGE)
            file.writeBytes(bytes)
        }

        suspend fun begun(folder: File, lang: Lang): Life {
            val life = Life(folder, lang)
            val path = file(folder, FIRST).path
            val first = Device().apply { koers = KoersClient.create(path, "journey".toByteArray(), lang) }
            life.devices[FIRST] = first
            return life
        }

        private fun file(folder: File, name: String) = File(folder, "$name.koers")

        private fun hereOf(at: String, zone: String): Here {
            val moment = OffsetDateTime.parse(at)
            return Here(moment.toInstant(), Home(zone, moment.offset.totalSeconds / 60))
        }

        /** The name of a call without what it is called on. */
        private fun bare(name: String) = name.substringAfter('.')

        private fun function(kind: KClass<*>, name: String) =
            kind.memberFunctions.firstOrNull { plain(it.name) == plain(name) }

        private fun JsonElement.text(): String = jsonPrimitive.content
    }
}
