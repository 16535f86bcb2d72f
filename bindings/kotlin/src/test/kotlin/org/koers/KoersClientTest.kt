package org.koers

import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.Assert.assertEquals
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.io.File
import java.lang.reflect.Modifier
import java.time.LocalDate

/** Errors, changes, closing and cancellation of the client. */
class KoersClientTest {
    @get:Rule val folder = TemporaryFolder()
    private val path get() = File(folder.root, "test.koers").path
    private val passphrase = "passphrase".toByteArray()
    private val deviceKey = ByteArray(32) { it.toByte() }

    private suspend fun KoersClient.log(craving: Long) =
        record(Command.Log(EpisodeDraft(newId(), "cannabis", craving, source = Source.App)))

    private fun vault(use: suspend (KoersClient) -> Unit) = runBlocking {
        KoersClient.create(path, passphrase, Lang.EN).use { use(it) }
    }

    private inline fun <reified E : KoersException> fails(crossinline call: suspend () -> Unit): E =
        assertThrows(E::class.java) { runBlocking { call() } }

    @Test fun `an error says field and reason as values and as a sentence`() = vault { koers ->
        val error = fails<KoersException.InvalidDraft> { koers.log(11) }
        assertEquals("craving", error.field)
        assertEquals(Reason.OutsideScale(11), error.reason)
        assertTrue("10" in error.sentence(Lang.EN))
    }

    @Test fun `a value that cannot be read is a refused draft`() = vault { koers ->
        assertEquals("id", fails<KoersException.InvalidDraft> { koers.episode("no id") }.field)
        val note = NoteDraft("no id", "private")
        val error = fails<KoersException.InvalidDraft> { koers.record(Command.Note(note)) }
        assertTrue("private" !in error.toString())
    }

    @Test fun `a vault in use, missing, damaged or with a wrong key is told apart`() = vault { koers ->
        fails<KoersException.InUse> { KoersClient.open(path, passphrase) }
        koers.lock()
        fails<KoersException.Locked> { koers.today() }
        fails<KoersException.WrongKey> { KoersClient.open(path, "another".toByteArray()) }
        fails<KoersException.NotFound> { KoersClient.open("$path.not", passphrase) }
        File(path).writeText("something else")
        fails<KoersException.NotAVault> { KoersClient.open(path, passphrase) }
    }

    @Test fun `a device key opens the vault at once, and after closing every call says locked`() {
        vault { koers -> koers.setDeviceKey(deviceKey) }
        runBlocking {
            val again = KoersClient.openWithDeviceKey(path, deviceKey)
            again.close()
            again.close()
            fails<KoersException.Locked> { again.today() }
            assertEquals(
                "device_key",
                fails<KoersException.InvalidDraft> {
                    KoersClient.openWithDeviceKey(path, ByteArray(3))
                }.field,
            )
        }
    }

    @Test fun `the life of an invented person is recorded and handed over`() = vault { koers ->
        val life = WithoutVault.sample(Lang.EN, "cannabis", 4u, 1u, LocalDate.of(2026, 3, 30))
        for (batch in life.batches) {
            koers.setClock(Here(batch.at, life.home))
            koers.recordAll(batch.commands)
        }
        val export = koers.export()
        assertTrue(String(export.json).startsWith("{\n  \"format\": \"koers-export\""))
        assertTrue(String(export.csv).startsWith("kind,substance,when,"))
        assertTrue("How each week went" in koers.report())
        assertTrue("How each week went" !in koers.report(listOf(ReportPart.GOAL)))
    }

    @Test fun `a rekey waits for its code, and then the old keys open nothing`() = vault { koers ->
        koers.setDeviceKey(deviceKey)
        koers.prepareRekey(passphrase, "a new one".toByteArray()).use { ready ->
            assertEquals(listOf<SlotKind>(SlotKind.Device), ready.removed())
            fails<KoersException.InvalidDraft> { koers.rekey(ready, "not the code".toByteArray()) }
            koers.rekey(ready, ready.recoveryCode())
        }
        koers.close()
        fails<KoersException.WrongKey> { KoersClient.open(path, passphrase) }
        KoersClient.open(path, "a new one".toByteArray()).use { again ->
            assertTrue(again.openReport(again.stats().generation + 1000u).older)
        }
    }

    @Test fun `a backup comes back with the passphrase or the recovery code`() = vault { koers ->
        koers.log(7)
        val code = koers.newRecoveryCode()
        val made = koers.automaticBackup(folder.root.path)
        assertTrue(made.passphrase && made.recoveryCode)
        assertEquals(made.path, koers.automaticBackup(folder.root.path).path)
        assertEquals(made.versions, koers.checkOwnBackup(made.path).versions)
        fails<KoersException.AlreadyThere> { koers.backup(made.path) }
        koers.lock()
        val en = Lang.EN
        assertEquals(made.made, WithoutVault.checkBackup(en, made.path, passphrase).made)
        val none = fails<KoersException.Backup> { WithoutVault.checkBackup(en, path, passphrase) }
        assertEquals(BackupFault.NotABackup, none.fault)
        val done = WithoutVault.restoreWithRecoveryCode(en, made.path, path, code, over = true)
        assertTrue(File(done.keptAside!!).exists())
        KoersClient.open(path, passphrase).use { assertEquals(1u, it.diary().total) }
    }

    @Test fun `changes tell the screens, and may be answered by a call`() = vault { koers ->
        val seen = runBlocking {
            val seen = async(start = CoroutineStart.UNDISPATCHED) {
                withTimeout(5000) { koers.changes.first { Screen.DIARY in it } }
                koers.diary().total
            }
            delay(200)
            koers.log(5)
            seen.await()
        }
        assertEquals(1u, seen)
    }

    @Test fun `changes of a vault that was closed before anybody listened come to their end`() {
        vault { koers ->
            koers.close()
            assertEquals(emptyList<Set<Screen>>(), koers.changes.toList())
        }
    }

    @Test fun `many coroutines record at once and nothing is lost`() = vault { koers ->
        runBlocking(Dispatchers.Default) { (1..80).map { async { koers.log(it % 10L) } }.awaitAll() }
        assertEquals(80u, koers.diary().total)
    }

    @Test fun `a cancelled opening leaves nothing open`() {
        vault { }
        runBlocking {
            repeat(3) {
                val opening = launch(Dispatchers.Default) { KoersClient.open(path, passphrase) }
                delay(5)
                opening.cancel()
                opening.join()
            }
            KoersClient.open(path, passphrase).close()
        }
    }

    @Test fun `no public signature of the client names what is generated behind it`() {
        val classes = listOf(
            KoersClient::class.java,
            KoersClient.Companion::class.java,
            WithoutVault::class.java,
        )
        val signatures = classes.flatMap { kind ->
            kind.methods.filter { Modifier.isPublic(it.modifiers) && !it.isSynthetic }
                .map { it.toGenericString() } + kind.constructors.filter { !it.isSynthetic }
                .map { it.toGenericString() }
        }
        assertTrue(signatures.size > 30)
        assertEquals(emptyList<String>(), signatures.filter { "org.koers.internal" in it })
    }
}
