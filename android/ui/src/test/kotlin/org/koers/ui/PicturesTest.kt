package org.koers.ui

import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onRoot
import com.github.takahirom.roborazzi.ExperimentalRoborazziApi
import com.github.takahirom.roborazzi.RoborazziOptions
import com.github.takahirom.roborazzi.RoborazziTaskType
import com.github.takahirom.roborazzi.captureRoboImage
import org.junit.Rule
import org.junit.Test
import org.junit.rules.ExternalResource
import org.junit.runner.RunWith
import org.koers.ui.theme.KoersTheme
import org.robolectric.ParameterizedRobolectricTestRunner
import org.robolectric.ParameterizedRobolectricTestRunner.Parameters
import org.robolectric.RuntimeEnvironment

/** How a phone or a tablet is set: its size, language, light, text size. */
internal enum class Setting(val qualifiers: String, val fontScale: Float = 1f) {
    Nl("nl-w360dp-h640dp-xhdpi"),
    EnDark("en-w360dp-h640dp-night-xhdpi"),
    Large("nl-w360dp-h640dp-xhdpi", 2f),
    Rtl("ar-ldrtl-w360dp-h640dp-xhdpi"),
    Tablet("nl-w1024dp-h720dp-land-mdpi"),
}

/** Every screen in every setting, as pictures to look at. */
@RunWith(ParameterizedRobolectricTestRunner::class)
class PicturesTest(private val scene: String, private val setting: String) {
    private val set = Setting.valueOf(setting)

    @get:Rule(order = 0)
    val phone = object : ExternalResource() {
        override fun before() {
            RuntimeEnvironment.setQualifiers(set.qualifiers)
            RuntimeEnvironment.setFontScale(set.fontScale)
        }
    }

    @get:Rule(order = 1)
    val compose = createComposeRule()

    @Test
    @OptIn(ExperimentalRoborazziApi::class)
    fun picture() {
        compose.setContent { KoersTheme { Scene.valueOf(scene).show() } }
        compose.waitForIdle()
        compose.onRoot().captureRoboImage(
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
