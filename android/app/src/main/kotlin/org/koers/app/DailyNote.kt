package org.koers.app

import android.app.PendingIntent
import android.content.Context
import android.os.Build
import android.service.quicksettings.Tile
import android.service.quicksettings.TileService
import androidx.compose.runtime.Composable
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import androidx.glance.ColorFilter
import androidx.glance.GlanceId
import androidx.glance.GlanceModifier
import androidx.glance.GlanceTheme
import androidx.glance.Image
import androidx.glance.ImageProvider
import androidx.glance.LocalContext
import androidx.glance.action.clickable
import androidx.glance.appwidget.GlanceAppWidget
import androidx.glance.appwidget.GlanceAppWidgetReceiver
import androidx.glance.appwidget.action.actionStartActivity
import androidx.glance.appwidget.cornerRadius
import androidx.glance.appwidget.provideContent
import androidx.glance.background
import androidx.glance.layout.Alignment
import androidx.glance.layout.Row
import androidx.glance.layout.Spacer
import androidx.glance.layout.fillMaxSize
import androidx.glance.layout.padding
import androidx.glance.layout.size
import androidx.glance.layout.width
import androidx.glance.text.Text
import androidx.glance.text.TextStyle
import org.koers.logic.Place

/** "Daily note" on the home screen: leads to a new entry. It knows nothing and shows nothing. */
class DailyNoteWidget : GlanceAppWidget() {
    override suspend fun provideGlance(context: Context, id: GlanceId) = provideContent { DailyNoteButton() }
}

@Composable
fun DailyNoteButton() {
    val context = LocalContext.current
    GlanceTheme {
        Row(
            GlanceModifier.fillMaxSize().background(GlanceTheme.colors.widgetBackground).cornerRadius(16.dp).padding(12.dp)
                .clickable(actionStartActivity(MainActivity.at(context, Place.Log))),
            Alignment.Horizontal.CenterHorizontally,
            Alignment.Vertical.CenterVertically,
        ) {
            Image(
                ImageProvider(R.drawable.daily_note), null, GlanceModifier.size(24.dp),
                colorFilter = ColorFilter.tint(GlanceTheme.colors.onSurface),
            )
            Spacer(GlanceModifier.width(8.dp))
            Text(context.getString(R.string.daily_note), style = TextStyle(GlanceTheme.colors.onSurface, 16.sp))
        }
    }
}

class DailyNoteReceiver : GlanceAppWidgetReceiver() {
    override val glanceAppWidget = DailyNoteWidget()
}

/** "Daily note" among the quick settings: leads to a new entry, behind the locks of phone and app. */
class DailyNoteTile : TileService() {
    override fun onStartListening() {
        qsTile?.apply {
            state = Tile.STATE_INACTIVE
            label = getString(R.string.daily_note)
            updateTile()
        }
    }

    override fun onClick() = if (isLocked) unlockAndRun(::open) else open()

    @Suppress("DEPRECATION", "StartActivityAndCollapseDeprecated")
    private fun open() {
        val note = MainActivity.at(this, Place.Log)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.UPSIDE_DOWN_CAKE) {
            startActivityAndCollapse(PendingIntent.getActivity(this, 0, note, PendingIntent.FLAG_IMMUTABLE))
        } else {
            startActivityAndCollapse(note)
        }
    }
}
