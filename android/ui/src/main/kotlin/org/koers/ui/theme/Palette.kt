package org.koers.ui.theme

import androidx.compose.material3.ColorScheme
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.ui.graphics.Color

// Deep teal leads, sand and plum accompany, on paper by day and on night after dark. Sand is a
// ground and never a letter or a mark on paper: there it is too faint. A test computes the contrast
// of every pair.

private val Teal = Color(0xFF1F5D63)
private val Sand = Color(0xFFC9A66B)
private val Plum = Color(0xFF6B4E71)
private val Paper = Color(0xFFFBFAF7)
private val Night = Color(0xFF101819)

/** By day. */
val PaperColors: ColorScheme = lightColorScheme(
    primary = Teal,
    onPrimary = Color.White,
    primaryContainer = Color(0xFFD3E7E8),
    onPrimaryContainer = Color(0xFF0A373C),
    inversePrimary = Color(0xFF8FCBD0),
    secondary = Sand,
    onSecondary = Color(0xFF2E2208),
    secondaryContainer = Color(0xFFF2E6CF),
    onSecondaryContainer = Color(0xFF4A3710),
    tertiary = Plum,
    onTertiary = Color.White,
    tertiaryContainer = Color(0xFFEFE0F2),
    onTertiaryContainer = Color(0xFF3D2744),
    error = Color(0xFF96402F),
    onError = Color.White,
    errorContainer = Color(0xFFF8E0D9),
    onErrorContainer = Color(0xFF5C2013),
    background = Paper,
    onBackground = Color(0xFF1A2324),
    surface = Paper,
    onSurface = Color(0xFF1A2324),
    surfaceVariant = Color(0xFFEAE8E1),
    onSurfaceVariant = Color(0xFF4A5657),
    surfaceTint = Teal,
    inverseSurface = Color(0xFF2B3536),
    inverseOnSurface = Color(0xFFEFF1EE),
    outline = Color(0xFF6F7B7B),
    outlineVariant = Color(0xFFCFCFC8),
    scrim = Color.Black,
    surfaceBright = Paper,
    surfaceDim = Color(0xFFDCDAD3),
    surfaceContainerLowest = Color.White,
    surfaceContainerLow = Color(0xFFF5F3EE),
    surfaceContainer = Color(0xFFF0EEE8),
    surfaceContainerHigh = Color(0xFFEAE8E1),
    surfaceContainerHighest = Color(0xFFE4E2DA),
)

/** After dark. */
val NightColors: ColorScheme = darkColorScheme(
    primary = Color(0xFF8FCBD0),
    onPrimary = Color(0xFF00363B),
    primaryContainer = Teal,
    onPrimaryContainer = Color(0xFFDDF3F4),
    inversePrimary = Teal,
    secondary = Color(0xFFD9BC86),
    onSecondary = Color(0xFF3A2A07),
    secondaryContainer = Color(0xFF433B29),
    onSecondaryContainer = Color(0xFFF6E3BD),
    tertiary = Color(0xFFD6BBDB),
    onTertiary = Color(0xFF3B2341),
    tertiaryContainer = Color(0xFF543A5A),
    onTertiaryContainer = Color(0xFFF3DDF7),
    error = Color(0xFFF2B5A8),
    onError = Color(0xFF5A1A10),
    errorContainer = Color(0xFF6E2F22),
    onErrorContainer = Color(0xFFFFDAD2),
    background = Night,
    onBackground = Color(0xFFE3E7E5),
    surface = Night,
    onSurface = Color(0xFFE3E7E5),
    surfaceVariant = Color(0xFF2F393A),
    onSurfaceVariant = Color(0xFFBDC8C8),
    surfaceTint = Color(0xFF8FCBD0),
    inverseSurface = Color(0xFFE3E7E5),
    inverseOnSurface = Color(0xFF2B3536),
    outline = Color(0xFF879293),
    outlineVariant = Color(0xFF3C4849),
    scrim = Color.Black,
    surfaceBright = Color(0xFF353F40),
    surfaceDim = Night,
    surfaceContainerLowest = Color(0xFF0B1213),
    surfaceContainerLow = Color(0xFF161F20),
    surfaceContainer = Color(0xFF1A2425),
    surfaceContainerHigh = Color(0xFF242E2F),
    surfaceContainerHighest = Color(0xFF2F393A),
)
