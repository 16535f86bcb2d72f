package org.koers.ui

import androidx.compose.foundation.Image
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.requiredSize
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.res.colorResource
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import org.koers.logic.Face
import org.koers.ui.parts.Card
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Quiet
import org.koers.ui.theme.Space

/** Under which name and icon the app stands among the others. */
@Composable
internal fun FacePart(worn: Face, onWear: (Face) -> Unit) {
    Card {
        Heading(stringResource(R.string.face_title))
        Quiet(stringResource(R.string.face_more))
        Column(Modifier.fillMaxWidth().selectableGroup()) {
            Face.entries.forEach { face -> FaceRow(face, face == worn) { onWear(face) } }
        }
    }
    Quiet(stringResource(R.string.face_limits), Modifier.padding(horizontal = Space.two))
}

@Composable
private fun FaceRow(face: Face, worn: Boolean, onWear: () -> Unit) = Row(
    Modifier.fillMaxWidth().heightIn(min = 64.dp).clip(MaterialTheme.shapes.medium)
        .selectable(worn, role = Role.RadioButton, onClick = onWear),
    verticalAlignment = Alignment.CenterVertically,
) {
    FaceIcon(face)
    Text(stringResource(nameOf(face)), Modifier.weight(1f).padding(horizontal = Space.two), style = MaterialTheme.typography.bodyLarge)
    RadioButton(worn, onClick = null)
}

/** As a phone draws it: the middle of the mark, on its ground. */
@Composable
private fun FaceIcon(face: Face) {
    val (mark, ground) = when (face) {
        Face.Koers -> R.drawable.face_koers to R.color.face_koers
        Face.Weather -> R.drawable.face_weather to R.color.face_weather
        Face.Sums -> R.drawable.face_sums to R.color.face_sums
        Face.Books -> R.drawable.face_books to R.color.face_books
    }
    Box(Modifier.size(48.dp).clip(MaterialTheme.shapes.medium).background(colorResource(ground)), Alignment.Center) {
        Image(painterResource(mark), null, Modifier.requiredSize(72.dp))
    }
}

private fun nameOf(face: Face): Int = when (face) {
    Face.Koers -> R.string.face_koers
    Face.Weather -> R.string.face_weather
    Face.Sums -> R.string.face_sums
    Face.Books -> R.string.face_books
}
