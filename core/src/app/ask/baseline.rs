//! The week before the start, to be filled in or changed (SHP-05).

use chrono::{NaiveDate, TimeDelta};
use serde::Serialize;

use super::catalogue::entry_units;
use super::diary::day_text;
use super::{UnitView, asked, say, typed};
use crate::app::{Koers, KoersError};
use crate::content::{Code, speak};
use crate::journey::draft::{BaselineDraft, Desk};
use crate::journey::entity::Baseline;

/// Days of the week before the start.
const DAYS: i64 = 7;

/// A day that is asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct BaselineDayView {
    /// The local day.
    pub day: NaiveDate,
    /// The day in words.
    pub label: String,
}

/// The week before the start.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct BaselineFormView {
    /// The question.
    pub title: String,
    /// The substance.
    pub substance: Code,
    /// The units of use, the one to be offered first at the head.
    pub units: Vec<UnitView>,
    /// The seven days, oldest first, as the draft counts them.
    pub days: Vec<BaselineDayView>,
    /// What was filled in before; none where nothing was.
    pub draft: Option<BaselineDraft>,
}

impl Koers {
    /// The week before the start: the seven days before today, or those that were filled in. For
    /// the first substance followed where none is named.
    pub fn baseline_form(&self, substance: Option<&Code>) -> Result<BaselineFormView, KoersError> {
        self.ask(|desk| {
            let substance = asked(desk, substance)?;
            view(desk, substance)
        })
    }
}

fn view(desk: &Desk<'_>, substance: Code) -> Result<BaselineFormView, KoersError> {
    let today = desk.today()?;
    let baseline = desk.journey.baseline(&substance);
    let intake_day = baseline.map_or(today, |baseline| baseline.intake_day);
    let days = (1..=DAYS).rev().filter_map(|back| {
        let day = intake_day.checked_sub_signed(TimeDelta::days(back))?;
        Some(BaselineDayView { day, label: speak::capitalised(&day_text(desk, day)) })
    });
    let title = if intake_day == today {
        say(desk, "intake-baseline-how-ask")
    } else {
        speak::capitalised(&say(desk, "field-baseline"))
    };
    Ok(BaselineFormView {
        title,
        units: entry_units(desk, &substance),
        days: days.collect(),
        draft: baseline.map(|baseline| draft(desk, baseline)),
        substance,
    })
}

fn draft(desk: &Desk<'_>, baseline: &Baseline) -> BaselineDraft {
    let draft = BaselineDraft::of(baseline);
    let days = draft.days.into_iter().map(|day| typed(desk, day)).collect();
    let usual_amount = typed(desk, draft.usual_amount);
    BaselineDraft { days, usual_amount, ..draft }
}
