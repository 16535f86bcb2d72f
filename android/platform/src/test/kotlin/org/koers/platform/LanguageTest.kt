package org.koers.platform

import android.app.LocaleManager
import android.os.LocaleList
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.koers.Lang
import org.robolectric.annotation.Config

/** The language chosen in the app and the one in the phone's own settings for it are one. */
@RunWith(AndroidJUnit4::class)
@Config(application = PhoneHost::class, qualifiers = "en-rGB")
class LanguageTest {
    private val app = ApplicationProvider.getApplicationContext<PhoneHost>()
    private val manager = app.getSystemService(LocaleManager::class.java)
    private val choices get() = app.device.choices

    private fun inThePhonesSettings(tags: String) {
        manager.applicationLocales = LocaleList.forLanguageTags(tags)
    }

    @Test fun `chosen here, the phone's settings show it, and it outlives the process`() {
        choices.language = "nl"
        assertEquals("nl", manager.applicationLocales.toLanguageTags())
        app.start()
        assertEquals("nl", choices.language)
        assertEquals(null, choices.wished)
    }

    @Test fun `chosen in the phone's settings, it holds before there is a vault and after`() {
        inThePhonesSettings("nl-BE")
        assertEquals("nl", choices.language)
        choices.language = "en"
        assertEquals(null, choices.wished)
        inThePhonesSettings("nl-NL")
        assertEquals("nl", choices.wished)
        assertEquals("nl", choices.language)
    }

    @Test fun `where the choice is taken back in the phone's settings, it is the phone's own`() {
        choices.language = "nl"
        inThePhonesSettings("")
        assertEquals("en", choices.wished)
        assertEquals("en", choices.language)
    }

    @Test fun `a phone that was never told of a language changes none`() {
        assertEquals(null, choices.wished)
        assertEquals("en", choices.language)
    }

    @Test fun `a vault speaks what was chosen in the phone's settings from its next opening on, and so do reminders`() = runBlocking {
        app.begin()
        app.mirror.run()
        app.session.close()
        inThePhonesSettings("nl")
        app.mend(afresh = true)
        app.at("2026-03-17T20:00:00+01:00")
        app.fire()
        assertEquals("Tijd voor je dagnotitie", app.notices.single().notification.extras.getString("android.text"))
        val vault = app.device
        app.session.begin(org.koers.KoersClient.openWithDeviceKey(vault.files.vault, vault.keys.release(), Lang.NL, app.session.here()))
        assertEquals(Lang.NL, app.session.ask { it.profileDraft() }!!.language)
        assertEquals(null, choices.wished)
        app.session.close()
        app.unlock()
        assertEquals(Lang.NL, app.session.ask { it.lang() })
        app.session.close()
    }
}
