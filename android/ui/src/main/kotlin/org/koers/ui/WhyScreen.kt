package org.koers.ui

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.clearAndSetSemantics
import org.koers.logic.Place
import org.koers.logic.SituationWhy
import org.koers.logic.SituationsEvent
import org.koers.logic.SituationsState
import org.koers.ui.parts.Card
import org.koers.ui.parts.Heading
import org.koers.ui.parts.Headline
import org.koers.ui.parts.Icons
import org.koers.ui.parts.Line
import org.koers.ui.parts.MainButton
import org.koers.ui.parts.Numbers
import org.koers.ui.parts.OnOff
import org.koers.ui.parts.Page
import org.koers.ui.parts.Parts
import org.koers.ui.parts.ProblemCard
import org.koers.ui.parts.Quiet
import org.koers.ui.parts.QuietButton
import org.koers.ui.parts.StrengthBar
import org.koers.ui.parts.Subheading
import org.koers.ui.parts.ToldHost
import org.koers.ui.theme.Space

/** One situation looked at more closely: why it stands here, one's own rating, the way to its plan. */
@Composable
fun WhyScreen(state: SituationsState, why: SituationWhy, on: (SituationsEvent) -> Unit, ways: Ways) {
    BackHandler { on(SituationsEvent.WhyClosed) }
    Page(
        stringResource(R.string.why_title),
        { on(SituationsEvent.WhyClosed) },
        ways::help,
        told = { ToldHost(state.told, { on(SituationsEvent.Undo) }, { on(SituationsEvent.Dismissed) }) },
    ) { WhyPane(state, why, on, ways, it) }
}

@Composable
internal fun WhyPane(
    state: SituationsState,
    why: SituationWhy,
    on: (SituationsEvent) -> Unit,
    ways: Ways,
    padding: PaddingValues,
) = Parts(padding, room = underLogButton) {
    val item = why.item
    Headline(item.label)
    ProblemCard(state.problem)
    Column(verticalArrangement = Arrangement.spacedBy(Space.one)) {
        StrengthBar(item.score, item.low, item.high, words = "")
        Row(Modifier.fillMaxWidth().clearAndSetSemantics { }, Arrangement.SpaceBetween) {
            Subheading("0")
            Subheading("10")
        }
        Quiet(item.confidence)
    }
    Card {
        Heading(stringResource(R.string.why_here))
        why.reasons.forEach { Line(it) }
        why.chance?.let { Line(it) }
    }
    HelpedCard(why.helped, why.ask, { on(SituationsEvent.Answered(it)) })
    MainButton(
        stringResource(if (item.hasPlan) R.string.see_plan else R.string.make_plan),
        { ways.to(Place.Plan, item.id) },
        Modifier.fillMaxWidth(),
        icon = Icons.goal,
    )
    Card {
        Heading(stringResource(R.string.own_rating))
        Quiet(stringResource(R.string.own_rating_ask))
        Numbers(
            chosen = why.ownRating,
            least = "",
            most = "",
            onChoose = { on(SituationsEvent.OwnRating(item.id, it)) },
            otherwise = stringResource(R.string.none_short),
            otherwiseChosen = why.ownRating == null,
            onOtherwise = { on(SituationsEvent.OwnRating(item.id, null)) },
        )
    }
    Card {
        OnOff(stringResource(R.string.keep_on_top), item.pinned, { on(SituationsEvent.Pin(item.id, it)) })
        QuietButton(stringResource(R.string.take_off_list), { on(SituationsEvent.TakeOff(item.id)) }, icon = Icons.bin)
    }
}
