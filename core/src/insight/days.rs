//! How many days were used, not used and not filled in.

use chrono::NaiveDate;
use serde::Serialize;

use crate::goal::{DayState, DayWord, Week};

/// Days up to today, counted by what they are called (rule G2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DayTotals {
    /// Days with use.
    pub used: u32,
    /// Days closed without use.
    pub not_used: u32,
    /// Days before today of which nothing is known; today itself may still be filled in.
    pub unknown: u32,
    /// Days before today with use that are not closed: there may have been more.
    pub open: u32,
}

/// The totals over these weeks.
pub fn day_totals(weeks: &[Week], today: NaiveDate) -> DayTotals {
    let mut totals = DayTotals::default();
    for day in weeks.iter().flat_map(|week| &week.days) {
        totals.add(day, day.day < today);
    }
    totals
}

impl DayTotals {
    fn add(&mut self, day: &DayState, past: bool) {
        match day.state {
            DayWord::Used => {
                self.used += 1;
                self.open += u32::from(past && !day.closed);
            }
            DayWord::NotUsed => self.not_used += 1,
            DayWord::Unknown => self.unknown += u32::from(past),
            DayWord::ToCome => {}
        }
    }
}
