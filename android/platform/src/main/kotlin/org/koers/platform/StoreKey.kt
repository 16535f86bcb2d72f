package org.koers.platform

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.KeyProperties
import java.security.KeyStore
import java.security.UnrecoverableKeyException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/** A key for AES-GCM that never leaves the Android Keystore, by its name there. */
internal class StoreKey(
    private val alias: String,
    private val guard: KeyGenParameterSpec.Builder.() -> Unit = {},
) {
    fun exists(): Boolean = store().containsAlias(alias)

    /** Makes it anew; what the one before sealed can no longer be opened. */
    fun make() {
        val spec = KeyGenParameterSpec.Builder(alias, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(KEY_BITS)
            .apply(guard)
            .build()
        KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE).run {
            init(spec)
            generateKey()
        }
    }

    fun forget() = store().deleteEntry(alias)

    /** To seal; null where there is no such key. */
    fun sealing(): Cipher? = key()?.let { key ->
        Cipher.getInstance(GCM).apply { init(Cipher.ENCRYPT_MODE, key) }
    }

    /** To open what [seal] gave; null where there is no such key. */
    fun opening(sealed: ByteArray): Cipher? = key()?.let { key ->
        Cipher.getInstance(GCM).apply { init(Cipher.DECRYPT_MODE, key, parameters(sealed)) }
    }

    /** `getKey` may not say that a key is gone for good but by these words; any other fault of its passes. */
    private fun key() = try {
        store().getKey(alias, null) as SecretKey?
    } catch (told: UnrecoverableKeyException) {
        throw if (told.message == INVALIDATED) KeyPermanentlyInvalidatedException(INVALIDATED, told) else told
    }

    private fun store() = KeyStore.getInstance(STORE).apply { load(null) }

    companion object {
        private const val STORE = "AndroidKeyStore"
        private const val KEY_BITS = 256

        /** The words of Android's own `KeyPermanentlyInvalidatedException`. */
        internal const val INVALIDATED = "User changed or deleted their auth credentials"
        internal const val GCM = "AES/GCM/NoPadding"

        /** Bytes of the nonce that is written in front, and bits of the tag: those of GCM. */
        private const val NONCE = 12
        private const val TAG_BITS = 128

        /** Sealed with the nonce that the cipher chose. */
        fun seal(cipher: Cipher, plain: ByteArray): ByteArray = cipher.doFinal(plain).let { cipher.iv + it }

        fun open(cipher: Cipher, sealed: ByteArray): ByteArray = cipher.doFinal(sealed, NONCE, sealed.size - NONCE)

        /** The nonce in front of what was sealed. */
        internal fun parameters(sealed: ByteArray) = GCMParameterSpec(TAG_BITS, sealed, 0, NONCE)
    }
}
