package org.koers.app

import android.app.LocaleManager
import android.content.res.XmlResourceParser
import android.os.LocaleList
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Test
import org.koers.Lang
import org.koers.logic.LockAfter
import org.koers.logic.SettingsEvent
import org.koers.logic.StartEvent

/** BEY-04: the phone's own setting of a language for this app, and the app's, are one. */
class LanguageTest : InHand() {
    private val manager get() = hand.app.getSystemService(LocaleManager::class.java)

    /** The person chooses it there; the phone then makes the activity anew. */
    private fun Hand.inThePhonesSettings(tag: String) {
        manager.applicationLocales = LocaleList.forLanguageTags(tag)
        recreate()
    }

    @Test fun `chosen in the phone's settings, the lock speaks it, and what is behind it too`() = with(hand) {
        open()
        sees("Open with this device's lock")
        inThePhonesSettings("nl-BE")
        tap("Openen met de toestelvergrendeling")
        sees("Vandaag")
        assertEquals("the region stays the phone's", "nl-GB", activity { it.resources.configuration.locales.toLanguageTags().substringBefore(',') })
        assertEquals(Lang.NL, app.screens.session.lang)
        until("the vault speaks it") { app.screens.today.state.value.strip.isNotEmpty() }
        assertEquals("nl", app.screens.settings.state.value.languages.single { it.chosen }.id)
    }

    @Test fun `an open app locks for it, and speaks it from then on`() = with(hand) {
        app.device.choices.lockAfter = LockAfter.FiveMinutes
        open()
        unlock()
        sees("Today")
        inThePhonesSettings("nl")
        tap("Openen met de toestelvergrendeling")
        sees("Vandaag")
        assertEquals(null, app.device.choices.wished)
    }

    @Test fun `chosen in the app, the phone's settings show it`() = with(hand) {
        open()
        unlock()
        assertEquals("en", manager.applicationLocales.toLanguageTags())
        app.screens.tell(app.screens.settings, SettingsEvent.Language("nl"))
        until("the phone was told") { manager.applicationLocales.toLanguageTags() == "nl" }
        until("it locked for it") { app.screens.session.open.value == null }
    }

    @Test fun `the manifest offers the phone's settings the languages that the app has`() {
        val manifest = hand.app.assets.openXmlResourceParser("AndroidManifest.xml")
        val named = manifest.values("application") { it.getAttributeResourceValue(ANDROID, "localeConfig", 0) }.single()
        val offered = hand.app.resources.getXml(named).values("locale") { it.getAttributeValue(ANDROID, "name") }
        runBlocking { hand.app.screens.start.on(StartEvent.Opened) }
        assertEquals(hand.app.screens.start.state.value.languages.map { it.id }, offered)
    }

    /** What stands at the elements of this name. */
    private fun <T> XmlResourceParser.values(element: String, value: (XmlResourceParser) -> T): List<T> = buildList {
        while (next() != XmlResourceParser.END_DOCUMENT) {
            if (eventType == XmlResourceParser.START_TAG && name == element) add(value(this@values))
        }
    }

    private companion object {
        const val ANDROID = "http://schemas.android.com/apk/res/android"
    }
}
