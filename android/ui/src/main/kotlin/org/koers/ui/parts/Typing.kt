package org.koers.ui.parts

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue

/**
 * What stands in a field while it is typed in. A presenter answers a moment later; its echo of what
 * was typed changes nothing here, so that no letter is lost, and whatever else it says is taken over.
 * Held in memory alone.
 */
internal class Typing(first: String) {
    var text by mutableStateOf(first)
        private set
    private var heard = first
    private val onTheWay = ArrayDeque<String>()

    fun type(next: String) {
        if (next == text) return
        text = next
        onTheWay += next
    }

    fun hear(value: String) {
        if (value == heard) return
        heard = value
        val echo = onTheWay.indexOf(value)
        if (echo >= 0) {
            repeat(echo + 1) { onTheWay.removeFirst() }
        } else {
            onTheWay.clear()
            text = value
        }
    }
}

@Composable
internal fun typing(value: String): Typing {
    val typing = remember { Typing(value) }
    LaunchedEffect(value) { typing.hear(value) }
    return typing
}
