package org.koers.logic

import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder

/** SHP-14: what is being entered is never lost, never doubled, and shown whole. */
class LogPresenterTest {
    @get:Rule val folder = TemporaryFolder()

    private fun withLife(use: suspend Phones.() -> Unit) = runBlocking {
        val phones = Phones(folder.root).life().open()
        phones.use()
        phones.session.close()
    }

    private fun Phones.log() = LogPresenter(session)

    private suspend fun Phones.entries() = session.ask { it.diary().total }

    @Test fun `an entry takes five taps`() = withLife {
        val (log, before) = log() to entries()
        val situation = log.told(LogEvent.Opened()).situations.first().id
        val taps = listOf(
            LogEvent.Craving(7), LogEvent.Situation(situation), LogEvent.Used(true), LogEvent.Step(true), LogEvent.Save,
        )
        assertTrue(log.told(*taps.toTypedArray()).receipt!!.lines.isNotEmpty())
        assertEquals(5, taps.size)
        assertEquals(before + 1u, entries())
    }

    @Test fun `pressing save twice makes one entry`() = withLife {
        val before = entries()
        log().told(LogEvent.Opened(), LogEvent.Craving(7), LogEvent.Save, LogEvent.Save)
        assertEquals(before + 1u, entries())
    }

    @Test fun `ten thousand characters with emoji and right to left are kept and shown whole`() = withLife {
        val sentence = "אני בבית 👩‍👩‍👧 — home. "
        val long = sentence.repeat(10_000 / sentence.length)
        log().told(LogEvent.Opened(), LogEvent.Craving(3), LogEvent.Note(long))
        killed()
        open()
        val again = log()
        assertEquals(long, again.told(LogEvent.Opened()).more?.note ?: again.told(LogEvent.More).more!!.note)
        again.told(LogEvent.Save)
        val shown = DiaryPresenter(session).told(DiaryEvent.Opened).days.first().entries.first()
        assertEquals(long.trim(), shown.lines.last { "home" in it })
    }

    @Test fun `an entry of the diary that is changed does not push out a new one that is half filled in`() = withLife {
        val log = log()
        log.told(LogEvent.Opened(), LogEvent.Craving(9))
        val days = DiaryPresenter(session).told(DiaryEvent.Opened).days
        val entry = days.flatMap { it.entries }.first { it.canEdit }
        assertTrue(log.told(LogEvent.Edit(entry.id), LogEvent.Craving(1)).editing)
        assertFalse(log.told(LogEvent.Save).editing)
        assertEquals(9, log.told(LogEvent.Opened()).craving)
    }

    @Test fun `what is half changed in the diary is there again after the app was killed`() = withLife {
        val days = DiaryPresenter(session).told(DiaryEvent.Opened).days
        val entry = days.flatMap { it.entries }.first { it.canEdit }
        log().told(LogEvent.Edit(entry.id), LogEvent.Craving(1))
        killed()
        open()
        assertNull(log().told(LogEvent.Opened()).craving)
        val again = log().told(LogEvent.Edit(entry.id))
        assertTrue(again.editing && again.restored)
        assertEquals(1, again.craving)
    }

    @Test fun `whether the phone may remind is asked once, after the first entry`() = withLife {
        board.stands = listOf(DeliveryBlock.Notifications)
        val log = log()
        assertTrue(log.told(LogEvent.Opened(), LogEvent.Craving(5), LogEvent.Save).receipt!!.askReminders)
        assertFalse(log.told(LogEvent.Opened(), LogEvent.Craving(5), LogEvent.Save).receipt!!.askReminders)
    }

    @Test fun `what is half filled in is gone after a day, also where nobody opens the log again`() = withLife {
        log().told(LogEvent.Opened(), LogEvent.Craving(8))
        killed()
        at("2026-03-18T11:59:00+01:00")
        DoorPresenter(session).told(DoorEvent.Started)
        assertNotNull(phone.drafts.kept())
        at("2026-03-18T12:00:00+01:00")
        DoorPresenter(session).told(DoorEvent.Started)
        assertNull(phone.drafts.kept())
    }

    @Test fun `what is half filled in stays where the phone does not give it now`() = withLife {
        log().told(LogEvent.Opened(), LogEvent.Craving(8))
        killed()
        phone.drafts.silent = true
        DoorPresenter(session).told(DoorEvent.Started)
        phone.drafts.silent = false
        open()
        assertEquals(8, log().told(LogEvent.Opened()).craving)
    }

    @Test fun `a half-filled entry that was cut short or is of another version is no entry`() {
        val half = HalfFilled(
            "0".repeat(32), craving = 4, situations = listOf("a", "b"), used = true, amount = "1,5", unit = "u",
            picked = mapOf(MoreList.Place to listOf(Picked("base:place.home", ""), Picked(null, "de hoek 🙂"))),
            note = "x", at = "2026-03-05",
        )
        val bytes = half.bytes(1234)
        val (kept, read) = HalfFilled.of(bytes)!!
        assertEquals(1234, kept)
        assertEquals(half.picked[MoreList.Place], read.picked[MoreList.Place])
        assertEquals(half, read.copy(picked = half.picked))
        for (length in bytes.indices) assertNull(HalfFilled.of(bytes.copyOf(length)))
        assertNull(HalfFilled.of(bytes.apply { this[0] = 2 }))
    }
}
