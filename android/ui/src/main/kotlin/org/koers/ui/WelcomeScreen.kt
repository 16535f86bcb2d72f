package org.koers.ui

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.rotate
import androidx.compose.ui.platform.LocalConfiguration
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.koers.logic.DoorEvent
import org.koers.logic.DoorState
import org.koers.ui.parts.Icons
import org.koers.ui.parts.MainButton
import org.koers.ui.parts.Page
import org.koers.ui.parts.Parts
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.QuietButton
import org.koers.ui.parts.SecondButton
import org.koers.ui.theme.Space

/** Before there is a vault: help now, begin, or bring back a backup. */
@Composable
fun WelcomeScreen(state: DoorState, on: (DoorEvent) -> Unit, begin: () -> Unit, help: () -> Unit, pickers: Pickers) {
    val restoring = rememberRestoring()
    Page(title = "", onBack = null, onHelp = null, below = { Begin(begin, help) }) { padding ->
        Parts(padding) {
            ProblemCard(state.problem)
            Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.two), Alignment.CenterHorizontally) {
                Picture()
                Text(
                    stringResource(R.string.welcome_title),
                    Modifier.semantics { heading() },
                    style = MaterialTheme.typography.displaySmall,
                    textAlign = TextAlign.Center,
                )
                Column(Modifier.widthIn(max = 440.dp), Arrangement.spacedBy(Space.one)) {
                    for (line in listOf(R.string.welcome_1, R.string.welcome_2)) {
                        Text(
                            stringResource(line),
                            Modifier.fillMaxWidth(),
                            style = MaterialTheme.typography.bodyLarge,
                            color = MaterialTheme.colorScheme.onSurfaceVariant,
                            textAlign = TextAlign.Center,
                        )
                    }
                }
                QuietButton(
                    stringResource(R.string.welcome_restore),
                    { pickers.file { restoring.place = it } },
                    icon = Icons.box,
                )
            }
        }
    }
    AskBackupKey(restoring) { place, typed, code -> on(DoorEvent.RestoreFrom(place, typed, code)) }
}

/** The compass, as large as there is room for; on a phone on its side the words come first. */
@Composable
private fun Picture() {
    if (LocalConfiguration.current.screenHeightDp < LEAST_FOR_A_PICTURE) return
    val largeText = LocalDensity.current.fontScale > 1.3f
    Spacer(Modifier.height(if (largeText) 0.dp else Space.four))
    Compass(Modifier.size(if (largeText) 64.dp else 112.dp))
}

/** In dp: the compass, the words under it and both buttons. */
private const val LEAST_FOR_A_PICTURE = 480

/** Both at the foot, where a thumb is: help now stays in view whatever the size of the text. */
@Composable
private fun Begin(begin: () -> Unit, help: () -> Unit) = Column(verticalArrangement = Arrangement.spacedBy(Space.one)) {
    MainButton(stringResource(R.string.welcome_begin), begin, Modifier.fillMaxWidth())
    SecondButton(stringResource(R.string.welcome_help), help, Modifier.fillMaxWidth(), icon = Icons.help)
}

/** A compass: a ring, four points, a needle that leads a little to the right. */
@Composable
private fun Compass(modifier: Modifier) {
    val colors = MaterialTheme.colorScheme
    Canvas(modifier) {
        val middle = Offset(size.width / 2, size.height / 2)
        val radius = size.minDimension * 0.46f
        drawCircle(colors.primaryContainer, radius, middle)
        drawCircle(colors.primary, radius, middle, style = Stroke(size.minDimension * 0.03f))
        for (quarter in 0 until 4) {
            rotate(quarter * 90f, middle) {
                drawLine(
                    colors.primary,
                    Offset(middle.x, middle.y - radius * 0.86f),
                    Offset(middle.x, middle.y - radius * 0.72f),
                    size.minDimension * 0.03f,
                )
            }
        }
        rotate(32f, middle) {
            fun half(tip: Float) = Path().apply {
                moveTo(middle.x, middle.y + tip)
                lineTo(middle.x + radius * 0.2f, middle.y)
                lineTo(middle.x - radius * 0.2f, middle.y)
                close()
            }
            drawPath(half(-radius * 0.62f), colors.primary)
            drawPath(half(radius * 0.62f), colors.secondary)
        }
    }
}
