//! What a goal is judged by: baseline, goal, steps, agreements, calibration and price.

use chrono::{Datelike, NaiveDate, Weekday};
use minicbor::{Decode, Encode};
use serde::{Serialize, Serializer};

use crate::content::{Amount, Code};
use crate::journey::{GoalKind, Pace, ReviewAnswer};
use crate::time::cbor;
use crate::vault::RecordId;

/// A set of weekdays; bit 0 is Monday.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Weekdays(#[n(0)] pub u8);

impl Weekdays {
    /// These days.
    pub fn of(days: &[Weekday]) -> Self {
        Self(days.iter().fold(0, |set, day| set | 1 << day.num_days_from_monday()))
    }

    /// Whether the set holds the weekday of this date.
    pub fn has(self, day: NaiveDate) -> bool {
        self.0 & (1 << day.weekday().num_days_from_monday()) != 0
    }

    /// The days in it, from Monday.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        let all = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
            Weekday::Sat,
            Weekday::Sun,
        ];
        all.into_iter().filter(move |day| self.0 & (1 << day.num_days_from_monday()) != 0)
    }
}

/// As lower-case English names: `["friday", "saturday"]`.
impl Serialize for Weekdays {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.days().map(weekday_word))
    }
}

/// The word for programs of a weekday: `monday`.
pub fn weekday_word(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "monday",
        Weekday::Tue => "tuesday",
        Weekday::Wed => "wednesday",
        Weekday::Thu => "thursday",
        Weekday::Fri => "friday",
        Weekday::Sat => "saturday",
        Weekday::Sun => "sunday",
    }
}

/// Use in the seven days before the intake day (SHP-05, rule G6); one record a substance.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Baseline {
    /// The substance.
    #[n(0)]
    pub substance: Code,
    /// The unit of the amounts.
    #[n(1)]
    pub unit: Code,
    /// The unit's name as it was shown.
    #[n(2)]
    pub unit_label: String,
    /// Seven days, oldest first; none where the person did not know.
    #[n(3)]
    pub days: Vec<Option<Amount>>,
    /// The day of the intake: the day after the last of the seven.
    #[cbor(n(4), with = "cbor::day")]
    pub intake_day: NaiveDate,
    /// "Was that a usual week?"
    #[n(5)]
    pub usual_week: Option<bool>,
    /// What a usual week would hold; shown beside the baseline, never judged.
    #[n(6)]
    pub usual_amount: Option<Amount>,
}

/// The goal for a substance (rule G0); one record a substance, each change a version.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Goal {
    /// The substance.
    #[n(0)]
    pub substance: Code,
    /// Stop, reduce or safer use.
    #[n(1)]
    pub kind: GoalKind,
    /// Right away or step by step.
    #[n(2)]
    pub pace: Pace,
    /// The unit of the limits; may be the use day.
    #[n(3)]
    pub unit: Code,
    /// The unit's name as it was shown.
    #[n(4)]
    pub unit_label: String,
    /// Stop: the first day without; none for "not yet".
    #[cbor(n(5), with = "cbor::day_or_none", has_nil)]
    pub stop_date: Option<NaiveDate>,
    /// Reduce: at most so much in a week.
    #[n(6)]
    pub per_week: Option<Amount>,
    /// Reduce: at most so much on a day.
    #[n(7)]
    pub per_day: Option<Amount>,
    /// Reduce: only on these weekdays.
    #[n(8)]
    pub weekdays: Option<Weekdays>,
    /// The weekday on which a goal week begins, 0 is Monday (rule G3).
    #[n(9)]
    pub week_starts: u32,
    /// The local day on which this version of the goal was set.
    #[cbor(n(10), with = "cbor::day")]
    pub set_on: NaiveDate,
    /// In the person's own words.
    #[cbor(n(11), skip_if = "String::is_empty")]
    pub words: String,
}

impl Goal {
    /// The weekday on which a goal week begins.
    pub fn anchor(&self) -> Weekday {
        Weekday::try_from((self.week_starts % 7) as u8).unwrap_or(Weekday::Mon)
    }
}

/// What a person wants for one goal week (rule G0); one record a substance and week.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Step {
    /// The substance.
    #[n(0)]
    pub substance: Code,
    /// The first day of the goal week.
    #[cbor(n(1), with = "cbor::day")]
    pub week_start: NaiveDate,
    /// At most so much in the week, in the goal's unit.
    #[n(2)]
    pub per_week: Option<Amount>,
    /// At most so much on a day.
    #[n(3)]
    pub per_day: Option<Amount>,
    /// Only on these weekdays.
    #[n(4)]
    pub weekdays: Option<Weekdays>,
    /// No use at all this week.
    #[cbor(n(5), default)]
    pub none: bool,
}

/// A self-control agreement with oneself (SHP-09).
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Agreement {
    /// The substance it belongs to; none for all.
    #[n(0)]
    pub substance: Option<Code>,
    /// The catalogue measure it was made from.
    #[n(1)]
    pub measure: Option<Code>,
    /// The agreement as it was shown or written.
    #[n(2)]
    pub label: String,
    /// Who, what, when: the blank filled in.
    #[cbor(n(3), skip_if = "String::is_empty")]
    pub filled_in: String,
    /// How hard it seems, 0–10.
    #[n(4)]
    pub hard: Option<u8>,
    /// How much energy it costs, 0–10.
    #[n(5)]
    pub energy: Option<u8>,
    /// How sure the person is, 0–10.
    #[n(6)]
    pub confidence: Option<u8>,
    /// Whether a goal of safer use is judged by it (rule G8).
    #[cbor(n(7), default)]
    pub of_goal: bool,
    /// The local day from which it holds.
    #[cbor(n(8), with = "cbor::day")]
    pub since: NaiveDate,
    /// Whether it was put away.
    #[cbor(n(9), default)]
    pub put_away: bool,
}

/// The weekly answer about an agreement (rule G8); one record an agreement and week.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Review {
    /// The agreement's record.
    #[n(0)]
    pub agreement: RecordId,
    /// The first day of the goal week.
    #[cbor(n(1), with = "cbor::day")]
    pub week_start: NaiveDate,
    /// The answer.
    #[n(2)]
    pub answer: ReviewAnswer,
}

/// What one unit is in another, as the person confirmed it; one record a pair of units, each
/// change a version.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Calibration {
    /// The substance.
    #[n(0)]
    pub substance: Code,
    /// The unit converted from.
    #[n(1)]
    pub from: Code,
    /// The unit converted to.
    #[n(2)]
    pub to: Code,
    /// So much of `from` …
    #[n(3)]
    pub from_amount: Amount,
    /// … is so much of `to`.
    #[n(4)]
    pub to_amount: Amount,
    /// The local day from which it holds.
    #[cbor(n(5), with = "cbor::day")]
    pub valid_from: NaiveDate,
}

/// The person's own price; one record a substance and unit, each change a version.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Price {
    /// The substance.
    #[n(0)]
    pub substance: Code,
    /// The unit.
    #[n(1)]
    pub unit: Code,
    /// Whole cents a unit.
    #[n(2)]
    pub cents: i64,
    /// ISO 4217: `EUR`.
    #[n(3)]
    pub currency: String,
    /// The local day from which it holds.
    #[cbor(n(4), with = "cbor::day")]
    pub valid_from: NaiveDate,
}
