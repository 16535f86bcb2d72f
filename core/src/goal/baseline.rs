//! The week before the intake, in the goal's unit (rule G6).

use serde::Serialize;

use super::day::{Counted, Interval};
use super::unit::{Measure, converted};
use crate::content::{Amount, Code};
use crate::journey::entity::{Baseline, Calibration, Conversion};
use crate::journey::{Journey, id};

/// The days of a baseline.
const DAYS: usize = 7;

/// The seven days before the intake day.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct BaselineWeek {
    /// The unit of all amounts here but the usual one.
    pub unit: Code,
    /// Oldest first.
    pub days: Vec<Interval>,
    /// The week's amount at least.
    pub lo: Amount,
    /// At most.
    pub hi: Amount,
    /// Days that were not "don't know", of seven.
    pub known_days: u32,
    /// Days with use.
    pub use_days: Counted,
    /// "Was that a usual week?"
    pub usual_week: Option<bool>,
    /// What a usual week would hold, in the unit in which the baseline was given; shown beside
    /// it and never judged.
    pub usual_amount: Option<Amount>,
    /// The unit in which the baseline was given.
    pub given_in: Code,
    /// The largest day at least; for the cap.
    #[serde(skip)]
    pub largest: Amount,
}

/// A day of the baseline as far as it can be said in a unit.
#[derive(Clone, Copy)]
enum Recalled {
    DontKnow,
    AmountUnknown,
    Known(Amount),
}

impl BaselineWeek {
    pub(super) fn of(journey: &Journey, baseline: &Baseline, measure: &Measure) -> Self {
        let by = conversion(journey, baseline, measure);
        let days: Vec<_> = (0..DAYS)
            .map(|i| recalled(baseline.days.get(i).copied().flatten(), measure, by.as_ref()))
            .collect();
        let least = |day: &Recalled| match day {
            Recalled::DontKnow => Amount::ZERO,
            Recalled::AmountUnknown => measure.smallest,
            Recalled::Known(amount) => *amount,
        };
        let largest = days.iter().map(least).max().unwrap_or_default();
        let cap = largest.max(measure.usual_day);
        let in_unit: Vec<_> = days
            .iter()
            .map(|day| match day {
                Recalled::Known(amount) => Interval { lo: *amount, hi: *amount },
                other => Interval { lo: least(other), hi: least(other).max(cap) },
            })
            .collect();
        let week = in_unit.iter().fold(Interval::default(), |a, b| a + *b);
        let known = days.iter().filter(|day| !matches!(day, Recalled::DontKnow)).count();
        Self {
            unit: measure.unit.clone(),
            lo: week.lo,
            hi: week.hi,
            days: in_unit,
            known_days: known as u32,
            use_days: use_days(baseline),
            usual_week: baseline.usual_week,
            usual_amount: baseline.usual_amount,
            given_in: baseline.unit.clone(),
            largest,
        }
    }

    /// The week's amount.
    pub(super) fn week(&self) -> Interval {
        Interval { lo: self.lo, hi: self.hi }
    }
}

fn recalled(given: Option<Amount>, measure: &Measure, by: Option<&Conversion>) -> Recalled {
    match given {
        None => Recalled::DontKnow,
        Some(amount) if amount <= Amount::ZERO => Recalled::Known(Amount::ZERO),
        Some(_) if measure.use_days => Recalled::Known(Amount::whole(1)),
        Some(amount) => {
            by.and_then(|by| converted(amount, by)).map_or(Recalled::AmountUnknown, Recalled::Known)
        }
    }
}

fn use_days(baseline: &Baseline) -> Counted {
    let mut days = Counted::default();
    for i in 0..DAYS {
        days.add(match baseline.days.get(i).copied().flatten() {
            None => Counted { lo: 0, hi: 1 },
            Some(amount) if amount > Amount::ZERO => Counted { lo: 1, hi: 1 },
            Some(_) => Counted { lo: 0, hi: 0 },
        });
    }
    days
}

/// From the baseline's unit to the goal's, as confirmed and valid on the intake day.
fn conversion(journey: &Journey, baseline: &Baseline, measure: &Measure) -> Option<Conversion> {
    let (from, to) = (&baseline.unit, &measure.unit);
    if from == to {
        let one = Amount::whole(1);
        return Some(Conversion { to: to.clone(), from_amount: one, to_amount: one });
    }
    let record = id::calibration(&baseline.substance, from, to);
    let valid = journey
        .history::<Calibration>(record)
        .filter(|one| one.valid_from <= baseline.intake_day)
        // Of several with the same day the last one counts.
        .max_by_key(|one| one.valid_from)?;
    let Calibration { from_amount, to_amount, .. } = *valid;
    Some(Conversion { to: to.clone(), from_amount, to_amount })
}
