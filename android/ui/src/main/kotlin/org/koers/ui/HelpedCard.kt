package org.koers.ui

import androidx.compose.runtime.Composable
import org.koers.logic.Helped
import org.koers.logic.PlanAskState
import org.koers.ui.parts.Answers
import org.koers.ui.parts.Card
import org.koers.ui.parts.Ground
import org.koers.ui.parts.Line

/** How often a plan helped, and "did it help?", answered in one tap. */
@Composable
internal fun HelpedCard(helped: String?, ask: PlanAskState?, onAnswer: (Helped) -> Unit) {
    if (helped == null && ask == null) return
    Card(ground = Ground.Calm) {
        helped?.let { Line(it) }
        ask?.let { asked -> Answers(asked.text, asked.answers.map { it.answer to it.label }, null, onAnswer) }
    }
}
