//! Verdicts on simulated diaries with days removed, and the time that ten years take.

use koers_tests::goal_people::{Gaps, evaluate_10y, scored};

use crate::line::{Goal, Line};

/// Simulated people for every figure.
const PEOPLE: u64 = 2000;
/// Use entries that are forgotten on days that are closed.
const FORGOTTEN: f64 = 0.1;

/// Every figure of goals: mistakes as numbers, rates as shares, the time in milliseconds.
///
/// An end called *partly* with days open rests on their caps, and one person in more than a
/// thousand used more than those: the end is held to no mistake where all days are closed, each
/// rule and each week also where days are missing.
pub(crate) fn lines() -> Vec<Line> {
    // First, on memory that is not yet worn by other people's diaries.
    let evaluate_10y = evaluate_10y();
    let complete = scored(PEOPLE, Gaps::None, 0.0);
    let random = scored(PEOPLE, Gaps::Random, 0.0);
    let hiding = scored(PEOPLE, Gaps::Hiding, 0.0);
    let forgetful = scored(PEOPLE, Gaps::Random, FORGOTTEN);
    let silent = scored(PEOPLE, Gaps::NeverClosed, 0.0);
    let wrong: u64 = [complete, random, hiding].iter().map(|score| score.verdicts.wrong).sum();
    let (forgetful, zero) = (forgetful.verdicts.rate(), forgetful.as_zero.rate());
    let line = |name, value, goal| Line { name, value, goal };
    vec![
        line("truthful_wrong", (wrong + complete.ends.wrong) as f64, Goal::AtMost(0.0)),
        line("forgetful_wrong", forgetful, Goal::AtMost(thousandths(zero / 2.0))),
        // What a missing day read as zero gets wrong in the same diaries, beside it.
        line("missing_day_is_zero", zero, Goal::AtLeast(thousandths(2.0 * forgetful))),
        line("interval_random", 1.0 - random.intervals.rate(), Goal::AtLeast(0.97)),
        line("interval_hiding", 1.0 - hiding.intervals.rate(), Goal::AtLeast(0.93)),
        line("met_without_log", silent.met_without_closing as f64, Goal::AtMost(0.0)),
        line("evaluate_10y", evaluate_10y, Goal::AtMost(5.0)),
    ]
}

/// Cut to three decimals, as figures are printed.
fn thousandths(rate: f64) -> f64 {
    (rate * 1000.0).floor() / 1000.0
}
