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
        if (trail.lastOrNull()?.way?.to == spot.way.to) trail.removeAt(trail.lastIndex)
        trail.add(spot)
        opened(spot)
    }

    /** Back; from another of the four places to today. From help, what was being filled in goes on as it was. */
    fun back() {
        val helped = here.way.to == Place.Help
        if (trail.size > 1) trail.removeAt(trail.lastIndex) else trail[0] = TODAY
        if (!helped || here.way.to !in FORMS) opened(here)
    }

    /** Locked, or wiped: nothing of where the person was is left. */
    fun forget() {
        trail.clear()
        trail.add(TODAY)
    }

    private companion object {
        val TODAY = Spot(Way(Place.Today))
        val ROOTS = setOf(Place.Today, Place.Situations, Place.Programme, Place.Insight)

        /** Where something is filled in that is nowhere else yet. */
        val FORMS = setOf(Place.Log, Place.FillIn, Place.Plan, Place.Goal, Place.Baseline)
    }
}
