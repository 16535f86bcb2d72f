package org.koers.platform

import android.content.Context
import android.content.SharedPreferences
import androidx.core.content.edit
import org.json.JSONException
import org.json.JSONObject
import org.koers.logic.Awaited
import org.koers.logic.Delivery
import org.koers.logic.LocalChoices
import org.koers.logic.LockAfter

/**
 * What is chosen on this phone. Settings that say nothing about the person lie in the app's
 * preferences; which reminders were scheduled and answered lies sealed.
 */
class AndroidChoices internal constructor(context: Context, private val sealed: SealedFile) : LocalChoices {
    private val plain: SharedPreferences = context.getSharedPreferences("choices", Context.MODE_PRIVATE)
    private var kept: JSONObject? = null
    private val phones = PhoneLanguage(context)

    override var lockAfter: LockAfter
        get() = LockAfter.entries.firstOrNull { it.name == plain.getString(LOCK, null) } ?: LockAfter.AtOnce
        set(value) = keep { putString(LOCK, value.name) }

    override var lastSeen: Long?
        get() = if (plain.contains(SEEN)) plain.getLong(SEEN, 0) else null
        set(value) = keep { if (value == null) remove(SEEN) else putLong(SEEN, value) }

    /** Reminders are to come to the minute. */
    var toTheMinute: Boolean
        get() = plain.getBoolean(MINUTE, false)
        set(value) = keep { putBoolean(MINUTE, value) }

    override var language: String
        get() = wished ?: plain.getString(LANGUAGE, null) ?: java.util.Locale.getDefault().language
        set(value) = keep {
            phones.tell(value)
            putString(LANGUAGE, value)
            putString(TOLD, phones.chosen)
        }

    /** ISO 3166 code: the phone's, whatever language the app speaks. By it weeks begin and days are written. */
    val region: String get() = phones.region

    override val wished: String?
        get() = phones.chosen.let { if (it == plain.getString(TOLD, null)) null else it ?: phones.own }

    override var country: String
        get() = plain.getString(COUNTRY, null) ?: java.util.Locale.getDefault().country
        set(value) = keep { putString(COUNTRY, value) }

    override var remindersAsked: Boolean
        get() = plain.getBoolean(ASKED, false)
        set(value) = keep { putBoolean(ASKED, value) }

    override var delivery: Delivery
        @Synchronized get() = read().optJSONObject(DELIVERY)?.let {
            Delivery(it.optInt("planned"), it.optInt("fired"), it.optInt("late"))
        } ?: Delivery()
        @Synchronized set(value) = write {
            put(DELIVERY, JSONObject().put("planned", value.planned).put("fired", value.fired).put("late", value.late))
        }

    override var awaited: Map<String, Awaited>
        @Synchronized get() {
            val all = read().optJSONObject(AWAITED) ?: return emptyMap()
            return all.keys().asSequence().associateWith { awaitedOf(all.getJSONObject(it)) }
        }
        @Synchronized set(value) = write {
            put(AWAITED, JSONObject(value.mapValues { jsonOf(it.value) }))
        }

    private fun keep(change: SharedPreferences.Editor.() -> Unit) = plain.edit(commit = true, action = change)

    private fun read(): JSONObject = kept ?: (sealed.read()?.let(::parsed) ?: JSONObject()).also { kept = it }

    private fun write(change: JSONObject.() -> Unit) {
        val next = read().apply(change)
        sealed.write(next.toString().toByteArray())
    }

    private companion object {
        const val LOCK = "lock_after"
        const val SEEN = "last_seen"
        const val LANGUAGE = "language"

        /** What the phone was last told of the language; what it says beyond that was chosen in its settings. */
        const val TOLD = "language_told"
        const val MINUTE = "to_the_minute"
        const val COUNTRY = "country"
        const val ASKED = "reminders_asked"
        const val DELIVERY = "delivery"
        const val AWAITED = "awaited"
    }
}

/** JSON that was written here; null for what cannot be read. */
internal fun parsed(bytes: ByteArray): JSONObject? = try {
    JSONObject(String(bytes))
} catch (other: JSONException) {
    null
}

private fun jsonOf(awaited: Awaited) = JSONObject()
    .put("at", awaited.instantMs)
    .put("until", awaited.expiresMs)
    .put("came", awaited.came)
    .put("answered", awaited.answered)
    .putOpt("answer", awaited.answer)

private fun awaitedOf(json: JSONObject) = Awaited(
    instantMs = json.getLong("at"),
    expiresMs = json.getLong("until"),
    came = json.getBoolean("came"),
    answer = if (json.has("answer")) json.getString("answer") else null,
    answered = json.getBoolean("answered"),
)
