/**
 * Measures the time of calls on a vault that is there: VAULT DEVICE_KEY MOMENT ZONE OFFSET.
 *
 * Prints `name<TAB>value`, in milliseconds, medians: `open` of opening without key derivation,
 * `empty` of an empty call, and `query NAME` of each question that a screen asks.
 */
package org.koers.measure

import kotlinx.coroutines.runBlocking
import org.koers.GoalKind
import org.koers.Here
import org.koers.Home
import org.koers.KoersClient
import org.koers.Lang
import org.koers.WithoutVault
import java.time.Instant

/** How often a call is measured, and an opening. */
private const val CALLS = 101
private const val OPENINGS = 11

/** How often a call is made before it is measured, until the JVM has compiled it (judgement). */
private const val WARM_UP = 500

fun main(arguments: Array<String>) = runBlocking {
    val (path, digits, now, zone, offset) = arguments
    val key = key(digits)
    val here = Here(Instant.parse(now), Home(zone, offset.toInt()))
    println("open\t${median(OPENINGS) { KoersClient.openWithDeviceKey(path, key, here = here).close() }}")
    KoersClient.openWithDeviceKey(path, key, here = here).use { koers ->
        repeat(WARM_UP) { koers.lang() }
        println("empty\t${median(CALLS) { koers.lang() }}")
        for ((name, query) in queries(koers)) {
            repeat(WARM_UP) { query() }
            println("query $name\t${median(CALLS, query)}")
        }
    }
}

/** Every question with its name, as all languages ask it. */
private suspend fun queries(koers: KoersClient): List<Pair<String, suspend () -> Unit>> {
    val substance = koers.substances().first().code
    val situation = koers.situations().places.first().id
    val entries = koers.diary(count = koers.diary().total).entries
    val episode = entries.first { it.kind == "episode" }
    val note = entries.first { it.kind == "note" }
    return listOf(
        "catalogue" to { WithoutVault.catalogue(Lang.EN, substance) },
        "diary" to { koers.diary() },
        "episode" to { koers.episode(episode.id) },
        "episode_draft" to { koers.episodeDraft(episode.id) },
        "evaluate" to { koers.evaluate() },
        "find" to { koers.find(episode.shortId) },
        "find_situation" to { koers.findSituation("1") },
        "goal" to { koers.goal() },
        "goal_draft" to { koers.goalDraft(substance) },
        "help_now" to { koers.helpNow() },
        "intake" to { koers.intake() },
        "list_draft" to { koers.listDraft(substance, situation) },
        "measures" to { koers.measures(substance, GoalKind.Reduce) },
        "new_profile_draft" to { koers.newProfileDraft() },
        "note_draft" to { koers.noteDraft(note.id) },
        "plan" to { koers.plan(situation) },
        "plan_draft" to { koers.planDraft(situation) },
        "profile_draft" to { koers.profileDraft() },
        "reminders" to { koers.reminders() },
        "results" to { koers.results() },
        "situations" to { koers.situations() },
        "stats" to { koers.stats() },
        "substances" to { koers.substances() },
        "today" to { koers.today() },
    )
}

/** A device key from its digits. */
internal fun key(digits: String) =
    digits.chunked(2).map { it.toInt(16).toByte() }.toByteArray()

/** In milliseconds. */
private suspend fun median(count: Int, call: suspend () -> Unit): Double {
    val taken = List(count) {
        val start = System.nanoTime()
        call()
        System.nanoTime() - start
    }
    return taken.sorted()[count / 2] / 1e6
}
