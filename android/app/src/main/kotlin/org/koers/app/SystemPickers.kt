package org.koers.app

import android.content.ActivityNotFoundException
import android.net.Uri
import android.os.Bundle
import androidx.activity.result.contract.ActivityResultContracts.CreateDocument
import androidx.activity.result.contract.ActivityResultContracts.OpenDocument
import androidx.fragment.app.FragmentActivity
import org.koers.ui.Pickers

/** The system's picker of files: the one way out of the app and into it. */
class SystemPickers(activity: FragmentActivity) : Pickers {
    private val newFile = activity.registerForActivityResult(CreateDocument(TYPE), ::picked)
    private val file = activity.registerForActivityResult(OpenDocument(), ::picked)

    /** The person is away for this alone. */
    var open = false
        private set

    override fun newFile(name: String, then: (String) -> Unit) = open(then) { newFile.launch(name) }

    override fun file(then: (String) -> Unit) = open(then) { file.launch(arrayOf("*/*")) }

    /** The app is in front again. */
    fun back() {
        open = false
    }

    private fun open(then: (String) -> Unit, launch: () -> Unit) {
        waiting = then
        open = true
        try {
            launch()
        } catch (none: ActivityNotFoundException) {
            open = false
        }
    }

    private fun picked(place: Uri?) {
        val then = waiting
        waiting = null
        if (place != null) then?.invoke(place.toString())
    }

    private companion object {
        const val TYPE = "application/octet-stream"

        /**
         * Outlives an activity that is made anew while the picker is open. Where it speaks to a screen of
         * the old one, nobody hears it, and the person picks again.
         */
        var waiting: ((String) -> Unit)? = null
    }
}

/** Under what AndroidX saves, and there, which picker is open: by numbers, with nothing of the person's. */
private const val SAVED = "androidx.lifecycle.BundlableSavedStateRegistry.key"
private const val OPEN = "android:support:activity-result"

/** Leaves nothing but which picker is open, without which what was picked would find no way back. */
internal fun Bundle.keepPickersAlone() {
    val open = getBundle(SAVED)?.getBundle(OPEN)
    clear()
    if (open != null) putBundle(SAVED, Bundle().apply { putBundle(OPEN, open) })
}
