//! The evaluation at the end of the programme (rule G7).

use chrono::NaiveDate;
use serde::Serialize;

use super::baseline::BaselineWeek;
use super::calendar::{Calendar, date};
use super::change::{ChangeAbsent, ChangeInterval, ENOUGH_DAYS};
use super::judge::By;
use super::rule::{RuleState, RuleVerdict};
use super::week::Week;
use crate::content::{Amount, Code};
use crate::journey::entity::{Round, Weekdays};
use crate::journey::{GoalKind, Pace};
use crate::time::cbor::day::number;

/// What the programme came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Outcome {
    /// All rules of the end goal met.
    Reached,
    /// One met and none unknown, or less used than in the baseline for certain.
    Partly,
    /// Neither.
    NotYet,
    /// What is filled in does not tell.
    TooFewData,
    /// There was no goal to judge.
    NoGoal,
}

/// The end goal as the chart and the texts need it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct EndGoal {
    /// Stop, reduce or safer use.
    pub kind: GoalKind,
    /// Right away or step by step.
    pub pace: Pace,
    /// The unit of the limits.
    pub unit: Code,
    /// Stop: the first day without.
    pub stop_date: Option<NaiveDate>,
    /// At most so much in a week.
    pub per_week: Option<Amount>,
    /// At most so much on a day.
    pub per_day: Option<Amount>,
    /// The weekdays allowed.
    pub weekdays: Option<Weekdays>,
}

/// Baseline week, last whole goal week and end goal, and what they come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct EndEvaluation {
    /// The verdict.
    pub outcome: Outcome,
    /// Whether the programme is over; else this is how it stands.
    #[serde(rename = "final")]
    pub is_final: bool,
    /// The programme's last day.
    pub programme_end: NaiveDate,
    /// The goal whose day rules hold on the last week's last day; without such a week the newest.
    pub goal: Option<EndGoal>,
    /// The week before the programme, in the end goal's unit.
    pub baseline: Option<BaselineWeek>,
    /// The last whole goal week, with the rules that held in it.
    pub last_week: Option<Week>,
    /// The rules of the end goal in that week, met ones first.
    pub rules: Vec<RuleVerdict>,
    /// Whether less was used than in the baseline for certain: `Σhi < B_lo`, with five days known
    /// in both weeks.
    pub less_for_certain: bool,
    /// Change of the amount (rule G6).
    pub change: Option<ChangeInterval>,
    /// Change of the days with use.
    pub change_use_days: Option<ChangeInterval>,
    /// Why no change of the amount is shown.
    pub change_absent: Option<ChangeAbsent>,
}

/// The last day of a round: its weeks and the rests taken in them, unless it was ended before. A
/// rest that lasts is counted up to today.
pub fn programme_end(round: &Round, today: NaiveDate) -> NaiveDate {
    let mut end = number(round.start) + 7 * i64::from(round.weeks) - 1;
    let mut pauses: Vec<_> = round.pauses.iter().collect();
    pauses.sort_by_key(|pause| pause.from);
    let mut rested_until = number(round.start);
    for pause in pauses {
        let from = number(pause.from).max(rested_until);
        let until = pause.until.map_or(number(today) + 1, number);
        if from <= end && until > from {
            end += until - from;
            rested_until = until;
        }
    }
    let ended = round.ended.map_or(end, |day| number(day).max(number(round.start)));
    date(end.min(ended))
}

impl Calendar<'_> {
    /// How a round ends, or stands today.
    pub fn end(&self, round: &Round) -> EndEvaluation {
        let programme_end = programme_end(round, date(self.today));
        let last = self.last_whole_week(round, number(programme_end));
        let goal = last.and_then(|start| self.goals.on(start + 6));
        let week = last.map(|start| self.week_from(start));
        let rules =
            last.zip(goal).map_or(vec![], |(start, goal)| self.judge(start, By::EndGoal(goal)));
        let held = goal.map(|goal| &self.goals.all[goal]);
        let baseline = held.map_or(self.baseline(), |held| self.baseline_in(held.table)).cloned();
        let less_for_certain = less_for_certain(week.as_ref(), baseline.as_ref());
        let kind = held.map(|held| held.goal.kind);
        EndEvaluation {
            outcome: match week.as_ref() {
                _ if self.goals.all.is_empty() => Outcome::NoGoal,
                None => Outcome::TooFewData,
                Some(_) if kind == Some(GoalKind::Safer) => safer_outcome(&rules),
                Some(week) => outcome(&rules, week.closed_days, less_for_certain),
            },
            is_final: self.today > number(programme_end),
            programme_end,
            goal: held.map(|held| held.goal).or(self.goal()).map(|goal| EndGoal {
                kind: goal.kind,
                pace: goal.pace,
                unit: goal.unit.clone(),
                stop_date: goal.stop_date,
                per_week: goal.per_week,
                per_day: goal.per_day,
                weekdays: goal.weekdays,
            }),
            change: week.as_ref().and_then(|week| week.change),
            change_use_days: week.as_ref().and_then(|week| week.change_use_days),
            change_absent: week.as_ref().and_then(|week| week.change_absent),
            baseline,
            last_week: week,
            rules,
            less_for_certain,
        }
    }

    /// The latest week with a goal on all its days that is over and lies in the programme; of a
    /// later round also not before its start.
    fn last_whole_week(&self, round: &Round, programme_end: i64) -> Option<i64> {
        let set = self.goals.all.first()?.from;
        let from = if round.number > 1 { set.max(number(round.start)) } else { set };
        let last_day = programme_end.min(self.today - 1);
        self.week_starts().rfind(|start| *start + 6 <= last_day).filter(|start| *start >= from)
    }
}

fn less_for_certain(week: Option<&Week>, baseline: Option<&BaselineWeek>) -> bool {
    week.zip(baseline).is_some_and(|(week, baseline)| {
        week.closed_days >= ENOUGH_DAYS
            && baseline.known_days >= ENOUGH_DAYS
            && week.hi < baseline.lo
    })
}

/// How many rules are in each state.
fn count(rules: &[RuleVerdict], state: RuleState) -> usize {
    rules.iter().filter(|rule| rule.state == state).count()
}

fn outcome(rules: &[RuleVerdict], closed_days: u32, less_for_certain: bool) -> Outcome {
    let [met, not_met, unknown] =
        [RuleState::Met, RuleState::NotMet, RuleState::Unknown].map(|state| count(rules, state));
    let too_few = closed_days < ENOUGH_DAYS && not_met == 0 || unknown > 0 && !less_for_certain;
    if too_few {
        Outcome::TooFewData
    } else if met > 0 && not_met + unknown == 0 {
        Outcome::Reached
    } else if met > 0 && unknown == 0 || less_for_certain {
        Outcome::Partly
    } else {
        Outcome::NotYet
    }
}

/// Safer use is judged by the person's answers alone, never by amounts (rule G8).
fn safer_outcome(rules: &[RuleVerdict]) -> Outcome {
    let [met, not_met, unknown] =
        [RuleState::Met, RuleState::NotMet, RuleState::Unknown].map(|state| count(rules, state));
    match (met, not_met, unknown) {
        (_, _, 1..) | (0, 0, 0) => Outcome::TooFewData,
        (_, 0, 0) => Outcome::Reached,
        (1.., _, 0) => Outcome::Partly,
        (0, _, 0) => Outcome::NotYet,
    }
}
