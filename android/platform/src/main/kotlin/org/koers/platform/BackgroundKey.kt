package org.koers.platform

import android.security.keystore.KeyPermanentlyInvalidatedException
import android.util.AtomicFile
import java.io.File
import java.io.FileNotFoundException
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.KeyStoreException
import java.security.ProviderException
import java.security.SecureRandom
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

/**
 * Thirty-two bytes that are there without asking the person: the porch lies under them, and what this
 * phone keeps besides the vault. They are wrapped by a key of the Keystore and unwrapped once in the
 * life of a process. Where the key is gone for good, as on a restored phone, new ones are made: what lay
 * under the old ones is written anew from the vault.
 */
internal class BackgroundKey(folder: File) {
    private val file = File(folder, "background.key")
    private val store = StoreKey("koers.background")
    private var unwrapped: ByteArray? = null

    /** A copy, for the caller to wipe. Throws [KeystoreSilent]. */
    @Synchronized
    fun bytes(): ByteArray = (unwrapped ?: asked { kept() ?: made() }.also { unwrapped = it }).copyOf()

    @Synchronized
    fun forget() {
        unwrapped?.fill(0)
        unwrapped = null
        file.delete()
        store.forget()
    }

    /** A key for one file, which nothing else is sealed under. */
    fun forFile(name: String): SecretKeySpec {
        val key = bytes()
        return Mac.getInstance("HmacSHA256").run {
            init(SecretKeySpec(key, algorithm))
            SecretKeySpec(doFinal(name.toByteArray()), "AES")
        }.also { key.fill(0) }
    }

    private fun kept(): ByteArray? {
        val sealed = file.readOrNull() ?: return null
        return try {
            store.opening(sealed)?.let { StoreKey.open(it, sealed) }
        } catch (gone: KeyPermanentlyInvalidatedException) {
            null
        } catch (another: AEADBadTagException) {
            null
        }
    }

    private fun asked(ask: () -> ByteArray): ByteArray = try {
        ask()
    } catch (trouble: GeneralSecurityException) {
        throw KeystoreSilent(trouble)
    } catch (trouble: ProviderException) {
        throw KeystoreSilent(trouble)
    } catch (full: IOException) {
        throw KeystoreSilent(full)
    }

    private fun made(): ByteArray {
        store.make()
        val bytes = ByteArray(SIZE).also(SecureRandom()::nextBytes)
        file.writeWhole(StoreKey.seal(store.sealing() ?: throw KeyStoreException(), bytes))
        return bytes
    }

    private companion object {
        const val SIZE = 32
    }
}

/** The Keystore does not answer, or the disk is full; later it may. */
internal class KeystoreSilent(cause: Exception) : Exception(cause)

/** A small file under the background key, written whole or not at all. */
internal class SealedFile(private val folder: File, private val name: String, private val background: BackgroundKey) {
    private val file get() = File(folder, name)

    /** On a full disk, what was there stays: it is no part of the diary, and the next start plans anew. */
    fun write(plain: ByteArray) {
        try {
            val cipher = Cipher.getInstance(StoreKey.GCM).apply { init(Cipher.ENCRYPT_MODE, background.forFile(name)) }
            file.writeWhole(StoreKey.seal(cipher, plain))
        } catch (full: IOException) {
            return
        } catch (silent: KeystoreSilent) {
            return
        }
    }

    /** What was written; null where nothing is there, or nothing that can be opened now. */
    fun read(): ByteArray? {
        return try {
            val sealed = file.readOrNull() ?: return null
            val cipher = Cipher.getInstance(StoreKey.GCM)
            cipher.init(Cipher.DECRYPT_MODE, background.forFile(name), StoreKey.parameters(sealed))
            StoreKey.open(cipher, sealed)
        } catch (gone: GeneralSecurityException) {
            null
        } catch (short: IllegalArgumentException) {
            null
        } catch (unread: IOException) {
            null
        } catch (silent: KeystoreSilent) {
            null
        }
    }

    fun delete() {
        AtomicFile(file).delete()
    }
}

/** What is in a file; null where none is there. Throws an [IOException] where it cannot be read now. */
internal fun File.readOrNull(): ByteArray? = try {
    AtomicFile(this).readFully()
} catch (unopened: FileNotFoundException) {
    // Android says the same of a file that is there and that it cannot open.
    if (exists()) throw unopened
    null
}

internal fun File.writeWhole(bytes: ByteArray) = AtomicFile(this).run {
    parentFile?.mkdirs()
    val out = startWrite()
    try {
        out.write(bytes)
        finishWrite(out)
    } catch (error: IOException) {
        failWrite(out)
        throw error
    }
}
