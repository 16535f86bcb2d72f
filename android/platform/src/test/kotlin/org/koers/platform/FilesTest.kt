package org.koers.platform

import android.net.Uri
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.koers.KoersException
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.FileNotFoundException
import java.io.IOException
import java.io.OutputStream

/** BEY-02: where things lie, and the way out and in by the system's picker. */
@RunWith(AndroidJUnit4::class)
@Config(application = PhoneHost::class)
class FilesTest {
    private val app = ApplicationProvider.getApplicationContext<PhoneHost>()
    private val files get() = app.device.files
    private val place = Uri.parse("content://documents/backup")
    private val documents get() = shadowOf(app.contentResolver)

    private inline fun <reified E : KoersException> fails(crossinline call: suspend () -> Unit): E =
        assertThrows(E::class.java) { runBlocking { call() } }

    private fun aFile() = File(files.backups, "me.koersbackup").apply { writeBytes(ByteArray(100_000) { it.toByte() }) }

    @Test fun `all of it lies where no backup of the system goes`() {
        for (path in listOf(files.vault, files.porch, files.backups)) assertTrue(path, path.startsWith(app.noBackupFilesDir.path))
        assertFalse(files.vaultExists())
    }

    @Test fun `a backup goes out whole and comes in whole, and its copy can be forgotten`() = runBlocking {
        val (out, from) = ByteArrayOutputStream() to aFile()
        documents.registerOutputStream(place, out)
        files.copyOut(from.path, place.toString())
        assertArrayEquals(from.readBytes(), out.toByteArray())
        documents.registerInputStream(place, ByteArrayInputStream(out.toByteArray()))
        val copy = File(files.copyIn(place.toString()))
        assertArrayEquals(from.readBytes(), copy.readBytes())
        assertTrue(copy.path.startsWith(app.cacheDir.path))
        files.forgetCopies()
        assertFalse(copy.exists())
        files.forgetBackups()
        assertEquals(0, File(files.backups).list()!!.size)
    }

    @Test fun `what cannot be copied says why, and leaves what is here as it was`() {
        val (from, before) = aFile().let { it to it.readBytes() }
        documents.registerInputStreamSupplier(place) { throw SecurityException() }
        fails<KoersException.NoPermission> { files.copyIn(place.toString()) }
        val gone = Uri.parse("content://documents/gone")
        documents.registerInputStreamSupplier(gone) { throw FileNotFoundException() }
        fails<KoersException.NotFound> { files.copyIn(gone.toString()) }
        val broken = object : OutputStream() {
            override fun write(byte: Int) = throw IOException("broken pipe")
        }
        documents.registerOutputStream(place, broken)
        fails<KoersException.NoPermission> { files.copyOut(from.path, place.toString()) }
        assertArrayEquals(before, from.readBytes())
    }
}
