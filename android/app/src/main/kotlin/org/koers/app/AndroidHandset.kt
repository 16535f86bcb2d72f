package org.koers.app

import android.content.ComponentName
import android.content.Context
import android.content.pm.PackageManager
import org.koers.logic.Face
import org.koers.logic.Handset
import org.koers.platform.AndroidDevice

/** What only Android leaves to choose, on this phone. The manifest names an alias for each [Face]. */
class AndroidHandset(private val context: Context, private val device: AndroidDevice) : Handset {
    override var toTheMinute: Boolean
        get() = device.choices.toTheMinute
        set(value) {
            device.choices.toTheMinute = value
            device.board.armAgain()
        }

    override val minuteAllowed get() = device.board.minuteAllowed

    /** The new one is switched on first: the app never stands without a way in. */
    override var face: Face
        get() = Face.entries.firstOrNull { context.wears(it) } ?: Face.Koers
        set(value) {
            if (!context.wears(value)) set(value, PackageManager.COMPONENT_ENABLED_STATE_ENABLED)
            for (other in Face.entries - value) {
                if (context.wears(other)) set(other, PackageManager.COMPONENT_ENABLED_STATE_DISABLED)
            }
        }

    private fun set(face: Face, state: Int) =
        context.packageManager.setComponentEnabledSetting(context.alias(face), state, PackageManager.DONT_KILL_APP)
}

/** The name in the manifest under which the app is started with this face. */
internal fun Context.alias(face: Face) = ComponentName(packageName, "org.koers.app.face.${face.name}")

/** Whether this face is on; where nothing was chosen, the manifest says so of the first. */
private fun Context.wears(face: Face): Boolean = when (packageManager.getComponentEnabledSetting(alias(face))) {
    PackageManager.COMPONENT_ENABLED_STATE_ENABLED -> true
    PackageManager.COMPONENT_ENABLED_STATE_DEFAULT -> face == Face.Koers
    else -> false
}
