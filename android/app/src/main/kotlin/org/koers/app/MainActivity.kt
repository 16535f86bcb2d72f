package org.koers.app

import android.Manifest
import android.app.LocaleManager
import android.content.Context
import android.content.Intent
import android.content.res.Configuration
import android.net.Uri
import android.os.Build
import android.os.Bundle
import android.os.LocaleList
import android.view.WindowManager
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.activity.result.contract.ActivityResultContracts.RequestPermission
import androidx.fragment.app.FragmentActivity
import java.util.Locale
import kotlinx.coroutines.Job
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import org.koers.logic.DoorEvent
import org.koers.logic.LockAfter
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
    private val pickers = SystemPickers(this)
    private val permission = registerForActivityResult(RequestPermission()) { app.scope.launch { app.mirror.run() } }
    private var ask: BiometricAsk? = null
    private lateinit var language: String

    override fun attachBaseContext(base: Context) {
        super.attachBaseContext(base)
        language = (base.applicationContext as KoersApp).screens.session.lang.name.lowercase()
        applyOverrideConfiguration(Configuration().apply { setLocale(Locale.forLanguageTag(language)) })
    }

    override fun onCreate(savedInstanceState: Bundle?) {
        // Nothing is kept in a Bundle, also not what Compose would put there.
        super.onCreate(null)
        enableEdgeToEdge()
        window.setFlags(WindowManager.LayoutParams.FLAG_SECURE, WindowManager.LayoutParams.FLAG_SECURE)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) setRecentsScreenshotEnabled(false)
        ask = BiometricAsk(this).also { app.device.ask = it }
        wished()?.let(app.screens::wish)
        app.screens.tell(app.screens.door, DoorEvent.Started)
        if (savedInstanceState == null) follow(intent)
        setContent { KoersTheme { Root(app.screens, ways) } }
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
        app.screens.tell(app.screens.door, DoorEvent.CameBack)
    }

    override fun onStop() {
        super.onStop()
        if (isChangingConfigurations || pickers.open) return
        app.screens.tell(app.screens.door, DoorEvent.Left)
        away = app.scope.launch {
            delay(waitingMs(app.device.choices.lockAfter))
            app.screens.door.on(DoorEvent.StillAway)
        }
    }

    override fun onDestroy() {
        super.onDestroy()
        if (app.device.ask === ask) app.device.ask = null
    }

    /** The language that the phone's settings ask of this app; null where they leave it to the app. */
    private fun wished(): String? {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return null
        val locales = getSystemService(LocaleManager::class.java).applicationLocales
        return if (locales.isEmpty) null else locales[0].language
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

        override fun call(number: String) = startActivity(Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null)))

        override fun leave() {
            moveTaskToBack(true)
        }

        override fun speak(lang: String) {
            if (lang == language) return
            if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
                getSystemService(LocaleManager::class.java).applicationLocales = LocaleList.forLanguageTags(lang)
            }
            recreate()
        }
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
