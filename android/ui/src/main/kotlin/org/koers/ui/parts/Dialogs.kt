package org.koers.ui.parts

import android.text.format.DateFormat
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.DatePicker
import androidx.compose.material3.DatePickerDialog
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.SnackbarDuration
import androidx.compose.material3.SnackbarHost
import androidx.compose.material3.SnackbarHostState
import androidx.compose.material3.SnackbarResult
import androidx.compose.material3.Text
import androidx.compose.material3.TimePicker
import androidx.compose.material3.rememberDatePickerState
import androidx.compose.material3.rememberTimePickerState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import org.koers.logic.Told
import org.koers.ui.R
import org.koers.ui.theme.Space
import java.time.LocalDate
import java.time.LocalTime
import java.time.ZoneOffset

/** What a dialog is about: a heading, also for who listens. */
@Composable
internal fun DialogTitle(words: String) = Text(words, Modifier.semantics { heading() })

/** Asks before something that weighs. */
@Composable
internal fun Ask(
    title: String,
    text: String,
    yes: String,
    onYes: () -> Unit,
    onNo: () -> Unit,
    no: String = stringResource(R.string.cancel),
) = AlertDialog(
    onDismissRequest = onNo,
    title = { DialogTitle(title) },
    text = { Line(text, Modifier.verticalScroll(rememberScrollState())) },
    confirmButton = { MainButton(yes, onYes) },
    dismissButton = { QuietButton(no, onNo) },
)

/** A dialog with fields of its own. */
@Composable
internal fun AskMore(
    title: String,
    yes: String,
    onYes: () -> Unit,
    onNo: () -> Unit,
    ready: Boolean = true,
    content: @Composable () -> Unit,
) = AlertDialog(
    onDismissRequest = onNo,
    title = { DialogTitle(title) },
    text = {
        Column(Modifier.verticalScroll(rememberScrollState()), Arrangement.spacedBy(Space.two)) { content() }
    },
    confirmButton = { MainButton(yes, onYes, enabled = ready) },
    dismissButton = { QuietButton(stringResource(R.string.cancel), onNo) },
)

/** A time of the day, in minutes after midnight. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
internal fun PickTime(title: String, minutes: Int, onPick: (Int) -> Unit, onCancel: () -> Unit) {
    val time = rememberTimePickerState(minutes / 60, minutes % 60, DateFormat.is24HourFormat(LocalContext.current))
    AskMore(title, stringResource(R.string.choose), { onPick(time.hour * 60 + time.minute) }, onCancel) {
        TimePicker(time)
    }
}

/** A day, ISO 8601. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
internal fun PickDay(day: String?, onPick: (String) -> Unit, onCancel: () -> Unit) {
    val picked = rememberDatePickerState(day?.let { LocalDate.parse(it).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() })
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
    ) { DatePicker(picked) }
}

/** The picker counts days in milliseconds of UTC. */
private const val MS_A_DAY = 86_400_000L

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
    SnackbarHost(host, modifier)
}

/** Something takes a while: what it is, and nothing to tap meanwhile. */
@Composable
internal fun Busy(words: String) = AlertDialog(
    onDismissRequest = { },
    confirmButton = { },
    text = {
        Row(Modifier.semantics { liveRegion = LiveRegionMode.Polite }, verticalAlignment = Alignment.CenterVertically) {
            CircularProgressIndicator(Modifier.padding(end = Space.two))
            Line(words)
        }
    },
)
