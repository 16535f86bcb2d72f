package org.koers.ui.parts

import android.os.SystemClock
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.size
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableLongStateOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.res.pluralStringResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.unit.dp
import kotlinx.coroutines.delay
import org.koers.ui.R
import org.koers.ui.theme.Space

/** Waiting it out: a clock that runs down, stopped at any time. Read aloud by the minute. */
@Composable
internal fun WaitTimer(minutes: Int, modifier: Modifier = Modifier) {
    val whole = minutes * MS_A_MINUTE
    var ends by rememberSaveable { mutableStateOf<Long?>(null) }
    var left by remember { mutableLongStateOf(whole) }
    LaunchedEffect(ends) {
        val end = ends ?: return@LaunchedEffect
        while (true) {
            left = (end - SystemClock.elapsedRealtime()).coerceAtLeast(0)
            if (left == 0L) break
            delay(HALF_A_SECOND)
        }
    }
    if (ends == null) {
        SecondButton(
            pluralStringResource(R.plurals.wait_minutes, minutes, minutes),
            { ends = SystemClock.elapsedRealtime() + whole },
            modifier.fillMaxWidth(),
            icon = Icons.clock,
        )
        return
    }
    Card(modifier, Ground.Calm) {
        Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.one), Alignment.CenterHorizontally) {
            Left(left, whole)
            OutlineButton(stringResource(if (left == 0L) R.string.timer_over else R.string.timer_stop), { ends = null; left = whole })
        }
    }
}

@Composable
private fun Left(left: Long, whole: Long) {
    val seconds = ((left + 999) / 1000).toInt()
    val wholeMinutes = (seconds + 59) / 60
    val words = if (seconds == 0) {
        stringResource(R.string.timer_done)
    } else {
        pluralStringResource(R.plurals.minutes_left, wholeMinutes, wholeMinutes)
    }
    val side = 96.dp * LocalDensity.current.fontScale.coerceAtMost(1.8f)
    Box(
        Modifier.size(side).clearAndSetSemantics { contentDescription = words; liveRegion = LiveRegionMode.Polite },
        contentAlignment = Alignment.Center,
    ) {
        CircularProgressIndicator(
            { left.toFloat() / whole },
            Modifier.size(side),
            strokeWidth = 6.dp,
            color = MaterialTheme.colorScheme.onPrimaryContainer,
            trackColor = MaterialTheme.colorScheme.surface,
        )
        Text("%d:%02d".format(java.util.Locale.ROOT, seconds / 60, seconds % 60), style = MaterialTheme.typography.titleLarge)
    }
    if (seconds == 0) Line(words)
}

private const val MS_A_MINUTE = 60_000L
private const val HALF_A_SECOND = 500L
