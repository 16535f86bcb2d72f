package org.koers.platform

import android.app.KeyguardManager
import android.security.keystore.KeyProperties
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import java.io.File
import java.security.GeneralSecurityException
import java.security.ProviderException
import java.security.UnrecoverableKeyException
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.koers.KoersException
import org.koers.logic.KeyInvalidated
import org.koers.logic.KeyRefused
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** BEY-02: the keys of this phone, and what is sealed under them. */
@RunWith(AndroidJUnit4::class)
@Config(application = PhoneHost::class)
class KeysTest {
    private val app = ApplicationProvider.getApplicationContext<PhoneHost>()
    private val keys get() = app.device.keys

    private inline fun <reified E : Throwable> fails(crossinline call: suspend () -> Unit): E =
        assertThrows(E::class.java) { runBlocking { call() } }

    @Test fun `the device key comes back after the person said yes, and lies nowhere as it is`() = runBlocking {
        assertFalse(keys.has())
        val made = keys.make()
        assertEquals(32, made.size)
        assertTrue(keys.has())
        app.start()
        assertArrayEquals(made, keys.release())
        assertEquals(2, app.asks.asked)
        val file = File(app.noBackupFilesDir, "device.key").readBytes()
        assertFalse(String(made, Charsets.ISO_8859_1) in String(file, Charsets.ISO_8859_1))
    }

    @Test fun `its key asks for a strong biometric or the screen lock, each time, and not the background key`() = runBlocking {
        keys.make()
        keys.background()
        val device = FakeAndroidKeyStore.spec("koers.device")!!
        assertTrue(device.isUserAuthenticationRequired && device.isInvalidatedByBiometricEnrollment)
        assertEquals(KeyProperties.AUTH_BIOMETRIC_STRONG or KeyProperties.AUTH_DEVICE_CREDENTIAL, device.userAuthenticationType)
        assertEquals(0, device.userAuthenticationValidityDurationSeconds)
        assertFalse(FakeAndroidKeyStore.spec("koers.background")!!.isUserAuthenticationRequired)
    }

    @Test fun `a person who turns it down gets nothing, and it stays as it was`() = runBlocking {
        val made = keys.make()
        app.asks.yes = false
        fails<KeyRefused> { keys.release() }
        app.device.ask = null
        fails<KeyRefused> { keys.release() }
        app.device.ask = app.asks.apply { yes = true }
        assertArrayEquals(made, keys.release())
    }

    @Test fun `a key that was invalidated, or is on another phone, is gone and says so`() = runBlocking<Unit> {
        keys.make()
        FakeAndroidKeyStore.invalidate()
        fails<KeyInvalidated> { keys.release() }
        keys.forget()
        assertFalse(keys.has())
        FakeAndroidKeyStore.install()
        val again = keys.make()
        assertArrayEquals(again, keys.release())
        FakeAndroidKeyStore.loseAll()
        assertFalse(keys.has())
        fails<KeyRefused> { keys.release() }
    }

    @Test fun `a key store in trouble that may pass takes no key away`() = runBlocking {
        val (made, behind) = keys.make() to keys.background()
        val unread = UnrecoverableKeyException("Failed to obtain information about key")
        for (trouble in listOf(unread, ProviderException("System error"), GeneralSecurityException())) {
            app.start()
            FakeAndroidKeyStore.trouble = trouble
            fails<KeyRefused> { keys.release() }
            fails<KoersException.Other> { keys.background() }
            FakeAndroidKeyStore.trouble = null
            assertTrue(keys.has())
            assertArrayEquals(made, keys.release())
            assertArrayEquals(behind, keys.background())
        }
    }

    @Test fun `a key is also gone where the key store says it by its words alone`() = runBlocking<Unit> {
        keys.make()
        FakeAndroidKeyStore.trouble = UnrecoverableKeyException("User changed or deleted their auth credentials")
        fails<KeyInvalidated> { keys.release() }
    }

    @Test fun `a file that cannot be read now takes no key away`() = runBlocking {
        val made = keys.make()
        val file = File(app.noBackupFilesDir, "device.key")
        val bytes = file.readBytes()
        // A folder cannot be opened as a file, and is there.
        file.delete()
        file.mkdir()
        fails<KeyRefused> { keys.release() }
        file.delete()
        file.writeBytes(bytes)
        assertArrayEquals(made, keys.release())
    }

    @Test fun `a phone without a screen lock can keep no key behind it`() = runBlocking {
        shadowOf(app.getSystemService(KeyguardManager::class.java)).setIsDeviceSecure(false)
        assertFalse(keys.canLock())
        fails<KeyRefused> { keys.make() }
        assertFalse(keys.has())
    }

    @Test fun `the background key is the same after a restart, asks nobody, and is made anew on another phone`() {
        val first = keys.background()
        app.start()
        assertArrayEquals(first, keys.background())
        assertEquals(0, app.asks.asked)
        FakeAndroidKeyStore.loseAll()
        app.start()
        val other = keys.background()
        assertFalse(first.contentEquals(other))
        app.start()
        assertArrayEquals(other, keys.background())
    }

    @Test fun `a half-filled entry lies sealed for a day`() = runBlocking {
        val words = "a half-filled entry".toByteArray()
        app.device.drafts.keep(words)
        val draft = File(app.noBackupFilesDir, "draft")
        assertFalse(String(words) in String(draft.readBytes(), Charsets.ISO_8859_1))
        app.start()
        app.at("2026-03-18T11:59:00+01:00")
        assertArrayEquals(words, app.device.drafts.kept())
        app.at("2026-03-18T12:01:00+01:00")
        assertNull(app.device.drafts.kept())
        assertFalse(draft.exists())
    }

    @Test fun `a half-filled entry waits for a key store in trouble`() {
        app.device.drafts.keep(byteArrayOf(1))
        app.start()
        FakeAndroidKeyStore.trouble = ProviderException("System error")
        assertNull(app.device.drafts.kept())
        FakeAndroidKeyStore.trouble = null
        assertArrayEquals(byteArrayOf(1), app.device.drafts.kept())
    }

    @Test fun `a changed or foreign file is no draft`() {
        app.device.drafts.keep(ByteArray(40))
        val draft = File(app.noBackupFilesDir, "draft")
        draft.writeBytes(draft.readBytes().also { it[20] = (it[20] + 1).toByte() })
        assertNull(app.device.drafts.kept())
        draft.writeBytes(ByteArray(3))
        assertNull(app.device.drafts.kept())
    }

    @Test fun `choices stay over a restart, and say nothing about the person in clear`() {
        val choices = app.device.choices
        choices.lockAfter = org.koers.logic.LockAfter.FiveMinutes
        choices.lastSeen = 7
        choices.awaited = mapOf("check_in:2026-03-17" to org.koers.logic.Awaited(5, 9, came = true, answer = "ab", answered = true))
        choices.delivery = org.koers.logic.Delivery(3, 2, 1)
        app.start()
        val again = app.device.choices
        assertEquals(org.koers.logic.LockAfter.FiveMinutes, again.lockAfter)
        assertEquals(7L, again.lastSeen)
        assertEquals(choices.awaited, again.awaited)
        assertEquals(org.koers.logic.Delivery(3, 2, 1), again.delivery)
        val plain = File(app.dataDir, "shared_prefs").walk().filter { it.isFile }.joinToString { it.readText() }
        assertTrue("last_seen" in plain)
        assertFalse("check_in" in plain)
    }
}
