package org.koers.logic

import org.koers.EpisodeDraft
import org.koers.LogFormView
import org.koers.LogSituation
import org.koers.Source
import org.koers.TagDraft
import org.koers.UseDraft
import org.koers.When
import org.koers.WordView
import java.time.LocalDate
import java.time.LocalDateTime

// Between a half-filled entry, the form of the core, what the screen shows, and the draft to record.

/** The form with what is filled in. */
internal fun stateOf(half: HalfFilled, form: LogFormView) = LogState(
    title = form.title,
    substances = form.substances.map { Choice(it.code, it.label, it.code == form.substance) },
    craving = half.craving,
    dontKnow = half.dontKnow,
    least = form.least,
    most = form.most,
    situations = offered(half, form).map { Choice(it.id, it.label, it.id in half.situations, it.group) },
    allSituations = half.allSituations,
    used = half.used,
    amount = half.amount,
    units = form.units.map { Choice(it.code, it.label, it.code == unitOf(half, form)) },
    alcoholLabel = form.alcohol?.label,
    alcohol = half.alcohol,
    more = if (half.more) moreOf(half, form) else null,
    editing = half.editing,
)

/** The likely ones, and what was picked besides; or all. */
private fun offered(half: HalfFilled, form: LogFormView): List<LogSituation> {
    if (half.allSituations) return form.situations
    val likely = form.likely.map { it.id }
    return form.likely + form.situations.filter { it.id in half.situations && it.id !in likely }
}

private fun unitOf(half: HalfFilled, form: LogFormView): String? = half.unit ?: form.units.firstOrNull()?.code

private fun moreOf(half: HalfFilled, form: LogFormView): More {
    fun choices(list: MoreList, words: List<WordView>): List<Choice> {
        val picked = half.picked[list].orEmpty()
        val known = words.map { Choice(it.code, it.label, picked.any { one -> one.code == it.code }, it.group) }
        val own = picked.filter { it.code == null }.map { Choice(it.words, it.words, chosen = true) }
        return known + own
    }
    return More(
        thoughts = choices(MoreList.Thoughts, form.thoughts),
        feelings = choices(MoreList.Feelings, form.feelings),
        body = choices(MoreList.Body, form.body),
        place = choices(MoreList.Place, form.place),
        company = choices(MoreList.Company, form.company),
        activity = choices(MoreList.Activity, form.activity),
        note = half.note,
        at = half.at,
        until = form.today.toString(),
    )
}

/** What is recorded. What the screen does not show of an entry that is changed stays as it was. */
internal fun draftOf(half: HalfFilled, form: LogFormView, before: EpisodeDraft?, zone: String): EpisodeDraft {
    fun tags(list: MoreList): List<TagDraft> {
        val old = before?.tags(list).orEmpty()
        return half.picked[list].orEmpty().map { picked ->
            old.firstOrNull { it.says(picked) } ?: TagDraft(picked.code, picked.words)
        }
    }
    val own = UseDraft(form.substance, half.amount.ifBlank { null }, unitOf(half, form))
    val alcohol = form.alcohol?.code
    val others = before?.uses.orEmpty().filter { it.substance != form.substance && it.substance != alcohol }
    val drunk = before?.uses?.firstOrNull { it.substance == alcohol } ?: alcohol?.let { UseDraft(it) }
    val blank = before ?: EpisodeDraft(half.id, form.substance, source = Source.App)
    return blank.copy(
        substance = form.substance,
        craving = half.craving?.toLong(),
        situations = half.situations,
        thoughts = tags(MoreList.Thoughts),
        feelings = tags(MoreList.Feelings),
        body = tags(MoreList.Body),
        place = tags(MoreList.Place),
        company = tags(MoreList.Company),
        activity = tags(MoreList.Activity),
        uses = listOfNotNull(own.takeIf { half.used == true }, drunk.takeIf { half.alcohol }) + others,
        note = half.note,
        `when` = half.at?.let { whenOf(it, zone) },
    )
}

/** An entry of the diary, to be changed. */
internal fun halfOf(draft: EpisodeDraft, alcohol: String?): HalfFilled {
    val own = draft.uses.firstOrNull { it.substance == draft.substance }
    val picked = MoreList.entries.associateWith { list -> draft.tags(list).map { Picked(it.code, if (it.code == null) it.words else "") } }
    return HalfFilled(
        id = draft.id,
        editing = true,
        substance = draft.substance,
        craving = draft.craving?.toInt(),
        situations = draft.situations,
        used = own != null,
        amount = own?.amount.orEmpty(),
        unit = own?.unit,
        alcohol = draft.uses.any { it.substance == alcohol },
        picked = picked,
        note = draft.note,
        more = draft.note.isNotEmpty() || picked.values.any { it.isNotEmpty() },
    )
}

private fun EpisodeDraft.tags(list: MoreList): List<TagDraft> = when (list) {
    MoreList.Thoughts -> thoughts
    MoreList.Feelings -> feelings
    MoreList.Body -> body
    MoreList.Place -> place
    MoreList.Company -> company
    MoreList.Activity -> activity
}

private fun TagDraft.says(picked: Picked) =
    if (picked.code != null) code == picked.code else code == null && words == picked.words

/** A day, or a day and a time of the clock in this zone. */
private fun whenOf(at: String, zone: String): When {
    if ('T' !in at) return When.Sometime(LocalDate.parse(at))
    val moment = LocalDateTime.parse(at)
    return When.At(moment.toLocalDate(), moment.hour.toUInt(), moment.minute.toUInt(), zone, null, false)
}
