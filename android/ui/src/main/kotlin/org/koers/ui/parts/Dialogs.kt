package org.koers.ui.parts

import android.text.format.DateFormat
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.AlertDialogDefaults
import androidx.compose.material3.BasicAlertDialog
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.DatePicker
import androidx.compose.material3.DatePickerDialog
import androidx.compose.material3.DisplayMode
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.SelectableDates
import androidx.compose.material3.Snackbar
import androidx.compose.material3.SnackbarDuration
import androidx.compose.material3.SnackbarHost
import androidx.compose.material3.SnackbarHostState
import androidx.compose.material3.SnackbarResult
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TimeInput
import androidx.compose.material3.rememberDatePickerState
import androidx.compose.material3.rememberTimePickerState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalConfiguration
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import androidx.compose.ui.window.DialogProperties
import org.koers.logic.Told
import org.koers.ui.R
import org.koers.ui.theme.Space
import java.time.LocalDate
import java.time.LocalTime

/** What a dialog is about: a heading, also for who listens. */
@Composable
internal fun DialogTitle(words: String, modifier: Modifier = Modifier) = Text(words, modifier.semantics { heading() })

/** A window above the screen, which keeps off its edges; what does not fit scrolls. */
@Composable
internal fun Above(
    title: String,
    onAway: () -> Unit,
    yes: @Composable () -> Unit,
    no: (@Composable () -> Unit)? = null,
    content: @Composable () -> Unit,
) = AlertDialog(
    onDismissRequest = onAway,
    modifier = Modifier.padding(Space.two),
    properties = DialogProperties(usePlatformDefaultWidth = false),
    title = { DialogTitle(title) },
    text = { Column(Modifier.verticalScroll(rememberScrollState()), Arrangement.spacedBy(Space.two)) { content() } },
    confirmButton = yes,
    dismissButton = no,
)

/** Asks before something that weighs. */
@Composable
internal fun Ask(
    title: String,
    text: String,
    yes: String,
    onYes: () -> Unit,
    onNo: () -> Unit,
    no: String = stringResource(R.string.cancel),
) = Above(title, onNo, { MainButton(yes, onYes) }, { QuietButton(no, onNo) }) { Line(text) }

/** A dialog with fields of its own. */
@Composable
internal fun AskMore(
    title: String,
    yes: String,
    onYes: () -> Unit,
    onNo: () -> Unit,
    ready: Boolean = true,
    content: @Composable () -> Unit,
) = Above(title, onNo, { MainButton(yes, onYes, enabled = ready) }, { QuietButton(stringResource(R.string.cancel), onNo) }, content)

/** Text so large that what else stands side by side goes below. */
private val largeText: Boolean
    @Composable get() = LocalDensity.current.fontScale > 1.3f

/**
 * A time of the day, in minutes after midnight. It is typed: the numbers of a dial lie too close to
 * each other to be tapped or read aloud.
 */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
internal fun PickTime(title: String, minutes: Int, onPick: (Int) -> Unit, onCancel: () -> Unit) {
    val time = rememberTimePickerState(minutes / 60, minutes % 60, DateFormat.is24HourFormat(LocalContext.current))
    AskMore(title, stringResource(R.string.choose), { onPick(time.hour * 60 + time.minute) }, onCancel) { TimeInput(time) }
}

/** A day, ISO 8601; none after the last one, where there is one. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
internal fun PickDay(day: String?, onPick: (String) -> Unit, onCancel: () -> Unit, until: String? = null) {
    // A month needs some height; where the phone lies on its side the day is typed.
    val room = LocalConfiguration.current.screenHeightDp >= LEAST_FOR_A_MONTH
    val picked = rememberDatePickerState(
        day?.let(::pickerDay),
        initialDisplayedMonthMillis = (day ?: until)?.let(::pickerDay),
        initialDisplayMode = if (room) DisplayMode.Picker else DisplayMode.Input,
        selectableDates = remember(until) { DaysUntil(until) },
    )
    DatePickerDialog(
        onDismissRequest = onCancel,
        confirmButton = {
            MainButton(
                stringResource(R.string.choose),
                { picked.selectedDateMillis?.let { onPick(LocalDate.ofEpochDay(it / MS_A_DAY).toString()) } },
                enabled = picked.selectedDateMillis != null,
            )
        },
        dismissButton = { QuietButton(stringResource(R.string.cancel), onCancel) },
    ) {
        DatePicker(
            picked,
            title = null,
            headline = {
                DialogTitle(stringResource(R.string.choose_day), Modifier.padding(Space.three, if (room) Space.half else Space.two))
            },
            showModeToggle = room,
        )
    }
}

/** In dp: the header, six weeks and the buttons. */
private const val LEAST_FOR_A_MONTH = 560

/** The picker counts days in milliseconds of UTC. */
private const val MS_A_DAY = 86_400_000L

private fun pickerDay(day: String) = LocalDate.parse(day).toEpochDay() * MS_A_DAY

/** The days, and the years, up to the last one. */
@OptIn(ExperimentalMaterial3Api::class)
private class DaysUntil(last: String?) : SelectableDates {
    private val last = last?.let(LocalDate::parse)

    override fun isSelectableDate(utcTimeMillis: Long) = last == null || utcTimeMillis / MS_A_DAY <= last.toEpochDay()

    override fun isSelectableYear(year: Int) = last == null || year <= last.year
}

/** Minutes after midnight as a time, the way the phone writes it. */
@Composable
internal fun clock(minutes: Int): String {
    val pattern = if (DateFormat.is24HourFormat(LocalContext.current)) "HH:mm" else "h:mm a"
    return LocalTime.of(minutes / 60, minutes % 60).format(java.time.format.DateTimeFormatter.ofPattern(pattern))
}

/** Says what came of a deed and offers to undo it; gone by itself, or when it is waved away. */
@Composable
internal fun ToldHost(told: Told?, onUndo: () -> Unit, onDismissed: () -> Unit, modifier: Modifier = Modifier) {
    val host = remember { SnackbarHostState() }
    val undo = stringResource(R.string.undo)
    LaunchedEffect(told) {
        if (told == null) return@LaunchedEffect
        val result = host.showSnackbar(
            (told.lines + listOfNotNull(told.question)).joinToString("\n"),
            undo.takeIf { told.canUndo },
            withDismissAction = true,
            duration = SnackbarDuration.Long,
        )
        if (result == SnackbarResult.ActionPerformed) onUndo() else onDismissed()
    }
    SnackbarHost(host, modifier.testTag("told")) { Snackbar(it, actionOnNewLine = largeText) }
}

/** Something takes a while: what it is, and nothing to tap meanwhile. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
internal fun Busy(words: String) = BasicAlertDialog(
    onDismissRequest = { },
    modifier = Modifier.padding(Space.two),
    properties = DialogProperties(usePlatformDefaultWidth = false),
) {
    Surface(shape = AlertDialogDefaults.shape, color = AlertDialogDefaults.containerColor) {
        Row(
            Modifier.padding(Space.three).semantics { liveRegion = LiveRegionMode.Polite },
            Arrangement.spacedBy(Space.three),
            Alignment.CenterVertically,
        ) {
            CircularProgressIndicator(Modifier.size(Space.four))
            Line(words)
        }
    }
}
