package org.koers.ui

import androidx.compose.material3.AlertDialogDefaults
import androidx.compose.material3.DatePickerDefaults
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.MenuDefaults
import androidx.compose.material3.SnackbarDefaults
import androidx.compose.material3.TimePickerDefaults
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.compositeOver
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.koers.ui.theme.KoersTheme

/** The contrast of what lies above a screen, in the colours that Material takes of the theme. */
@RunWith(AndroidJUnit4::class)
class AboveContrastTest {
    @get:Rule val compose = createComposeRule()

    private class Pair(val what: String, val text: Color, val ground: Color)

    @Composable
    private fun dialogs() = AlertDialogDefaults.run {
        listOf(
            Pair("title of a dialog", titleContentColor, containerColor),
            Pair("text of a dialog", textContentColor, containerColor),
            Pair("button of a dialog", MaterialTheme.colorScheme.primary, containerColor),
        )
    }

    @Composable
    @OptIn(ExperimentalMaterial3Api::class)
    private fun days() = DatePickerDefaults.colors().run {
        listOf(
            Pair("title of the days", titleContentColor, containerColor),
            Pair("chosen day in words", headlineContentColor, containerColor),
            Pair("weekday", weekdayContentColor, containerColor),
            Pair("month", navigationContentColor, containerColor),
            Pair("day", dayContentColor, containerColor),
            Pair("today", todayContentColor, containerColor),
            Pair("chosen day", selectedDayContentColor, selectedDayContainerColor),
            Pair("year", yearContentColor, containerColor),
            Pair("chosen year", selectedYearContentColor, selectedYearContainerColor),
        )
    }

    @Composable
    @OptIn(ExperimentalMaterial3Api::class)
    private fun times() = TimePickerDefaults.colors().run {
        listOf(
            Pair("figure on the dial", clockDialUnselectedContentColor, clockDialColor),
            Pair("chosen figure on the dial", clockDialSelectedContentColor, selectorColor),
            Pair("hour that is set", timeSelectorSelectedContentColor, timeSelectorSelectedContainerColor),
            Pair("minute that waits", timeSelectorUnselectedContentColor, timeSelectorUnselectedContainerColor),
            Pair("chosen half of the day", periodSelectorSelectedContentColor, periodSelectorSelectedContainerColor),
            Pair("other half of the day", periodSelectorUnselectedContentColor, AlertDialogDefaults.containerColor),
        )
    }

    @Composable
    private fun others() = listOf(
        Pair("what was done", SnackbarDefaults.contentColor, SnackbarDefaults.color),
        Pair("undo", SnackbarDefaults.actionContentColor, SnackbarDefaults.color),
        Pair("choice in a menu", MenuDefaults.itemColors().textColor, MenuDefaults.containerColor),
    )

    @Test
    fun `every text above a screen reaches 4,5 to 1 by day and after dark`() {
        val faint = mutableListOf<String>()
        compose.setContent {
            for (dark in listOf(false, true)) key(dark) {
                KoersTheme(dark) {
                    val ground = AlertDialogDefaults.containerColor
                    (dialogs() + days() + times() + others()).forEach {
                        val reached = contrast(it.text, it.ground.compositeOver(ground))
                        if (reached < 4.5) faint += "${if (dark) "night" else "paper"}: ${it.what} is %.2f".format(reached)
                    }
                }
            }
        }
        compose.waitForIdle()
        assertTrue(faint.joinToString("\n"), faint.isEmpty())
    }
}
