//! Whether a plan helped: what was answered so far, and what there is to ask about (SHP-18).
//!
//! It must not know words, nor the screen on which it is asked.

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::content::SituationId;
use crate::journey::entity::{Episode, NotForMe, Plan, PlanUse};
use crate::journey::{Journey, YesPartlyNo, id};
use crate::vault::RecordId;

/// How many days back a situation is asked about. Within six, a weekday names one day alone, and
/// longer ago a person hardly knows (judgement).
const LOOK_BACK: i64 = 6;

/// What "did it help?" is asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum AskedAbout {
    /// A use of the plan that was written down without an answer.
    Use {
        /// Its record.
        id: RecordId,
    },
    /// A day on which the situation came up while there was a plan.
    Day {
        /// The local day.
        day: NaiveDate,
    },
    /// Today.
    Today,
}

/// An answer to "did it help?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum DidItHelp {
    /// It helped.
    Yes,
    /// A little.
    Partly,
    /// It did not help.
    No,
    /// The plan was not used that day.
    NotUsed,
}

impl AskedAbout {
    /// The answers that fit. What was written down as used was used; and who did not use a plan
    /// today has nothing to say yet.
    pub fn answers(&self) -> &'static [DidItHelp] {
        use DidItHelp::{No, NotUsed, Partly, Yes};
        match self {
            Self::Day { .. } => &[Yes, Partly, No, NotUsed],
            Self::Use { .. } | Self::Today => &[Yes, Partly, No],
        }
    }
}

/// How often a plan helped, of the times that the person answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Helped {
    /// It helped.
    pub yes: u32,
    /// A little.
    pub partly: u32,
    /// It did not.
    pub no: u32,
}

impl Helped {
    /// The answers about the plan for a situation, counted.
    pub fn of(journey: &Journey, situation: &SituationId) -> Self {
        let mut helped = Self::default();
        for (_, one) in uses(journey, situation) {
            match one.helped {
                Some(YesPartlyNo::Yes) => helped.yes += 1,
                Some(YesPartlyNo::Partly) => helped.partly += 1,
                Some(YesPartlyNo::No) => helped.no += 1,
                Some(YesPartlyNo::Unknown(_)) | None => {}
            }
        }
        helped
    }

    /// How many answers there are.
    pub fn answered(self) -> u32 {
        self.yes + self.partly + self.no
    }
}

/// What to ask about the plan for a situation: the latest use without an answer, else the latest
/// day on which it came up, else today. None without a plan, or once today was answered.
pub fn asked_about(
    journey: &Journey,
    situation: &SituationId,
    today: NaiveDate,
) -> Option<AskedAbout> {
    journey.plan(situation)?;
    let unanswered = uses(journey, situation).filter(|(_, one)| one.helped.is_none());
    if let Some((id, _)) = unanswered.max_by_key(|(id, one)| (one.at.utc, *id)) {
        return Some(AskedAbout::Use { id });
    }
    if let Some(day) = day_to_ask_about(journey, situation, today) {
        return Some(AskedAbout::Day { day });
    }
    let answered = uses(journey, situation).any(|(_, one)| one.at.day == today);
    (!answered).then_some(AskedAbout::Today)
}

/// The latest of the six days before today on which the situation came up while there was a plan;
/// none where the person answered about that day. Earlier ones are left alone: one question is
/// enough (judgement).
fn day_to_ask_about(
    journey: &Journey,
    situation: &SituationId,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let planned = journey.history::<Plan>(id::plan(situation)).next()?.made.utc;
    let yesterday = today.pred_opt()?;
    let days = journey.episodes_between(today - TimeDelta::days(LOOK_BACK), yesterday);
    let came_up = |one: &Episode| {
        one.at.utc > planned && one.situations.iter().any(|tag| tag.id == *situation)
    };
    let latest = days.rev().map(|(_, one)| one).find(|one| came_up(one))?.at.day;
    (!answered_about(journey, situation, latest)).then_some(latest)
}

/// Whether the person was asked about this plan in the last days, and answered.
pub(super) fn answered_lately(
    journey: &Journey,
    situation: &SituationId,
    today: NaiveDate,
) -> bool {
    let days = (0..=LOOK_BACK).map(|back| today - TimeDelta::days(back));
    days.into_iter().any(|day| answered_about(journey, situation, day))
}

fn answered_about(journey: &Journey, situation: &SituationId, day: NaiveDate) -> bool {
    let not_used = id::not_for_me(&not_used_key(situation, day));
    journey.get::<NotForMe>(not_used).is_some()
        || uses(journey, situation).any(|(_, one)| one.at.day == day)
}

fn uses<'a>(
    journey: &'a Journey,
    situation: &SituationId,
) -> impl Iterator<Item = (RecordId, &'a PlanUse)> {
    journey.all::<PlanUse>().filter(move |(_, one)| one.situation == *situation)
}

/// What begins the key of a question put away by "not used".
const NOT_USED: &str = "plan-not-used:";

/// The key under which the question about a day is put away when the plan was not used then.
pub fn not_used_key(situation: &SituationId, day: NaiveDate) -> String {
    format!("{NOT_USED}{situation}:{day}")
}

/// Whether a key says that a plan was not used.
pub fn is_not_used_key(key: &str) -> bool {
    key.starts_with(NOT_USED)
}
