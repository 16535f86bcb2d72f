package org.koers.logic

/** The three-minute start: language, substance, name, device lock, the week before, first entry. */
data class StartState(
    val step: StartStep = StartStep.Language,
    /** The number of this step and of all, for "2 of 5". */
    val number: Int = 1,
    val of: Int = StartStep.entries.size,
    val languages: List<Choice> = emptyList(),
    val substances: List<Choice> = emptyList(),
    /** A word of welcome, once there is a vault. */
    val welcome: String? = null,
    val nickname: String = "",
    /** The phone can keep a key behind its lock. */
    val deviceCan: Boolean = false,
    val baseline: BaselineState = BaselineState(),
    val busy: Boolean = false,
    val problem: Problem? = null,
    /** Everything is there: the way leads to the first entry. */
    val done: Boolean = false,
)

enum class StartStep { Language, Substance, Nickname, Lock, Baseline }

sealed interface StartEvent {
    data object Opened : StartEvent

    data class Language(val id: String) : StartEvent

    data class Substance(val id: String) : StartEvent

    data class Nickname(val text: String) : StartEvent

    /** Keep the key behind the lock of the phone. */
    data object LockWithDevice : StartEvent

    /** A phone without a lock, or a person who wants none: a passphrase now. */
    class LockWithPassphrase(val typed: ByteArray) : StartEvent

    data class Baseline(val event: BaselineEvent) : StartEvent

    data object Next : StartEvent

    data object Skip : StartEvent

    data object Back : StartEvent
}
