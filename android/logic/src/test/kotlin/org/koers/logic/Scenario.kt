package org.koers.logic

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.koers.Here
import org.koers.KoersClient
import org.koers.Lang
import org.koers.differences
import org.koers.native
import java.io.File
import java.time.LocalDate
import kotlin.reflect.KClass
import kotlin.reflect.full.starProjectedType

/** One file of `tests/scenarios`: events in, states out. It knows no state by its fields. */
class Scenario(private val file: File) {
    private val written = Json.parseToJsonElement(file.readText()).jsonObject
    private val kind = KINDS.getValue(written.text("presenter"))

    /** Plays it in this folder. Gives where it parts from the file, and the file as it went. */
    suspend fun play(folder: File): Pair<List<String>, String> {
        val stage = Stage(folder, written, kind.make)
        val ids = Ids(folder.path)
        val parted = mutableListOf<String>()
        var expected = JsonObject(emptyMap())
        var before = JsonObject(emptyMap())
        val steps = written.getValue("steps").jsonArray.mapIndexed { nth, step ->
            val state = ids.shown(formOf(stage.step(step.jsonObject, ids, kind.events)))
            // What a step does not name stays as it was.
            expected = JsonObject(expected + (step.jsonObject["state"]?.jsonObject ?: JsonObject(emptyMap())))
            parted += differences("step ${nth + 1}", expected, state)
            val now = json(state).jsonObject
            val changed = JsonObject(now.filter { before[it.key] != it.value })
            before = now
            JsonObject(step.jsonObject - "state" + ("state" to changed))
        }
        stage.close()
        return parted to text(JsonObject(written - "steps" + ("steps" to JsonArray(steps)))) + "\n"
    }

    private class Kind(val events: KClass<*>, val make: (Session) -> Presenter<*, *>)

    private companion object {
        val KINDS = mapOf(
            "baseline" to Kind(BaselineEvent::class, ::BaselinePresenter),
            "diary" to Kind(DiaryEvent::class, ::DiaryPresenter),
            "door" to Kind(DoorEvent::class, ::DoorPresenter),
            "fill_in" to Kind(FillInEvent::class, ::FillInPresenter),
            "goal" to Kind(GoalEvent::class, ::GoalPresenter),
            "help" to Kind(HelpEvent::class, ::HelpPresenter),
            "insight" to Kind(InsightEvent::class, ::InsightPresenter),
            "intake" to Kind(IntakeEvent::class, ::IntakePresenter),
            "log" to Kind(LogEvent::class, ::LogPresenter),
            "plan" to Kind(PlanEvent::class, ::PlanPresenter),
            "reminders" to Kind(BoardEvent::class, ::BoardPresenter),
            "settings" to Kind(SettingsEvent::class, ::SettingsPresenter),
            "situations" to Kind(SituationsEvent::class, ::SituationsPresenter),
            "start" to Kind(StartEvent::class, ::StartPresenter),
            "today" to Kind(TodayEvent::class, ::TodayPresenter),
        )
    }
}

/** The phone, the session and the presenter of a scenario, at one moment and place. */
private class Stage(folder: File, private val written: JsonObject, private val make: (Session) -> Presenter<*, *>) {
    private val phone = FakePhone(folder, written.text("lang"))
    private var here: Here? = null
    private var session = Session(phone) { here }
    private var presenter = make(session)
    private var elsewhere: KoersClient? = null
    private var begun = false

    suspend fun step(step: JsonObject, ids: Ids, events: KClass<*>): Any {
        if (!begun) {
            moment(written.text("at"))
            begin()
        }
        step["at"]?.let { moment(it.jsonPrimitive.content) }
        step["phone"]?.jsonObject?.forEach { (what, value) -> phone(what, value) }
        step["event"]?.let { event ->
            val with = ids.given(step["with"] ?: JsonObject(emptyMap())).jsonObject
            @Suppress("UNCHECKED_CAST")
            (presenter as Presenter<*, Any>).on(native(events.starProjectedType, JsonObject(with + ("is" to event)))!!)
        }
        return presenter.state.value
    }

    private suspend fun moment(at: String) {
        here = hereOf(at, written.text("zone"))
        session.open.value?.setClock(here)
    }

    /** The vault of the life, and open unless the scenario says otherwise. */
    private suspend fun begin() {
        begun = true
        val life = written["life"] as? JsonObject ?: return
        val keys = written["keys"]?.jsonObject
        Lives.put(
            LifeOf(
                lang = Lang.valueOf(written.text("lang").uppercase()),
                substance = life.text("substance"),
                weeks = life.text("weeks").toUInt(),
                seed = life.text("seed").toULong(),
                today = LocalDate.parse(life.text("today")),
                until = here!!.now,
                device = keys?.get("device")?.jsonPrimitive?.content != "false",
                passphrase = (keys?.get("passphrase") as? JsonPrimitive)?.content,
            ),
            phone,
        )
        if (written["open"]?.jsonPrimitive?.content != "false") open()
    }

    private suspend fun open() =
        session.begin(KoersClient.openWithDeviceKey(phone.files.vault, FakeKeys.device(), here = here))

    /** What the phone does to the app. */
    private suspend fun phone(what: String, value: JsonElement) {
        val text = (value as? JsonPrimitive)?.content.orEmpty()
        when (what) {
            "elapsed" -> phone.time = text.toLong()
            "lock_after" -> phone.choices.lockAfter = LockAfter.entries.first { snake(it.name) == text }
            "can_lock" -> phone.keys.lockable = text.toBooleanStrict()
            "key" -> phone.keys.key = FakeKeys.Key.entries.first { snake(it.name) == text }
            "blocks" -> phone.reminders.stands = value.jsonArray.map { block ->
                DeliveryBlock.entries.first { snake(it.name) == block.jsonPrimitive.content }
            }
            "vault" -> vault(File(phone.files.vault), text)
            "app" -> killed(open = text == "killed_and_opened")
            else -> error("no such thing: $what")
        }
    }

    private suspend fun vault(file: File, what: String) {
        elsewhere?.close()
        elsewhere = null
        when (what) {
            "free" -> Unit
            "in_use" -> elsewhere = KoersClient.openWithDeviceKey(file.path, FakeKeys.device())
            "cut_short" -> file.writeBytes(file.readBytes().let { it.copyOf(it.size / 2) })
            "damaged" -> file.writeBytes(file.readBytes().apply { fill(0, size / 2, size) })
            "beginning_gone" -> file.writeBytes(file.readBytes().apply { fill(0, 0, FIRST_PAGE) })
            "not_a_vault" -> file.writeText("something else")
            "missing" -> file.delete()
            else -> error("no such vault: $what")
        }
    }

    /** The process ends and the app comes up again: only what the phone keeps is left. */
    private suspend fun killed(open: Boolean) {
        session.open.value?.close()
        session = Session(phone) { here }
        presenter = make(session)
        if (open) open()
    }

    suspend fun close() {
        elsewhere?.close()
        session.close()
    }

    private companion object {
        /** Bytes of the first page of a vault, which says what is in the others. */
        const val FIRST_PAGE = 4096
    }
}

private fun JsonObject.text(name: String): String = getValue(name).jsonPrimitive.content
