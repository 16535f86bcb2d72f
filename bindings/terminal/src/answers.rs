//! The whole intake from a TOML file: what stands in it. `tests/oracle/FORMATS.md` describes it.

mod record;
mod substance;

use std::path::Path;

use chrono::NaiveDate;
use koers_core::content::Lang;
use koers_core::journey::{GoalKind, Pace, ReviewAnswer};
use serde::Deserialize;

use crate::failure::Failure;

/// The file as it is written; every key is described in `tests/oracle/FORMATS.md`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answers {
    #[serde(default)]
    nickname: String,
    language: Option<String>,
    #[serde(default)]
    zone: String,
    cut_off: Option<String>,
    #[serde(default)]
    also_used: Vec<String>,
    #[serde(default)]
    note_to_self: String,
    #[serde(default)]
    country: String,
    programme: Programme,
    substance: Vec<Substance>,
    #[serde(default)]
    reminders: Reminders,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Programme {
    weeks: u32,
    start: Option<NaiveDate>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Substance {
    id: String,
    unit: String,
    baseline: Vec<String>,
    usual_week: Option<bool>,
    usual_amount: Option<String>,
    decision: Option<String>,
    #[serde(default)]
    lists: Lists,
    #[serde(default)]
    strongest_reason: String,
    importance: Option<i64>,
    confidence: Option<i64>,
    goal: Option<Goal>,
    #[serde(default)]
    goal_change: Vec<Goal>,
    #[serde(default)]
    step: Vec<Step>,
    #[serde(default)]
    review: Vec<Review>,
    #[serde(default)]
    calibration: Vec<Calibration>,
    #[serde(default)]
    situation: Vec<Situation>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Lists {
    use_pros: Vec<String>,
    use_cons: Vec<String>,
    stop_pros: Vec<String>,
    stop_cons: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Goal {
    kind: GoalKind,
    unit: Option<String>,
    pace: Option<Pace>,
    week_starts: Option<String>,
    stop_date: Option<NaiveDate>,
    per_week: Option<String>,
    per_day: Option<String>,
    #[serde(default)]
    weekdays: Vec<String>,
    #[serde(default)]
    agreements: Vec<String>,
    set_on: Option<NaiveDate>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    week_start: NaiveDate,
    per_week: Option<String>,
    per_day: Option<String>,
    #[serde(default)]
    weekdays: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Review {
    week_start: NaiveDate,
    agreement: usize,
    answer: ReviewAnswer,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Calibration {
    from: String,
    to: String,
    factor: String,
    valid_from: Option<NaiveDate>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Situation {
    id: Option<String>,
    words: Option<String>,
    rating: Option<i64>,
    #[serde(default)]
    pinned: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Reminders {
    check_in: Option<String>,
    not_closed: Option<String>,
    per_day: Option<u8>,
    quiet_from: Option<String>,
    quiet_to: Option<String>,
}

/// Reads the file.
pub(crate) fn read(path: &Path) -> Result<Answers, Failure> {
    let wrong =
        |error: &dyn std::fmt::Display| Failure::Wrong(format!("{}: {error}", path.display()));
    let text = std::fs::read_to_string(path).map_err(|error| wrong(&error))?;
    toml::from_str(&text).map_err(|error| wrong(&error))
}

impl Answers {
    /// The language that the file asks for.
    pub(crate) fn language(&self) -> Option<Lang> {
        self.language.as_deref()?.parse().ok()
    }
}
