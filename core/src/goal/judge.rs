//! Which rules judge a week, and by which goal (rules G3, G4, G7).

use chrono::NaiveDate;

use super::calendar::{Calendar, date};
use super::held::{Held, Limits, end_limits};
use super::rule::{DayRule, Judged, RuleKind, RuleState, RuleVerdict, weekly};
use crate::content::Amount;
use crate::journey::GoalKind;
use crate::journey::entity::Weekdays;

/// Which goal's rules are judged.
#[derive(Clone, Copy)]
pub(super) enum By {
    /// Those in force, with the week's step (rule G0).
    InForce,
    /// Those of this goal alone, as an end goal (rule G7).
    EndGoal(usize),
}

impl Calendar<'_> {
    /// Every rule of a week by itself, met ones first.
    pub(super) fn judge(&self, start: i64, by: By) -> Vec<RuleVerdict> {
        let judged: Vec<_> = self.tables.iter().map(|table| self.judged(table, start)).collect();
        let mut rules: Vec<_> = self.weekly_limit(start, by, &judged).into_iter().collect();
        rules.extend(self.day_rules(start, by, &judged));
        if self.is_safer(start, by) {
            let unit = &self.tables[self.table_of(start)].measure.unit;
            rules.extend(self.agreements.judge(start, self.is_running(start), unit));
        }
        rules.sort_by_key(|rule| rule.state != RuleState::Met);
        rules
    }

    /// The goal that holds on a day, where it is one whose rules are judged.
    fn held(&self, day: i64, by: By) -> Option<(usize, &Held<'_>)> {
        let index = self.goals.on(day)?;
        let counts = match by {
            By::InForce => true,
            By::EndGoal(end) => index == end,
        };
        counts.then(|| (index, &self.goals.all[index]))
    }

    fn limits(&self, held: &Held<'_>, start: i64, by: By) -> Limits {
        match by {
            By::InForce => self.goals.limits(held, start),
            By::EndGoal(_) => end_limits(held.goal),
        }
    }

    fn is_safer(&self, start: i64, by: By) -> bool {
        let mut held = (start..start + 7).filter_map(|day| self.held(day, by));
        held.any(|(_, held)| held.goal.kind == GoalKind::Safer)
    }

    /// The weekly limit that holds in a week is that of the goal on its first day; a week that
    /// began before the goal was set shows it unjudged (rule G3).
    fn weekly_limit(&self, start: i64, by: By, judged: &[[Judged; 7]]) -> Option<RuleVerdict> {
        let held = match by {
            By::InForce => self.goals.all.get(self.goals.on(start).unwrap_or(0))?,
            By::EndGoal(end) => self.goals.all.get(end)?,
        };
        let limit = self.limits(held, start, by).per_week?;
        let end_goal = end_limits(held.goal).per_week;
        let table = &self.tables[held.table];
        if held.from > start {
            let unit = table.measure.unit.clone();
            let empty = RuleVerdict::empty(RuleKind::WeeklyLimit, unit);
            return Some(RuleVerdict { limit: Some(limit), ..empty });
        }
        Some(weekly(table, &judged[held.table], limit, end_goal, self.is_running(start)))
    }

    /// The daily limit, the weekdays and the stop, each day by the goal that holds on it.
    fn day_rules(
        &self,
        start: i64,
        by: By,
        judged: &[[Judged; 7]],
    ) -> impl Iterator<Item = RuleVerdict> + use<> {
        let [mut daily, mut weekdays, mut stop] = [None, None, None];
        let mut asked: Option<(usize, Limits)> = None;
        for (i, day) in (start..start + 7).enumerate() {
            let Some((index, held)) = self.held(day, by) else { continue };
            let limits = match asked {
                Some((of, limits)) if of == index => limits,
                _ => self.limits(held, start, by),
            };
            asked = Some((index, limits));
            let end = end_limits(held.goal);
            let unit = &self.tables[held.table].measure.unit;
            let rule = |slot: &mut Option<DayRule>, kind, at_most: Option<Amount>| {
                let rule = slot.get_or_insert_with(|| DayRule::new(kind, unit));
                rule.says(limits, end, unit);
                if let Some(limit) = at_most {
                    rule.judge(judged[held.table][i], limit);
                }
            };
            let allowed = is_allowed(limits.weekdays, date(day));
            if limits.per_day.is_some() {
                rule(&mut daily, RuleKind::DailyLimit, limits.per_day.filter(|_| allowed));
            }
            if limits.weekdays.is_some() {
                rule(&mut weekdays, RuleKind::Weekdays, (!allowed).then_some(Amount::ZERO));
            }
            if limits.none || held.goal.kind == GoalKind::Stop {
                let holds = limits.none || held.is_stopped_on(day);
                rule(&mut stop, RuleKind::Stop, holds.then_some(Amount::ZERO));
            }
        }
        let running = self.is_running(start);
        [daily, weekdays, stop].into_iter().flatten().map(move |rule| rule.verdict(running))
    }
}

pub(super) fn is_allowed(weekdays: Option<Weekdays>, day: NaiveDate) -> bool {
    weekdays.is_none_or(|allowed| allowed.has(day))
}
