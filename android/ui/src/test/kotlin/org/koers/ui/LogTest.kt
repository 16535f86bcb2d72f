package org.koers.ui

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.SemanticsNodeInteraction
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.assertIsSelected
import androidx.compose.ui.test.hasScrollAction
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onAllNodesWithTag
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performClick
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.koers.logic.LogEvent
import org.koers.logic.LogReceipt
import org.koers.logic.LogState
import org.koers.ui.theme.KoersTheme
import org.robolectric.annotation.Config

/** The ten-second log (SHP-14) on a small phone: five taps, and nothing to scroll to. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = "nl-w360dp-h640dp-xhdpi")
class LogTest {
    @get:Rule val compose = createComposeRule()

    private var state by mutableStateOf(Samples.log)
    private val told = mutableListOf<LogEvent>()
    private var taps = 0

    private fun show() = compose.setContent { KoersTheme { LogScreen(state, ::on, Ways({}, {})) } }

    /** The presenter's part, as far as this goes. */
    private fun on(event: LogEvent) {
        told += event
        state = when (event) {
            is LogEvent.Craving -> state.copy(craving = event.value, canSave = true)
            is LogEvent.Situation -> state.copy(situations = state.situations.map { it.copy(chosen = it.id == event.id) })
            is LogEvent.Used -> state.copy(used = event.yes)
            is LogEvent.Step -> state.copy(amount = "1")
            LogEvent.Save -> LogState(receipt = LogReceipt(listOf("Genoteerd.")))
            else -> state
        }
    }

    /** Taps what is whole in view; scrolling is not one of the means. */
    private fun SemanticsNodeInteraction.tap() {
        val node = fetchSemanticsNode()
        val screen = compose.onRoot().fetchSemanticsNode().boundsInRoot
        val (at, size) = node.boundsInRoot to node.size
        assertTrue("$at of $size is cut off", at.height >= size.height - 1 && at.width >= size.width - 1)
        assertTrue("$at lies outside $screen", at.top >= screen.top && at.bottom <= screen.bottom)
        performClick()
        taps++
        compose.waitForIdle()
    }

    @Test
    fun `a log with use takes at most five taps and no scrolling`() {
        show()
        compose.onNodeWithContentDescription("7 op 10").tap()
        compose.onNodeWithText("Alleen thuis").tap()
        compose.onNodeWithText("Ja").tap()
        compose.onNodeWithContentDescription("Meer: Hoeveelheid").tap()
        compose.onNodeWithText("Bewaren").tap()
        assertTrue("$taps taps", taps <= 5)
        assertEquals(
            listOf(LogEvent.Craving(7), LogEvent.Situation("s1"), LogEvent.Used(true), LogEvent.Step(true), LogEvent.Save),
            told,
        )
        compose.onNodeWithText("Genoteerd.").assertExists()
    }

    @Test
    fun `a log without use takes four`() {
        show()
        compose.onNodeWithContentDescription("3 op 10").tap()
        compose.onNodeWithText("Alleen thuis").tap()
        compose.onNodeWithText("Nee").tap()
        compose.onNodeWithText("Bewaren").tap()
        assertEquals(4, taps)
    }

    @Test
    fun `all that the first screen asks is in view at once, also after yes`() {
        show()
        compose.onNodeWithText("Ja").performClick()
        compose.waitForIdle()
        val parts = compose.onAllNodesWithTag("parts").fetchSemanticsNodes().single()
        val scroll = parts.config[SemanticsProperties.VerticalScrollAxisRange]
        assertEquals("what is left to scroll to", 0f, scroll.maxValue())
        assertTrue(hasScrollAction().matches(parts))
    }

    @Test
    fun `no number is chosen beforehand, and nothing can be saved before one is`() {
        show()
        for (value in 0..10) {
            val node = compose.onNodeWithContentDescription("$value op 10").fetchSemanticsNode()
            assertEquals(false, node.config[SemanticsProperties.Selected])
        }
        compose.onNodeWithText("Bewaren").assertIsNotEnabled()
        compose.onNodeWithContentDescription("4 op 10").performClick()
        compose.onNodeWithContentDescription("4 op 10").assertIsSelected()
    }
}
