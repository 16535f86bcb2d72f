package org.koers.logic

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/**
 * Behind one screen: asks the core, turns one of its view records into one state, and handles what
 * the person does. Knows no platform; no rule, order, date or sentence is made here.
 */
abstract class Presenter<State : Any, Event : Any>(first: State) {
    private val held = MutableStateFlow(first)
    private val order = Mutex()

    /** What the screen shows. */
    val state: StateFlow<State> = held.asStateFlow()

    /** Handles one event to its end. Events that come meanwhile wait for their turn. */
    suspend fun on(event: Event) = inTurn { handle(event) }

    /** What this event does. */
    protected abstract suspend fun handle(event: Event)

    /** Does something between two events. */
    protected suspend fun inTurn(deed: suspend () -> Unit) = order.withLock { deed() }

    /** Shows the next state, made of the one that stands. */
    protected fun show(next: (State) -> State) {
        held.value = next(held.value)
    }
}
