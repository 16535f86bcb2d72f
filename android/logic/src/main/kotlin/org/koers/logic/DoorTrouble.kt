package org.koers.logic

import org.koers.KoersException
import org.koers.WithoutVault

// What kinds of trouble there are with a vault, and the ways out of each. None is without one.

internal fun kindOf(error: KoersException): TroubleKind = when (error) {
    is KoersException.InUse -> TroubleKind.InUse
    is KoersException.Damaged, is KoersException.CutShort -> TroubleKind.Damaged
    is KoersException.NewerFormat -> TroubleKind.Newer
    is KoersException.StorageFull -> TroubleKind.StorageFull
    is KoersException.NotAVault, is KoersException.IsAFolder -> TroubleKind.NotAVault
    is KoersException.UncertainCommit -> TroubleKind.Uncertain
    else -> if (WithoutVault.misfit != null) TroubleKind.LibraryMisfit else TroubleKind.Other
}

internal fun troubleOf(kind: TroubleKind, text: String) = Trouble(kind, text, waysOut(kind))

internal fun waysOut(kind: TroubleKind): List<WayOut> = when (kind) {
    TroubleKind.InUse, TroubleKind.Uncertain, TroubleKind.Other -> listOf(WayOut.TryAgain, WayOut.Help)
    // A file whose beginning is gone looks like none of ours, and can still be saved.
    TroubleKind.Damaged, TroubleKind.NotAVault ->
        listOf(WayOut.Salvage, WayOut.Restore, WayOut.TryAgain, WayOut.Help)
    TroubleKind.Newer -> listOf(WayOut.Update, WayOut.Help)
    TroubleKind.StorageFull -> listOf(WayOut.MakeRoom, WayOut.TryAgain, WayOut.Help)
    TroubleKind.LibraryMisfit -> listOf(WayOut.Update, WayOut.Help)
    TroubleKind.KeysGone -> listOf(WayOut.Restore, WayOut.StartOver, WayOut.Help)
}

/** How long the app may be away before it locks. */
internal val LockAfter.ms: Long
    get() = when (this) {
        LockAfter.AtOnce -> 0
        LockAfter.OneMinute -> 60_000
        LockAfter.FiveMinutes -> 300_000
    }
