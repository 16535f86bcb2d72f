package org.koers.logic

import kotlinx.coroutines.flow.collectLatest
import org.koers.KoersException
import org.koers.Receipt
import org.koers.Screen

/**
 * Behind a screen that shows what is in the vault. It asks again when something changed, and drops
 * what it showed when the vault is locked.
 */
abstract class VaultPresenter<State : Any, Event : Any>(
    private val first: State,
    protected val session: Session,
) : Presenter<State, Event>(first) {
    /** What this screen is made of. */
    protected abstract val madeOf: Set<Screen>

    /** Asks anew for what is shown; what is being filled in stays. */
    protected abstract suspend fun ask()

    /** Shows why something did not work. */
    protected abstract fun troubled(problem: Problem)

    /** Forgets what is kept besides the state. */
    protected open fun forget() = Unit

    /** Follows the vault until it is cancelled: as long as the screen is there. */
    suspend fun watch(): Unit = session.open.collectLatest { open ->
        if (open == null) {
            inTurn {
                forget()
                show { first }
            }
        } else {
            open.changes.collect { changed ->
                if (changed.any(madeOf::contains)) inTurn { safely { ask() } }
            }
        }
    }

    /** Does it; what is refused is shown. A vault that is locked meanwhile is the door's affair. */
    protected suspend fun safely(deed: suspend () -> Unit) {
        try {
            deed()
        } catch (locked: KoersException.Locked) {
            // The session has closed, and the door says so.
        } catch (error: KoersException) {
            troubled(session.problem(error))
        }
    }
}

/** What a receipt tells, on a screen that shows it with "undo". */
internal fun Receipt.told(canUndo: Boolean = true) = Told(lines, question, canUndo)
