package org.koers.logic

import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.koers.Command
import org.koers.KindSettings
import org.koers.PorchClient

/** SHP-31: the plan is mirrored whatever the phone does, nothing doubled, nothing lost. */
class ReminderMirrorTest {
    @get:Rule val folder = TemporaryFolder()

    private fun withLife(use: suspend Phones.() -> Unit) = runBlocking {
        val phones = Phones(folder.root).life().open()
        phones.use()
        phones.session.close()
    }

    private suspend fun Phones.entries() = session.ask { it.diary().total }

    private suspend fun Phones.plan() = PorchClient.open(phone.files.porch, phone.keys.background())
        .use { it.plan(session.lang, here) }.associate { it.stableId to it.instantMs }

    private fun Phones.next() = board.planned.values.minBy { it.instantMs }

    @Test fun `a second run changes nothing, with the vault open or locked`() = withLife {
        mirror.run()
        assertTrue(board.planned.isNotEmpty())
        assertEquals(plan(), board.scheduled())
        board.deeds.clear()
        mirror.run()
        session.close()
        mirror.run()
        assertEquals(emptyList<String>(), board.deeds)
        assertEquals(board.planned.size, phone.choices.delivery.planned)
    }

    @Test fun `killed anywhere between planning and scheduling, the next run mends the plan`() = withLife {
        mirror.run()
        val whole = board.scheduled()
        for (deeds in whole.size downTo 0) {
            whole.keys.forEach(board::takeDown)
            board.planned.clear()
            phone.choices.awaited = emptyMap()
            phone.choices.delivery = Delivery()
            board.left = deeds
            val died = try {
                mirror.run()
                false
            } catch (killed: Killed) {
                true
            }
            assertEquals(deeds < whole.size, died)
            board.left = null
            mirror.run()
            assertEquals(whole, board.scheduled())
            assertEquals(whole.size, phone.choices.delivery.planned)
        }
    }

    @Test fun `what is gone from the plan is cancelled, and what was answered in the app is taken down`() = withLife {
        mirror.run()
        val item = next()
        at("2026-03-17T20:05:00+01:00")
        mirror.fired(item.stableId)
        assertEquals(setOf(item.stableId), board.shown())
        LogPresenter(session).told(LogEvent.Opened(), LogEvent.Craving(4), LogEvent.Save)
        mirror.run()
        assertEquals(emptySet<String>(), board.shown())
        session.ask { koers ->
            val profile = koers.profileDraft()!!
            val off = profile.reminders.copy(checkIn = KindSettings(false, null), notClosed = KindSettings(false, null))
            koers.record(Command.Profile(profile.copy(reminders = off)))
        }
        mirror.run()
        assertEquals(emptyMap<String, Long>(), board.scheduled())
    }

    @Test fun `a clock that is set back brings no burst and doubles nothing`() = withLife {
        mirror.run()
        val before = board.scheduled()
        val item = next()
        at("2026-03-17T20:05:00+01:00")
        mirror.fired(item.stableId)
        at("2026-03-17T12:00:00+01:00")
        mirror.run()
        assertEquals(before, board.scheduled())
        assertEquals(1, phone.choices.delivery.fired)
        at("2026-03-17T20:05:00+01:00")
        mirror.fired(item.stableId)
        assertEquals(setOf(item.stableId), board.shown())
        assertEquals(1, phone.choices.delivery.fired)
    }

    @Test fun `a phone that was off shows what is still due, once and as late, and no burst after a week`() = withLife {
        mirror.run()
        val item = next()
        at("2026-03-17T20:40:00+01:00")
        mirror.run()
        assertEquals(setOf(item.stableId), board.shown())
        assertEquals(1, phone.choices.delivery.late)
        board.visible.clear()
        mirror.run()
        assertEquals(emptySet<String>(), board.shown())
        at("2026-03-24T12:00:00+01:00")
        mirror.run()
        assertTrue(board.shown().size <= 1)
        assertEquals(plan(), board.scheduled())
    }

    @Test fun `without the permission all is planned, and the settings say what stands in the way`() = withLife {
        board.stands = listOf(DeliveryBlock.Notifications, DeliveryBlock.ExactAlarms)
        mirror.run()
        val item = next()
        at("2026-03-17T20:00:00+01:00")
        mirror.fired(item.stableId)
        assertEquals(emptySet<String>(), board.shown())
        val state = SettingsPresenter(session).told(SettingsEvent.Opened)
        assertEquals(board.stands, state.reminders.delivery.blocks)
        board.stands = emptyList()
        mirror.fired(item.stableId)
        assertEquals(setOf(item.stableId), board.shown())
    }

    @Test fun `as many reminders as can be asked for are at most forty-eight`() = withLife {
        val form = SettingsPresenter(session).told(SettingsEvent.Opened).reminders
        val state = SettingsPresenter(session).told(SettingsEvent.Reminders(form.copy(perDay = 200)))
        assertNotNull(state.problem)
        val most = SettingsPresenter(session).told(SettingsEvent.Reminders(form.copy(perDay = 3)))
        assertEquals(null, most.problem)
        mirror.run()
        assertTrue(board.planned.size in 1..48)
        assertEquals(plan(), board.scheduled())
    }

    @Test fun `nothing so far, pressed twice while locked, is in the diary once`() = withLife {
        SettingsPresenter(session).told(SettingsEvent.WhileLocked(true))
        mirror.run()
        val before = entries()
        val item = next()
        session.close()
        at("2026-03-17T20:01:00+01:00")
        mirror.fired(item.stableId)
        assertEquals(Acted.Done, mirror.acted(item.stableId, "nothing_so_far"))
        assertEquals(Acted.Done, mirror.acted(item.stableId, "nothing_so_far"))
        assertEquals(emptySet<String>(), board.shown())
        open()
        assertEquals(before + 1u, entries())
    }

    @Test fun `killed after noting, and pressed again, it is in the diary once`() = withLife {
        SettingsPresenter(session).told(SettingsEvent.WhileLocked(true))
        mirror.run()
        val before = entries()
        val item = next()
        session.close()
        at("2026-03-17T20:01:00+01:00")
        mirror.acted(item.stableId, "nothing_so_far")
        // The kill came before it was remembered that the note is made.
        phone.choices.awaited = phone.choices.awaited.mapValues { it.value.copy(answered = false) }
        mirror.acted(item.stableId, "nothing_so_far")
        open()
        assertEquals(before + 1u, entries())
    }

    @Test fun `what may not be noted while locked opens the app, and loses nothing`() = withLife {
        SettingsPresenter(session).told(SettingsEvent.WhileLocked(false))
        mirror.run()
        val item = next()
        at("2026-03-17T20:01:00+01:00")
        mirror.fired(item.stableId)
        session.close()
        assertEquals(Acted.OpenApp, mirror.acted(item.stableId, "nothing_so_far"))
        assertEquals(setOf(item.stableId), board.shown())
    }

    @Test fun `later puts it off for an hour`() = withLife {
        mirror.run()
        val item = next()
        at("2026-03-17T20:01:00+01:00")
        mirror.fired(item.stableId)
        session.close()
        assertEquals(Acted.Done, mirror.acted(item.stableId, "later"))
        assertFalse(item.stableId in board.shown())
        assertEquals(here.now.toEpochMilli() + 3_600_000, board.scheduled()[item.stableId])
    }

    @Test fun `without a porch nothing is scheduled, and a porch that cannot be read changes nothing`() = withLife {
        mirror.run()
        val before = board.scheduled()
        val porch = java.io.File(phone.files.porch)
        val whole = porch.readBytes()
        session.close()
        porch.writeBytes(ByteArray(100))
        mirror.run()
        assertEquals(before, board.scheduled())
        porch.delete()
        mirror.run()
        assertEquals(emptyMap<String, Long>(), board.scheduled())
        porch.writeBytes(whole)
        mirror.run()
        assertEquals(before, board.scheduled())
    }
}
