//! How much was used, week by week, as intervals.

use chrono::NaiveDate;
use serde::Serialize;

use crate::content::{Amount, Code};
use crate::goal::{BaselineWeek, DayState, Interval, RuleKind, RuleState, Week, WeekState};

/// The days of a week.
const DAYS: u32 = 7;

/// The use of one week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UseWeek {
    /// 1 for the first goal week; none for the week before the start.
    pub week: Option<u32>,
    /// Its first day; none for the week before the start.
    pub start: Option<NaiveDate>,
    /// At least and at most so much, in the series' unit; of a week that runs, what is known so
    /// far. None where the week was counted in another unit, or runs and nothing is known yet.
    pub used: Option<Interval>,
    /// Days closed; of the week before the start, days that the person could tell.
    pub closed_days: u32,
    /// Days that are past and not closed.
    pub unknown_days: u32,
    /// At most so much was allowed, where a limit for the week was in force.
    pub limit: Option<Amount>,
    /// Whether the week still runs.
    pub running: bool,
}

/// The week before the start, where it was given, then each of these weeks, all in one unit.
pub fn use_by_week(weeks: &[Week], baseline: Option<&BaselineWeek>, unit: &Code) -> Vec<UseWeek> {
    let before = baseline.map(|baseline| UseWeek {
        week: None,
        start: None,
        used: (baseline.unit == *unit).then_some(Interval { lo: baseline.lo, hi: baseline.hi }),
        closed_days: baseline.known_days,
        unknown_days: DAYS.saturating_sub(baseline.known_days),
        limit: None,
        running: false,
    });
    let after = weeks.iter().map(|week| UseWeek {
        week: Some(week.number),
        start: Some(week.start),
        used: (week.unit == *unit).then(|| so_far(week)).flatten(),
        closed_days: week.closed_days,
        unknown_days: week.missing.len() as u32,
        limit: limit(week).filter(|_| week.unit == *unit),
        running: week.state == WeekState::Running,
    });
    before.into_iter().chain(after).collect()
}

/// The sum of the days: what today and the days to come may still hold is not use.
fn so_far(week: &Week) -> Option<Interval> {
    let is_over = |day: &DayState| day.closed || week.missing.contains(&day.day);
    let of =
        |day: &DayState| Interval { lo: day.lo, hi: if is_over(day) { day.hi } else { day.lo } };
    let sum = week.days.iter().fold(Interval::default(), |sum, day| sum + of(day));
    let is_blank = week.closed_days == 0 && sum.hi == Amount::ZERO;
    (week.state == WeekState::Done || !is_blank).then_some(sum)
}

fn limit(week: &Week) -> Option<Amount> {
    let in_force = |state: RuleState| state != RuleState::NotJudged;
    let mut weekly = week.rules.iter().filter(|rule| rule.rule == RuleKind::WeeklyLimit);
    weekly.find(|rule| in_force(rule.state))?.limit
}
