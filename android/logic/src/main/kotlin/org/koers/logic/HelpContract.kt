package org.koers.logic

/** Help now: works without a vault, while locked, and with the person's own plan when open. */
data class HelpState(
    val title: String = "",
    val question: String = "",
    val choices: List<HelpItem> = emptyList(),
    val chosen: HelpKind? = null,
    /** The steps and parts are those of the person's own plan. */
    val ownPlan: Boolean = false,
    /** The person's own people; only while the vault is open. */
    val people: List<String> = emptyList(),
    val lines: List<HelpLine> = emptyList(),
    val problem: Problem? = null,
)

enum class HelpKind { WantToUse, HaveUsed, SomethingWrong }

data class HelpItem(
    val kind: HelpKind,
    val title: String,
    /** To wait first, where waiting helps. */
    val waitMinutes: Int?,
    val steps: List<String>,
    /** The person's own plan, by its headings; only while the vault is open. */
    val parts: List<HelpPart>,
    val signs: List<String>,
)

data class HelpPart(val title: String, val lines: List<String>)

data class HelpLine(val name: String, val number: String, val web: String, val checked: String)

sealed interface HelpEvent {
    data object Opened : HelpEvent

    data class Chosen(val kind: HelpKind) : HelpEvent

    data object Back : HelpEvent
}
