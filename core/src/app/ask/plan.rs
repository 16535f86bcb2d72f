//! One situation's prevention plan, field by field.

use serde::Serialize;

use super::{say, say_with, situations};
use crate::app::{Koers, KoersError};
use crate::content::{Args, SituationId};
use crate::journey::YesPartlyNo;
use crate::journey::draft::{Desk, PlanDraft};
use crate::journey::entity::{ListedSituation, Plan};

/// A field of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct PlanField {
    /// Its name in the draft: `during`.
    pub field: String,
    /// Its heading.
    pub title: String,
    /// What it asks.
    pub ask: String,
    /// What is filled in.
    pub lines: Vec<String>,
}

/// The plan for a situation (SHP-18).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct PlanView {
    /// The situation.
    pub situation: SituationId,
    /// The heading.
    pub title: String,
    /// What to say when there is no plan.
    pub none: Option<String>,
    /// The fields.
    pub fields: Vec<PlanField>,
}

impl Koers {
    /// The plan for a situation, filled in or empty.
    pub fn plan(&self, situation: &SituationId) -> Result<PlanView, KoersError> {
        self.ask(|desk| Ok(view(desk, situation)))
    }

    /// The plan as a draft to be changed; an empty one where there is none.
    pub fn plan_draft(&self, situation: &SituationId) -> Result<PlanDraft, KoersError> {
        self.ask(|desk| {
            let plan = desk.journey.plan(situation);
            Ok(plan.map_or_else(|| PlanDraft::blank(situation.clone()), PlanDraft::of))
        })
    }

    /// The situation that a person means: by id, by its place on the list, or by its words.
    pub fn find_situation(&self, named: &str) -> Result<SituationId, KoersError> {
        use crate::journey::draft::{Reason, Refusal};

        let view = self.situations(None)?;
        let wanted = named.trim().to_lowercase();
        let by_place = wanted.parse::<u32>().ok();
        let places = view.places.iter();
        let exact = places.clone().find(|place| {
            place.id.as_str() == named.trim()
                || Some(place.place) == by_place
                || place.label.to_lowercase() == wanted
        });
        let part = || {
            let mut found = places.filter(|place| place.label.to_lowercase().contains(&wanted));
            found.next().filter(|_| found.next().is_none() && !wanted.is_empty())
        };
        let found = exact.or_else(part).map(|place| place.id.clone());
        let unknown = Refusal::new("situation", Reason::UnknownId { id: named.to_owned() });
        Ok(found.ok_or(unknown)?)
    }
}

pub(super) fn view(desk: &Desk<'_>, situation: &SituationId) -> PlanView {
    let listed = desk.journey.all::<ListedSituation>().map(|(_, one)| one);
    let substance =
        listed.filter(|one| one.situation == *situation).map(|one| &one.substance).next();
    let any = "".into();
    let label = situations::label(desk, substance.unwrap_or(&any), situation);
    let plan = desk.journey.plan(situation);
    let args = Args::new().own("situation", label);
    PlanView {
        situation: situation.clone(),
        title: say_with(desk, "plan-title", &args),
        none: plan.is_none().then(|| say_with(desk, "plan-none", &args)),
        fields: fields(desk, plan),
    }
}

fn fields(desk: &Desk<'_>, plan: Option<&Plan>) -> Vec<PlanField> {
    let list = |pick: fn(&Plan) -> &Vec<String>| plan.map(|p| pick(p).clone()).unwrap_or_default();
    let one = |pick: fn(&Plan) -> &String| {
        let text = plan.map(|plan| pick(plan).clone()).unwrap_or_default();
        if text.is_empty() { vec![] } else { vec![text] }
    };
    let avoidable = plan.and_then(|plan| plan.avoidable).map(|answer| match answer {
        YesPartlyNo::Yes => "plan-avoid-yes",
        YesPartlyNo::Partly => "plan-avoid-partly",
        YesPartlyNo::No | YesPartlyNo::Unknown(_) => "plan-avoid-no",
    });
    let confidence = plan.and_then(|plan| plan.confidence);
    let field = |field: &str, title: &str, ask: &str, lines| PlanField {
        field: field.to_owned(),
        title: say(desk, title),
        ask: say(desk, ask),
        lines,
    };
    vec![
        field("early_signals", "plan-signals", "plan-signals-ask", list(|p| &p.early_signals)),
        field(
            "avoidable",
            "plan-avoid",
            "plan-avoid",
            avoidable.map(|id| say(desk, id)).into_iter().collect(),
        ),
        field("avoid", "plan-avoid-how", "plan-avoid-how", list(|p| &p.avoid)),
        field("prepare", "plan-prepare", "plan-prepare-ask", list(|p| &p.prepare)),
        field("during", "plan-during", "plan-during-ask", list(|p| &p.during)),
        field("after", "plan-after", "plan-after-ask", list(|p| &p.after)),
        field("helping_thought", "plan-thought", "plan-thought-ask", one(|p| &p.helping_thought)),
        field("who", "plan-who", "plan-who-ask", list(|p| &p.who)),
        field("way_out", "plan-way-out", "plan-way-out-ask", one(|p| &p.way_out)),
        field("alternative", "plan-alternative", "plan-alternative-ask", one(|p| &p.alternative)),
        field(
            "confidence",
            "plan-confidence",
            "plan-confidence",
            confidence.map(|sure| format!("{sure}/10")).into_iter().collect(),
        ),
    ]
}
