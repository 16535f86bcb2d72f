package org.koers.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.pluralStringResource
import androidx.compose.ui.res.stringResource
import org.koers.logic.Choice
import org.koers.logic.Delivery
import org.koers.logic.DeliveryBlock
import org.koers.logic.ReminderForm
import org.koers.logic.ToTheMinute
import org.koers.ui.parts.Buttons
import org.koers.ui.parts.Card
import org.koers.ui.parts.Chips
import org.koers.ui.parts.Ground
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.OnOff
import org.koers.ui.parts.OutlineButton
import org.koers.ui.parts.PickTime
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.QuietButton
import org.koers.ui.parts.Steps
import org.koers.ui.parts.clock
import org.koers.ui.parts.openSettings

/** Which reminders, when, how many, what is to come, and how they come through. */
@Composable
internal fun RemindersPart(
    form: ReminderForm,
    onChange: (ReminderForm) -> Unit,
    minute: ToTheMinute,
    onMinute: (Boolean) -> Unit,
) {
    // What keeps them from the minute stands where that is chosen.
    form.delivery.blocks.filter { it != DeliveryBlock.ExactAlarms }.forEach { Blocked(it) }
    Card {
        OnOff(stringResource(R.string.check_in), form.checkIn, { onChange(form.copy(checkIn = it)) }, stringResource(R.string.check_in_more))
        if (form.checkIn) Moment(form.checkInAt, USUAL_CHECK_IN, R.string.check_in) { onChange(form.copy(checkInAt = it)) }
    }
    Card {
        OnOff(
            stringResource(R.string.not_closed), form.notClosed, { onChange(form.copy(notClosed = it)) },
            stringResource(R.string.not_closed_more),
        )
        if (form.notClosed) Moment(form.notClosedAt, USUAL_NOT_CLOSED, R.string.not_closed) { onChange(form.copy(notClosedAt = it)) }
    }
    Card {
        Heading(stringResource(R.string.per_day_most))
        Chips((1..3).map { Choice(it.toString(), it.toString(), it == form.perDay) }, { onChange(form.copy(perDay = it.toInt())) })
        Heading(stringResource(R.string.quiet_hours))
        QuietHours(form, onChange)
    }
    Minute(minute, onMinute)
    Card {
        Heading(stringResource(R.string.to_come))
        form.lines.forEach { Line(it) }
        if (form.preview.isEmpty() && form.lines.isEmpty()) Quiet(stringResource(R.string.no_reminders))
        var all by remember { mutableStateOf(false) }
        Steps(if (all) form.preview else form.preview.take(FIRST), numbered = false)
        if (!all && form.preview.size > FIRST) QuietButton(stringResource(R.string.show_all), { all = true }, after = Icons.more)
    }
    Health(form.delivery, minute)
}

/** How many of the coming ones are shown unasked. */
private const val FIRST = 4

// Where the clock opens when no moment of one's own is set; the core decides on the usual ones.
private const val USUAL_CHECK_IN = 20 * 60
private const val USUAL_NOT_CLOSED = 9 * 60

@Composable
private fun Moment(at: Int?, opensAt: Int, title: Int, onPick: (Int?) -> Unit) {
    var picking by remember { mutableStateOf(false) }
    Buttons {
        val words = at?.let { clock(it) } ?: stringResource(R.string.usual_moment)
        OutlineButton(words, { picking = true }, icon = Icons.clock)
        if (at != null) QuietButton(stringResource(R.string.usual_moment), { onPick(null) })
    }
    if (picking) PickTime(stringResource(title), at ?: opensAt, { onPick(it); picking = false }, { picking = false })
}

@Composable
private fun QuietHours(form: ReminderForm, onChange: (ReminderForm) -> Unit) {
    var from by remember { mutableStateOf(false) }
    var to by remember { mutableStateOf(false) }
    Buttons {
        OutlineButton(stringResource(R.string.from_time, clock(form.quietFrom)), { from = true })
        OutlineButton(stringResource(R.string.to_time, clock(form.quietTo)), { to = true })
    }
    if (from) {
        PickTime(
            stringResource(R.string.quiet_hours), form.quietFrom, { onChange(form.copy(quietFrom = it)); from = false }, { from = false },
        )
    }
    if (to) {
        PickTime(stringResource(R.string.quiet_hours), form.quietTo, { onChange(form.copy(quietTo = it)); to = false }, { to = false })
    }
}

/** Whether they come to the minute; where the phone does not let them, the way to its setting. */
@Composable
private fun Minute(minute: ToTheMinute, onChange: (Boolean) -> Unit) {
    Card { OnOff(stringResource(R.string.to_the_minute), minute.chosen, onChange, stringResource(R.string.to_the_minute_more)) }
    if (minute.held) Blocked(DeliveryBlock.ExactAlarms)
}

/** What the phone stands in the way of, and the way to that setting. */
@Composable
private fun Blocked(block: DeliveryBlock) = Card(ground = Ground.Warm) {
    val context = LocalContext.current
    Line(
        stringResource(
            when (block) {
                DeliveryBlock.Notifications -> R.string.block_notifications
                DeliveryBlock.ExactAlarms -> R.string.block_alarms
                DeliveryBlock.BatterySaver -> R.string.block_battery
            },
        ),
    )
    OutlineButton(stringResource(R.string.to_phone_settings), { openSettings(context, block) })
}

@Composable
private fun Health(delivery: Delivery, minute: ToTheMinute) = Card {
    Heading(stringResource(R.string.delivery))
    if (delivery.planned == 0) {
        Quiet(stringResource(R.string.delivery_none))
    } else {
        Line(pluralStringResource(R.plurals.delivery_planned, delivery.planned, delivery.planned))
        Line(pluralStringResource(R.plurals.delivery_fired, delivery.fired, delivery.fired))
        Line(pluralStringResource(R.plurals.delivery_late, delivery.late, delivery.late))
        Quiet(stringResource(if (minute.chosen && minute.allowed) R.string.delivery_minute else R.string.delivery_window))
    }
}
