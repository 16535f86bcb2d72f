//! What Koers says of a diary, held against what is true.

use koers_core::content::Amount;
use koers_core::goal::{Outcome, Overall, RuleKind, RuleState, Week};
use koers_core::journey::entity::Round;

use super::diary::Diary;
use super::person::{BEFORE, DAYS, Truth};

/// How many were looked at, and how many of them were wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Looked at.
    pub cases: u64,
    /// Wrong.
    pub wrong: u64,
}

impl Count {
    fn add(&mut self, right: bool) {
        self.cases += 1;
        self.wrong += u64::from(!right);
    }

    /// The share that was wrong.
    pub fn rate(self) -> f64 {
        self.wrong as f64 / self.cases.max(1) as f64
    }
}

/// The verdicts and intervals of many diaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Decided verdicts of each rule and each week.
    pub verdicts: Count,
    /// Decided verdicts at the end.
    pub ends: Count,
    /// The verdicts of each rule and each week that a reading of missing days as zero gives.
    pub as_zero: Count,
    /// Change intervals that were shown.
    pub intervals: Count,
    /// Weeks, and rules in them, that are called met without a closing.
    pub met_without_closing: u64,
    /// Verdicts of rules and weeks that were left unknown.
    pub unknown: u64,
}

/// Which rules are met by the amounts of a week alone; none where a rule is not set or has
/// nothing to judge.
struct Judged {
    rules: Vec<(RuleKind, bool)>,
}

impl Judged {
    fn of(truth: &Truth, week: usize, amounts: &[Amount]) -> Self {
        let dates: Vec<_> = (0..7).map(|day| truth.date(BEFORE + 7 * week + day)).collect();
        let is_allowed = |day: usize| truth.weekdays.is_none_or(|allowed| allowed.has(dates[day]));
        let all = |judged: &dyn Fn(usize) -> bool, limit: Amount| {
            let days: Vec<_> = (0..7).filter(|day| judged(*day)).collect();
            (!days.is_empty()).then(|| days.into_iter().all(|day| amounts[day] <= limit))
        };
        let total: Amount = amounts.iter().copied().sum();
        let rules = [
            (RuleKind::WeeklyLimit, truth.per_week.map(|limit| total <= limit)),
            (RuleKind::DailyLimit, truth.per_day.and_then(|limit| all(&is_allowed, limit))),
            (RuleKind::Weekdays, all(&|day| !is_allowed(day), Amount::ZERO)),
            (
                RuleKind::Stop,
                truth.stop.and_then(|stop| all(&|day| dates[day] >= stop, Amount::ZERO)),
            ),
        ];
        Self { rules: rules.into_iter().filter_map(|(rule, met)| Some((rule, met?))).collect() }
    }

    fn rule(&self, wanted: RuleKind) -> Option<bool> {
        self.rules.iter().find(|(rule, _)| *rule == wanted).map(|(_, met)| *met)
    }

    fn overall(&self) -> Overall {
        let met = self.rules.iter().filter(|(_, met)| *met).count();
        match (met, self.rules.len()) {
            (_, 0) => Overall::NotJudged,
            (met, all) if met == all => Overall::Met,
            (0, _) => Overall::NotMet,
            _ => Overall::Partly,
        }
    }
}

impl Score {
    /// Adds what Koers says of a diary.
    pub fn add(&mut self, truth: &Truth, diary: &Diary) {
        let calendar = diary.calendar(truth);
        let weeks = calendar.weeks();
        for (number, week) in weeks.iter().take(DAYS / 7).enumerate() {
            self.add_week(truth, diary, number, week);
        }
        let weeks = (DAYS / 7) as u32;
        let round = Round { number: 1, weeks, start: truth.start, pauses: vec![], ended: None };
        self.add_end(truth, calendar.end(&round).outcome);
    }

    fn add_week(&mut self, truth: &Truth, diary: &Diary, number: usize, week: &Week) {
        let is = Judged::of(truth, number, truth.week(number));
        let as_zero = Judged::of(truth, number, &diary.logged[7 * number..7 * (number + 1)]);
        for rule in &week.rules {
            let truly_met = is.rule(rule.rule);
            match rule.state {
                RuleState::Met => self.verdicts.add(truly_met == Some(true)),
                RuleState::NotMet => self.verdicts.add(truly_met == Some(false)),
                RuleState::NotJudged => self.verdicts.wrong += u64::from(truly_met.is_some()),
                RuleState::Unknown | RuleState::Open | RuleState::Over => self.unknown += 1,
            }
            let met = u64::from(rule.state == RuleState::Met);
            self.met_without_closing += if week.closed_days == 0 { met } else { 0 };
        }
        match week.overall {
            Overall::Unknown | Overall::Open | Overall::Over => self.unknown += 1,
            Overall::NotJudged => {
                self.verdicts.wrong += u64::from(is.overall() != Overall::NotJudged);
            }
            decided => self.verdicts.add(decided == is.overall()),
        }
        for (rule, met) in &as_zero.rules {
            self.as_zero.add(is.rule(*rule) == Some(*met));
        }
        if as_zero.overall() != Overall::NotJudged {
            self.as_zero.add(as_zero.overall() == is.overall());
        }
        let met = matches!(week.overall, Overall::Met | Overall::Partly);
        self.met_without_closing += u64::from(met && week.closed_days == 0);
        if let Some(change) = week.change {
            let before: Amount = truth.amounts[..BEFORE].iter().copied().sum();
            let now: Amount = truth.week(number).iter().copied().sum();
            let true_change = 1.0 - now.to_f64() / before.to_f64();
            let rounding = 1e-9;
            let above = true_change >= change.low - rounding;
            self.intervals.add(above && true_change <= change.high + rounding);
        }
    }

    /// *Partly* says that a rule was met and another was not, or that less was used than in the
    /// baseline; *not yet* says that not all were met.
    fn add_end(&mut self, truth: &Truth, outcome: Outcome) {
        let last = DAYS / 7 - 1;
        let is = Judged::of(truth, last, truth.week(last)).overall();
        let before: Amount = truth.amounts[..BEFORE].iter().copied().sum();
        let less = truth.week(last).iter().copied().sum::<Amount>() < before;
        match outcome {
            Outcome::Reached => self.ends.add(is == Overall::Met),
            Outcome::Partly => self.ends.add(less || is == Overall::Partly),
            Outcome::NotYet => self.ends.add(is != Overall::Met),
            Outcome::TooFewData | Outcome::NoGoal => {}
        }
    }
}
