package org.koers.logic

import org.koers.Here
import org.koers.Home
import org.koers.KoersClient
import org.koers.Lang
import org.koers.WithoutVault
import java.io.File
import java.time.Instant
import java.time.LocalDate
import java.time.OffsetDateTime
import kotlin.io.path.createTempDirectory

/** Which invented life a vault holds, up to which moment, and which keys open it. */
data class LifeOf(
    val lang: Lang,
    val substance: String,
    val weeks: UInt,
    val seed: ULong,
    val today: LocalDate,
    val until: Instant,
    val device: Boolean = true,
    val passphrase: String? = null,
)

/** Vaults of invented lives, each made once. */
object Lives {
    private val folder = createTempDirectory("koers-lives").toFile().apply { deleteOnExit() }
    private val made = mutableMapOf<LifeOf, File>()

    /** Puts the vault of this life where the phone looks, with the key that it keeps. */
    suspend fun put(life: LifeOf, phone: FakePhone) {
        made.getOrPut(life) { make(life) }.copyTo(File(phone.files.vault), overwrite = true)
        if (life.device) phone.keys.key = FakeKeys.Key.Kept
    }

    private suspend fun make(life: LifeOf): File {
        val file = File(folder, "${made.size}.koers")
        create(life, file.path).use { koers ->
            val sample = with(life) { WithoutVault.sample(lang, substance, weeks, seed, today) }
            for (batch in sample.batches.filter { it.at <= life.until }) {
                koers.setClock(Here(batch.at, sample.home))
                koers.recordAll(batch.commands)
            }
        }
        return file
    }

    private suspend fun create(life: LifeOf, path: String): KoersClient {
        if (!life.device) return KoersClient.create(path, life.passphrase.orEmpty().toByteArray(), life.lang)
        val koers = KoersClient.createWithDeviceKey(path, FakeKeys.device(), life.lang)
        life.passphrase?.let { koers.setPassphrase(it.toByteArray()) }
        return koers
    }
}

/** A moment with its offset, and the zone. */
fun hereOf(at: String, zone: String): Here {
    val moment = OffsetDateTime.parse(at)
    return Here(moment.toInstant(), Home(zone, moment.offset.totalSeconds / 60))
}
