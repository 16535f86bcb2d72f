package org.koers.ui.parts

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.graphics.vector.addPathNodes
import androidx.compose.ui.unit.dp

/** Icons of one line, 24 by 24, drawn here: all of one weight, none of a drug. */
internal object Icons {
    val today = icon("M4 11 12 4 20 11 V19 a1 1 0 0 1 -1 1 H5 a1 1 0 0 1 -1 -1 Z M10 20 V14 H14 V20")
    val situations = icon("M4 6 H20 M4 12 H15 M4 18 H10")
    val programme = icon("M5 4 H17 a2 2 0 0 1 2 2 V20 H7 a2 2 0 0 1 -2 -2 Z M5 18 a2 2 0 0 1 2 -2 H19 M9 8 H15")
    val insight = icon("M4 20 H20 M7 20 V13 M12 20 V6 M17 20 V10")
    val help = icon("M12 3 a9 9 0 1 1 0 18 a9 9 0 0 1 0 -18 Z M12 8 a4 4 0 1 1 0 8 a4 4 0 0 1 0 -8 Z M5.6 5.6 9.2 9.2 M14.8 9.2 18.4 5.6 M14.8 14.8 18.4 18.4 M9.2 14.8 5.6 18.4")
    val person = icon("M12 4 a4 4 0 1 1 0 8 a4 4 0 0 1 0 -8 Z M4.5 20 c1 -4 4 -5.5 7.5 -5.5 s6.5 1.5 7.5 5.5")
    val pencil = icon("M4 20 H8 L19 9 a2 2 0 0 0 0 -3 L18 5 a2 2 0 0 0 -3 0 L4 16 Z M13.5 6.5 17.5 10.5")
    val back = icon("M20 12 H4 M11 5 4 12 11 19", mirrored = true)
    val onward = icon("M9 5 16 12 9 19", mirrored = true)
    val close = icon("M6 6 18 18 M18 6 6 18")
    val plus = icon("M12 5 V19 M5 12 H19")
    val minus = icon("M5 12 H19")
    val check = icon("M5 12.5 10 17.5 19 7")
    val up = icon("M12 19 V5 M6 11 12 5 18 11")
    val down = icon("M12 5 V19 M6 13 12 19 18 13")
    val more = icon("M6 9 12 15 18 9")
    val less = icon("M6 15 12 9 18 15")
    val bin = icon("M5 7 H19 M10 4 H14 M7 7 8 20 H16 L17 7 M10.5 11 V16 M13.5 11 V16")
    val pin = icon("M9 4 H15 L14.5 10 L17 13 H7 L9.5 10 Z M12 13 V20")
    val phone = icon("M6 4 H9 L11 9 L9 10.5 a11 11 0 0 0 4.5 4.5 L15 13 L20 15 V18 a2 2 0 0 1 -2 2 A14 14 0 0 1 4 6 a2 2 0 0 1 2 -2 Z")
    val clock = icon("M12 3.5 a8.5 8.5 0 1 1 0 17 a8.5 8.5 0 0 1 0 -17 Z M12 8 V12.5 L15 14.5")
    val lock = icon("M6 11 H18 a1 1 0 0 1 1 1 V19 a1 1 0 0 1 -1 1 H6 a1 1 0 0 1 -1 -1 V12 a1 1 0 0 1 1 -1 Z M8 11 V8 a4 4 0 0 1 8 0 V11 M12 14.5 V16.5")
    val key = icon("M7.5 8 a4 4 0 1 1 0 8 a4 4 0 0 1 0 -8 Z M11.5 12 H20.5 V15.5 M17 12 V14.5")
    val bell = icon("M6 17 V11 a6 6 0 0 1 12 0 V17 L19.5 18.5 H4.5 Z M10 21 H14")
    val box = icon("M4 8 12 4 20 8 V17 L12 21 4 17 Z M4 8 12 12 20 8 M12 12 V21")
    val shield = icon("M12 3.5 19 6 V11 c0 4.5 -3 7.8 -7 9.5 c-4 -1.7 -7 -5 -7 -9.5 V6 Z")
    val diary = icon("M6 4 H18 a1 1 0 0 1 1 1 V20 H7 a1.5 1.5 0 0 1 -1.5 -1.5 V4.5 Z M9 8.5 H15 M9 12 H15 M9 15.5 H13")
    val face = icon("M8 4 H16 a4 4 0 0 1 4 4 V16 a4 4 0 0 1 -4 4 H8 a4 4 0 0 1 -4 -4 V8 a4 4 0 0 1 4 -4 Z M12 9 a3 3 0 1 1 0 6 a3 3 0 0 1 0 -6 Z")
    val goal = icon("M6 21 V4 H17 L15 8 L17 12 H6")
    val note = icon("M5 5 H19 V15 L15 19 H5 Z M15 19 V15 H19 M8.5 9 H15.5 M8.5 12.5 H12")
}

private fun icon(path: String, mirrored: Boolean = false): ImageVector =
    ImageVector.Builder(
        defaultWidth = 24.dp, defaultHeight = 24.dp, viewportWidth = 24f, viewportHeight = 24f, autoMirror = mirrored,
    ).addPath(
        pathData = addPathNodes(path),
        stroke = SolidColor(Color.Black),
        strokeLineWidth = 1.75f,
        strokeLineCap = StrokeCap.Round,
        strokeLineJoin = StrokeJoin.Round,
    ).build()
