//! Days without since the stop date (rule G5).

use chrono::NaiveDate;
use serde::Serialize;

use super::calendar::{Calendar, date};
use crate::journey::GoalKind;
use crate::time::cbor::day::number;

/// The headline: "23 days without since 3 March, 2 not filled in".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Without {
    /// Closed days without use from the stop date to today; no use of a later day lowers it.
    pub days: u32,
    /// Days before today that are neither closed nor have logged use.
    pub not_filled_in: u32,
    /// The stop date.
    pub since: NaiveDate,
}

/// Runs of days without; for the results only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Runs {
    /// Closed days without use since the last use.
    pub current: u32,
    /// The longest such run since the stop date.
    pub longest: u32,
    /// Days since the last use, before today, that are not filled in: they pause the run.
    pub not_filled_in: u32,
    /// Those days.
    pub not_filled_on: Vec<NaiveDate>,
}

impl Calendar<'_> {
    /// The stop date of the goal that was set last; none where that is not to stop, or not yet.
    pub fn stop_date(&self) -> Option<NaiveDate> {
        self.goal().filter(|goal| goal.kind == GoalKind::Stop)?.stop_date
    }

    /// The days without since the stop date; none without one.
    pub fn without(&self) -> Option<Without> {
        let since = self.stop_date()?;
        let (mut days, mut not_filled_in) = (0, 0);
        for number in self.since(since) {
            let day = self.table().day(number);
            days += u32::from(day.is_without());
            not_filled_in += u32::from(day.is_blank() && number < self.today);
        }
        Some(Without { days, not_filled_in, since })
    }

    /// The runs since the stop date; none without one.
    pub fn runs(&self) -> Option<Runs> {
        let mut longest = 0;
        let mut current = 0;
        let mut not_filled_on = vec![];
        for number in self.since(self.stop_date()?) {
            let day = self.table().day(number);
            if day.used {
                current = 0;
                not_filled_on.clear();
            } else if day.is_without() {
                current += 1;
                longest = longest.max(current);
            } else if number < self.today {
                not_filled_on.push(date(number));
            }
        }
        Some(Runs { current, longest, not_filled_in: not_filled_on.len() as u32, not_filled_on })
    }

    fn since(&self, stop: NaiveDate) -> std::ops::RangeInclusive<i64> {
        number(stop).max(self.earliest())..=self.today
    }
}
