//! Everything about one substance at once.

use chrono::NaiveDate;
use serde::Serialize;

use super::baseline::BaselineWeek;
use super::calendar::Calendar;
use super::end::EndEvaluation;
use super::lapse::Lapse;
use super::week::Week;
use super::without::{Runs, Without};
use crate::content::Code;
use crate::journey::entity::Round;

/// Every verdict about one substance as it stands on one day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evaluation {
    /// The substance.
    pub substance: Code,
    /// The unit of the newest goal.
    pub unit: Code,
    /// The stop date of the newest goal.
    pub stop_date: Option<NaiveDate>,
    /// The week before the programme.
    pub baseline: Option<BaselineWeek>,
    /// Every goal week, oldest first.
    pub weeks: Vec<Week>,
    /// Days without since the stop date.
    pub without: Option<Without>,
    /// Runs of days without since the stop date.
    pub runs: Option<Runs>,
    /// Every lapse, oldest first.
    pub lapses: Vec<Lapse>,
    /// How the round ends, or stands; none without a round.
    pub end: Option<EndEvaluation>,
}

impl Calendar<'_> {
    /// Every verdict at once.
    pub fn evaluate(&self, round: Option<&Round>) -> Evaluation {
        Evaluation {
            substance: self.substance.clone(),
            unit: self.unit().clone(),
            stop_date: self.stop_date(),
            baseline: self.baseline().cloned(),
            weeks: self.weeks(),
            without: self.without(),
            runs: self.runs(),
            lapses: self.lapses(),
            end: round.map(|round| self.end(round)),
        }
    }
}
