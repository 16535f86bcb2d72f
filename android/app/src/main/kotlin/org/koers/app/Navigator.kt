package org.koers.app

import androidx.compose.runtime.mutableStateListOf
import org.koers.logic.Place
import org.koers.logic.Way

/** Where the person is: a place, and whether an entry is being changed there. */
data class Spot(val way: Way, val edits: Boolean = false)

/**
 * The way through the places: one of the four at the bottom, what was opened from it above. It is
 * kept in memory alone. [opened] hears of each place that comes into view. Used on the main thread.
 */
class Navigator(private val opened: (Spot) -> Unit) {
    private val trail = mutableStateListOf(TODAY)

    val here: Spot get() = trail.last()
    val canGoBack: Boolean get() = trail.size > 1

    fun go(way: Way) = go(Spot(way))

    fun go(spot: Spot) {
        if (spot.way.to in ROOTS) trail.clear()
        // Help over help, or a log over a log, is the same place.
        if (trail.lastOrNull()?.way?.to == spot.way.to) trail.removeLast()
        trail.add(spot)
        opened(spot)
    }

    /** Back; from another of the four places to today. */
    fun back() {
        if (trail.size > 1) trail.removeLast() else trail[0] = TODAY
        opened(here)
    }

    /** Locked, or wiped: nothing of where the person was is left. */
    fun forget() {
        trail.clear()
        trail.add(TODAY)
    }

    private companion object {
        val TODAY = Spot(Way(Place.Today))
        val ROOTS = setOf(Place.Today, Place.Situations, Place.Programme, Place.Insight)
    }
}
