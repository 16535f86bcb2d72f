//! What Koers has to ask about days (rule G2).

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::calendar::{Calendar, date};
use super::entries::Entries;
use super::table::Table;
use super::unit::Measure;
use crate::content::{Amount, Code};
use crate::journey::{ClosingAnswer, Journey};
use crate::time::cbor::day::number;

/// "Yesterday at 20:05 you had not used. Did it stay that way?"
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Confirm {
    /// The day that was closed early.
    pub day: NaiveDate,
    /// What the person's clock showed when they said so.
    pub said_at: NaiveDateTime,
    /// What they said.
    pub answer: ClosingAnswer,
    /// Whether use was logged by then.
    pub used: bool,
}

/// The questions that are open about days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Questions {
    /// Days before today that were closed early, oldest first: several may be answered at once.
    pub confirm: Vec<Confirm>,
    /// Days with logged use of which "not used" was said: "was that all?"
    pub was_that_all: Vec<NaiveDate>,
}

/// Whether the person said how a day is about a substance, after the last use that is logged on it:
/// it is closed, or waits for the next day's confirmation.
pub fn is_said(journey: &Journey, substance: &Code, day: NaiveDate) -> bool {
    let entries = Entries::on(journey, substance, day);
    let (measure, day) = (Measure::use_days_of(substance), number(day));
    let day = Table::new(&entries, measure, Amount::ZERO, day, day).day(day);
    day.closed || day.early
}

impl Calendar<'_> {
    /// The questions that are open about the days from `since` on.
    pub fn questions(&self, since: NaiveDate) -> Questions {
        let table = self.table();
        let confirm = table.waiting.iter().filter(|said| said.day < self.today);
        Questions {
            confirm: confirm
                .map(|said| Confirm {
                    day: date(said.day),
                    said_at: said.clock,
                    answer: said.answer,
                    used: table.day(said.day).used,
                })
                .filter(|one| one.day >= since)
                .collect(),
            was_that_all: table.asked_whether_all().map(date).filter(|day| *day >= since).collect(),
        }
    }

    /// The days from `first` to yesterday on which nothing was said or logged at all, oldest
    /// first.
    pub fn blank_days(&self, first: NaiveDate) -> Vec<NaiveDate> {
        let table = self.table();
        let blank = |day: &i64| table.day(*day).is_blank() && !table.day(*day).early;
        let first = number(first).max(self.earliest());
        (first..self.today).filter(blank).map(date).collect()
    }

    /// The first day that something was said about or logged on, or on which the first goal was
    /// set; today where nothing is known.
    pub fn first_known(&self) -> NaiveDate {
        let goal = self.goals.all.first().map(|held| number(held.goal.set_on));
        let entry = self.table().first_day().min(self.today);
        date(goal.map_or(entry, |set_on| set_on.min(entry)))
    }
}
