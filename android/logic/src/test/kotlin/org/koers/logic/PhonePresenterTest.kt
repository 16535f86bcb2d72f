package org.koers.logic

import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test

/** SHP-31, BEY-02: what Android alone leaves to the person. */
class PhonePresenterTest {
    private val handset = FakeHandset(minuteAllowed = false)
    private val presenter = PhonePresenter(handset)

    private fun told(vararg events: PhoneEvent): PhoneState = runBlocking {
        events.forEach { presenter.on(it) }
        presenter.state.value
    }

    @Test fun `reminders keep to the window until the minute is chosen, and neutral is the first face`() {
        assertEquals(PhoneState(ToTheMinute(chosen = false, allowed = false), Face.Koers), told(PhoneEvent.Opened))
        assertFalse(told(PhoneEvent.Opened).minute.held)
    }

    @Test fun `a minute that the phone does not allow is said, until the person has allowed it there`() {
        assertTrue(told(PhoneEvent.Minute(true)).minute.held)
        handset.minuteAllowed = true
        assertEquals(ToTheMinute(chosen = true, allowed = true), told(PhoneEvent.Opened).minute)
    }

    @Test fun `a permission that is taken away later is said, and the choice stays`() {
        handset.minuteAllowed = true
        assertFalse(told(PhoneEvent.Minute(true)).minute.held)
        handset.minuteAllowed = false
        assertTrue(told(PhoneEvent.Opened).minute.held)
        assertFalse(told(PhoneEvent.Minute(false)).minute.held)
    }

    @Test fun `a name and an icon are worn from then on`() {
        assertEquals(Face.Sums, told(PhoneEvent.Wear(Face.Sums)).face)
        assertEquals(Face.Sums, handset.face)
    }
}
