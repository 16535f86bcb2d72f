//! The state of one day: what it holds for certain and at most (rule G2).

use std::ops::Add;

use chrono::NaiveDate;
use serde::Serialize;

use crate::content::Amount;

/// What was used, at least and at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Interval {
    /// At least.
    pub lo: Amount,
    /// At most.
    pub hi: Amount,
}

impl Add for Interval {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { lo: self.lo + other.lo, hi: self.hi + other.hi }
    }
}

/// A number of days, at least and at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Counted {
    /// At least.
    pub lo: u32,
    /// At most.
    pub hi: u32,
}

impl Counted {
    pub(super) fn add(&mut self, other: Self) {
        self.lo += other.lo;
        self.hi += other.hi;
    }
}

/// What a day is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum DayWord {
    /// Use was logged.
    Used,
    /// Closed without use.
    NotUsed,
    /// Not closed and nothing logged.
    Unknown,
    /// After today.
    ToCome,
}

/// The state of a day in the goal's unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "marks that stand beside one another")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct DayState {
    /// The local day.
    pub day: NaiveDate,
    /// At least so much was used.
    pub lo: Amount,
    /// At most so much.
    pub hi: Amount,
    /// The person said that this is all.
    pub closed: bool,
    /// It was closed early and waits to be confirmed the next day.
    pub early: bool,
    /// A use on it, or what closed it, was written down later; named, never computed with.
    pub recalled: bool,
    /// Some use on it has no amount, or one that cannot be converted.
    pub amount_unknown: bool,
    /// What it is called.
    pub state: DayWord,
}

/// A day as it stands in the table, before its week gives it a cap.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "marks that stand beside one another")]
pub(super) struct Day {
    /// Logged for certain, in the table's unit.
    pub(super) lo: Amount,
    pub(super) used: bool,
    pub(super) amount_unknown: bool,
    pub(super) closed: bool,
    /// Waits for a confirmation.
    pub(super) early: bool,
    pub(super) recalled: bool,
    /// "Not used" was said though use was logged: "was that all?"
    pub(super) was_that_all: bool,
}

impl Day {
    /// [lo, hi] by the cap of the day's week (rule G2).
    pub(super) fn interval(self, cap: Amount) -> Interval {
        let certain = self.closed && !self.amount_unknown;
        Interval { lo: self.lo, hi: if certain { self.lo } else { self.lo.max(cap) } }
    }

    /// The same in use days.
    pub(super) fn use_days(self) -> Counted {
        let lo = u32::from(self.used);
        Counted { lo, hi: if self.closed { lo } else { 1 } }
    }

    /// A day without, said by the person.
    pub(super) fn is_without(self) -> bool {
        self.closed && !self.used
    }

    /// Neither closed nor with logged use: it counts as not filled in.
    pub(super) fn is_blank(self) -> bool {
        !self.closed && !self.used
    }

    pub(super) fn word(self) -> DayWord {
        match (self.used, self.closed) {
            (true, _) => DayWord::Used,
            (false, true) => DayWord::NotUsed,
            (false, false) => DayWord::Unknown,
        }
    }
}
