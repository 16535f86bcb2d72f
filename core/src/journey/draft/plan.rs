//! Drafts of plans made beforehand (SHP-18, SHP-19, REC-10).

use serde::Deserialize;

use super::{Desk, Reason, Refusal, number, text};
use crate::content::SituationId;
use crate::journey::YesPartlyNo;
use crate::journey::entity::{EmergencyPlan, Plan, PlanUse, Supporter};
use crate::time::When;
use crate::vault::RecordId;

/// The prevention plan for a situation (SHP-18).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct PlanDraft {
    /// The situation.
    pub situation: SituationId,
    /// What the person notices first.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub early_signals: Vec<String>,
    /// Whether it can be avoided.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub avoidable: Option<YesPartlyNo>,
    /// How to avoid it.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub avoid: Vec<String>,
    /// What to prepare.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub prepare: Vec<String>,
    /// What to do during it: "if …, then …".
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub during: Vec<String>,
    /// What to do after it.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub after: Vec<String>,
    /// A helping thought.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub helping_thought: String,
    /// Whom to contact.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub who: Vec<String>,
    /// The way out.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub way_out: String,
    /// What could give the same.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub alternative: String,
    /// How sure the person is, 0–10.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub confidence: Option<i64>,
}

impl PlanDraft {
    /// An empty plan for a situation.
    pub fn blank(situation: SituationId) -> Self {
        Self {
            situation,
            early_signals: vec![],
            avoidable: None,
            avoid: vec![],
            prepare: vec![],
            during: vec![],
            after: vec![],
            helping_thought: String::new(),
            who: vec![],
            way_out: String::new(),
            alternative: String::new(),
            confidence: None,
        }
    }

    /// The plan as it stands, to be changed.
    pub fn of(plan: &Plan) -> Self {
        let Plan { situation, early_signals, avoidable, avoid, prepare, during, .. } = plan.clone();
        let Plan { after, helping_thought, who, way_out, alternative, confidence, .. } =
            plan.clone();
        let confidence = confidence.map(i64::from);
        Self {
            situation,
            early_signals,
            avoidable,
            avoid,
            prepare,
            during,
            after,
            helping_thought,
            who,
            way_out,
            alternative,
            confidence,
        }
    }

    /// Checks it; an empty plan is refused.
    pub fn check(&self, desk: &Desk<'_>) -> Result<Plan, Refusal> {
        let plan = Plan {
            situation: self.situation.clone(),
            label: desk.situation("situation", &self.situation)?,
            early_signals: text::lines("early_signals", &self.early_signals)?,
            avoidable: self.avoidable,
            avoid: text::lines("avoid", &self.avoid)?,
            prepare: text::lines("prepare", &self.prepare)?,
            during: text::lines("during", &self.during)?,
            after: text::lines("after", &self.after)?,
            helping_thought: text::text("helping_thought", &self.helping_thought)?,
            who: text::lines("who", &self.who)?,
            way_out: text::text("way_out", &self.way_out)?,
            alternative: text::text("alternative", &self.alternative)?,
            confidence: number::rating("confidence", self.confidence)?,
            made: desk.this_moment()?,
        };
        let lists =
            [&plan.early_signals, &plan.avoid, &plan.prepare, &plan.during, &plan.after, &plan.who];
        let texts = [&plan.helping_thought, &plan.way_out, &plan.alternative];
        let nothing = lists.iter().all(|list| list.is_empty())
            && texts.iter().all(|text| text.is_empty())
            && plan.avoidable.is_none();
        if nothing { Err(Refusal::new("during", Reason::Empty)) } else { Ok(plan) }
    }
}

/// A plan that was tried.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct PlanUseDraft {
    /// The id that the core gave for it, or of the one to change.
    pub id: RecordId,
    /// The situation whose plan it was.
    pub situation: SituationId,
    /// "Did it help?"; none until answered.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub helped: Option<YesPartlyNo>,
    /// What to change.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub note: String,
    /// When: none for now, or in an edit for unchanged.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub when: Option<When>,
}

impl PlanUseDraft {
    /// Checks it as new, or as an edit of the one that is there.
    pub fn check(&self, desk: &Desk<'_>, edits: Option<&PlanUse>) -> Result<PlanUse, Refusal> {
        desk.situation("situation", &self.situation)?;
        if desk.journey.plan(&self.situation).is_none() {
            return Err(Refusal::new("situation", Reason::NotPossible));
        }
        let made = desk.this_moment()?;
        let at = match (&self.when, edits) {
            (None, Some(before)) => before.at.clone(),
            (when, _) => desk.moment("when", when.as_ref())?,
        };
        Ok(PlanUse {
            situation: self.situation.clone(),
            at,
            helped: self.helped,
            note: text::text("note", &self.note)?,
            made: edits.map_or(made, |before| before.made.clone()),
        })
    }
}

/// The emergency plan (SHP-19).
#[derive(Clone, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct EmergencyPlanDraft {
    /// Stop and be safe.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub be_safe: Vec<String>,
    /// A kind sentence to oneself.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub kind_sentence: String,
    /// Whom to call.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub call: Vec<String>,
    /// Where to go.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub go_to: String,
    /// The next 24 hours.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub next_24_hours: Vec<String>,
    /// What not to do.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub not_do: Vec<String>,
    /// Looking back, a day later.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub look_back: Vec<String>,
    /// Back on course.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub back_on_course: Vec<String>,
}

impl EmergencyPlanDraft {
    /// Checks it.
    pub fn check(&self, _desk: &Desk<'_>) -> Result<EmergencyPlan, Refusal> {
        let plan = EmergencyPlan {
            be_safe: text::lines("be_safe", &self.be_safe)?,
            kind_sentence: text::text("kind_sentence", &self.kind_sentence)?,
            call: text::lines("call", &self.call)?,
            go_to: text::text("go_to", &self.go_to)?,
            next_24_hours: text::lines("next_24_hours", &self.next_24_hours)?,
            not_do: text::lines("not_do", &self.not_do)?,
            look_back: text::lines("look_back", &self.look_back)?,
            back_on_course: text::lines("back_on_course", &self.back_on_course)?,
        };
        if plan == EmergencyPlan::default() {
            return Err(Refusal::new("be_safe", Reason::Empty));
        }
        Ok(plan)
    }
}

/// Somebody who supports the person (REC-10).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct SupporterDraft {
    /// The id that the core gave for it, or of the one to change.
    pub id: RecordId,
    /// Their name.
    pub name: String,
    /// A number or address, as typed.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub contact: String,
    /// What they are good for.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub how: String,
}

impl SupporterDraft {
    /// Checks it.
    pub fn check(&self, _desk: &Desk<'_>) -> Result<Supporter, Refusal> {
        Ok(Supporter {
            name: text::some_name("name", &self.name)?,
            contact: text::name("contact", &self.contact)?,
            how: text::text("how", &self.how)?,
        })
    }
}
