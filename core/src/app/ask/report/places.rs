//! The ranked situations with their reasons, and the plans for them.

use super::super::situations::view;
use super::super::{plan, say, say_with};
use crate::content::{Args, Code};
use crate::insight::{SituationCraving, craving_by_situation};
use crate::journey::draft::Desk;
use crate::report::{Place, PlaceSection, PlanSection, PlanText, Section};
use crate::risk::Ranking;

/// The report holds so many situations (judgement: what a person can look at in one sitting).
const MOST_SITUATIONS: usize = 10;

pub(super) fn section(desk: &Desk<'_>, substance: &Code, ranking: &Ranking) -> PlaceSection {
    let view = view(desk, substance.clone(), ranking);
    let series = craving_by_situation(ranking, MOST_SITUATIONS);
    let place = |(at, shown): (&SituationCraving, crate::app::PlaceView)| Place {
        label: shown.label,
        strength: say_with(desk, "rank-score", &Args::new().number("score", at.score, 1)),
        range: say_with(
            desk,
            "rank-range",
            &Args::new().number("low", at.range.0, 1).number("high", at.range.1, 1),
        ),
        score: at.score,
        between: at.range,
        sure: shown.confidence_text,
        reasons: shown.reasons.into_iter().chain(shown.chance_text).collect(),
    };
    PlaceSection {
        title: view.title,
        lines: vec![view.empty.unwrap_or(view.how)],
        places: series.iter().zip(view.places).map(place).collect(),
    }
}

/// The plans for the situations of the list, in its order; none where there is none.
pub(super) fn plans(desk: &Desk<'_>, ranking: &Ranking) -> Option<PlanSection> {
    let planned = ranking.places.iter().filter(|place| desk.journey.plan(&place.id).is_some());
    let plans: Vec<PlanText> = planned
        .map(|place| {
            let view = plan::view(desk, &place.id);
            let filled = view.fields.into_iter().filter(|field| !field.lines.is_empty());
            let fields = filled.map(|field| Section { title: field.title, lines: field.lines });
            PlanText { title: view.title, fields: fields.collect() }
        })
        .collect();
    (!plans.is_empty()).then(|| PlanSection { title: say(desk, "report-plans"), plans })
}
