package org.koers.app

import android.Manifest
import android.app.AlarmManager
import android.app.KeyguardManager
import android.app.NotificationManager
import android.content.Intent
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasScrollAction
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isEnabled
import androidx.compose.ui.test.junit4.ComposeTestRule
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.test.core.app.ActivityScenario
import androidx.test.core.app.ApplicationProvider
import androidx.test.platform.app.InstrumentationRegistry.getInstrumentation
import java.time.OffsetDateTime
import kotlinx.coroutines.job
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.koers.Command
import org.koers.FollowDraft
import org.koers.Here
import org.koers.Home
import org.koers.KoersClient
import org.koers.Lang
import org.koers.logic.DoorStage
import org.koers.logic.Presenter
import org.koers.platform.FakeAndroidKeyStore
import org.koers.platform.FakeAsk
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowLooper

/** A person with a new phone in their hand: sees what stands there, and taps it. */
internal class Hand(private val compose: ComposeTestRule) {
    val app: KoersApp
    private lateinit var scenario: ActivityScenario<MainActivity>

    init {
        FakeAndroidKeyStore.install()
        app = ApplicationProvider.getApplicationContext()
        shadowOf(app.getSystemService(KeyguardManager::class.java)).setIsDeviceSecure(true)
    }

    /** The person lets the phone show reminders. */
    fun allowReminders() = shadowOf(app).grantPermissions(Manifest.permission.POST_NOTIFICATIONS)

    /** A vault that the lock of the phone opens, with nothing in it yet. */
    fun begin() = runBlocking {
        app.device.ask = FakeAsk()
        val device = app.device
        KoersClient.createWithDeviceKey(device.files.vault, device.keys.make(), Lang.EN, app.here).use { koers ->
            koers.recordAll(listOf(Command.Profile(koers.newProfileDraft()), Command.Follow(FollowDraft("cannabis", followed = true))))
        }
    }

    fun unlock() {
        tap("Open with this device's lock")
        until("it is open") { app.screens.door.state.value.stage == DoorStage.Open }
    }

    /** The app comes to the front. */
    fun open(intent: Intent? = null) {
        scenario = if (intent == null) ActivityScenario.launch(MainActivity::class.java) else ActivityScenario.launch(intent)
        app.device.ask = FakeAsk()
    }

    /** It is in front, and something leads to it once more. */
    fun again(intent: Intent) = scenario.onActivity { getInstrumentation().callActivityOnNewIntent(it, intent) }

    fun <T> activity(use: (MainActivity) -> T): T {
        var given: T? = null
        scenario.onActivity { given = use(it) }
        @Suppress("UNCHECKED_CAST")
        return given as T
    }

    fun moveTo(state: androidx.lifecycle.Lifecycle.State) {
        scenario.moveToState(state)
    }

    fun recreate() {
        scenario.recreate()
        app.device.ask = FakeAsk()
    }

    /** The process dies, and with it all that was open; the files stay, and so does what the phone shows. */
    fun killed() {
        scenario.close()
        runBlocking {
            app.scope.coroutineContext.job.cancel()
            app.screens.session.open.value?.close()
        }
        app.begin()
    }

    fun close() {
        if (::scenario.isInitialized) scenario.close()
        runBlocking { app.screens.session.close() }
    }

    fun at(moment: String) {
        val at = OffsetDateTime.parse(moment)
        val here = Here(at.toInstant(), Home("Europe/Brussels", at.offset.totalSeconds / 60))
        app.here = here
        runBlocking { app.screens.session.open.value?.setClock(here) }
    }

    // What is seen and done.

    @OptIn(ExperimentalTestApi::class)
    fun sees(what: SemanticsMatcher) = compose.waitUntilAtLeastOneExists(what, WAIT)

    fun sees(text: String) = sees(hasText(text))

    fun seesPart(text: String) = sees(hasText(text, substring = true))

    fun hasNot(text: String): Boolean = compose.onAllNodes(hasText(text, substring = true)).fetchSemanticsNodes().isEmpty()

    fun tap(what: SemanticsMatcher) {
        // What the core still looks at cannot be tapped yet.
        val ready = what and isEnabled()
        sees(ready)
        val node = compose.onAllNodes(ready).onFirst()
        if (compose.onAllNodes(hasScrollAction()).fetchSemanticsNodes().isNotEmpty()) runCatching { node.performScrollTo() }
        node.performClick()
        compose.waitForIdle()
    }

    fun tap(text: String) = tap(hasText(text))

    fun tapNamed(description: String) = tap(hasContentDescription(description))

    fun tapTag(tag: String) = tap(hasTestTag(tag))

    fun type(field: String, words: String) {
        sees(field)
        compose.onAllNodes(hasText(field)).onFirst().performTextInput(words)
        compose.waitForIdle()
    }

    fun until(what: String, holds: () -> Boolean) = compose.waitUntil(what, WAIT) {
        ShadowLooper.idleMainLooper()
        holds()
    }

    /** One entry of the ten-second log: five taps at most. */
    fun log(craving: Int, situation: String) {
        tapTag("log")
        tapNamed("$craving out of 10")
        tap(situation)
        tap("No")
        tap("Save")
        sees("Noted")
    }

    // What the phone does.

    val notices get() = app.getSystemService(NotificationManager::class.java).activeNotifications.toList()

    /** The phone fires the alarms whose time has come. */
    fun alarm() {
        val alarms = shadowOf(app.getSystemService(AlarmManager::class.java))
        val now = app.here!!.now.toEpochMilli()
        alarms.scheduledAlarms.filter { it.triggerAtMs <= now }.forEach { it.operation!!.send() }
        ShadowLooper.idleMainLooper()
    }

    fun press(button: String) {
        notices.single().notification.actions.first { it.title == button }.actionIntent.send()
        ShadowLooper.idleMainLooper()
    }

    fun screenOff() {
        app.sendBroadcast(Intent(Intent.ACTION_SCREEN_OFF))
        ShadowLooper.idleMainLooper()
    }

    /** Back until the bar with the four places is there; a screen that is done goes by itself. */
    fun backToPlaces() {
        val back = hasContentDescription("Back") and isEnabled()
        fun there(what: SemanticsMatcher) = compose.onAllNodes(what).fetchSemanticsNodes().isNotEmpty()
        do {
            until("there is a way on") { there(hasText("Insight")) || there(back) }
            val arrived = there(hasText("Insight"))
            if (!arrived) runCatching { compose.onAllNodes(back).onFirst().performClick() }
        } while (!arrived)
    }

    /** All that was told before this has been heard. For events that need no answer on the main thread. */
    fun <Event : Any> settled(presenter: Presenter<*, Event>, event: Event) =
        runBlocking { app.scope.launch { presenter.on(event) }.join() }

    fun entries(): Int = runBlocking { app.screens.session.ask { it.diary().total.toInt() } }

    companion object {
        /** Milliseconds to wait for what the core answers; a guard against hanging, no measurement. */
        const val WAIT = 60_000L
    }
}
