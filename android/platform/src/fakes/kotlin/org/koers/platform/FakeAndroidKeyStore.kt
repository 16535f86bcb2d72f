package org.koers.platform

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyPermanentlyInvalidatedException
import java.io.InputStream
import java.io.OutputStream
import java.security.AlgorithmParameters
import java.security.Key
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.SecureRandom
import java.security.Security
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import java.util.concurrent.ConcurrentHashMap
import javax.crypto.Cipher
import javax.crypto.CipherSpi
import javax.crypto.IllegalBlockSizeException
import javax.crypto.KeyGenerator
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey

/**
 * Robolectric has no Android Keystore. This one keeps AES keys in memory, outside the life of one
 * process, and does what the real one does to an app: a key that needs the person opens nothing
 * before they said yes, and one that was invalidated opens nothing ever again.
 */
class FakeAndroidKeyStore : Provider("AndroidKeyStore", "1", "in memory, for tests") {
    init {
        put("KeyStore.AndroidKeyStore", Store::class.java.name)
        put("KeyGenerator.AES", Generator::class.java.name)
        put("Cipher.AES/GCM/NoPadding", Gcm::class.java.name)
        put("Cipher.AES/GCM/NoPadding SupportedKeyClasses", StoredKey::class.java.name)
    }

    /** As of the real one, its bytes are not to be had. */
    class StoredKey(val spec: KeyGenParameterSpec, internal val inner: SecretKey) : SecretKey {
        override fun getAlgorithm() = "AES"
        override fun getFormat(): String? = null
        override fun getEncoded(): ByteArray? = null
    }

    class Generator : KeyGeneratorSpi() {
        private lateinit var spec: KeyGenParameterSpec
        override fun engineInit(random: SecureRandom?) = error("needs a KeyGenParameterSpec")
        override fun engineInit(size: Int, random: SecureRandom?) = error("needs a KeyGenParameterSpec")
        override fun engineInit(params: AlgorithmParameterSpec, random: SecureRandom?) {
            spec = params as KeyGenParameterSpec
        }
        override fun engineGenerateKey(): SecretKey = KeyGenerator.getInstance("AES", "SunJCE").run {
            init(spec.keySize)
            StoredKey(spec, generateKey()).also { keys[spec.keystoreAlias] = it }
        }
    }

    class Store : KeyStoreSpi() {
        override fun engineGetKey(alias: String, password: CharArray?): Key? = trouble?.let { throw it } ?: keys[alias]
        override fun engineContainsAlias(alias: String) = alias in keys
        override fun engineIsKeyEntry(alias: String) = alias in keys
        override fun engineDeleteEntry(alias: String) { keys.remove(alias) }
        override fun engineAliases() = Collections.enumeration(keys.keys)
        override fun engineSize() = keys.size
        override fun engineLoad(stream: InputStream?, password: CharArray?) = Unit
        override fun engineStore(stream: OutputStream?, password: CharArray?) = Unit
        override fun engineGetCertificateChain(alias: String?): Array<Certificate>? = null
        override fun engineGetCertificate(alias: String?): Certificate? = null
        override fun engineGetCreationDate(alias: String?) = Date(0)
        override fun engineSetKeyEntry(alias: String, key: Key, password: CharArray?, chain: Array<Certificate>?) = error("not supported")
        override fun engineSetKeyEntry(alias: String, key: ByteArray, chain: Array<Certificate>?) = error("not supported")
        override fun engineSetCertificateEntry(alias: String, cert: Certificate) = error("not supported")
        override fun engineIsCertificateEntry(alias: String) = false
        override fun engineGetCertificateAlias(cert: Certificate?): String? = null
    }

    class Gcm : CipherSpi() {
        private val inner = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE")
        private lateinit var stored: StoredKey

        private fun begin(key: Key): SecretKey {
            stored = key as StoredKey
            if (stored.spec.keystoreAlias in invalidated) throw KeyPermanentlyInvalidatedException()
            return stored.inner
        }

        override fun engineInit(mode: Int, key: Key, random: SecureRandom?) = inner.init(mode, begin(key))
        override fun engineInit(mode: Int, key: Key, spec: AlgorithmParameterSpec?, random: SecureRandom?) = inner.init(mode, begin(key), spec)
        override fun engineInit(mode: Int, key: Key, params: AlgorithmParameters?, random: SecureRandom?) = inner.init(mode, begin(key), params)
        override fun engineDoFinal(input: ByteArray?, offset: Int, size: Int): ByteArray {
            if (stored.spec.isUserAuthenticationRequired) {
                if (!personIsThere) throw IllegalBlockSizeException("key user not authenticated")
                personIsThere = false
            }
            return if (input == null) inner.doFinal() else inner.doFinal(input, offset, size)
        }
        override fun engineDoFinal(input: ByteArray?, offset: Int, size: Int, output: ByteArray, at: Int): Int =
            engineDoFinal(input, offset, size).also { it.copyInto(output, at) }.size
        override fun engineGetIV(): ByteArray = inner.iv
        override fun engineGetBlockSize() = inner.blockSize
        override fun engineGetOutputSize(size: Int) = inner.getOutputSize(size)
        override fun engineGetParameters(): AlgorithmParameters = inner.parameters
        override fun engineSetMode(mode: String?) = Unit
        override fun engineSetPadding(padding: String?) = Unit
        override fun engineUpdate(input: ByteArray, offset: Int, size: Int): ByteArray? = inner.update(input, offset, size)
        override fun engineUpdate(input: ByteArray, offset: Int, size: Int, output: ByteArray, at: Int) = inner.update(input, offset, size, output, at)
    }

    companion object {
        // The background key is asked for while the person is still busy with the other.
        private val keys: MutableMap<String, StoredKey> = ConcurrentHashMap()
        private val invalidated = mutableSetOf<String>()

        /** The person has just proved who they are: good for one use of one key. */
        var personIsThere = false

        /** What it says instead of giving any key; null while it is well. */
        var trouble: Exception? = null

        /** A new phone. */
        fun install() {
            keys.clear()
            invalidated.clear()
            personIsThere = false
            trouble = null
            stand()
        }

        /** First of all: what the first provider says about a key is what the caller hears. */
        private fun stand() {
            Security.removeProvider("AndroidKeyStore")
            Security.insertProviderAt(FakeAndroidKeyStore(), 1)
        }

        /** The lock of the screen was taken away. */
        fun invalidate() {
            stand()
            invalidated += keys.values.filter { it.spec.isUserAuthenticationRequired }.map { it.spec.keystoreAlias }
        }

        /** The app's files came to another phone. */
        fun loseAll() = keys.clear()

        fun spec(alias: String): KeyGenParameterSpec? = keys[alias]?.spec
    }
}

/** Says yes for the person, or turns it down. */
class FakeAsk(var yes: Boolean = true) : Ask {
    /** How often the person was asked. */
    var asked = 0

    override suspend fun person(cipher: Cipher?): Cipher? {
        asked++
        if (!yes) throw org.koers.logic.KeyRefused()
        FakeAndroidKeyStore.personIsThere = true
        return cipher
    }
}
