//! Figures of reminding (reminders): one check-in a civil date, never a burst, planned at once.

use koers_tests::reminders::{bursts, civil_dates, plan_10y};

use crate::line::{Goal, Line};

/// Random journeys and clocks that are planned for `bursts`.
const PLANS: u64 = 200_000;
/// The seed of those journeys.
const SEED: u64 = 31;

/// All of them.
pub(crate) fn lines() -> Vec<Line> {
    let none = Goal::AtMost(0.0);
    vec![
        Line { name: "civil_dates", value: civil_dates().wrong as f64, goal: none },
        Line { name: "bursts", value: bursts(PLANS, SEED).wrong as f64, goal: none },
        Line {
            name: "plan_10y",
            value: plan_10y().as_secs_f64() * 1000.0,
            goal: Goal::AtMost(1.0),
        },
    ]
}
