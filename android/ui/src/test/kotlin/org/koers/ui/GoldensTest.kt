package org.koers.ui

import androidx.compose.ui.test.junit4.v2.createComposeRule
import com.github.takahirom.roborazzi.ExperimentalRoborazziApi
import com.github.takahirom.roborazzi.RoborazziOptions
import com.github.takahirom.roborazzi.captureScreenRoboImage
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.ParameterizedRobolectricTestRunner
import org.robolectric.ParameterizedRobolectricTestRunner.Parameters

/**
 * The telling pictures, compared with those that were looked at and kept. A changed one is looked at
 * before it is committed.
 */
@RunWith(ParameterizedRobolectricTestRunner::class)
class GoldensTest(private val scene: String, private val setting: String) {
    @get:Rule(order = 0)
    val phone = Phone(Setting.valueOf(setting))

    @get:Rule(order = 1)
    val compose = createComposeRule()

    @Test
    @OptIn(ExperimentalRoborazziApi::class)
    fun `looks as it was kept`() {
        compose.show(Scene.valueOf(scene), Setting.valueOf(setting))
        val compared = RoborazziOptions.CompareOptions(
            outputDirectoryPath = System.getProperty("koers.pictures") + "/differing",
            changeThreshold = TOLERANCE,
        )
        captureScreenRoboImage("src/test/goldens/$scene-$setting.png", RoborazziOptions(compareOptions = compared))
    }

    companion object {
        /** The share of pixels that may differ: edges of letters (judgement). */
        private const val TOLERANCE = 0.005f

        @JvmStatic
        @Parameters(name = "{0} {1}")
        fun telling(): List<Array<Any>> = listOf(
            Scene.Welcome to Setting.Nl, Scene.StartBaseline to Setting.EnDark, Scene.Lock to Setting.EnDark,
            Scene.Help to Setting.Nl, Scene.Today to Setting.Nl, Scene.Today to Setting.Large,
            Scene.LogFilled to Setting.Nl, Scene.LogFilled to Setting.Rtl, Scene.Receipt to Setting.NlDark,
            Scene.Situations to Setting.EnDark, Scene.Why to Setting.Tablet, Scene.Plan to Setting.En,
            Scene.NameAndIcon to Setting.Nl, Scene.AskWipe to Setting.Nl, Scene.PickTime to Setting.EnDark,
            Scene.PassphraseChange to Setting.Large, Scene.FillIn to Setting.Nl, Scene.Welcome to Setting.Landscape,
        ).map { (scene, setting) -> arrayOf<Any>(scene.name, setting.name) }
    }
}
