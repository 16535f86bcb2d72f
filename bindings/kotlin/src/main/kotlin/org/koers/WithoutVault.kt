package org.koers

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import java.time.LocalDate

/** What works without an open vault. */
object WithoutVault {
    /**
     * Why the library that was found cannot be used, with the versions: it is missing, or of another
     * version than this module. Null where it fits. Where it does not, every call throws this in a
     * [KoersException.Other]. The first time loads the library: ask off the main thread.
     */
    val misfit: String? get() = Library.misfit

    /** The substances that there is a programme for. */
    suspend fun substances(
        lang: Lang,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): List<SubstanceView> = asked(io) { org.koers.internal.substances(lang) }

    /** What can be chosen for a substance: units, situations and all other words. */
    suspend fun catalogue(
        lang: Lang,
        substance: Code,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): CatalogueView = asked(io) { org.koers.internal.catalogue(lang, substance) }

    /**
     * What a stepper for an amount shows next: a decimal number in that language, the next multiple
     * of the unit's step [up] or down; empty below the first. [amount] is a decimal number with point
     * or comma, empty for none.
     */
    suspend fun stepped(
        lang: Lang,
        substance: Code,
        unit: Code,
        amount: String,
        up: Boolean,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): String = asked(io) { org.koers.internal.stepped(lang, substance, unit, amount, up) }

    /**
     * Which keys open the vault that lies at this path and that nobody has open. No secret is needed;
     * nothing is asked for in it.
     */
    suspend fun slots(path: String, io: CoroutineDispatcher = Dispatchers.IO): KeysView =
        asked(io) { org.koers.internal.slots(path) }

    /** Help for anybody. The country is an ISO 3166 code; empty for no help lines. */
    suspend fun helpNow(
        lang: Lang,
        country: String,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): HelpNowView = asked(io) { org.koers.internal.helpNow(lang, country) }

    /**
     * What a person reads where nothing on this device opens the vault any more, and no passphrase or
     * recovery code was chosen yet.
     */
    suspend fun keysGone(lang: Lang, io: CoroutineDispatcher = Dispatchers.IO): String =
        asked(io) { org.koers.internal.keysGone(lang) }

    /**
     * The life of an invented person, as commands to record: a programme of 4 to 6 [weeks] that ends
     * the day before [today]. The same arguments give the same life. For previews.
     */
    suspend fun sample(
        lang: Lang,
        substance: Code,
        weeks: UInt,
        seed: ULong,
        today: LocalDate,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): Sample = asked(io) {
        org.koers.internal.sample(lang, substance, weeks, seed, today)
    }

    /** Checks a backup from the first byte to the last with its passphrase. Nothing is written. */
    suspend fun checkBackup(
        lang: Lang,
        path: String,
        passphrase: ByteArray,
        here: Here? = null,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): BackupReport =
        asked(io) { org.koers.internal.checkBackup(lang, path, passphrase, here) }

    /** Checks a backup with its recovery code, as it was written down. */
    suspend fun checkBackupWithRecoveryCode(
        lang: Lang,
        path: String,
        code: ByteArray,
        here: Here? = null,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): BackupReport =
        asked(io) { org.koers.internal.checkBackupWithRecoveryCode(lang, path, code, here) }

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
        asked(io) { org.koers.internal.restore(lang, backup, path, passphrase, over, here) }

    /** Makes a vault of a backup with its recovery code, as it was written down. */
    suspend fun restoreWithRecoveryCode(
        lang: Lang,
        backup: String,
        path: String,
        code: ByteArray,
        over: Boolean = false,
        here: Here? = null,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): RestoreReport = asked(io) {
        org.koers.internal.restoreWithRecoveryCode(lang, backup, path, code, over, here)
    }

    /**
     * Makes a new vault of what can be read of the damaged one at this path, with its passphrase.
     * Everything that opened it opens the new one; the damaged file is kept aside under the day's
     * date. A vault that is sound is left alone.
     */
    suspend fun salvage(
        lang: Lang,
        path: String,
        passphrase: ByteArray,
        here: Here? = null,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): SalvageReport = asked(io) { org.koers.internal.salvage(lang, path, passphrase, here) }

    /** Saves what can be read of a damaged vault with its recovery code, as it was written down. */
    suspend fun salvageWithRecoveryCode(
        lang: Lang,
        path: String,
        code: ByteArray,
        here: Here? = null,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): SalvageReport =
        asked(io) { org.koers.internal.salvageWithRecoveryCode(lang, path, code, here) }

    /** Saves what can be read of a damaged vault with the key of the device's key store. */
    suspend fun salvageWithDeviceKey(
        lang: Lang,
        path: String,
        key: ByteArray,
        here: Here? = null,
        io: CoroutineDispatcher = Dispatchers.IO,
    ): SalvageReport =
        asked(io) { org.koers.internal.salvageWithDeviceKey(lang, path, key, here) }

    /** Destroys a vault that is not open: key slots first, then the file. */
    suspend fun wipe(path: String, io: CoroutineDispatcher = Dispatchers.IO) =
        asked(io) { org.koers.internal.wipe(path) }

    /** Takes a porch and its drop box away, with whatever is still in it. */
    suspend fun wipePorch(path: String, io: CoroutineDispatcher = Dispatchers.IO) =
        asked(io) { org.koers.internal.wipePorch(path) }

    private suspend fun <T> asked(io: CoroutineDispatcher, call: () -> T): T = withContext(io) {
        Library.check()
        call()
    }
}

/** What a person reads when something went wrong: what it is, and a way out. */
fun KoersException.sentence(lang: Lang): String =
    Library.misfit ?: org.koers.internal.sentence(lang, this)
