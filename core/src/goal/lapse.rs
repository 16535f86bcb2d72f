//! Lapses, and what is offered after one (rule G9).

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::Serialize;

use super::calendar::{Calendar, date};
use super::judge::is_allowed;
use crate::content::Amount;
use crate::journey::GoalKind;
use crate::time::cbor::day::number;

/// A use is a lapse after at least so many closed days without (rule G9).
const DAYS_WITHOUT: u32 = 2;
/// At most one look-back in so many days (rule G9).
const LOOK_BACK_DAYS: i64 = 7;
/// Use on so many of the last seven days asks about the goal instead (rule G9).
const OFTEN: u32 = 4;
/// The hours of the next day in which a look-back is offered, until exclusive (rule G9).
const OFFERED: std::ops::Range<u32> = 10..20;

/// What was broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum LapseOf {
    /// The first use after at least two closed days without.
    Stop,
    /// The first breach of a limit in a week.
    Reduce,
}

/// What follows a lapse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum LapseFlow {
    /// A short look back, offered the next day.
    LookBack,
    /// Use on four or more of seven days: "does your goal still fit?"
    GoalFit,
    /// There was a look-back in the six days before it.
    Nothing,
}

/// A lapse. What it is called in the end is up to the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Lapse {
    /// The local day.
    pub day: NaiveDate,
    /// What was broken.
    pub of: LapseOf,
    /// Stop: the closed days without since the last use or the stop date; they still count.
    pub days_without: u32,
    /// Days with use among the seven that end with it.
    pub use_days: u32,
    /// What follows.
    pub flow: LapseFlow,
}

impl Lapse {
    /// Whether a look back belongs to it.
    pub fn look_back(&self) -> bool {
        self.flow == LapseFlow::LookBack
    }

    /// Whether its look back is offered when the person's clock shows this: the next day between
    /// 10:00 and 20:00.
    pub fn is_offered_at(&self, clock: NaiveDateTime) -> bool {
        let next = self.day.checked_add_days(Days::new(1));
        self.look_back() && next == Some(clock.date()) && OFFERED.contains(&clock.hour())
    }

    /// The hours of the next day between which its look back is offered.
    pub fn offered_between() -> [NaiveTime; 2] {
        [OFFERED.start, OFFERED.end].map(|hour| NaiveTime::MIN.with_hour(hour).unwrap_or_default())
    }
}

impl Calendar<'_> {
    /// Every lapse, in the order of days.
    pub fn lapses(&self) -> Vec<Lapse> {
        let mut lapses = Vec::new();
        let mut last_look_back = i64::MIN;
        for (day, of, days_without) in self.week_starts().flat_map(|week| self.lapses_from(week)) {
            let seven = day - 6..=day;
            let use_days = seven.filter(|day| self.table().day(*day).used).count() as u32;
            let flow = if use_days >= OFTEN {
                LapseFlow::GoalFit
            } else if day.saturating_sub(last_look_back) < LOOK_BACK_DAYS {
                LapseFlow::Nothing
            } else {
                last_look_back = day;
                LapseFlow::LookBack
            };
            lapses.push(Lapse { day: date(day), of, days_without, use_days, flow });
        }
        lapses
    }

    /// The lapses of a week: by the stop on the days it holds, by the first breach of a limit on
    /// the days of a goal to use less. Safer use has none, nor has a stop before its date.
    fn lapses_from(&self, start: i64) -> Vec<(i64, LapseOf, u32)> {
        let mut lapses = Vec::new();
        let mut breached = false;
        for day in start..=(start + 6).min(self.today) {
            let Some(held) = self.goals.on(day).map(|index| &self.goals.all[index]) else {
                continue;
            };
            if held.is_stopped_on(day) {
                let used = self.table().day(day).used;
                let without = used.then(|| self.without_before(day, held.goal.stop_date));
                if let Some(without) = without.filter(|days| *days >= DAYS_WITHOUT) {
                    lapses.push((day, LapseOf::Stop, without));
                }
            } else if held.goal.kind == GoalKind::Reduce && !breached && self.is_breach(start, day)
            {
                breached = true;
                lapses.push((day, LapseOf::Reduce, 0));
            }
        }
        lapses
    }

    /// The closed days without before this one, back to the last use or the stop date.
    fn without_before(&self, day: i64, stop: Option<NaiveDate>) -> u32 {
        let stop = stop.map_or(day, number).max(self.earliest());
        let back = (stop..day).rev().map(|day| self.table().day(day));
        back.take_while(|day| !day.used).filter(|day| day.is_without()).count() as u32
    }

    /// Whether a day rule was broken on this day, or the weekly limit passed by its end.
    fn is_breach(&self, start: i64, day: i64) -> bool {
        if !self.table().day(day).used {
            return false;
        }
        let on = |day: i64| self.goals.on(day).map(|index| &self.goals.all[index]);
        let breaks_day_rule = on(day).is_some_and(|held| {
            let limits = self.goals.limits(held, start);
            let allowed = is_allowed(limits.weekdays, date(day));
            let most = if limits.none || !allowed { Some(Amount::ZERO) } else { limits.per_day };
            most.is_some_and(|most| self.tables[held.table].day(day).lo > most)
        });
        let passes_weekly_limit = on(start).is_some_and(|held| {
            let so_far: Amount = (start..=day).map(|day| self.tables[held.table].day(day).lo).sum();
            self.goals.limits(held, start).per_week.is_some_and(|limit| so_far > limit)
        });
        breaks_day_rule || passes_weekly_limit
    }
}
