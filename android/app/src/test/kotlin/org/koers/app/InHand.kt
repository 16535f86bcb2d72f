package org.koers.app

import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.After
import org.junit.Before
import org.junit.Rule
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import org.robolectric.annotation.experimental.LazyApplication
import org.robolectric.annotation.experimental.LazyApplication.LazyLoad

/** A phone in somebody's hand at noon, with a vault that its lock opens; nothing is open yet. */
@RunWith(AndroidJUnit4::class)
@LazyApplication(LazyLoad.ON)
@Config(qualifiers = "en-rGB-w360dp-h740dp-xhdpi")
abstract class InHand {
    @get:Rule val compose = createEmptyComposeRule()
    internal lateinit var hand: Hand

    @Before fun phone() {
        hand = Hand(compose)
        hand.at("2026-03-17T12:00:00+01:00")
        hand.begin()
    }

    @After fun close() = hand.close()
}
