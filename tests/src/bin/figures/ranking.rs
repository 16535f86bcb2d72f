//! The ranking against the plain mean on simulated people, and its speed.

use koers_tests::ranking::{add_one, bystander, contribution_100, gains, rank_100};

use crate::line::{Goal, Line};

/// Simulated people, and diaries with a bystander.
const PEOPLE: u64 = 2400;
/// How well own ratings go along with the truth, where they are worth something.
const RATING_TRUTH: f64 = 0.4;

/// Every figure of the ranking; times in microseconds.
pub(crate) fn lines() -> Vec<Line> {
    let rated = gains(PEOPLE, RATING_TRUTH);
    let worthless = gains(PEOPLE, 0.0);
    let bystander = bystander(PEOPLE);
    let line = |name, value, goal| Line { name, value, goal };
    vec![
        line("ndcg_gain_10", rated.ndcg_gain_10.mean, Goal::AtLeast(0.06)),
        line("tau_10", rated.tau_10.mean, Goal::AtLeast(0.28)),
        line("tau_40", rated.tau_40.mean, Goal::AtLeast(0.42)),
        line("loss_worthless", -worthless.ndcg_gain_10.mean, Goal::AtMost(0.02)),
        line("bystander_top3", bystander.by_contribution.mean, Goal::AtMost(0.45)),
        line("add_one", add_one(), Goal::AtMost(1.0)),
        line("rank_100", rank_100(), Goal::AtMost(10.0)),
        line("contribution_100", contribution_100(), Goal::AtMost(1000.0)),
    ]
}
