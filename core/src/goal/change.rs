//! Change against the baseline (rule G6).

use serde::Serialize;

use super::day::{Counted, Interval};
use crate::content::Amount;

/// So many days of each week must be known before a change is shown (rule G6).
pub(super) const ENOUGH_DAYS: u32 = 5;
/// The widest interval that is shown, in tenths of the baseline (rule G6).
const WIDEST_TENTHS: i128 = 3;

/// How much less was used than in the baseline, as a share of it: 0.4 is forty percent less,
/// −0.4 forty percent more.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ChangeInterval {
    /// At least so much less: `1 − Σhi / B_lo`.
    pub low: f64,
    /// At most so much less: `1 − Σlo / B_hi`.
    pub high: f64,
}

/// Why no change is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum ChangeAbsent {
    /// The week is not over.
    Running,
    /// Not enough days are filled in, or what is not known is too much.
    NotEnoughDays,
    /// Nothing for certain in the baseline: absolute numbers only.
    BaselineZero,
}

/// The days behind a week and the baseline it is held against.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub(super) running: bool,
    /// Closed days of the week.
    pub(super) week: u32,
    /// Known days of the baseline.
    pub(super) baseline: u32,
}

impl Known {
    pub(super) fn is_enough(self) -> bool {
        self.week >= ENOUGH_DAYS && self.baseline >= ENOUGH_DAYS
    }
}

/// `[1 − Σhi / B_lo, 1 − Σlo / B_hi]`, or why it is not shown.
pub(super) fn change(
    week: Interval,
    baseline: Interval,
    known: Known,
) -> Result<ChangeInterval, ChangeAbsent> {
    if known.running {
        return Err(ChangeAbsent::Running);
    }
    if !known.is_enough() {
        return Err(ChangeAbsent::NotEnoughDays);
    }
    if baseline.lo <= Amount::ZERO {
        return Err(ChangeAbsent::BaselineZero);
    }
    let exact = |amount: Amount| i128::from(amount.in_thousandths());
    let (lo, hi) = (exact(week.lo), exact(week.hi));
    let (b_lo, b_hi) = (exact(baseline.lo), exact(baseline.hi));
    // Σhi / B_lo − Σlo / B_hi ≤ 3 / 10, without a rounding.
    let width = hi.saturating_mul(b_hi) - lo.saturating_mul(b_lo);
    if width.saturating_mul(10) > b_lo.saturating_mul(b_hi).saturating_mul(WIDEST_TENTHS) {
        return Err(ChangeAbsent::NotEnoughDays);
    }
    let part = |a: i128, b: i128| 1.0 - a as f64 / b as f64;
    Ok(ChangeInterval { low: part(hi, b_lo), high: part(lo, b_hi) })
}

/// Days as amounts, so that both are held against the baseline in one way.
pub(super) fn as_amounts(days: Counted) -> Interval {
    Interval { lo: Amount::whole(days.lo.into()), hi: Amount::whole(days.hi.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lo: i64, hi: i64) -> Interval {
        Interval { lo: Amount::thousandths(lo), hi: Amount::thousandths(hi) }
    }

    const ALL: Known = Known { running: false, week: 7, baseline: 7 };

    #[test]
    fn six_of_fourteen_joints_is_a_change_of_four_sevenths() {
        let change = change(of(6000, 6000), of(14_000, 14_000), ALL).expect("all is known");
        assert!((change.low - 4.0 / 7.0).abs() < 1e-12 && (change.high - change.low).abs() < 1e-12);
    }

    /// Σ = [4, 7] against [10, 10]: [1 − 0.7, 1 − 0.4], thirty points wide: shown. A thousandth
    /// more is too wide.
    #[test]
    fn g6_an_interval_of_thirty_points_is_shown_and_a_wider_one_is_not() {
        let shown = change(of(4000, 7000), of(10_000, 10_000), ALL).expect("just narrow enough");
        assert!((shown.low - 0.3).abs() < 1e-12 && (shown.high - 0.6).abs() < 1e-12);
        let wide = change(of(4000, 7001), of(10_000, 10_000), ALL);
        assert_eq!(wide, Err(ChangeAbsent::NotEnoughDays));
    }

    #[test]
    fn g6_five_days_are_needed_in_both_weeks_and_a_zero_baseline_shows_absolute_numbers() {
        let four = |week, baseline| Known { running: false, week, baseline };
        let (w, b) = (of(0, 0), of(10_000, 10_000));
        assert!(change(w, b, four(5, 5)).is_ok());
        assert_eq!(change(w, b, four(4, 7)), Err(ChangeAbsent::NotEnoughDays));
        assert_eq!(change(w, b, four(7, 4)), Err(ChangeAbsent::NotEnoughDays));
        assert_eq!(change(w, of(0, 9000), ALL), Err(ChangeAbsent::BaselineZero));
        let running = Known { running: true, ..ALL };
        assert_eq!(change(w, of(0, 0), running), Err(ChangeAbsent::Running));
    }

    #[test]
    fn using_more_than_before_is_a_negative_change() {
        let more = change(of(15_000, 15_000), of(10_000, 10_000), ALL).expect("all is known");
        assert!((more.low + 0.5).abs() < 1e-12);
    }
}
