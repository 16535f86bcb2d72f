package org.koers.app

import android.Manifest
import android.app.ActivityManager.TaskDescription
import android.content.ActivityNotFoundException
import android.content.Context
import android.content.Intent
import android.content.pm.PackageManager
import android.content.res.Configuration
import android.net.Uri
import android.os.Build
import android.os.Bundle
import android.view.View
import android.view.ViewGroup
import android.view.ViewGroup.LayoutParams
import android.view.WindowManager
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.activity.result.contract.ActivityResultContracts.RequestPermission
import androidx.core.view.isVisible
import androidx.fragment.app.FragmentActivity
import androidx.lifecycle.Lifecycle
import androidx.lifecycle.lifecycleScope
import java.util.Locale
import kotlinx.coroutines.Job
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import org.koers.logic.DoorEvent
import org.koers.logic.DoorStage
import org.koers.logic.Face
import org.koers.logic.LockAfter
import org.koers.logic.PhoneEvent
import org.koers.logic.Place
import org.koers.logic.Way
import org.koers.platform.BiometricAsk
import org.koers.ui.theme.KoersTheme

/**
 * The one activity: shows the screens, and tells the door when the person leaves. Nothing of it can
 * be seen in the list of recent apps or in a screenshot.
 */
class MainActivity : FragmentActivity() {
    private val app get() = application as KoersApp
    internal val pickers = SystemPickers(this)
    private val permission = registerForActivityResult(RequestPermission()) { app.scope.launch { app.mirror.run() } }
    internal val ask = BiometricAsk(this, ::asked)
    private lateinit var language: String
    private lateinit var cover: View

    /** The door hears that the person is back. */
    private var comingBack: Job? = null
    private var uncovering: Job? = null

    override fun attachBaseContext(base: Context) {
        super.attachBaseContext(base)
        val app = base.applicationContext as KoersApp
        language = app.screens.session.lang.name.lowercase()
        val locale = Locale.Builder().setLanguage(language).setRegion(app.device.choices.region).build()
        applyOverrideConfiguration(Configuration().apply { setLocale(locale) })
    }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        enableEdgeToEdge()
        window.setFlags(WindowManager.LayoutParams.FLAG_SECURE, WindowManager.LayoutParams.FLAG_SECURE)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) setRecentsScreenshotEnabled(false)
        app.device.ask = ask
        app.hearLanguage()
        wear(AndroidHandset(this, app.device).face)
        app.screens.tell(app.screens.door, DoorEvent.Started)
        if (savedInstanceState == null) follow(intent)
        setContent { KoersTheme { Root(app.screens, ways) } }
        // What it covers cannot be touched either.
        cover = View(this).apply {
            isClickable = true
            importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
        }
        addContentView(cover, LayoutParams(LayoutParams.MATCH_PARENT, LayoutParams.MATCH_PARENT))
        cover(true)
    }

    /** Of all that would go into a Bundle, also what Compose would put there, only the pickers' part stays. */
    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        outState.keepPickersAlone()
    }

    /** Over what is open, the cover goes when the door has heard it, and has locked where the time is up. */
    override fun onResume() {
        super.onResume()
        uncovering = lifecycleScope.launch {
            if (app.screens.door.state.value.stage == DoorStage.Open) comingBack?.join()
            cover(false)
        }
    }

    /** A cover lies over all at once, not from the next frame on: the system may take its picture before. */
    override fun onPause() {
        uncovering?.cancel()
        cover(true)
        super.onPause()
    }

    private fun cover(on: Boolean) {
        cover.setBackgroundResource(R.color.ground)
        cover.isVisible = on
        val content = findViewById<ViewGroup>(android.R.id.content).getChildAt(0)
        content.importantForAccessibility =
            if (on) View.IMPORTANT_FOR_ACCESSIBILITY_NO_HIDE_DESCENDANTS else View.IMPORTANT_FOR_ACCESSIBILITY_AUTO
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        follow(intent)
    }

    override fun onConfigurationChanged(config: Configuration) {
        super.onConfigurationChanged(config)
        // The bars follow light and dark.
        enableEdgeToEdge()
    }

    override fun onStart() {
        super.onStart()
        away?.cancel()
        pickers.back()
        comingBack = app.scope.launch { app.screens.door.on(DoorEvent.CameBack) }
        app.screens.tell(app.screens.phone, PhoneEvent.Opened)
    }

    override fun onStop() {
        super.onStop()
        if (!isChangingConfigurations && !pickers.open && !ask.open) left()
    }

    /** Somebody who is not in front of this screen when the question is over, has left meanwhile. */
    private fun asked() {
        if (!lifecycle.currentState.isAtLeast(Lifecycle.State.STARTED) && !isChangingConfigurations) left()
    }

    private fun left() {
        app.screens.tell(app.screens.door, DoorEvent.Left)
        away = app.scope.launch {
            delay(waitingMs(app.device.choices.lockAfter))
            app.screens.door.on(DoorEvent.StillAway)
        }
    }

    override fun onDestroy() {
        super.onDestroy()
        // The answer would come to a screen that is gone, and the door would wait for it for ever.
        ask.giveUp()
        if (app.device.ask === ask) app.device.ask = null
    }

    /** What a notification, the widget, the tile or the shortcut leads to; behind the lock. */
    private fun follow(intent: Intent) {
        val place = intent.getStringExtra(PLACE) ?: return
        Place.entries.firstOrNull { it.name == place && it in FROM_OUTSIDE }?.let { app.screens.lead(Way(it)) }
    }

    private val ways = object : ActivityWays {
        override val pickers get() = this@MainActivity.pickers

        override fun askReminders() {
            if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) permission.launch(Manifest.permission.POST_NOTIFICATIONS)
        }

        /** Where nothing dials, as on a tablet, the number stands on the screen all the same. */
        override fun call(number: String) {
            try {
                startActivity(Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null)))
            } catch (none: ActivityNotFoundException) {
                return
            }
        }

        override fun leave() {
            moveTaskToBack(true)
        }

        override fun speak(lang: String) {
            if (lang != language) recreate()
        }

        override fun wear(face: Face) = this@MainActivity.wear(face)
    }

    /** Among the recent apps it stands under the name and the icon that were chosen. */
    @Suppress("DEPRECATION")
    private fun wear(face: Face) {
        val worn = packageManager.getActivityInfo(alias(face), PackageManager.MATCH_DISABLED_COMPONENTS)
        val name = getString(worn.labelRes)
        setTaskDescription(
            if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) TaskDescription(name, worn.icon) else TaskDescription(name),
        )
    }

    companion object {
        private const val PLACE = "place"

        /** Where others may lead: never to anything of the person's. */
        private val FROM_OUTSIDE = setOf(Place.Today, Place.Log, Place.Help)

        /** Waits, when the person has left, for the lock that they chose. */
        private var away: Job? = null

        fun at(context: Context, place: Place): Intent = Intent(context, MainActivity::class.java)
            .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK or Intent.FLAG_ACTIVITY_SINGLE_TOP or Intent.FLAG_ACTIVITY_CLEAR_TOP)
            .putExtra(PLACE, place.name)

        private fun waitingMs(after: LockAfter): Long = when (after) {
            LockAfter.AtOnce -> 0
            LockAfter.OneMinute -> 60_000
            LockAfter.FiveMinutes -> 300_000
        }
    }
}
