package org.koers.logic

import org.koers.KindSettings
import org.koers.ReminderSettings

// Between the reminder settings of the core and the form that the screen shows of them.

internal fun formOf(settings: ReminderSettings) = ReminderForm(
    checkIn = settings.checkIn.on,
    checkInAt = settings.checkIn.at?.toInt(),
    notClosed = settings.notClosed.on,
    notClosedAt = settings.notClosed.at?.toInt(),
    perDay = settings.perDay.toInt(),
    quietFrom = settings.quietFrom.toInt(),
    quietTo = settings.quietTo.toInt(),
)

/** These settings with what the form says; the kinds that it does not show stay. */
internal fun ReminderForm.into(settings: ReminderSettings) = settings.copy(
    checkIn = KindSettings(checkIn, checkInAt?.toUShort()),
    notClosed = KindSettings(notClosed, notClosedAt?.toUShort()),
    perDay = perDay.toUByte(),
    quietFrom = quietFrom.toUShort(),
    quietTo = quietTo.toUShort(),
)
