package org.koers.app

import androidx.glance.appwidget.testing.unit.runGlanceAppWidgetUnitTest
import androidx.glance.testing.unit.hasText
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.Assert.assertEquals
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.koers.platform.FakeAndroidKeyStore
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.experimental.LazyApplication
import org.robolectric.annotation.experimental.LazyApplication.LazyLoad
import org.xmlpull.v1.XmlPullParser

/** Widget and tile: neutral, and they lead to a new entry alone. */
@RunWith(AndroidJUnit4::class)
@LazyApplication(LazyLoad.ON)
class DailyNoteTest {
    @Before fun phone() = FakeAndroidKeyStore.install()

    @Test fun `the widget says daily note and nothing else`() = runGlanceAppWidgetUnitTest {
        setContext(ApplicationProvider.getApplicationContext<KoersApp>())
        provideComposable { DailyNoteButton() }
        onNode(hasText("Daily note")).assertExists()
        onAllNodes(hasText("", substring = true)).assertCountEquals(1)
    }

    @Test @Config(qualifiers = "nl")
    fun `in Dutch it is a dagnotitie`() = runGlanceAppWidgetUnitTest {
        setContext(ApplicationProvider.getApplicationContext<KoersApp>())
        provideComposable { DailyNoteButton() }
        onNode(hasText("Dagnotitie")).assertExists()
    }

    @Test fun `the tile leads to a new entry`() {
        val tile = Robolectric.setupService(DailyNoteTile::class.java)
        tile.onClick()
        val sent = shadowOf(ApplicationProvider.getApplicationContext<KoersApp>()).nextStartedActivity
        assertEquals(MainActivity::class.java.name, sent.component?.className)
        assertEquals("Log", sent.getStringExtra("place"))
    }

    @Test fun `the shortcut leads to a new entry`() {
        val xml = ApplicationProvider.getApplicationContext<KoersApp>().resources.getXml(R.xml.shortcuts)
        val extras = mutableMapOf<String, String>()
        while (xml.next() != XmlPullParser.END_DOCUMENT) {
            if (xml.eventType == XmlPullParser.START_TAG && xml.name == "extra") {
                extras[xml.getAttributeValue(ANDROID, "name")] = xml.getAttributeValue(ANDROID, "value")
            }
        }
        assertEquals(mapOf("place" to "Log"), extras)
    }

    private companion object {
        const val ANDROID = "http://schemas.android.com/apk/res/android"
    }
}
