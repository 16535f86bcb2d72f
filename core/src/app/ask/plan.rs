//! One situation's prevention plan, field by field.

use serde::Serialize;

use super::plan_use::{PlanAsk, ask, helped};
use super::{PlaceView, SituationsView, say, say_with, situations};
use crate::app::{Koers, KoersError};
use crate::content::{Args, Code, Kind, SituationId};
use crate::journey::YesPartlyNo;
use crate::journey::draft::{Desk, ListDraft, PlanDraft, Reason, Refusal};
use crate::journey::entity::{ListedSituation, OwnSituation, Plan};
use crate::programme::{LinesFrom, offered_lines};

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
    /// What can be taken over, by where it comes from: the person's own measures first.
    pub suggestions: Vec<PlanSuggestions>,
}

/// Lines that a field offers, from one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct PlanSuggestions {
    /// Where they come from.
    pub title: String,
    /// The lines, at least one.
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
    /// How often it helped, of the times that the person answered.
    pub helped: Option<String>,
    /// "Did it help?"; none without a plan, or once today was answered.
    pub ask: Option<PlanAsk>,
    /// The fields.
    pub fields: Vec<PlanField>,
    /// The heading over what they offer to be taken over, where it stands apart from them.
    pub offers: String,
}

/// A situation that a person named, with the list it stands on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct FoundSituation {
    /// The substance of the list.
    pub substance: Code,
    /// The situation.
    pub situation: SituationId,
    /// Its words.
    pub label: String,
}

impl Koers {
    /// The plan for a situation, filled in or empty.
    pub fn plan(&self, situation: &SituationId) -> Result<PlanView, KoersError> {
        self.ask(|desk| {
            known(desk, situation)?;
            let today = desk.today()?;
            Ok(PlanView { ask: ask(desk, situation, today), ..view(desk, situation) })
        })
    }

    /// The plan as a draft to be changed; an empty one where there is none.
    pub fn plan_draft(&self, situation: &SituationId) -> Result<PlanDraft, KoersError> {
        self.ask(|desk| {
            known(desk, situation)?;
            let plan = desk.journey.plan(situation);
            Ok(plan.map_or_else(|| PlanDraft::blank(situation.clone()), PlanDraft::of))
        })
    }

    /// The situation that a person means: by id, by its words or a part of them that fits one
    /// alone, or by its place on a list. Looks at the substance named, or else at every one that
    /// is followed; a place is that on the list of the first.
    pub fn find_situation(
        &self,
        named: &str,
        substance: Option<&Code>,
    ) -> Result<FoundSituation, KoersError> {
        let lists: Vec<SituationsView> = if let Some(one) = substance {
            vec![self.situations(Some(one))?]
        } else {
            let followed = self.substances()?.into_iter();
            followed.map(|one| self.situations(Some(&one.code))).collect::<Result<_, _>>()?
        };
        let unknown = Refusal::new("situation", Reason::UnknownId { id: named.to_owned() });
        Ok(found(&lists, named).ok_or(unknown)?)
    }

    /// How a situation stands on the list for a substance, as a draft to be changed.
    pub fn list_draft(
        &self,
        substance: &Code,
        situation: &SituationId,
    ) -> Result<ListDraft, KoersError> {
        self.ask(|desk| {
            let listed = desk.journey.listed(substance, situation);
            Ok(ListDraft {
                substance: substance.clone(),
                situation: situation.clone(),
                own_rating: listed.and_then(|one| one.own_rating).map(i64::from),
                pinned: listed.is_some_and(|one| one.pinned),
                hidden: listed.is_some_and(|one| one.hidden),
                blank: listed.map(|one| one.blank.clone()).unwrap_or_default(),
            })
        })
    }
}

/// A situation of a pack, an own one, or one that stands in what was recorded; else it is a slip.
fn known(desk: &Desk<'_>, situation: &SituationId) -> Result<(), Refusal> {
    let own = |record| desk.journey.get::<OwnSituation>(record).is_some();
    let in_pack = || {
        let word = desk.content.word(&situation.code());
        word.is_some_and(|word| word.kind == Kind::Situation)
    };
    let mut listed = desk.journey.all::<ListedSituation>();
    if situation.record().is_some_and(own)
        || in_pack()
        || desk.journey.plan(situation).is_some()
        || listed.any(|(_, one)| one.situation == *situation)
    {
        return Ok(());
    }
    Err(Refusal::new("situation", Reason::UnknownId { id: situation.to_string() }))
}

fn found(lists: &[SituationsView], named: &str) -> Option<FoundSituation> {
    let wanted = named.trim().to_lowercase();
    let all = || {
        let of = |list: &SituationsView, place: &PlaceView| FoundSituation {
            substance: list.substance.clone(),
            situation: place.id.clone(),
            label: place.label.clone(),
        };
        lists.iter().flat_map(move |list| list.places.iter().map(move |place| of(list, place)))
    };
    let exact = || {
        all().find(|one| {
            one.situation.as_str() == named.trim() || one.label.to_lowercase() == wanted
        })
    };
    let by_place = || {
        let place = wanted.parse::<u32>().ok()?;
        let first = lists.first()?.places.iter().position(|one| one.place == place)?;
        all().nth(first)
    };
    let by_part = || {
        let mut fits: Vec<FoundSituation> =
            all().filter(|one| one.label.to_lowercase().contains(&wanted)).collect();
        fits.dedup_by(|a, b| a.situation == b.situation);
        let one = fits.iter().all(|fit| fit.situation == fits[0].situation);
        fits.into_iter().next().filter(|_| one && !wanted.is_empty())
    };
    exact().or_else(by_place).or_else(by_part)
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
        helped: helped(desk, situation),
        ask: None,
        fields: fields(desk, situation, plan),
        offers: say(desk, "plan-offers"),
    }
}

fn fields(desk: &Desk<'_>, situation: &SituationId, plan: Option<&Plan>) -> Vec<PlanField> {
    let avoidable = plan.and_then(|plan| plan.avoidable).map(|answer| match answer {
        YesPartlyNo::Yes => "plan-avoid-yes",
        YesPartlyNo::Partly => "plan-avoid-partly",
        YesPartlyNo::No | YesPartlyNo::Unknown(_) => "plan-avoid-no",
    });
    let confidence = plan.and_then(|plan| plan.confidence);
    let chosen = |field: &str, title: &str, lines: Option<String>| PlanField {
        field: field.to_owned(),
        title: say(desk, title),
        ask: say(desk, title),
        lines: lines.into_iter().collect(),
        suggestions: vec![],
    };
    let written = |field: &str, title: &str, ask: &str| PlanField {
        field: field.to_owned(),
        title: say(desk, title),
        ask: say(desk, ask),
        lines: plan.into_iter().flat_map(|plan| plan.lines(field)).cloned().collect(),
        suggestions: suggestions(desk, situation, field),
    };
    vec![
        written("early_signals", "plan-signals", "plan-signals-ask"),
        chosen("avoidable", "plan-avoid", avoidable.map(|id| say(desk, id))),
        written("avoid", "plan-avoid-how", "plan-avoid-how"),
        written("prepare", "plan-prepare", "plan-prepare-ask"),
        written("during", "plan-during", "plan-during-ask"),
        written("after", "plan-after", "plan-after-ask"),
        written("helping_thought", "plan-thought", "plan-thought-ask"),
        written("who", "plan-who", "plan-who-ask"),
        written("way_out", "plan-way-out", "plan-way-out-ask"),
        written("alternative", "plan-alternative", "plan-alternative-ask"),
        chosen("confidence", "plan-confidence", confidence.map(|sure| format!("{sure}/10"))),
    ]
}

fn suggestions(desk: &Desk<'_>, situation: &SituationId, field: &str) -> Vec<PlanSuggestions> {
    let offered = offered_lines(desk, situation, field).into_iter();
    let view = offered.map(|one| PlanSuggestions {
        title: say(
            desk,
            match one.from {
                LinesFrom::PlanThatHelped => "plan-suggested-helped",
                LinesFrom::OwnWords => "plan-suggested-own",
                LinesFrom::NotedHere => "plan-suggested-noted",
                LinesFrom::Packs => "plan-suggested-ideas",
            },
        ),
        lines: one.lines,
    });
    view.collect()
}
