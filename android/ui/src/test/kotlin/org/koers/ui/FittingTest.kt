package org.koers.ui

import org.junit.Assert.assertEquals
import org.junit.Test
import org.koers.ui.parts.Typing
import org.koers.ui.parts.fitting

/** How many situations stay in view, and what a field does with what comes back. */
class FittingTest {
    @Test
    fun `as many situations as leave room for the way to all of them`() {
        assertEquals(2, fitting(listOf(200, 100, 100, 300), room = 328, rows = 2, gap = 8, last = 250))
        assertEquals(3, fitting(listOf(200, 100, 100, 300), room = 328, rows = 2, gap = 8, last = 110))
        assertEquals(4, fitting(listOf(200, 100, 100, 300), room = 328, rows = 4, gap = 8, last = 110))
    }

    @Test
    fun `a situation wider than a row takes one`() {
        assertEquals(2, fitting(listOf(900, 900, 900), room = 328, rows = 3, gap = 8, last = 110))
    }

    @Test
    fun `nothing to show is nothing shown`() {
        assertEquals(0, fitting(emptyList(), room = 328, rows = 2, gap = 8, last = 110))
    }

    @Test
    fun `the echo of what was typed takes no letter away`() {
        val field = Typing("")
        for (text in listOf("h", "ha", "hal", "half")) field.type(text)
        field.hear("h")
        field.hear("hal")
        assertEquals("half", field.text)
        field.hear("half")
        assertEquals("half", field.text)
    }

    @Test
    fun `what comes from elsewhere is taken over`() {
        val field = Typing("1")
        field.type("12")
        field.hear("12")
        field.hear("12,5")
        assertEquals("12,5", field.text)
        field.hear("")
        assertEquals("", field.text)
    }
}
