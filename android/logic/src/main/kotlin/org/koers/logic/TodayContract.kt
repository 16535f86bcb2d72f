package org.koers.logic

/** Today: what happened, what is open, and at most three suggestions. */
data class TodayState(
    val loading: Boolean = true,
    /** The day that it is, ISO 8601. */
    val day: String = "",
    val title: String = "",
    val substances: List<Choice> = emptyList(),
    val strip: List<StripDay> = emptyList(),
    val stripText: String = "",
    /** Days without since the stop date, in words. */
    val without: String? = null,
    /** Calm lines about safety, first of all. */
    val safety: List<String> = emptyList(),
    /** Days to be confirmed. */
    val confirm: List<DayToConfirm> = emptyList(),
    /** Today can be closed in one tap. */
    val canClose: Boolean = false,
    /** Yesterday, where it is still open. */
    val openDay: OpenDay? = null,
    /** Older open days, in one line with what can be done about them. */
    val gaps: Gaps? = null,
    val suggestions: List<Suggestion> = emptyList(),
    /** What to say when nothing waits. */
    val empty: String? = null,
    /** Asked after the third entry: a passphrase, and a code on paper. */
    val keysAsk: String? = null,
    val problem: Problem? = null,
    val told: Told? = null,
)

data class DayToConfirm(
    /** ISO 8601. */
    val day: String,
    val question: String,
)

/** Yesterday, to be closed in one tap or to be noted first. */
data class OpenDay(
    /** ISO 8601. */
    val day: String,
    val text: String,
    /** The words for closing it. */
    val close: String,
    /** The words for an entry on that day first. */
    val log: String,
)

/** Days that are not filled in: how many, and the words for leaving them or filling them in. */
data class Gaps(val line: String, val goOn: String, val fillIn: String)

data class Suggestion(
    val key: String,
    val text: String,
    val reason: String?,
    /** Where it leads; null where it only says something. */
    val way: Way?,
)

sealed interface TodayEvent {
    data object Opened : TodayEvent

    data class Substance(val id: String) : TodayEvent

    /** "Nothing so far": closes today for all that is followed, in one tap. */
    data object CloseToday : TodayEvent

    /** "It stayed that way": no use on that day. "Not so" leads to an entry for that day. */
    data class Confirm(val day: String) : TodayEvent

    /** Closes yesterday, as the core asks about it. */
    data object CloseOpenDay : TodayEvent

    /** Puts the line about older open days away; the days stay unknown. */
    data object GoOn : TodayEvent

    data class NotForMe(val key: String) : TodayEvent

    data object Undo : TodayEvent

    data object Dismissed : TodayEvent
}
