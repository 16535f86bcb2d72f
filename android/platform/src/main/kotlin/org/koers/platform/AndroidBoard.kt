package org.koers.platform

import org.json.JSONObject
import org.koers.logic.DeliveryBlock
import org.koers.logic.Planned
import org.koers.logic.ReminderBoard

/**
 * Reminders on this phone. Android tells nobody which alarms are set, and drops them at a restart or
 * when the app is stopped: what is scheduled is therefore kept, sealed, and the alarms follow it.
 */
class AndroidBoard internal constructor(
    private val alarms: Alarms,
    private val notices: Notices,
    private val kept: SealedFile,
    private val saver: () -> Boolean,
    private val nowMs: () -> Long,
) : ReminderBoard {
    private var record: Map<String, Long>? = null

    override val wakesApp get() = true

    @Synchronized
    override fun scheduled(): Map<String, Long> = all().filterValues { it > nowMs() }

    /** What has come and was not shown yet, by stable id, in the order of time. */
    @Synchronized
    fun due(): List<String> = all().filterValues { it <= nowMs() }.entries.sortedBy { it.value }.map { it.key }

    override fun schedule(item: Planned) = change { it + (item.stableId to item.instantMs) }

    override fun cancel(stableId: String) = change { it - stableId }

    override fun shown(): Set<String> = notices.shown()

    override fun show(item: Planned) {
        notices.show(item)
        came(item.stableId)
    }

    override fun takeDown(stableId: String) {
        notices.takeDown(stableId)
        came(stableId)
    }

    override fun blocks(): List<DeliveryBlock> = buildList {
        if (!notices.allowed()) add(DeliveryBlock.Notifications)
        if (alarms.held) add(DeliveryBlock.ExactAlarms)
        if (saver()) add(DeliveryBlock.BatterySaver)
    }

    /** The phone lets reminders come to the minute. */
    val minuteAllowed: Boolean get() = alarms.allowed

    /** Sets the alarms once more: after a start, a boot, another clock, permission or choice. */
    @Synchronized
    fun armAgain() = alarms.set(all().values.toList())

    /** A reminder whose time has come is scheduled no more. */
    @Synchronized
    private fun came(stableId: String) {
        val at = all()[stableId] ?: return
        if (at <= nowMs()) change { it - stableId }
    }

    /** The alarms first: killed in between, the next start finds nothing scheduled and does it anew. */
    @Synchronized
    private fun change(next: (Map<String, Long>) -> Map<String, Long>) {
        val (before, after) = all().let { it to next(it) }
        if (after == before) return
        alarms.set(after.values.toList())
        kept.write(JSONObject(after).toString().toByteArray())
        record = after
    }

    private fun all(): Map<String, Long> = record ?: read().also { record = it }

    private fun read(): Map<String, Long> {
        val json = kept.read()?.let(::parsed) ?: return emptyMap()
        return json.keys().asSequence().associateWith { json.getLong(it) }
    }
}
