package org.koers.logic

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.koers.Command
import org.koers.DropDraft
import org.koers.DropKind
import org.koers.KoersClient
import org.koers.Lang
import org.koers.PorchClient
import java.io.File

/** The door's faults: no vault is lost, and none is without a way out (BEY-02). */
class DoorPresenterTest {
    @get:Rule val folder = TemporaryFolder()
    private val word = "correct horse"

    private fun withLife(use: suspend Phones.() -> Unit) = runBlocking {
        val phones = Phones(folder.root, passphrase = word).life()
        phones.use()
        phones.session.close()
    }

    private fun Phones.door() = DoorPresenter(session)

    private val vault get() = File(folder.root, "me.koers")

    @Test fun `a key that was invalidated gives way to the passphrase, and is set up again`() = withLife {
        phone.keys.key = FakeKeys.Key.Invalidated
        val door = door()
        val lost = door.told(DoorEvent.Started, DoorEvent.Device)
        assertEquals(DoorStage.Locked, lost.stage)
        assertTrue(lost.deviceLost && lost.passphrase && !lost.device)
        assertTrue(door.told(DoorEvent.Passphrase(word.toByteArray())).deviceLost)
        assertFalse(door.told(DoorEvent.DeviceAgain).deviceLost)
        assertEquals(DoorStage.Open, door.told(DoorEvent.Lock, DoorEvent.Device).stage)
    }

    @Test fun `a phone that was put back has the slot and no key, and asks for the passphrase`() = withLife {
        phone.keys.key = FakeKeys.Key.None
        val state = door().told(DoorEvent.Started)
        assertTrue(state.deviceLost && state.passphrase && !state.device)
    }

    @Test fun `a language chosen in the phone's settings is spoken from the opening on, and kept`() = withLife {
        phone.choices.wished = "nl"
        assertEquals(Lang.NL, session.lang)
        assertEquals(DoorStage.Open, door().told(DoorEvent.Started, DoorEvent.Device).stage)
        assertEquals(Lang.NL, session.ask { it.lang() })
        assertEquals(Lang.NL, session.ask { it.profileDraft() }!!.language)
        assertEquals(null, phone.choices.wished)
        assertEquals(DoorStage.Open, door().told(DoorEvent.Lock, DoorEvent.Passphrase(word.toByteArray())).stage)
        assertEquals(Lang.NL, session.ask { it.lang() })
    }

    @Test fun `with no key left there is a way to begin anew, after a yes`() = runBlocking {
        Phones(folder.root).life().run {
            phone.keys.key = FakeKeys.Key.Invalidated
            val door = door()
            val gone = door.told(DoorEvent.Started, DoorEvent.Device)
            assertEquals(TroubleKind.KeysGone, gone.trouble?.kind)
            assertTrue(WayOut.StartOver in gone.trouble!!.waysOut)
            door.told(DoorEvent.Yes)
            assertTrue(vault.exists())
            assertEquals(DoorStage.Welcome, door.told(DoorEvent.Out(WayOut.StartOver), DoorEvent.Yes).stage)
            assertFalse(vault.exists())
        }
    }

    @Test fun `a key that opens nothing here is kept, and so is one that the phone does not give now`() = withLife {
        val own = vault.readBytes()
        vault.delete()
        KoersClient.createWithDeviceKey(vault.path, ByteArray(32) { 8 }, Lang.EN).close()
        val door = door()
        assertEquals(TroubleKind.KeysGone, door.told(DoorEvent.Started, DoorEvent.Device).trouble?.kind)
        assertEquals(FakeKeys.Key.Kept, phone.keys.key)
        vault.writeBytes(own)
        phone.keys.key = FakeKeys.Key.Refused
        assertTrue(door.told(DoorEvent.Started, DoorEvent.Device).device)
        assertEquals(FakeKeys.Key.Refused, phone.keys.key)
        phone.keys.key = FakeKeys.Key.Kept
        assertEquals(DoorStage.Open, door.told(DoorEvent.Device).stage)
    }

    @Test fun `a vault in use elsewhere is tried again`() = withLife {
        val other = KoersClient.open(vault.path, word.toByteArray())
        val door = door()
        assertEquals(TroubleKind.InUse, door.told(DoorEvent.Started, DoorEvent.Device).trouble?.kind)
        other.close()
        assertEquals(DoorStage.Open, door.told(DoorEvent.Out(WayOut.TryAgain), DoorEvent.Device).stage)
    }

    @Test fun `of a damaged vault what can be read is saved, and the damaged file is kept`() = withLife {
        vault.writeBytes(vault.readBytes().apply { fill(0, 0, 4096) })
        val door = door()
        door.told(DoorEvent.Started)
        if (door.state.value.stage == DoorStage.Locked) door.told(DoorEvent.Device)
        assertTrue(WayOut.Salvage in door.state.value.trouble!!.waysOut)
        val saved = door.told(DoorEvent.Out(WayOut.Salvage), DoorEvent.Passphrase(word.toByteArray()))
        assertEquals(DoorStage.Open, saved.stage)
        assertTrue(saved.told!!.lines.isNotEmpty())
        assertTrue(session.ask { it.diary().total } > 0u)
        assertTrue(folder.root.list()!!.any { it.startsWith("me.koers.damaged") })
    }

    @Test fun `every trouble has a way out`() {
        for (kind in TroubleKind.entries) assertTrue(kind.name, waysOut(kind).any { it != WayOut.Help })
    }

    @Test fun `a file that is no vault is left alone, and a backup can take its place`() = withLife {
        open()
        val backup = session.ask { it.automaticBackup(phone.files.backups) }.path
        session.close()
        vault.writeText("something else")
        val door = door()
        door.told(DoorEvent.Started)
        assertEquals(TroubleKind.NotAVault, door.state.value.trouble?.kind)
        assertEquals("something else", vault.readText())
        val wrong = door.told(DoorEvent.RestoreFrom(backup, "wrong".toByteArray()))
        assertNotNull(wrong.problem)
        assertEquals("something else", vault.readText())
    }

    @Test fun `a backup is put back on a new phone, and the lock of the phone is offered`() = withLife {
        open()
        val entries = session.ask { it.diary().total }
        val backup = File(folder.root, "elsewhere")
        File(session.ask { it.automaticBackup(phone.files.backups) }.path).copyTo(backup)
        session.wipe()
        val door = door()
        assertEquals(DoorStage.Welcome, door.told(DoorEvent.Started).stage)
        val there = door.told(DoorEvent.RestoreFrom(backup.path, word.toByteArray()))
        assertEquals(DoorStage.Open, there.stage)
        assertTrue(there.deviceLost)
        assertEquals(entries, session.ask { it.diary().total })
    }

    @Test fun `the app locks at once, or after the time that was chosen, and not before`() = withLife {
        for ((after, ms) in mapOf(LockAfter.AtOnce to 0L, LockAfter.OneMinute to 60_000L, LockAfter.FiveMinutes to 300_000L)) {
            phone.choices.lockAfter = after
            val door = door()
            door.told(DoorEvent.Started, DoorEvent.Device)
            val left = phone.time
            if (ms > 0) {
                door.told(DoorEvent.Left)
                phone.time = left + ms - 1
                assertEquals(DoorStage.Open, door.told(DoorEvent.StillAway, DoorEvent.CameBack).stage)
                door.told(DoorEvent.Left)
                phone.time += ms
                assertEquals(DoorStage.Locked, door.told(DoorEvent.StillAway).stage)
            } else {
                assertEquals(DoorStage.Locked, door.told(DoorEvent.Left).stage)
            }
            assertNull(session.open.value)
        }
    }

    @Test fun `a secret that was typed is wiped, whether it opened or not`() = withLife {
        val (wrong, right) = "wrong".toByteArray() to word.toByteArray()
        val door = door()
        door.told(DoorEvent.Started, DoorEvent.Passphrase(wrong))
        assertNotNull(door.state.value.problem)
        door.told(DoorEvent.Passphrase(right))
        assertEquals(DoorStage.Open, door.state.value.stage)
        assertArrayEquals(ByteArray(wrong.size), wrong)
        assertArrayEquals(ByteArray(right.size), right)
    }

    @Test fun `what was noted while locked is told at unlocking`() = withLife {
        open()
        SettingsPresenter(session).told(SettingsEvent.WhileLocked(true))
        session.close()
        PorchClient.open(phone.files.porch, phone.keys.background())
            .use { it.drop(DropDraft(it.newId(), DropKind.MARK, "cannabis"), here) }
        assertTrue(door().told(DoorEvent.Started, DoorEvent.Device).told!!.lines.isNotEmpty())
    }

    @Test fun `a key store in trouble keeps nobody from opening, and is told`() = withLife {
        phone.keys.silent = true
        val state = door().told(DoorEvent.Started, DoorEvent.Device)
        assertEquals(DoorStage.Open, state.stage)
        assertTrue(state.told!!.lines.isNotEmpty())
    }

    @Test fun `an older file that was put back is told`() = withLife {
        val older = vault.readBytes()
        open()
        session.ask { it.record(Command.NotForMe(org.koers.NotForMeDraft("any"))) }
        session.close()
        vault.writeBytes(older)
        assertTrue(door().told(DoorEvent.Started, DoorEvent.Device).told!!.lines.isNotEmpty())
    }

    @Test fun `a screen drops what it showed when the vault is locked, and the door says so`() = withLife {
        val (door, today) = door() to TodayPresenter(session)
        door.told(DoorEvent.Started, DoorEvent.Device)
        val scope = CoroutineScope(Dispatchers.Default)
        scope.launch(start = CoroutineStart.UNDISPATCHED) { today.watch() }
        scope.launch(start = CoroutineStart.UNDISPATCHED) { door.watch() }
        assertTrue(today.told(TodayEvent.Opened).title.isNotEmpty())
        session.close()
        withTimeout(10_000) {
            today.state.first { it == TodayState() }
            door.state.first { it.stage == DoorStage.Locked }
        }
        scope.cancel()
    }

    @Test fun `a start that was left after the vault was made goes on there`() = runBlocking {
        Phones(folder.root).run {
            val key = phone.keys.make()
            KoersClient.createWithDeviceKey(phone.files.vault, key, session.lang, here).close()
            val door = door()
            assertEquals(DoorStage.Welcome, door.told(DoorEvent.Started, DoorEvent.Device).stage)
            val start = StartPresenter(session)
            val state = start.told(
                StartEvent.Opened, StartEvent.Next, StartEvent.Substance("cannabis"), StartEvent.Next,
                StartEvent.Nickname("Sam"), StartEvent.Next, StartEvent.LockWithDevice, StartEvent.Skip,
            )
            assertTrue(state.done)
            assertEquals(DoorStage.Open, door.told(DoorEvent.Made).stage)
            session.close()
        }
    }
}
