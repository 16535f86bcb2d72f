package org.koers.app

import android.content.Intent
import android.content.pm.ApplicationInfo
import android.content.pm.ComponentInfo
import android.content.pm.PackageManager
import android.content.res.XmlResourceParser
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.koers.logic.Face
import org.koers.platform.FakeAndroidKeyStore
import org.robolectric.annotation.experimental.LazyApplication
import org.robolectric.annotation.experimental.LazyApplication.LazyLoad

/** BEY-01, BEY-02: what the merged manifest of the app, libraries and all, lets in and out. */
@RunWith(AndroidJUnit4::class)
@LazyApplication(LazyLoad.ON)
class ManifestTest {
    private lateinit var app: KoersApp

    @Before fun phone() {
        FakeAndroidKeyStore.install()
        app = ApplicationProvider.getApplicationContext()
    }

    private val info get() = app.packageManager.getPackageInfo(
        app.packageName,
        PackageManager.GET_PERMISSIONS or PackageManager.GET_ACTIVITIES or PackageManager.GET_RECEIVERS or
            PackageManager.GET_SERVICES or PackageManager.GET_PROVIDERS,
    )

    @Test fun `it asks for nothing but what reminders, keys and the widget need, and never for the network`() {
        val asked = info.requestedPermissions!!.toSet()
        assertFalse(asked.any { "INTERNET" in it || "NETWORK" in it || "STORAGE" in it || "USE_EXACT_ALARM" in it })
        val needed = listOf("POST_NOTIFICATIONS", "RECEIVE_BOOT_COMPLETED", "SCHEDULE_EXACT_ALARM", "USE_BIOMETRIC", "WAKE_LOCK")
            .map { "android.permission.$it" }
        // The old name of biometrics, and what AndroidX protects its own receivers with.
        val libraries = setOf("android.permission.USE_FINGERPRINT", "${app.packageName}.DYNAMIC_RECEIVER_NOT_EXPORTED_PERMISSION")
        assertEquals(needed.toSet(), asked - libraries)
    }

    @Test fun `only the name that the app has is open to all, and what else is exported only the system may call`() {
        val all: List<ComponentInfo> = with(info) {
            listOf(activities, receivers, services, providers).flatMap { it?.toList().orEmpty() }
        }
        val exported = all.filter { it.exported }.map { it.name.substringAfterLast('.') }.toSet()
        val system = setOf("DailyNoteTile", "GlanceRemoteViewsService", "SystemJobService")
        assertEquals(system + Face.Koers.name, exported)
        // Switched off until one is chosen, and then it is this one that is open.
        val off = app.packageManager.getPackageInfo(app.packageName, PackageManager.GET_ACTIVITIES or PackageManager.MATCH_DISABLED_COMPONENTS)
        val faces = off.activities!!.filter { it.exported }
        assertEquals(Face.entries.map { it.name }.toSet(), faces.map { it.name.substringAfterLast('.') }.toSet())
        assertTrue(faces.all { it.targetActivity == MainActivity::class.java.name })
        val demanded = info.services!!.filter { it.exported }.associate { it.name.substringAfterLast('.') to it.permission }
        assertEquals("android.permission.BIND_QUICK_SETTINGS_TILE", demanded["DailyNoteTile"])
        assertEquals("android.permission.BIND_JOB_SERVICE", demanded["SystemJobService"])
        assertEquals("android.permission.BIND_REMOTEVIEWS", demanded["GlanceRemoteViewsService"])
    }

    @Test fun `the system takes nothing along in a backup or to another phone`() {
        assertEquals(0, app.applicationInfo.flags and ApplicationInfo.FLAG_ALLOW_BACKUP)
        val domains = setOf("root", "file", "database", "sharedpref", "external", "device_root", "device_file", "device_database", "device_sharedpref")
        val rules = excluded(app.resources.getXml(R.xml.data_extraction_rules))
        assertEquals(mapOf("cloud-backup" to domains, "device-transfer" to domains), rules)
        assertEquals(mapOf("full-backup-content" to domains), excluded(app.resources.getXml(R.xml.full_backup_content)))
    }

    /** What is excluded, by the element it stands in; anything that is included fails. */
    private fun excluded(xml: XmlResourceParser): Map<String, Set<String>> {
        val found = mutableMapOf<String, Set<String>>()
        val open = ArrayDeque<String>()
        while (xml.next() != XmlResourceParser.END_DOCUMENT) when (xml.eventType) {
            XmlResourceParser.START_TAG -> {
                assertFalse(xml.name == "include")
                if (xml.name == "exclude") found.merge(open.last(), setOf(xml.getAttributeValue(null, "domain"))) { old, new -> old + new }
                open.addLast(xml.name)
            }
            XmlResourceParser.END_TAG -> open.removeLast()
        }
        return found
    }

    @Test fun `its name and icon are neutral, and it is started by one name`() {
        assertEquals("Koers", app.applicationInfo.loadLabel(app.packageManager).toString())
        assertNotNull(app.applicationInfo.loadIcon(app.packageManager))
        val launch = app.packageManager.getLaunchIntentForPackage(app.packageName)
        assertEquals(app.alias(Face.Koers), launch?.component)
        assertEquals(1, info.activities!!.count { it.exported })
    }

    @Test fun `where others may lead is a new entry at most`() {
        val intent = MainActivity.at(app, org.koers.logic.Place.Log)
        assertEquals(setOf("place"), intent.extras!!.keySet())
        assertTrue(intent.data == null && intent.action == null && Intent.FLAG_ACTIVITY_NEW_TASK and intent.flags != 0)
    }
}
