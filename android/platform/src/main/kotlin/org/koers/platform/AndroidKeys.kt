package org.koers.platform

import android.app.KeyguardManager
import android.content.Context
import android.os.Build
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.KeyProperties
import java.io.File
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.ProviderException
import java.security.SecureRandom
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import org.koers.KoersException
import org.koers.logic.DeviceKeys
import org.koers.logic.KeyInvalidated
import org.koers.logic.KeyRefused

/** Asks the person to prove who they are. */
fun interface Ask {
    /**
     * Asks, and gives the cipher that may be used now; without one, what may be used in the seconds
     * after. Throws [KeyRefused].
     */
    suspend fun person(cipher: Cipher?): Cipher?

    /** Nobody is there to answer any more: what waits for an answer is refused. */
    fun giveUp() = Unit
}

/**
 * The keys of this phone. The device secret is thirty-two bytes, wrapped by a key that the Keystore
 * gives only for a strong biometric or the screen lock. It is gone for good when the screen lock is
 * taken away, when a new biometric is enrolled where a biometric alone opens it, or on another phone.
 * [ask] gives what asks on the screen that is in front; null where none is.
 */
internal class AndroidKeys(
    private val context: Context,
    private val folder: File,
    private val behind: BackgroundKey,
    private val ask: () -> Ask?,
) : DeviceKeys {
    private val file get() = File(folder, "device.key")
    private val store = StoreKey("koers.device") { onlyForThePerson() }

    override fun canLock(): Boolean = context.getSystemService(KeyguardManager::class.java).isDeviceSecure

    override fun has(): Boolean = file.exists() && store.exists()

    override suspend fun make(): ByteArray {
        if (!canLock()) throw KeyRefused()
        return guarded {
            store.make()
            val cipher = allowed { store.sealing() }
            val secret = ByteArray(SIZE).also(SecureRandom()::nextBytes)
            file.writeWhole(StoreKey.seal(cipher, secret))
            secret
        }
    }

    override suspend fun release(): ByteArray = guarded {
        val sealed = file.readOrNull() ?: throw KeyInvalidated()
        StoreKey.open(allowed { store.opening(sealed) }, sealed)
    }

    override fun forget() {
        file.delete()
        store.forget()
    }

    override fun background(): ByteArray = try {
        behind.bytes()
    } catch (silent: KeystoreSilent) {
        throw KoersException.Other("the key store does not answer")
    }

    override fun forgetBackground() = behind.forget()

    /** The cipher after the person has said yes. An old Keystore in trouble also says that it has no such key. */
    private suspend fun allowed(cipher: () -> Cipher?): Cipher {
        val ask = ask() ?: throw KeyRefused()
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
            return ask.person(cipher() ?: throw KeyRefused()) ?: throw KeyRefused()
        }
        // Here the screen lock opens no single cipher, but the key for some seconds.
        ask.person(null)
        return cipher() ?: throw KeyRefused()
    }

    /** What the Keystore says, as the contract has it: a fault that may pass takes no key away. */
    private inline fun <T> guarded(deed: () -> T): T = try {
        deed()
    } catch (gone: KeyPermanentlyInvalidatedException) {
        throw KeyInvalidated()
    } catch (another: AEADBadTagException) {
        throw KeyInvalidated()
    } catch (trouble: GeneralSecurityException) {
        throw KeyRefused()
    } catch (trouble: ProviderException) {
        throw KeyRefused()
    } catch (full: IOException) {
        throw KeyRefused()
    }

    private companion object {
        const val SIZE = 32
    }
}

/** Seconds in which the key may be used after asking, where Android knows no better (judgement). */
private const val SECONDS = 5

@Suppress("DEPRECATION")
private fun KeyGenParameterSpec.Builder.onlyForThePerson() {
    setUserAuthenticationRequired(true)
    setInvalidatedByBiometricEnrollment(true)
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
        setUserAuthenticationParameters(0, KeyProperties.AUTH_BIOMETRIC_STRONG or KeyProperties.AUTH_DEVICE_CREDENTIAL)
    } else {
        setUserAuthenticationValidityDurationSeconds(SECONDS)
    }
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) setUnlockedDeviceRequired(true)
}
