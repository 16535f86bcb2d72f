//! Which goal and which limits hold on a day and in a week (rules G0, G3).

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};

use super::calendar::date;
use crate::content::{Amount, Code};
use crate::journey::entity::{Goal, Step, Weekdays};
use crate::journey::{GoalKind, Journey, Pace, Record, id};
use crate::time::cbor::day::number;
use crate::time::week_start;

/// A version of the goal that came into force.
pub(super) struct Held<'a> {
    pub(super) goal: &'a Goal,
    /// Its day rules hold from this day on, its weekly limit in weeks that begin on it or later:
    /// the first goal at once, a changed one from the day after (rule G3).
    pub(super) from: i64,
    /// Which table counts in its unit.
    pub(super) table: usize,
}

impl Held<'_> {
    /// Whether the stop rule holds on this day (rule G5).
    pub(super) fn is_stopped_on(&self, day: i64) -> bool {
        self.goal.kind == GoalKind::Stop
            && self.goal.stop_date.is_some_and(|stop| number(stop) <= day)
    }
}

/// The limits of a week.
#[derive(Clone, Copy, Default)]
pub(super) struct Limits {
    pub(super) per_week: Option<Amount>,
    pub(super) per_day: Option<Amount>,
    pub(super) weekdays: Option<Weekdays>,
    /// A step of no use at all.
    pub(super) none: bool,
}

/// Everything a person set for one substance, in the order in which it holds.
pub(super) struct Goals<'a> {
    pub(super) all: Vec<Held<'a>>,
    steps: BTreeMap<i64, &'a Step>,
    anchor: Weekday,
}

impl<'a> Goals<'a> {
    pub(super) fn of(journey: &'a Journey, substance: &Code) -> Self {
        let all = in_force(journey, substance);
        let steps = journey.all::<Step>().map(|(_, step)| step);
        Self {
            // A changed goal keeps the anchor (rule G3).
            anchor: all.first().map_or(Weekday::Mon, |held| held.goal.anchor()),
            steps: steps
                .filter(|step| step.substance == *substance)
                .map(|step| (number(step.week_start), step))
                .collect(),
            all,
        }
    }

    /// The first day of the goal week that a day lies in (rule G3).
    pub(super) fn week_start(&self, day: i64) -> i64 {
        number(week_start(date(day), self.anchor))
    }

    /// Which goal's day rules hold on a day, and whose weekly limit in a week that begins on it.
    pub(super) fn on(&self, day: i64) -> Option<usize> {
        self.all.partition_point(|held| held.from <= day).checked_sub(1)
    }

    /// The goal that was set last, on or before a day.
    pub(super) fn newest(&self, today: NaiveDate) -> Option<&Held<'a>> {
        self.all.iter().rfind(|held| held.goal.set_on <= today)
    }

    /// What a goal asks of the week: its own limits, or the week's step (rule G0).
    pub(super) fn limits(&self, held: &Held<'_>, week_start: i64) -> Limits {
        if held.goal.pace != Pace::StepByStep {
            return end_limits(held.goal);
        }
        self.steps.get(&week_start).map_or(Limits::default(), |step| Limits {
            per_week: step.per_week,
            per_day: step.per_day,
            weekdays: step.weekdays,
            none: step.none,
        })
    }
}

/// The limits of the end goal.
pub(super) fn end_limits(goal: &Goal) -> Limits {
    if goal.kind != GoalKind::Reduce {
        return Limits::default();
    }
    let Goal { per_week, per_day, weekdays, .. } = *goal;
    Limits { per_week, per_day, weekdays, none: false }
}

/// The versions that came into force. A later version takes the place of those that were set on
/// its day or after it: of a goal changed twice in a day only the last one counts.
fn in_force<'a>(journey: &'a Journey, substance: &Code) -> Vec<Held<'a>> {
    let records = journey.records::<Goal>();
    let record = id::goal(substance);
    if records.is_deleted(record) {
        return vec![];
    }
    let versions = records.record(record).into_iter().flat_map(Record::dated_history);
    let mut versions: Vec<_> = versions.map(|(stamp, goal)| (stamp, goal.set_on, goal)).collect();
    // Versions of one commit share a stamp: of those the one set earlier comes first.
    versions.sort_by_key(|(stamp, set_on, _)| (*stamp, *set_on));
    let mut goals: Vec<&Goal> = Vec::new();
    for (_, _, goal) in versions {
        while goals.last().is_some_and(|before| before.set_on >= goal.set_on) {
            goals.pop();
        }
        goals.push(goal);
    }
    let held = |(i, goal): (usize, &'a Goal)| Held {
        goal,
        from: number(goal.set_on) + i64::from(i > 0),
        table: 0,
    };
    goals.into_iter().enumerate().map(held).collect()
}
