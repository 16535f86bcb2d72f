package org.koers.logic

/** Something that can be picked: a code or id of the core, with its words. */
data class Choice(
    val id: String,
    val label: String,
    val chosen: Boolean = false,
    /** The heading it stands under; null where there are none. */
    val group: String? = null,
)

/** A day of the week strip. */
data class StripDay(
    /** ISO 8601. */
    val day: String,
    val weekday: String,
    val mark: DayMark,
    /** The mark in words, for screen readers. */
    val text: String,
)

/** How a day stands; each has a shape of its own besides its colour. */
enum class DayMark { Used, NotUsed, Unknown, ToCome }

/** What came of a deed: what the core says about it, and whether it can be undone. */
data class Told(
    val lines: List<String>,
    val question: String? = null,
    val canUndo: Boolean = false,
)

/** Why something did not work: at which field, where it was one, and what the core says about it. */
data class Problem(val text: String, val field: String? = null)

/** Where a suggestion, a receipt or a notification leads. */
enum class Place {
    Today, Situations, Programme, Insight, Log, Diary, FillIn, Plan, Why, Goal, Baseline, Help, Keys, Reminders, Settings,
}

/** A place, and what it is about there: a situation, an entry; null where it needs nothing. */
data class Way(val to: Place, val about: String? = null)
