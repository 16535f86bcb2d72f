//! The ids of records of which there can be only one.
//!
//! They follow from what they are about, so that two devices that make one apart mean the same.

use chrono::NaiveDate;

use crate::content::{Code, SituationId};
use crate::vault::RecordId;

/// The profile.
pub fn profile() -> RecordId {
    RecordId::named(&["profile"])
}

/// Whether a substance is followed.
pub fn followed(substance: &Code) -> RecordId {
    RecordId::named(&["followed", substance.as_str()])
}

/// What else is used.
pub fn co_use() -> RecordId {
    RecordId::named(&["co-use"])
}

/// A round of the programme.
pub fn round(number: u32) -> RecordId {
    RecordId::named(&["round", &number.to_string()])
}

/// The baseline for a substance.
pub fn baseline(substance: &Code) -> RecordId {
    RecordId::named(&["baseline", substance.as_str()])
}

/// The goal for a substance.
pub fn goal(substance: &Code) -> RecordId {
    RecordId::named(&["goal", substance.as_str()])
}

/// The step for a goal week.
pub fn step(substance: &Code, week_start: NaiveDate) -> RecordId {
    RecordId::named(&["step", substance.as_str(), &week_start.to_string()])
}

/// The answer about an agreement for a goal week.
pub fn review(agreement: RecordId, week_start: NaiveDate) -> RecordId {
    RecordId::named(&["review", &agreement.to_string(), &week_start.to_string()])
}

/// What one unit is in another.
pub fn calibration(substance: &Code, from: &Code, to: &Code) -> RecordId {
    RecordId::named(&["calibration", substance.as_str(), from.as_str(), to.as_str()])
}

/// The price of a unit.
pub fn price(substance: &Code, unit: &Code) -> RecordId {
    RecordId::named(&["price", substance.as_str(), unit.as_str()])
}

/// A situation on the list for a substance.
pub fn listed(substance: &Code, situation: &SituationId) -> RecordId {
    RecordId::named(&["situation", substance.as_str(), situation.as_str()])
}

/// The plan for a situation.
pub fn plan(situation: &SituationId) -> RecordId {
    RecordId::named(&["plan", situation.as_str()])
}

/// The answer whether the plan for a situation helped on a day on which it came up.
pub fn plan_use(situation: &SituationId, day: NaiveDate) -> RecordId {
    RecordId::named(&["plan-use", situation.as_str(), &day.to_string()])
}

/// The emergency plan.
pub fn emergency_plan() -> RecordId {
    RecordId::named(&["emergency-plan"])
}

/// What works while locked.
pub fn while_locked() -> RecordId {
    RecordId::named(&["while-locked"])
}

/// What was put away.
pub fn not_for_me(subject: &str) -> RecordId {
    RecordId::named(&["not-for-me", subject])
}

/// The answer to an exercise.
pub fn answer(exercise: &Code, substance: Option<&Code>) -> RecordId {
    RecordId::named(&["answer", exercise.as_str(), substance.map_or("", Code::as_str)])
}

/// What a day was filled in with, by the period that was filled in at once.
pub fn filled_in(period: RecordId, day: NaiveDate, what: &str) -> RecordId {
    RecordId::named(&["filled-in", &period.to_string(), &day.to_string(), what])
}
