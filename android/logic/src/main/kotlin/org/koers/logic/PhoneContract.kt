package org.koers.logic

/**
 * What Android alone leaves to the person: reminders to the minute, and under which name and icon the
 * app stands on the home screen. It is chosen for one phone and is no part of the vault. The iPhone
 * has no twin of this state: its reminders come to the minute by themselves.
 */
data class PhoneState(
    val minute: ToTheMinute = ToTheMinute(),
    val face: Face = Face.Koers,
)

/** Reminders to the minute: chosen here, and allowed by the phone. Without both they come within a window. */
data class ToTheMinute(val chosen: Boolean = false, val allowed: Boolean = true) {
    /** It was chosen, and the phone does not let it: the way leads to its settings. */
    val held: Boolean get() = chosen && !allowed
}

/** A name and an icon on the home screen. None but the first has to do with what Koers is for. */
enum class Face { Koers, Weather, Sums, Books }

sealed interface PhoneEvent {
    /** The screen was opened, or the person is back from the phone's settings. */
    data object Opened : PhoneEvent

    data class Minute(val on: Boolean) : PhoneEvent

    data class Wear(val face: Face) : PhoneEvent
}

/** The phone, as far as only Android has it. */
interface Handset {
    /** Reminders to the minute were chosen. Setting it sets what is scheduled anew. */
    var toTheMinute: Boolean

    /** The phone lets reminders come to the minute; only the person can give and take this. */
    val minuteAllowed: Boolean

    /** The name and the icon on the home screen. */
    var face: Face
}
