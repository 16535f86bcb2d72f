package org.koers

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Assume.assumeTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.koers.internal.Koers
import org.koers.internal.Observer
import java.io.File
import java.util.concurrent.Executors
import java.util.concurrent.Semaphore
import java.util.concurrent.TimeUnit.SECONDS
import java.util.concurrent.atomic.AtomicInteger

/**
 * What goes wrong around the client: it is closed or locked while others call, an opening is
 * cancelled, an observer calls back or throws. Nothing waits for ever, nothing is lost, nothing
 * stays behind.
 *
 * `KOERS_ROUNDS` multiplies the rounds: 10 for a hundred openings by passphrase, and ten thousand of
 * all else. Memory is watched where the system tells it.
 */
class FaultsTest {
    @get:Rule val folder = TemporaryFolder()
    private val path get() = File(folder.root, "test.koers").path
    private val passphrase = "passphrase".toByteArray()
    private val deviceKey = ByteArray(32) { it.toByte() }
    private val rounds = System.getenv("KOERS_ROUNDS")?.toInt() ?: 1

    private suspend fun vault(io: CoroutineDispatcher = Dispatchers.IO): KoersClient =
        KoersClient.create(path, passphrase, Lang.EN, io = io).also { it.setDeviceKey(deviceKey) }

    private suspend fun opened(io: CoroutineDispatcher = Dispatchers.IO) =
        KoersClient.openWithDeviceKey(path, deviceKey, io = io)

    private fun entry(id: String) =
        Command.Log(EpisodeDraft(id, "cannabis", craving = 5, source = Source.App))

    @Test fun `every call after locking and after closing says locked`() = runBlocking {
        val koers = vault()
        val calls = listOf<suspend () -> Any?>(
            { koers.record(entry("f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1")) },
            { koers.recordAll(emptyList()) }, { koers.undo() }, { koers.importCsv(ByteArray(0)) },
            { koers.substances() }, { koers.today() }, { koers.diary() }, { koers.find("f1") },
            { koers.situations() }, { koers.listing("cannabis", "x") }, { koers.goal() },
            { koers.planAnswer("x", AskedAbout.Today, DidItHelp.YES) },
            { koers.results() }, { koers.evaluate() }, { koers.reminders() }, { koers.helpNow() },
            { koers.intake() }, { koers.newProfileDraft() }, { koers.stats() }, { koers.report() },
            { koers.export() }, { koers.newRecoveryCode() },
        )
        koers.lock()
        koers.lock()
        val allSayLocked = {
            calls.forEach { call ->
                assertThrows(KoersException.Locked::class.java) { runBlocking { call() } }
            }
        }
        allSayLocked()
        koers.close()
        koers.close()
        allSayLocked()
    }

    @Test fun `closing while many coroutines record loses nothing that was said to be kept`() = runBlocking {
        val koers = vault()
        val kept = (0 until 200).map { nth ->
            async(Dispatchers.Default) {
                if (nth == 100) koers.close()
                try {
                    koers.record(entry(koers.newId()))
                    1
                } catch (locked: KoersException.Locked) {
                    0
                }
            }
        }.awaitAll().sum()
        opened().use { assertEquals(kept.toUInt(), it.diary().total) }
    }

    @Test fun `an opening that is cancelled leaves nothing open`() = runBlocking {
        vault().close()
        repeat(10 * rounds) { round ->
            var inTime: KoersClient? = null
            val opening = launch(Dispatchers.Default) { inTime = KoersClient.open(path, passphrase) }
            delay(round % 10 * 40L)
            opening.cancelAndJoin()
            inTime?.close()
            opened().close()
        }
    }

    @Test fun `opening and closing by device key many times does not grow`() = runBlocking {
        vault().close()
        doesNotGrow { opened(oneThread).close() }
    }

    @Test fun `collectors that end are taken away and do not grow`() = runBlocking {
        val koers = vault(oneThread)
        doesNotGrow {
            val collector = launch(oneThread, CoroutineStart.UNDISPATCHED) { koers.changes.collect {} }
            collector.cancelAndJoin()
        }
        koers.close()
    }

    @Test fun `asking and refusing many times does not grow`() = runBlocking {
        val koers = vault(oneThread)
        koers.record(Command.Follow(FollowDraft("cannabis", followed = true)))
        doesNotGrow {
            koers.today()
            koers.diary()
            koers.check(entry(koers.newId()))
            try {
                koers.find("zz")
                throw AssertionError("no id begins with zz")
            } catch (refused: KoersException.InvalidDraft) {
                assertEquals("id", refused.field)
            }
        }
        koers.close()
    }

    @Test fun `an observer may call back and one that throws stops nobody`() {
        val count = 100 * rounds
        val koers = Koers.create(path, passphrase, Lang.EN, null)
        val heard = Semaphore(0)
        val last = AtomicInteger()
        koers.observe(object : Observer {
            override fun changed(screens: List<Screen>) {
                heard.release()
                throw IllegalArgumentException("private")
            }
        })
        koers.observe(object : Observer {
            override fun changed(screens: List<Screen>) {
                last.set(koers.diary(0u, 1u).total.toInt())
                heard.release()
            }
        })
        repeat(count) {
            koers.record(entry(koers.newId()))
            assertTrue("both are told", heard.tryAcquire(2, 30, SECONDS))
        }
        assertEquals(count, last.get())
        assertEquals(count.toULong(), koers.observerFailures())
        koers.lock()
        koers.close()
    }

    @Test fun `a vault in use, damaged or missing has a sentence in each language`() = runBlocking {
        val koers = vault()
        fun refused(kind: Class<out KoersException>) = assertThrows(kind) { runBlocking { opened() } }
        val inUse = refused(KoersException.InUse::class.java)
        koers.close()
        val file = File(path)
        file.writeBytes(file.readBytes().let { it.copyOf(it.size / 2) })
        val cutShort = refused(KoersException.CutShort::class.java)
        file.delete()
        val errors = listOf(inUse, cutShort, refused(KoersException.NotFound::class.java))
        val said = errors.flatMap { error -> listOf(Lang.NL, Lang.EN).map { error.sentence(it) } }
        assertEquals(said.size, said.toSet().size)
        assertTrue("$said", said.all { it.endsWith(".") })
    }

    /**
     * Goes through it so often that a leak of a few hundred bytes a time would show. The virtual
     * machine compiles in between, for how long nobody knows; a leak grows each time, so one time
     * without growth is enough.
     */
    private inline fun doesNotGrow(round: () -> Unit) {
        assumeTrue("the system does not tell memory in this way", STATUS.exists())
        val count = 1000 * rounds
        val grown = mutableListOf<Pair<Long, Long>>()
        repeat(TIMES) {
            val (heap, before) = settledHeap() to resident()
            repeat(count) { round() }
            val grownHeap = settledHeap() - heap
            grown += resident() - before to grownHeap
            println("grew by ${grown.last().first} bytes and by $grownHeap in the heap, in $count rounds")
            if (grown.last().first < GROWTH && grownHeap < MEBIBYTE) return
        }
        throw AssertionError("grew each time by $grown bytes in all and in the heap, in $count rounds")
    }

    private companion object {
        const val MEBIBYTE = 1L shl 20
        const val GROWTH = 2 * MEBIBYTE
        const val LITTLE = MEBIBYTE / 16

        /** The most times that growth is looked at (judgement). */
        const val TIMES = 6

        /** Threads that come and go have memory of their own. */
        val oneThread = Executors.newSingleThreadExecutor { Thread(it).apply { isDaemon = true } }
            .asCoroutineDispatcher()
        val STATUS = File("/proc/self/status")

        /** Bytes of this process in memory. */
        fun resident(): Long {
            val line = STATUS.readLines().first { it.startsWith("VmRSS:") }
            return 1024 * line.split(Regex("\\s+"))[1].toLong()
        }

        /** Bytes in the heap once what is not referred to was let go of: cleaners lag behind. */
        fun settledHeap(): Long {
            val heap = Runtime.getRuntime().run { { totalMemory() - freeMemory() } }
            var before = Long.MAX_VALUE
            repeat(100) {
                System.gc()
                Thread.sleep(100)
                val now = heap()
                if (before - now < LITTLE) return now
                before = now
            }
            return before
        }
    }
}
