//! Simulated people: how much they use, and what they want.

use chrono::{Datelike, Days, NaiveDate};
use koers_core::content::Amount;
use koers_core::journey::entity::Weekdays;
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Days before the programme, of which the baseline is asked.
pub(super) const BEFORE: usize = 7;
/// Days of the programme: six weeks.
pub(super) const DAYS: usize = 42;

/// What a person truly used and truly wants.
pub struct Truth {
    /// The first day of the programme; the goal is set on it and its weeks begin with it.
    pub start: NaiveDate,
    /// The amount of each day, from the first day of the baseline on.
    pub amounts: Vec<Amount>,
    /// At most so much in a week.
    pub per_week: Option<Amount>,
    /// At most so much on an allowed day.
    pub per_day: Option<Amount>,
    /// Only on these weekdays.
    pub weekdays: Option<Weekdays>,
    /// Nothing from this day on.
    pub stop: Option<NaiveDate>,
}

impl Truth {
    /// The date of a day of `amounts`.
    pub fn date(&self, day: usize) -> NaiveDate {
        self.start - Days::new(BEFORE as u64) + Days::new(day as u64)
    }

    /// The amounts of a week of the programme, by number from 0.
    pub fn week(&self, week: usize) -> &[Amount] {
        &self.amounts[BEFORE + 7 * week..BEFORE + 7 * (week + 1)]
    }
}

/// A simulated person.
pub struct Person {
    /// What is true of them.
    pub truth: Truth,
    /// How much of their days goes missing.
    pub(super) missing: f64,
    pub(super) random: ChaCha8Rng,
}

impl Person {
    /// The person of this seed.
    pub fn new(seed: u64) -> Self {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let start = NaiveDate::from_ymd_opt(2026, 1, 5).expect("a date");
        let start = start + Days::new(random.random_range(0..7));
        let amounts = amounts(&mut random, start);
        let baseline: Amount = amounts[..BEFORE].iter().copied().sum();
        let mut truth =
            Truth { start, amounts, per_week: None, per_day: None, weekdays: None, stop: None };
        want(&mut random, &mut truth, baseline);
        let missing = random.random_range(0.05..0.25);
        Self { truth, missing, random }
    }
}

/// More at weekends, one day like the one before, less and less for most.
fn amounts(random: &mut ChaCha8Rng, start: NaiveDate) -> Vec<Amount> {
    let chance = random.random_range(0.25..0.9_f64);
    let usual = random.random_range(1.0..5.0_f64);
    let spread = random.random_range(0.2..0.6);
    let at_the_end = random.random_range(0.1..1.1);
    let mut used_yesterday = false;
    (0..BEFORE + DAYS)
        .map(|day| {
            let gone = day.saturating_sub(BEFORE) as f64 / DAYS as f64;
            let less = 1.0 + (at_the_end - 1.0) * gone;
            let date = start - Days::new(BEFORE as u64) + Days::new(day as u64);
            let weekend = date.weekday().num_days_from_monday() >= 4;
            let odds = chance / (1.0 - chance)
                * less
                * if weekend { 2.0 } else { 0.8 }
                * if used_yesterday { 1.5 } else { 0.75 };
            used_yesterday = random.random_bool(odds / (1.0 + odds));
            let halves = 2.0 * usual * less.sqrt() * (spread * normal(random)).exp();
            let halves = if used_yesterday { halves.round().max(1.0) as i64 } else { 0 };
            Amount::thousandths(halves * 500)
        })
        .collect()
}

/// A fifth stops; the others want less in a week, on a day or on some weekdays only, or several.
fn want(random: &mut ChaCha8Rng, truth: &mut Truth, baseline: Amount) {
    if random.random_bool(0.2) {
        truth.stop = Some(truth.start + Days::new(random.random_range(0..21)));
        return;
    }
    let part = random.random_range(0.3..1.0);
    let [week, day, days] = [0.7, 0.35, 0.3].map(|chance| random.random_bool(chance));
    if week || !(day || days) {
        truth.per_week = Some(Amount::whole((baseline.to_f64() * part).round().max(1.0) as i64));
    }
    if day {
        truth.per_day =
            Some(Amount::whole((baseline.to_f64() * part / 4.0).round().max(1.0) as i64));
    }
    if days {
        truth.weekdays = Some(Weekdays(random.random_range(1..127)));
    }
}

/// A normal number with mean 0 and deviation 1 (Box and Muller 1958).
fn normal(random: &mut impl Rng) -> f64 {
    let (a, b): (f64, f64) = (random.random(), random.random());
    (-2.0 * (1.0 - a).ln()).sqrt() * (std::f64::consts::TAU * b).cos()
}
