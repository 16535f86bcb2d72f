package org.koers.platform

import android.app.LocaleManager
import android.content.Context
import android.content.res.Resources
import android.os.Build
import android.os.LocaleList

/**
 * The language that the phone keeps for this app, from Android 13 on: the person may choose it there
 * or here, and it is one and the same. Before, the phone knows of none. ISO 639 codes.
 */
internal class PhoneLanguage(context: Context) {
    private val manager =
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) context.getSystemService(LocaleManager::class.java) else null

    /** Chosen for this app; null for none. */
    val chosen: String? get() = manager?.applicationLocales?.first()

    /** Of the phone itself. */
    val own: String? get() = manager?.systemLocales?.first()

    /** ISO 3166 code of the region that the phone is set to; empty for none. */
    val region: String get() = (manager?.systemLocales ?: Resources.getSystem().configuration.locales).run { if (isEmpty) "" else get(0).country }

    /** Here it was chosen. */
    fun tell(language: String) {
        if (chosen != language) manager?.applicationLocales = LocaleList.forLanguageTags(language)
    }

    private fun LocaleList.first(): String? = if (isEmpty) null else get(0).language
}
