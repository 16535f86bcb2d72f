//! The hours of the week in which a person is at risk.

use chrono::{Datelike, NaiveDateTime, Timelike};

use crate::journey::RiskTime;

/// How many logs the default weighs as much as (judgement).
const PRIOR_LOGS: f64 = 16.0;
/// How many logs a risk time that the person stated weighs as much as (judgement).
const STATED_LOGS: f64 = 8.0;
const HOURS_OF_WEEK: usize = 7 * 24;

/// One log: when, by the person's clock, and how much risk it showed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SlotLog {
    /// What the clock showed.
    pub local: NaiveDateTime,
    /// 0 (none) to 1: a craving as a tenth of its strength.
    pub risk: f64,
}

/// How much risk an hour of the week holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SlotScore {
    /// 1 (Monday) to 7 (Sunday).
    pub weekday: u8,
    /// 0–23.
    pub hour: u8,
    /// How many logs there were.
    pub logs: u32,
    /// (m · default + Σ risk) / (m + n), from 0 to 1, with m = 16; a stated risk time counts as
    /// eight logs of full risk.
    pub score: f64,
}

/// The score of every hour of the week, from Monday 00:00 on. `default` is the risk, 0–1, that an
/// hour has of which nothing is known.
pub fn risk_slots(logs: &[SlotLog], stated: &[RiskTime], default: f64) -> Vec<SlotScore> {
    let mut counts = [0_u32; HOURS_OF_WEEK];
    let mut weights = [PRIOR_LOGS; HOURS_OF_WEEK];
    let mut sums = [PRIOR_LOGS * default; HOURS_OF_WEEK];
    for log in logs {
        let weekday = log.local.weekday().num_days_from_monday();
        let slot = (weekday * 24 + log.local.hour()) as usize;
        counts[slot] += 1;
        weights[slot] += 1.0;
        sums[slot] += log.risk;
    }
    for time in stated {
        let Some(weekday) = usize::from(time.weekday).checked_sub(1) else { continue };
        let slot = weekday * 24 + usize::from(time.at / 60).min(23);
        if let (Some(weight), Some(sum)) = (weights.get_mut(slot), sums.get_mut(slot)) {
            *weight += STATED_LOGS;
            *sum += STATED_LOGS;
        }
    }
    (0..HOURS_OF_WEEK)
        .map(|slot| SlotScore {
            weekday: (slot / 24 + 1) as u8,
            hour: (slot % 24) as u8,
            logs: counts[slot],
            score: sums[slot] / weights[slot],
        })
        .collect()
}
