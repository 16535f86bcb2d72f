package org.koers.ui

import android.content.Context
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties.VerticalScrollAxisRange
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isRoot
import androidx.compose.ui.test.junit4.ComposeContentTestRule
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onLast
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.unit.LayoutDirection
import androidx.test.core.app.ApplicationProvider
import com.github.takahirom.roborazzi.ExperimentalRoborazziApi
import com.github.takahirom.roborazzi.RoborazziOptions
import com.github.takahirom.roborazzi.RoborazziTaskType
import com.github.takahirom.roborazzi.captureScreenRoboImage
import org.junit.Rule
import org.junit.Test
import org.junit.rules.ExternalResource
import org.junit.runner.RunWith
import org.koers.Lang
import org.koers.ui.theme.KoersTheme
import org.robolectric.ParameterizedRobolectricTestRunner
import org.robolectric.ParameterizedRobolectricTestRunner.Parameters
import org.robolectric.RuntimeEnvironment

/** How a phone or a tablet is set: its size, language, light, text size, and which way it runs. */
enum class Setting(
    val qualifiers: String,
    val lang: Lang,
    val fontScale: Float = 1f,
    val direction: LayoutDirection = LayoutDirection.Ltr,
) {
    Nl("nl-rBE-w360dp-h640dp-xhdpi", Lang.NL),
    En("en-rGB-w360dp-h640dp-xhdpi", Lang.EN),
    NlDark("nl-rBE-w360dp-h640dp-night-xhdpi", Lang.NL),
    EnDark("en-rGB-w360dp-h640dp-night-xhdpi", Lang.EN),
    Large("nl-rBE-w360dp-h640dp-xhdpi", Lang.NL, 2f),

    // English from right to left, as with the developer's option that forces it: no pack of texts
    // runs that way yet.
    Rtl("en-rGB-w360dp-h640dp-xhdpi", Lang.EN, direction = LayoutDirection.Rtl),
    Tablet("nl-rBE-w1024dp-h720dp-land-mdpi", Lang.NL),
    TabletDark("en-rGB-w1024dp-h720dp-land-night-mdpi", Lang.EN),
    Landscape("nl-rBE-w740dp-h360dp-land-xhdpi", Lang.NL),
}

/** Sets the phone before the activity of the compose rule comes up. */
class Phone(private val setting: Setting) : ExternalResource() {
    override fun before() {
        RuntimeEnvironment.setQualifiers(setting.qualifiers)
        RuntimeEnvironment.setFontScale(setting.fontScale)
    }
}

/** Shows a scene, as far down as it is looked at, and opens what is to lie above it. */
internal fun ComposeContentTestRule.show(scene: Scene, setting: Setting) {
    val life = Life.of(setting.lang)
    setContent {
        CompositionLocalProvider(LocalLayoutDirection provides setting.direction) { KoersTheme { scene.show(life) } }
    }
    waitForIdle()
    if (scene.further > 0) {
        val by = scene.further * density.density
        // Of two panes, the one that has more to show.
        val panes = onAllNodes(hasTestTag("parts") or hasTestTag("list"))
        val longest = panes.fetchSemanticsNodes().withIndex().maxBy { (_, pane) -> pane.config[VerticalScrollAxisRange].maxValue() }
        panes[longest.index].performSemanticsAction(SemanticsActions.ScrollBy) { it(0f, by) }
        waitForIdle()
    }
    scene.opens?.let { words ->
        val said = ApplicationProvider.getApplicationContext<Context>().getString(words).substringBefore('%')
        val button = onAllNodes(hasClickAction() and (hasText(said) or hasContentDescription(said, substring = true))).onFirst()
        runCatching { button.performScrollTo() }
        button.performClick()
        waitForIdle()
    }
}

/** The window that is in front: the screen, or what lies above it. */
internal fun ComposeContentTestRule.front() = onAllNodes(isRoot()).onLast()

/** Every screen in every setting, with the real core, as pictures to look at. */
@RunWith(ParameterizedRobolectricTestRunner::class)
class PicturesTest(private val scene: String, private val setting: String) {
    @get:Rule(order = 0)
    val phone = Phone(Setting.valueOf(setting))

    @get:Rule(order = 1)
    val compose = createComposeRule()

    @Test
    @OptIn(ExperimentalRoborazziApi::class)
    fun picture() {
        compose.show(Scene.valueOf(scene), Setting.valueOf(setting))
        // A window above a screen is only seen on the whole of what the phone shows.
        captureScreenRoboImage(
            "${System.getProperty("koers.pictures")}/$scene-$setting.png",
            RoborazziOptions(taskType = RoborazziTaskType.Record),
        )
    }

    companion object {
        @JvmStatic
        @Parameters(name = "{0} {1}")
        fun all(): List<Array<Any>> {
            val only = System.getenv("KOERS_PICTURES").orEmpty()
            return Scene.entries.flatMap { scene -> Setting.entries.map { arrayOf<Any>(scene.name, it.name) } }
                .filter { (scene, setting) -> only.isEmpty() || Regex(only).matches("$scene-$setting") }
        }
    }
}
