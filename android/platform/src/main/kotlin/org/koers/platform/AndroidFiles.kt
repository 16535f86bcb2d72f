package org.koers.platform

import android.content.Context
import android.net.Uri
import android.system.ErrnoException
import android.system.OsConstants
import java.io.File
import java.io.FileNotFoundException
import java.io.FileOutputStream
import java.io.IOException
import java.io.InputStream
import java.io.OutputStream
import java.io.SyncFailedException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import org.koers.KoersException
import org.koers.logic.Files

/**
 * Where things lie: in the app's own folder that no backup of the system takes along. Elsewhere they
 * come only by the system's picker (the Storage Access Framework).
 */
internal class AndroidFiles(private val context: Context, folder: File) : Files {
    private val copies = File(context.cacheDir, "copies")

    override val vault = File(folder, "me.koers").path
    override val porch = File(folder, "me.porch").path
    override val backups = File(folder, "backups").apply { mkdirs() }.path

    override fun vaultExists() = File(vault).exists()

    override suspend fun copyOut(from: String, place: String) = moved {
        val out = context.contentResolver.openOutputStream(Uri.parse(place), "wt") ?: throw KoersException.NotFound()
        copy(File(from).inputStream(), out)
    }

    override suspend fun copyIn(place: String): String = moved {
        val source = context.contentResolver.openInputStream(Uri.parse(place)) ?: throw KoersException.NotFound()
        copies.mkdirs()
        val copy = File.createTempFile("copy", ".koers", copies)
        copy(source, FileOutputStream(copy))
        copy.path
    }

    override fun forgetCopies() {
        copies.deleteRecursively()
    }

    override fun forgetBackups() {
        File(backups).listFiles()?.forEach { it.deleteRecursively() }
    }

    private fun copy(from: InputStream, to: OutputStream): Unit = from.use { source ->
        to.use { target ->
            source.copyTo(target)
            target.flush()
            if (target is FileOutputStream) sync(target)
        }
    }

    /** What is a file is on the disk when this returns; what another app takes in by a pipe cannot be. */
    private fun sync(target: FileOutputStream) {
        try {
            target.fd.sync()
        } catch (pipe: SyncFailedException) {
            return
        }
    }

    private suspend fun <T> moved(move: () -> T): T = withContext(Dispatchers.IO) {
        try {
            move()
        } catch (denied: SecurityException) {
            throw KoersException.NoPermission()
        } catch (none: FileNotFoundException) {
            throw KoersException.NotFound()
        } catch (error: IOException) {
            throw if (error.isFull()) KoersException.StorageFull() else KoersException.NoPermission()
        }
    }

    private fun IOException.isFull(): Boolean =
        generateSequence<Throwable>(this) { it.cause }.any { (it as? ErrnoException)?.errno == OsConstants.ENOSPC }
}
