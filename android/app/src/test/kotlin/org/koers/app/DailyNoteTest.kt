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
}
