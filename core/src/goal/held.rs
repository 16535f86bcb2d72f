//! Which goal and which limits hold on a day and in a week (rules G0, G3).

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};

use crate::content::{Amount, Code};
use crate::journey::entity::{Goal, Step, Weekdays};
use crate::journey::{GoalKind, Journey, Pace, id};
use crate::time::cbor::day::number;

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
        // Day 0 was a Thursday.
        let weekday = (day + i64::from(Weekday::Thu.num_days_from_monday())).rem_euclid(7);
        day - (weekday - i64::from(self.anchor.num_days_from_monday())).rem_euclid(7)
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
    if journey.records::<Goal>().is_deleted(id::goal(substance)) {
        return vec![];
    }
    let mut goals: Vec<&Goal> = Vec::new();
    for goal in journey.goals(substance) {
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
