package org.koers.ui

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalConfiguration
import androidx.compose.ui.res.stringResource
import org.koers.logic.Choice
import org.koers.logic.LogEvent
import org.koers.logic.More
import org.koers.logic.MoreList
import org.koers.ui.parts.AddLine
import org.koers.ui.parts.Buttons
import org.koers.ui.parts.Chips
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Icons
import org.koers.ui.parts.OutlineButton
import org.koers.ui.parts.PickDay
import org.koers.ui.parts.PickTime
import org.koers.ui.parts.QuietButton
import org.koers.ui.parts.WordsField
import org.koers.ui.theme.Space
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.format.DateTimeFormatter
import java.time.format.FormatStyle

/** What "more" opens: another time, a note, and the lists to pick from. */
@Composable
internal fun ColumnScope.LogMore(more: More, on: (LogEvent) -> Unit) {
    Heading(stringResource(R.string.another_time), Modifier.padding(top = Space.one))
    When(more.at, more.until, { on(LogEvent.At(it)) })
    WordsField(stringResource(R.string.note), more.note, { on(LogEvent.Note(it)) }, lines = 3)
    Picks(R.string.thoughts, MoreList.Thoughts, more.thoughts, on)
    Picks(R.string.feelings, MoreList.Feelings, more.feelings, on)
    Picks(R.string.body, MoreList.Body, more.body, on)
    Picks(R.string.place, MoreList.Place, more.place, on)
    Picks(R.string.company, MoreList.Company, more.company, on)
    Picks(R.string.activity, MoreList.Activity, more.activity, on)
}

@Composable
private fun Picks(title: Int, list: MoreList, choices: List<Choice>, on: (LogEvent) -> Unit) =
    Column(Modifier.padding(top = Space.one)) {
        Heading(stringResource(title))
        Chips(choices, { on(LogEvent.Pick(list, it)) })
        AddLine(stringResource(R.string.own_words), { on(LogEvent.OwnWords(list, it)) })
    }

/** Now, or another moment: a day and a time. */
@Composable
private fun When(at: String?, until: String, onPick: (String?) -> Unit) {
    var asksDay by remember { mutableStateOf(false) }
    var day by remember { mutableStateOf<String?>(null) }
    Buttons {
        OutlineButton(at?.let { said(it) } ?: stringResource(R.string.now), { asksDay = true }, icon = Icons.clock)
        if (at != null) QuietButton(stringResource(R.string.back_to_now), { onPick(null) })
    }
    if (asksDay) {
        PickDay(at?.substringBefore(TIME), { day = it; asksDay = false }, { asksDay = false }, until)
    }
    day?.let { chosen ->
        val time = at?.takeIf { TIME in it }?.let { LocalTime.parse(it.substringAfter(TIME)) }
        val minutes = time?.let { it.hour * 60 + it.minute } ?: NOON
        PickTime(
            stringResource(R.string.what_time),
            minutes,
            { onPick("%sT%02d:%02d".format(java.util.Locale.ROOT, chosen, it / 60, it % 60)); day = null },
            { day = null },
        )
    }
}

/** The day, and the time where there is one. */
@Composable
private fun said(at: String): String {
    val locale = LocalConfiguration.current.locales[0]
    return if (TIME in at) {
        val words = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        LocalDateTime.parse(at).format(words.withLocale(locale))
    } else {
        LocalDate.parse(at).format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale))
    }
}

/** What stands between a day and a time. */
private const val TIME = 'T'

/** Where the clock begins when another day was chosen. */
private const val NOON = 12 * 60
