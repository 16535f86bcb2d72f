//! Every rule of a goal judged by itself (rule G4).

use chrono::NaiveDate;
use serde::Serialize;

use super::day::Interval;
use super::held::Limits;
use super::table::Table;
use crate::content::{Amount, Code};
use crate::journey::ReviewAnswer;
use crate::journey::entity::Weekdays;
use crate::vault::RecordId;

/// What a rule is about; also their order among rules with the same state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum RuleKind {
    /// At most so much in a week.
    WeeklyLimit,
    /// At most so much on a day that is allowed.
    DailyLimit,
    /// Only on some weekdays.
    Weekdays,
    /// Nothing from the stop date on, or in a week whose step is nothing.
    Stop,
    /// An agreement of safer use.
    Agreement,
}

/// How a rule stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum RuleState {
    /// Kept, by the person's own closings.
    Met,
    /// Not kept.
    NotMet,
    /// What is filled in does not tell.
    Unknown,
    /// The week runs and the rule is not broken.
    Open,
    /// The week runs and the rule is broken: a fact, not a verdict.
    Over,
    /// Not in force for what it would have to judge.
    NotJudged,
}

/// One rule in one goal week.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct RuleVerdict {
    /// What it is about.
    pub rule: RuleKind,
    /// How it stands.
    pub state: RuleState,
    /// The unit of the amounts here.
    pub unit: Code,
    /// At most so much: of weekly and daily limits.
    pub limit: Option<Amount>,
    /// What the end goal says, where the limit is a step towards it (rule G0).
    pub end_goal: Option<Amount>,
    /// The weekdays allowed.
    pub allowed: Option<Weekdays>,
    /// The agreement.
    pub agreement: Option<RecordId>,
    /// What the person answered about it.
    pub answer: Option<ReviewAnswer>,
    /// At least so much: in the week for a weekly limit, else on the largest day judged.
    pub lo: Amount,
    /// At most so much.
    pub hi: Amount,
    /// How many days it judges.
    pub judged_days: u32,
    /// The days on which a day rule was broken.
    pub broken_on: Vec<NaiveDate>,
    /// The first day on which it was broken; of a weekly limit the day that went over it.
    pub first_over: Option<NaiveDate>,
    /// The days judged, before today, that are not closed: closing them may settle it.
    pub missing: Vec<NaiveDate>,
}

impl RuleVerdict {
    pub(super) fn empty(rule: RuleKind, unit: Code) -> Self {
        Self {
            rule,
            state: RuleState::NotJudged,
            unit,
            limit: None,
            end_goal: None,
            allowed: None,
            agreement: None,
            answer: None,
            lo: Amount::ZERO,
            hi: Amount::ZERO,
            judged_days: 0,
            broken_on: vec![],
            first_over: None,
            missing: vec![],
        }
    }
}

/// A day as a rule looks at it.
#[derive(Clone, Copy)]
pub(super) struct Judged {
    pub(super) date: NaiveDate,
    pub(super) amount: Interval,
    pub(super) closed: bool,
    /// Before today.
    pub(super) over: bool,
}

/// A day rule on its way through the week.
pub(super) struct DayRule {
    verdict: RuleVerdict,
    met: u32,
}

impl DayRule {
    pub(super) fn new(rule: RuleKind, unit: &Code) -> Self {
        Self { verdict: RuleVerdict::empty(rule, unit.clone()), met: 0 }
    }

    /// What the rule says on this day; of a goal changed in the week the last one is shown.
    pub(super) fn says(&mut self, limits: Limits, end: Limits, unit: &Code) {
        match self.verdict.rule {
            RuleKind::DailyLimit => {
                self.verdict.limit = limits.per_day;
                self.verdict.end_goal = end.per_day.filter(|end| limits.per_day != Some(*end));
            }
            RuleKind::Weekdays => self.verdict.allowed = limits.weekdays,
            _ => {}
        }
        if self.verdict.unit != *unit {
            // Amounts of two units are not compared: the largest day is told in the last one.
            self.verdict.unit.clone_from(unit);
            (self.verdict.lo, self.verdict.hi) = (Amount::ZERO, Amount::ZERO);
        }
    }

    /// Judges a day: at most `limit`.
    pub(super) fn judge(&mut self, day: Judged, limit: Amount) {
        let verdict = &mut self.verdict;
        verdict.judged_days += 1;
        verdict.lo = verdict.lo.max(day.amount.lo);
        verdict.hi = verdict.hi.max(day.amount.hi);
        if day.amount.lo > limit {
            verdict.broken_on.push(day.date);
        }
        if day.over && !day.closed {
            verdict.missing.push(day.date);
        }
        self.met += u32::from(day.closed && day.amount.hi <= limit);
    }

    pub(super) fn verdict(mut self, running: bool) -> RuleVerdict {
        let broken = !self.verdict.broken_on.is_empty();
        self.verdict.first_over = self.verdict.broken_on.first().copied();
        self.verdict.state = match (running, broken) {
            _ if self.verdict.judged_days == 0 => RuleState::NotJudged,
            (true, true) => RuleState::Over,
            (true, false) => RuleState::Open,
            (false, true) => RuleState::NotMet,
            (false, false) if self.met == self.verdict.judged_days => RuleState::Met,
            (false, false) => RuleState::Unknown,
        };
        self.verdict
    }
}

/// The weekly limit over the seven days of a week.
pub(super) fn weekly(
    table: &Table,
    days: &[Judged; 7],
    limit: Amount,
    end_goal: Option<Amount>,
    running: bool,
) -> RuleVerdict {
    let sum = days.iter().fold(Interval::default(), |sum, day| sum + day.amount);
    let all_closed = days.iter().all(|day| day.closed);
    let over = sum.lo > limit;
    let state = match (running, over) {
        (true, true) => RuleState::Over,
        (true, false) => RuleState::Open,
        (false, true) => RuleState::NotMet,
        (false, false) if all_closed && sum.hi <= limit => RuleState::Met,
        (false, false) => RuleState::Unknown,
    };
    RuleVerdict {
        state,
        limit: Some(limit),
        end_goal: end_goal.filter(|end| *end != limit),
        lo: sum.lo,
        hi: sum.hi,
        judged_days: 7,
        first_over: went_over(days, limit),
        missing: days.iter().filter(|day| day.over && !day.closed).map(|day| day.date).collect(),
        ..RuleVerdict::empty(RuleKind::WeeklyLimit, table.measure.unit.clone())
    }
}

/// The day on which the sum from the week's first day went over the limit.
fn went_over(days: &[Judged; 7], limit: Amount) -> Option<NaiveDate> {
    let mut sum = Amount::ZERO;
    days.iter()
        .find(|day| {
            sum = sum + day.amount.lo;
            sum > limit
        })
        .map(|day| day.date)
}
