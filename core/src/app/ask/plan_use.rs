//! "Did it help?": the question about a plan, what an answer records, and what the answers add up to.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::{say, say_with};
use crate::app::{Command, Koers, KoersError};
use crate::content::{Args, SituationId};
use crate::journey::draft::{Desk, NotForMeDraft, PlanUseDraft, Reason, Refusal, editable};
use crate::journey::entity::PlanUse;
use crate::journey::{YesPartlyNo, id};
use crate::programme::{AskedAbout, DidItHelp, Helped, asked_about, not_used_key};
use crate::time::When;

/// An answer that can be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct PlanAnswer {
    /// Which.
    pub answer: DidItHelp,
    /// Its words.
    pub label: String,
}

/// The question about a plan (SHP-18).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct PlanAsk {
    /// What it is about; goes back with the answer.
    pub about: AskedAbout,
    /// The question.
    pub text: String,
    /// The answers that fit.
    pub answers: Vec<PlanAnswer>,
}

impl Koers {
    /// What to record for an answer to the question about a plan. The same answer to the same
    /// question gives the same record, except about today: a plan may be used twice a day. `note`
    /// is what the person would change; empty to leave it.
    pub fn plan_answer(
        &self,
        situation: &SituationId,
        about: &AskedAbout,
        answer: DidItHelp,
        note: &str,
    ) -> Result<Command, KoersError> {
        if !about.answers().contains(&answer) {
            return Err(Refusal::new("answer", Reason::NotPossible).into());
        }
        let helped = match answer {
            DidItHelp::Yes => Some(YesPartlyNo::Yes),
            DidItHelp::Partly => Some(YesPartlyNo::Partly),
            DidItHelp::No => Some(YesPartlyNo::No),
            DidItHelp::NotUsed => None,
        };
        let situation = situation.clone();
        let draft = PlanUseDraft {
            id: self.new_id()?,
            situation,
            helped,
            note: note.to_owned(),
            when: None,
        };
        self.ask(|desk| match about {
            AskedAbout::Use { id } => {
                let before: &PlanUse = editable(desk, "id", *id)?;
                let note = if note.is_empty() { before.note.clone() } else { note.to_owned() };
                Ok(Command::PlanUse(PlanUseDraft { id: *id, note, ..draft }))
            }
            AskedAbout::Day { day } if helped.is_none() => {
                let subject = not_used_key(&draft.situation, *day);
                Ok(Command::NotForMe(NotForMeDraft { subject }))
            }
            AskedAbout::Day { day } => {
                let when = Some(When::Sometime { day: *day });
                let id = id::plan_use(&draft.situation, *day);
                Ok(Command::PlanUse(PlanUseDraft { id, when, ..draft }))
            }
            AskedAbout::Today => Ok(Command::PlanUse(draft)),
        })
    }
}

/// The question about the plan for a situation; none without a plan, or once today was answered.
pub(super) fn ask(desk: &Desk<'_>, situation: &SituationId, today: NaiveDate) -> Option<PlanAsk> {
    let about = asked_about(desk.journey, situation, today)?;
    let text = match &about {
        AskedAbout::Use { id } => {
            let day = desk.journey.get::<PlanUse>(*id)?.at.day;
            say_with(desk, "plan-ask-use", &Args::new().date("day", day))
        }
        AskedAbout::Day { day } => {
            say_with(desk, "plan-ask-day", &Args::new().weekday("day", day.weekday()))
        }
        AskedAbout::Today => say(desk, "plan-ask-today"),
    };
    let answers = about.answers().iter().map(|answer| {
        let label = match answer {
            DidItHelp::Yes => "plan-helped-yes",
            DidItHelp::Partly => "plan-helped-partly",
            DidItHelp::No => "plan-helped-no",
            DidItHelp::NotUsed => "plan-not-used",
        };
        PlanAnswer { answer: *answer, label: say(desk, label) }
    });
    Some(PlanAsk { answers: answers.collect(), about, text })
}

/// How often the plan helped, in one sentence; none before the first answer. A single time is told
/// without counting.
pub(super) fn helped(desk: &Desk<'_>, situation: &SituationId) -> Option<String> {
    desk.journey.plan(situation)?;
    let helped = Helped::of(desk.journey, situation);
    let of = helped.answered();
    let id = match (of, helped.yes, helped.partly) {
        (0, ..) => return None,
        (1, 1, _) => "plan-helped-once",
        (1, _, 1) => "plan-helped-once-partly",
        (_, 0, 0) => "plan-helped-not",
        (_, 0, _) => "plan-helped-times-partly-only",
        (_, _, 0) => "plan-helped-times",
        _ => "plan-helped-times-partly",
    };
    let args = Args::new().count("times", helped.yes).count("partly", helped.partly);
    Some(say_with(desk, id, &args.count("of", of)))
}
