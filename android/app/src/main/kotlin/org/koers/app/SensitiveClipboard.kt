package org.koers.app

import android.os.PersistableBundle
import androidx.compose.ui.platform.ClipEntry
import androidx.compose.ui.platform.Clipboard

/** What is copied from the app is marked as sensitive: the phone shows no preview of it. */
class SensitiveClipboard(private val phone: Clipboard) : Clipboard by phone {
    override suspend fun setClipEntry(clipEntry: ClipEntry?) {
        clipEntry?.clipData?.description?.run {
            extras = (extras ?: PersistableBundle()).apply { putBoolean(SENSITIVE, true) }
        }
        phone.setClipEntry(clipEntry)
    }

    companion object {
        /** `ClipDescription.EXTRA_IS_SENSITIVE`, which phones before Android 13 know by its text alone. */
        const val SENSITIVE = "android.content.extra.IS_SENSITIVE"
    }
}
