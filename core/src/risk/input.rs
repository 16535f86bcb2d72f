//! What the ranking is given: the person's list and their logs, about one substance.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use serde::Serialize;

use crate::content::{Code, SituationId};

/// One situation on the person's list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Which one.
    pub id: SituationId,
    /// How strong the person thinks its pull is, 0–10; a greater number is read as 10.
    pub own_rating: Option<u8>,
    /// How much more (or less) craving than the average situation it evokes in most people, in
    /// points of craving, where the pack has a validated pattern; one that is not a finite number
    /// is read as none.
    pub default_pattern: Option<f64>,
    /// Put on top by the person.
    pub pinned: bool,
    /// Circumstances that it already stands for: what the pack says, or its own words.
    pub covers: Vec<Circumstance>,
}

/// One logged episode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// The local day that it belongs to.
    pub day: NaiveDate,
    /// Its instant, in milliseconds since 1970, UTC: says which logs are the last.
    pub order: i64,
    /// 0–10 where the person said it; a greater number is read as 10.
    pub craving: Option<u8>,
    /// Whether the substance was used.
    pub used: bool,
    /// The situations that were present, on the list or not; one named twice counts once.
    pub situations: Vec<SituationId>,
    /// What else was present; one named twice counts once.
    pub circumstances: Vec<Circumstance>,
    /// The time of the week; none where only the day is known.
    pub moment: Option<WeekMoment>,
}

impl Logged {
    /// The craving, 0–10.
    pub(super) fn craving(&self) -> Option<u8> {
        self.craving.map(|craving| craving.min(10))
    }

    /// Whether the craving was strong: 7 or more.
    pub(super) fn is_strong(&self) -> bool {
        self.craving.is_some_and(|craving| craving >= STRONG)
    }
}

/// From here on a craving is called strong (ranking rule; judgement).
pub(super) const STRONG: u8 = 7;

/// What was present beside the situations: place, company, feeling, another substance.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Circumstance {
    /// One of a vocabulary, or the bare name of a substance used beside.
    Known {
        /// Its code.
        code: Code,
    },
    /// In the person's own words.
    Own {
        /// Those words, unchanged.
        words: String,
    },
}

impl Circumstance {
    /// What names it where a person puts it away.
    pub fn key(&self) -> String {
        match self {
            Self::Known { code } => format!("{KNOWN}{code}"),
            Self::Own { words } => format!("{OWN}{words}"),
        }
    }

    /// The circumstance of a key; none where the key names something else.
    pub fn of_key(key: &str) -> Option<Self> {
        if let Some(code) = key.strip_prefix(KNOWN) {
            return Some(Self::Known { code: code.into() });
        }
        Some(Self::Own { words: key.strip_prefix(OWN)?.to_owned() })
    }
}

/// How keys begin.
const KNOWN: &str = "circumstance:";
const OWN: &str = "circumstance-words:";

/// A time of the week, such as Saturday evening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct WeekMoment {
    /// 1 for Monday to 7 for Sunday.
    pub weekday: u8,
    /// The part of that day.
    pub part: PartOfDay,
}

impl WeekMoment {
    /// The time of the week of an episode: `day` is the local day it belongs to by the cut-off
    /// (so one o'clock at night still belongs to Saturday), `local` what the clock showed.
    pub fn of(day: NaiveDate, local: NaiveDateTime) -> Self {
        let part = match local.hour() {
            6..12 => PartOfDay::Morning,
            12..18 => PartOfDay::Afternoon,
            18..23 => PartOfDay::Evening,
            _ => PartOfDay::Night,
        };
        Self { weekday: day.weekday().number_from_monday() as u8, part }
    }
}

/// A part of the day by the clock (judgement).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PartOfDay {
    /// From 6:00.
    Morning,
    /// From 12:00.
    Afternoon,
    /// From 18:00.
    Evening,
    /// From 23:00 to 6:00.
    Night,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_o_clock_at_night_still_belongs_to_the_evening_before() {
        let saturday = NaiveDate::from_ymd_opt(2026, 3, 7).expect("a date");
        let at = |day: NaiveDate, h, m| day.and_hms_opt(h, m, 0).expect("a time");
        let sunday = saturday.succ_opt().expect("a day after");
        let moment = |part| WeekMoment { weekday: 6, part };
        assert_eq!(WeekMoment::of(saturday, at(sunday, 1, 0)), moment(PartOfDay::Night));
        assert_eq!(WeekMoment::of(saturday, at(saturday, 22, 59)), moment(PartOfDay::Evening));
        assert_eq!(WeekMoment::of(saturday, at(saturday, 12, 0)), moment(PartOfDay::Afternoon));
        assert_eq!(WeekMoment::of(saturday, at(saturday, 6, 0)), moment(PartOfDay::Morning));
    }
}
