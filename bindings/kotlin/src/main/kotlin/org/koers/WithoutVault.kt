package org.koers

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** What works without an open vault. */
object WithoutVault {
    /** The substances that there is a programme for. */
    suspend fun substances(
        lang: Lang,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): List<SubstanceView> = withContext(io) { org.koers.internal.substances(lang) }

    /** What can be chosen for a substance: units, situations and all other words. */
    suspend fun catalogue(
        lang: Lang,
        substance: Code,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): CatalogueView = withContext(io) { org.koers.internal.catalogue(lang, substance) }

    /** Help for anybody. The country is an ISO 3166 code; empty for no help lines. */
    suspend fun helpNow(
        lang: Lang,
        country: String,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): HelpNowView = withContext(io) { org.koers.internal.helpNow(lang, country) }

    /** Checks a backup from the first byte to the last with its passphrase. Nothing is written. */
    suspend fun checkBackup(
        lang: Lang,
        path: String,
        passphrase: ByteArray,
        here: Here? = null,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): BackupReport =
        withContext(io) { org.koers.internal.checkBackup(lang, path, passphrase, here) }

    /** Checks a backup with its recovery code, as it was written down. */
    suspend fun checkBackupWithRecoveryCode(
        lang: Lang,
        path: String,
        code: ByteArray,
        here: Here? = null,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): BackupReport =
        withContext(io) { org.koers.internal.checkBackupWithRecoveryCode(lang, path, code, here) }

    /**
     * Makes a vault of a backup with its passphrase, at a path where nothing lies; with [over], a
     * vault that lies there is first kept aside under the day's date.
     */
    suspend fun restore(
        lang: Lang,
        backup: String,
        path: String,
        passphrase: ByteArray,
        over: Boolean = false,
        here: Here? = null,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): RestoreReport =
        withContext(io) { org.koers.internal.restore(lang, backup, path, passphrase, over, here) }

    /** Makes a vault of a backup with its recovery code, as it was written down. */
    suspend fun restoreWithRecoveryCode(
        lang: Lang,
        backup: String,
        path: String,
        code: ByteArray,
        over: Boolean = false,
        here: Here? = null,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): RestoreReport = withContext(io) {
        org.koers.internal.restoreWithRecoveryCode(lang, backup, path, code, over, here)
    }

    /** Destroys a vault that is not open: key slots first, then the file. */
    suspend fun wipe(path: String, io: CoroutineDispatcher = Dispatchers.IO) =
        withContext(io) { org.koers.internal.wipe(path) }
}

/** What a person reads when something went wrong: what it is, and a way out. */
fun KoersException.sentence(lang: Lang): String = org.koers.internal.sentence(lang, this)
