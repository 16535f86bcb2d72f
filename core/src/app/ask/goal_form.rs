//! The goal, to be chosen or changed (SHP-08).

use chrono::{NaiveDate, Weekday};
use serde::Serialize;

use super::catalogue::goal_units;
use super::{UnitView, asked, calendar, typed};
use crate::app::{Koers, KoersError};
use crate::content::{Code, speak};
use crate::journey::draft::{Desk, GoalDraft};
use crate::journey::entity::Goal;
use crate::time::week_start;

/// A day of the week that can be picked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct WeekdayView {
    /// As the draft counts them: 0 for Monday.
    pub number: u32,
    /// Its name, short.
    pub label: String,
}

/// What a goal is chosen from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct GoalFormView {
    /// The substance.
    pub substance: Code,
    /// The units in which it can be counted.
    pub units: Vec<UnitView>,
    /// The one that is counted in so far.
    pub unit: Code,
    /// The days of the week, in the order in which they are shown.
    pub weekdays: Vec<WeekdayView>,
    /// The first day of the running goal week, which a first step is about.
    pub week_start: NaiveDate,
    /// The goal as it stands; none before one was chosen.
    pub draft: Option<GoalDraft>,
}

impl Koers {
    /// What a goal is chosen from, and the one that stands; for the first substance followed where
    /// none is named.
    pub fn goal_form(&self, substance: Option<&Code>) -> Result<GoalFormView, KoersError> {
        self.ask(|desk| {
            let substance = asked(desk, substance)?;
            let calendar = calendar(desk, &substance)?;
            let anchor = calendar.goal().map_or(Weekday::Mon, Goal::anchor);
            Ok(GoalFormView {
                units: goal_units(desk, &substance),
                unit: calendar.unit().clone(),
                weekdays: weekdays(desk),
                week_start: week_start(desk.today()?, anchor),
                draft: draft(desk, &substance),
                substance,
            })
        })
    }

    /// The goal as a draft to be changed; none before one was chosen.
    pub fn goal_draft(&self, substance: &Code) -> Result<Option<GoalDraft>, KoersError> {
        self.ask(|desk| Ok(draft(desk, substance)))
    }
}

fn weekdays(desk: &Desk<'_>) -> Vec<WeekdayView> {
    let label = |number: u8| {
        let weekday = Weekday::try_from(number).ok()?;
        let label = speak::short_weekday(weekday, desk.lang);
        Some(WeekdayView { number: number.into(), label })
    };
    (0..7).filter_map(label).collect()
}

fn draft(desk: &Desk<'_>, substance: &Code) -> Option<GoalDraft> {
    let draft = GoalDraft::of(desk.journey.goal(substance)?);
    let (per_week, per_day) = (typed(desk, draft.per_week), typed(desk, draft.per_day));
    Some(GoalDraft { per_week, per_day, ..draft })
}
