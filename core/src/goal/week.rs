//! A goal week: its days, its rules and what they come to together (rules G3, G4).

use chrono::NaiveDate;
use serde::Serialize;

use super::calendar::{Calendar, date};
use super::change::{ChangeAbsent, ChangeInterval, Known, as_amounts, change};
use super::day::{Counted, DayState, DayWord, Interval};
use super::judge::By;
use super::rule::{RuleState, RuleVerdict};
use crate::content::{Amount, Code};
use crate::time::cbor::day::number;

/// Whether a week is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum WeekState {
    /// Its last day is today or later.
    Running,
    /// Its last day lies before today.
    Done,
}

/// What the rules of a week come to together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Overall {
    /// All rules met.
    Met,
    /// Some met, the others not, none unknown.
    Partly,
    /// None met, none unknown.
    NotMet,
    /// At least one rule is unknown.
    Unknown,
    /// The week runs and no rule is broken.
    Open,
    /// The week runs and at least one rule is broken.
    Over,
    /// There is no rule to judge: figures and no verdict.
    NotJudged,
}

/// A goal week.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Week {
    /// 1 for the week in which the first goal was set.
    pub number: u32,
    /// Its first day.
    pub start: NaiveDate,
    /// Its last day.
    pub end: NaiveDate,
    /// Whether it is over.
    pub state: WeekState,
    /// Whether a goal was there on all its days.
    pub whole: bool,
    /// The unit of the amounts: that of the goal that holds on the last day.
    pub unit: Code,
    /// At least so much was used.
    pub lo: Amount,
    /// At most so much.
    pub hi: Amount,
    /// Days with use.
    pub use_days: Counted,
    /// Days closed.
    pub closed_days: u32,
    /// Closed days without use.
    pub without_days: u32,
    /// Days of which something was written down later.
    pub recalled_days: u32,
    /// Those days.
    pub recalled_on: Vec<NaiveDate>,
    /// Days before today that are not closed.
    pub missing: Vec<NaiveDate>,
    /// Days after today.
    pub days_to_come: u32,
    /// The one or two days that stand out by use; none where more are alike.
    pub most_on: Vec<NaiveDate>,
    /// All seven.
    pub days: Vec<DayState>,
    /// Each by itself, met ones first.
    pub rules: Vec<RuleVerdict>,
    /// What they come to.
    pub overall: Overall,
    /// Change of the amount against the baseline (rule G6).
    pub change: Option<ChangeInterval>,
    /// Change of the days with use.
    pub change_use_days: Option<ChangeInterval>,
    /// Why no change of the amount is shown.
    pub change_absent: Option<ChangeAbsent>,
}

impl Calendar<'_> {
    /// Every goal week, from the one in which the first goal was set to the one that today is in.
    pub fn weeks(&self) -> Vec<Week> {
        self.week_starts().map(|start| self.week_from(start)).collect()
    }

    /// The goal week that a day is in; none before the first goal's week and after today's.
    pub fn week_of(&self, day: NaiveDate) -> Option<Week> {
        let start = self.goals.week_start(number(day));
        let is_listed = self.first_week()? <= start && start <= self.goals.week_start(self.today);
        is_listed.then(|| self.week_from(start))
    }

    /// The goal week that today is in.
    pub fn this_week(&self) -> Option<Week> {
        self.week_of(date(self.today))
    }

    fn first_week(&self) -> Option<i64> {
        let first = self.goals.all.first()?.from;
        Some(self.goals.week_start(first.max(self.earliest())))
    }

    /// The first days of all goal weeks.
    pub(super) fn week_starts(&self) -> impl DoubleEndedIterator<Item = i64> + use<> {
        let last = self.goals.week_start(self.today);
        let first = self.first_week().unwrap_or(last + 1);
        let weeks = (last - first).div_euclid(7) + 1;
        (0..weeks).map(move |week| first + 7 * week)
    }

    pub(super) fn is_running(&self, start: i64) -> bool {
        start + 6 >= self.today
    }

    /// The table that a week is told in.
    pub(super) fn table_of(&self, start: i64) -> usize {
        self.goals.on(start + 6).map_or(0, |held| self.goals.all[held].table)
    }

    pub(super) fn week_from(&self, start: i64) -> Week {
        let index = self.table_of(start);
        let table = &self.tables[index];
        let cap = table.cap(start + 6);
        let days: Vec<_> = (start..start + 7).map(|day| self.state(table, day, cap)).collect();
        let of = |wanted: &dyn Fn(&DayState) -> bool| -> Vec<NaiveDate> {
            days.iter().filter(|day| wanted(day)).map(|day| day.day).collect()
        };
        let count = |wanted: &dyn Fn(&DayState) -> bool| {
            days.iter().filter(|day| wanted(day)).count() as u32
        };
        let total = days
            .iter()
            .fold(Interval::default(), |sum, day| sum + Interval { lo: day.lo, hi: day.hi });
        let mut use_days = Counted::default();
        (start..start + 7).for_each(|day| use_days.add(table.day(day).use_days()));
        let running = self.is_running(start);
        let rules = self.judge(start, By::InForce);
        let closed_days = count(&|day| day.closed);
        let (amount, in_use_days) = self.changes(index, start, total, use_days, closed_days);
        let today = date(self.today);
        let recalled_on = of(&|day| day.recalled);
        Week {
            number: self.first_week().map_or(1, |first| ((start - first) / 7 + 1) as u32),
            start: date(start),
            end: date(start + 6),
            state: if running { WeekState::Running } else { WeekState::Done },
            whole: self.goals.all.first().is_some_and(|held| held.from <= start),
            unit: table.measure.unit.clone(),
            lo: total.lo,
            hi: total.hi,
            use_days,
            closed_days,
            without_days: count(&|day| day.closed && day.state == DayWord::NotUsed),
            recalled_days: recalled_on.len() as u32,
            recalled_on,
            missing: of(&|day| !day.closed && day.day < today),
            days_to_come: count(&|day| day.state == DayWord::ToCome),
            most_on: most_on(&days),
            overall: overall(&rules, running),
            days,
            rules,
            change: amount.ok(),
            change_use_days: in_use_days.ok(),
            change_absent: amount.err(),
        }
    }

    fn changes(
        &self,
        table: usize,
        start: i64,
        total: Interval,
        use_days: Counted,
        closed: u32,
    ) -> (Result<ChangeInterval, ChangeAbsent>, Result<ChangeInterval, ChangeAbsent>) {
        let baseline = self.baseline_in(table);
        let known_days = baseline.map_or(0, |baseline| baseline.known_days);
        let known = Known { running: self.is_running(start), week: closed, baseline: known_days };
        let before = baseline.map_or(Interval::default(), super::BaselineWeek::week);
        let days_before = baseline.map_or(Counted::default(), |baseline| baseline.use_days);
        let in_use_days = change(as_amounts(use_days), as_amounts(days_before), known);
        (change(total, before, known), in_use_days)
    }
}

/// What rules come to together; those not judged are left out.
pub(super) fn overall(rules: &[RuleVerdict], running: bool) -> Overall {
    let is = |state: RuleState| rules.iter().any(|rule| rule.state == state);
    let judged = rules.iter().any(|rule| rule.state != RuleState::NotJudged);
    let (met, not_met) = (is(RuleState::Met), is(RuleState::NotMet));
    match () {
        () if !judged => Overall::NotJudged,
        () if running && is(RuleState::Over) => Overall::Over,
        () if running => Overall::Open,
        () if is(RuleState::Unknown) => Overall::Unknown,
        () if met && not_met => Overall::Partly,
        () if met => Overall::Met,
        () => Overall::NotMet,
    }
}

/// The day or the two days with the most use, where they stand out from the rest.
fn most_on(days: &[DayState]) -> Vec<NaiveDate> {
    let mut used: Vec<_> = days.iter().filter(|day| day.lo > Amount::ZERO).collect();
    used.sort_by_key(|day| std::cmp::Reverse(day.lo));
    let stands_out =
        |n: usize| used.len() >= n && used.get(n).is_none_or(|next| next.lo < used[n - 1].lo);
    let count = [2, 1].into_iter().find(|n| stands_out(*n)).unwrap_or(0);
    let mut most: Vec<_> = used.into_iter().take(count).map(|day| day.day).collect();
    most.sort_unstable();
    most
}
