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

    /** Destroys a vault that is not open: key slots first, then the file. */
    suspend fun wipe(path: String, io: CoroutineDispatcher = Dispatchers.IO) =
        withContext(io) { org.koers.internal.wipe(path) }

    /** Takes a porch and its drop box away, with whatever is still in it. */
    suspend fun wipePorch(path: String, io: CoroutineDispatcher = Dispatchers.IO) =
        withContext(io) { org.koers.internal.wipePorch(path) }
}

/** What a person reads when something went wrong: what it is, and a way out. */
fun KoersException.sentence(lang: Lang): String = org.koers.internal.sentence(lang, this)
