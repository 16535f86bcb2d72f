//! Drafts of what a goal is judged by.

use chrono::{NaiveDate, Weekday};
use serde::Deserialize;

use super::{Desk, Reason, Refusal, number, text};
use crate::content::{Amount, Code};
use crate::journey::entity::{Agreement, Baseline, Goal, Review, Step, Weekdays};
use crate::journey::{GoalKind, Pace, ReviewAnswer};
use crate::vault::RecordId;

/// Use in the seven days before the intake day (SHP-05).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct BaselineDraft {
    /// The substance.
    pub substance: Code,
    /// The unit of the amounts.
    pub unit: Code,
    /// Seven decimal numbers, oldest first; none for "don't know".
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub days: Vec<Option<String>>,
    /// The day after the seven; none for today.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub intake_day: Option<NaiveDate>,
    /// "Was that a usual week?"
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub usual_week: Option<bool>,
    /// What a usual week would hold.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub usual_amount: Option<String>,
}

impl BaselineDraft {
    /// The week as it stands, to be changed; about the same seven days.
    pub fn of(baseline: &Baseline) -> Self {
        let written = |amount: Amount| amount.to_string();
        Self {
            substance: baseline.substance.clone(),
            unit: baseline.unit.clone(),
            days: baseline.days.iter().map(|day| day.map(written)).collect(),
            intake_day: Some(baseline.intake_day),
            usual_week: baseline.usual_week,
            usual_amount: baseline.usual_amount.map(written),
        }
    }

    /// Checks it.
    pub fn check(&self, desk: &Desk<'_>) -> Result<Baseline, Refusal> {
        desk.substance("substance", &self.substance)?;
        let unit_label = desk.unit("unit", &self.substance, &self.unit, false)?;
        if self.days.len() != 7 {
            let given = self.days.len() as i64;
            return Err(Refusal::new("days", Reason::OutsideRange { given, least: 7, most: 7 }));
        }
        let mut days = Vec::with_capacity(7);
        for (i, day) in self.days.iter().enumerate() {
            let field = format!("days[{i}]");
            let day =
                day.as_deref().map(|given| number::not_negative(&field, given)).transpose()?;
            desk.within_unit(&field, day, &self.unit)?;
            days.push(day);
        }
        let usual = self.usual_amount.as_deref();
        Ok(Baseline {
            substance: self.substance.clone(),
            unit: self.unit.clone(),
            unit_label,
            days,
            intake_day: desk.day_or_today("intake_day", self.intake_day)?,
            usual_week: self.usual_week,
            usual_amount: usual
                .map(|given| number::not_negative("usual_amount", given))
                .transpose()?,
        })
    }
}

/// The goal for a substance (rule G0).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct GoalDraft {
    /// The substance.
    pub substance: Code,
    /// Stop, reduce or safer use.
    pub kind: GoalKind,
    /// Right away or step by step.
    pub pace: Pace,
    /// The unit of the limits; may be the use day.
    pub unit: Code,
    /// Stop: the first day without; none for "not yet".
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub stop_date: Option<NaiveDate>,
    /// Reduce: at most so much in a week.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub per_week: Option<String>,
    /// Reduce: at most so much on a day.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub per_day: Option<String>,
    /// Reduce: the days on which use is allowed, 0 is Monday; empty for no such rule.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub weekdays: Vec<u32>,
    /// The weekday on which a goal week begins, 0 is Monday; a changed goal keeps the one it had.
    pub week_starts: u32,
    /// The day on which it was set; none for today.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub set_on: Option<NaiveDate>,
    /// In the person's own words.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub words: String,
}

impl GoalDraft {
    /// The goal as it stands, to be changed; set anew on the day of the change.
    pub fn of(goal: &Goal) -> Self {
        let days = goal.weekdays.into_iter().flat_map(Weekdays::days);
        Self {
            substance: goal.substance.clone(),
            kind: goal.kind,
            pace: goal.pace,
            unit: goal.unit.clone(),
            stop_date: goal.stop_date,
            per_week: goal.per_week.map(|amount| amount.to_string()),
            per_day: goal.per_day.map(|amount| amount.to_string()),
            weekdays: days.map(|day| day.num_days_from_monday()).collect(),
            week_starts: goal.week_starts,
            set_on: None,
            words: goal.words.clone(),
        }
    }

    /// Checks it.
    pub fn check(&self, desk: &Desk<'_>) -> Result<Goal, Refusal> {
        desk.substance("substance", &self.substance)?;
        if matches!(self.kind, GoalKind::Unknown(_)) {
            return Err(Refusal::new("kind", Reason::NotPossible));
        }
        let unit_label = desk.unit("unit", &self.substance, &self.unit, true)?;
        let reduce = self.kind == GoalKind::Reduce;
        let limits =
            Limits::check(self.per_week.as_deref(), self.per_day.as_deref(), &self.weekdays)?;
        if reduce && limits.is_empty() {
            return Err(Refusal::new("per_week", Reason::Empty));
        }
        let before = desk.journey.goal(&self.substance);
        let week_starts = number::within("week_starts", self.week_starts.into(), 0, 6)? as u32;
        Ok(Goal {
            substance: self.substance.clone(),
            kind: self.kind,
            pace: self.pace,
            unit: self.unit.clone(),
            unit_label,
            stop_date: self.stop_date.filter(|_| self.kind == GoalKind::Stop),
            per_week: limits.per_week.filter(|_| reduce),
            per_day: limits.per_day.filter(|_| reduce),
            weekdays: limits.weekdays.filter(|_| reduce),
            week_starts: before.map_or(week_starts, |goal| goal.week_starts),
            set_on: desk.day_or_today("set_on", self.set_on)?,
            words: text::text("words", &self.words)?,
        })
    }
}

/// What a person wants for one goal week (rule G0).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct StepDraft {
    /// The substance.
    pub substance: Code,
    /// The first day of the goal week.
    pub week_start: NaiveDate,
    /// At most so much in the week.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub per_week: Option<String>,
    /// At most so much on a day.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub per_day: Option<String>,
    /// The days on which use is allowed, 0 is Monday; empty for no such rule.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub weekdays: Vec<u32>,
    /// No use at all.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub none: bool,
}

impl StepDraft {
    /// Checks it: the week must begin on the goal's weekday.
    pub fn check(&self, desk: &Desk<'_>) -> Result<Step, Refusal> {
        use chrono::Datelike;

        let Some(goal) = desk.journey.goal(&self.substance) else {
            return Err(Refusal::new("substance", Reason::NotPossible));
        };
        if self.week_start.weekday() != goal.anchor() {
            return Err(Refusal::new("week_start", Reason::NotPossible));
        }
        let limits =
            Limits::check(self.per_week.as_deref(), self.per_day.as_deref(), &self.weekdays)?;
        if limits.is_empty() && !self.none {
            return Err(Refusal::new("per_week", Reason::Empty));
        }
        Ok(Step {
            substance: self.substance.clone(),
            week_start: self.week_start,
            per_week: limits.per_week,
            per_day: limits.per_day,
            weekdays: limits.weekdays,
            none: self.none,
        })
    }
}

struct Limits {
    per_week: Option<Amount>,
    per_day: Option<Amount>,
    weekdays: Option<Weekdays>,
}

impl Limits {
    fn check(
        per_week: Option<&str>,
        per_day: Option<&str>,
        weekdays: &[u32],
    ) -> Result<Self, Refusal> {
        let mut days = Vec::with_capacity(weekdays.len());
        for (i, day) in weekdays.iter().enumerate() {
            let field = format!("weekdays[{i}]");
            let day = number::within(&field, (*day).into(), 0, 6)?;
            days.push(Weekday::try_from(day as u8).unwrap_or(Weekday::Mon));
        }
        Ok(Self {
            per_week: per_week.map(|given| number::not_negative("per_week", given)).transpose()?,
            per_day: per_day.map(|given| number::positive("per_day", given)).transpose()?,
            weekdays: Some(Weekdays::of(&days)).filter(|set| *set != Weekdays::default()),
        })
    }

    fn is_empty(&self) -> bool {
        self.per_week.is_none() && self.per_day.is_none() && self.weekdays.is_none()
    }
}

/// A self-control agreement (SHP-09).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct AgreementDraft {
    /// The id that the core gave for it, or of the one to change.
    pub id: RecordId,
    /// The substance; none for all.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub substance: Option<Code>,
    /// The catalogue measure; none for own words.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub measure: Option<Code>,
    /// Own words; ignored beside a measure.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub words: String,
    /// Who, what, when.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub filled_in: String,
    /// How hard it seems, 0–10.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub hard: Option<i64>,
    /// How much energy it costs, 0–10.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub energy: Option<i64>,
    /// How sure the person is, 0–10.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub confidence: Option<i64>,
    /// Whether a goal of safer use is judged by it (rule G8).
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub of_goal: bool,
    /// The day from which it holds; none for today.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub since: Option<NaiveDate>,
    /// Whether it is put away.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub put_away: bool,
}

impl AgreementDraft {
    /// Checks it.
    pub fn check(&self, desk: &Desk<'_>) -> Result<Agreement, Refusal> {
        if let Some(substance) = &self.substance {
            desk.substance("substance", substance)?;
        }
        let label = match &self.measure {
            Some(measure) => desk.label("measure", measure)?,
            None => text::text("words", &self.words)?,
        };
        if label.is_empty() {
            return Err(Refusal::new("words", Reason::Empty));
        }
        let before = desk.journey.get::<Agreement>(self.id);
        let since = match (self.since, before) {
            (None, Some(before)) => before.since,
            (since, _) => desk.day_or_today("since", since)?,
        };
        Ok(Agreement {
            substance: self.substance.clone(),
            measure: self.measure.clone(),
            label,
            filled_in: text::text("filled_in", &self.filled_in)?,
            hard: number::rating("hard", self.hard)?,
            energy: number::rating("energy", self.energy)?,
            confidence: number::rating("confidence", self.confidence)?,
            of_goal: self.of_goal,
            since,
            put_away: self.put_away,
        })
    }
}

/// The weekly answer about an agreement (rule G8).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ReviewDraft {
    /// The agreement.
    pub agreement: RecordId,
    /// The first day of the goal week.
    pub week_start: NaiveDate,
    /// The answer.
    pub answer: ReviewAnswer,
}

impl ReviewDraft {
    /// Checks it.
    pub fn check(&self, desk: &Desk<'_>) -> Result<Review, Refusal> {
        let _there: &Agreement = super::editable(desk, "agreement", self.agreement)?;
        if matches!(self.answer, ReviewAnswer::Unknown(_)) {
            return Err(Refusal::new("answer", Reason::NotPossible));
        }
        let Self { agreement, week_start, answer } = self.clone();
        Ok(Review { agreement, week_start, answer })
    }
}
