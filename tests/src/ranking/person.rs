//! One simulated person: what evokes craving in them, how their days go, and what they log of it.

use chrono::{Days, NaiveDate};
use koers_core::risk::{Listed, Logged};
use rand::{Rng, RngExt};
use rand_distr::{Distribution, Gamma, StandardNormal};

/// How many situations each category has: place, company, feeling, activity, occasion.
const CATEGORIES: [usize; 5] = [4, 3, 5, 2, 4];
/// How likely a category has a situation present, given the routine.
const PRESENT: [f64; 5] = [1.0, 1.0, 0.75, 0.5, 0.8];
/// All situations.
pub const SITUATIONS: usize = 18;
/// Moments of a day, each with a routine of its own.
const ROUTINES: usize = 5;
/// Concentration of the Dirichlet weights of the situations within a category of a routine.
const CONCENTRATION: f64 = 0.35;
/// Spread of what a situation evokes, over situations and over people, in points of craving.
const POPULATION_SD: f64 = 0.45;
const PERSON_SD: f64 = 0.40;
/// So many of the personal effects come from a tail so many times as wide (the width is judgement;
/// NDCG moves little with it, τ more).
const TAIL_SHARE: f64 = 0.15;
const TAIL_WIDTH: f64 = 2.5;
/// Where people's cravings lie without any situation (judgement; of little account).
const BASE: f64 = 4.5;
const BASE_SD: f64 = 1.0;
/// Spread of days, and of single moments with the correlation from one to the next.
const DAY_SD: f64 = 0.7;
const MOMENT_SD: f64 = 1.6;
const MOMENT_CORRELATION: f64 = 0.4;
/// A situation that was present is forgotten in the log.
const FORGOTTEN: f64 = 0.10;
/// Chance of logging: without craving, and what a craving of 10 adds.
const LOGGING: f64 = 0.35;
const LOGGING_WITH_CRAVING: f64 = 0.55;
/// Chance that nothing is logged for some days, and how many at most (judgement).
const GAP: f64 = 0.05;
const LONGEST_GAP: u64 = 5;
/// No own rating.
const UNRATED: f64 = 0.30;

/// A simulated person.
pub struct Person {
    /// What each situation evokes by itself, in points of craving.
    effects: [f64; SITUATIONS],
    /// For each routine, how likely each situation is, given that its category is present.
    weights: [[f64; SITUATIONS]; ROUTINES],
    base: f64,
}

impl Person {
    /// Another person. No order that is compared knows the population, so each person is drawn
    /// from one of their own.
    pub fn draw(rng: &mut impl Rng) -> Self {
        let effects = std::array::from_fn(|_| {
            let tail = if rng.random_bool(TAIL_SHARE) { TAIL_WIDTH } else { 1.0 };
            POPULATION_SD * normal(rng) + PERSON_SD * tail * normal(rng)
        });
        let weights = std::array::from_fn(|_| dirichlet(rng));
        Self { effects, weights, base: BASE + BASE_SD * normal(rng) }
    }

    /// For each situation, the craving to be expected when it is present, over all moments of this
    /// person's life.
    pub fn truth(&self) -> [f64; SITUATIONS] {
        std::array::from_fn(|situation| {
            let own = category(situation);
            let (mut craving, mut weight) = (0.0, 0.0);
            for weights in &self.weights {
                let expected = |index: usize| {
                    PRESENT[index]
                        * members(index).map(|k| weights[k] * self.effects[k]).sum::<f64>()
                };
                let others: f64 = (0..CATEGORIES.len()).filter(|&c| c != own).map(expected).sum();
                craving += weights[situation] * others;
                weight += weights[situation];
            }
            self.base + self.effects[situation] + craving / weight
        })
    }

    /// Own ratings that correlate with the truth, 30 % of them missing.
    pub fn own_ratings(&self, correlation: f64, rng: &mut impl Rng) -> [Option<u8>; SITUATIONS] {
        let truth = self.truth();
        let n = SITUATIONS as f64;
        let mean = truth.iter().sum::<f64>() / n;
        let sd = (truth.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / n).sqrt();
        truth.map(|one| {
            let noise = (1.0 - correlation * correlation).sqrt() * normal(rng);
            let rating = 5.5 + 2.0 * (correlation * (one - mean) / sd + noise);
            (!rng.random_bool(UNRATED)).then(|| rating.round().clamp(0.0, 10.0) as u8)
        })
    }

    /// The first logs of this person; situations are named as in `list`.
    pub fn diary(&self, logs: usize, list: &[Listed], rng: &mut impl Rng) -> Vec<Logged> {
        let mut diary = Vec::with_capacity(logs);
        let mut day = NaiveDate::default();
        let mut residual = MOMENT_SD * normal(rng);
        while diary.len() < logs {
            let days = if rng.random_bool(GAP) { rng.random_range(1..=LONGEST_GAP) } else { 0 };
            day = day + Days::new(days + 1);
            let day_effect = DAY_SD * normal(rng);
            for routine in 0..ROUTINES {
                let fresh = MOMENT_SD * (1.0 - MOMENT_CORRELATION.powi(2)).sqrt();
                residual = MOMENT_CORRELATION * residual + fresh * normal(rng);
                let present = self.moment(routine, rng);
                let evoked: f64 = present.iter().map(|&k| self.effects[k]).sum();
                let craving = (self.base + evoked + day_effect + residual).round().clamp(0.0, 10.0);
                if rng.random_bool(LOGGING + LOGGING_WITH_CRAVING * craving / 10.0) {
                    diary.push(Logged {
                        day,
                        order: diary.len() as i64,
                        craving: Some(craving as u8),
                        used: false,
                        situations: present
                            .into_iter()
                            .filter(|_| !rng.random_bool(FORGOTTEN))
                            .map(|k| list[k].id.clone())
                            .collect(),
                        circumstances: Vec::new(),
                        moment: None,
                    });
                }
            }
        }
        diary.truncate(logs);
        diary
    }

    /// The situations present at a moment of a routine: of each category one or none.
    fn moment(&self, routine: usize, rng: &mut impl Rng) -> Vec<usize> {
        let mut present = Vec::new();
        for (index, &chance) in PRESENT.iter().enumerate() {
            if rng.random_bool(chance) {
                let mut left: f64 = rng.random();
                let chosen = members(index).find(|&k| {
                    left -= self.weights[routine][k];
                    left < 0.0
                });
                present.extend(chosen);
            }
        }
        present
    }
}

fn normal(rng: &mut impl Rng) -> f64 {
    StandardNormal.sample(rng)
}

/// The situations of a category.
fn members(category: usize) -> std::ops::Range<usize> {
    let start = CATEGORIES[..category].iter().sum();
    start..start + CATEGORIES[category]
}

/// The category of a situation.
fn category(situation: usize) -> usize {
    (0..CATEGORIES.len()).find(|&index| members(index).contains(&situation)).unwrap_or_default()
}

/// Weights that sum to 1 within each category.
fn dirichlet(rng: &mut impl Rng) -> [f64; SITUATIONS] {
    let gamma = Gamma::new(CONCENTRATION, 1.0).expect("a positive concentration");
    // A draw may be too small for its type; a situation is never wholly out of the question.
    let mut weights: [f64; SITUATIONS] =
        std::array::from_fn(|_| gamma.sample(rng).max(f64::MIN_POSITIVE));
    for index in 0..CATEGORIES.len() {
        let sum: f64 = weights[members(index)].iter().sum();
        weights[members(index)].iter_mut().for_each(|weight| *weight /= sum);
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand_chacha::ChaCha8Rng;

    /// The truth is worked out, not counted: a long life of the same person agrees with it.
    #[test]
    fn the_truth_is_what_a_long_life_averages_to() {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        let person = Person::draw(&mut rng);
        let (mut sum, mut n) = ([0.0; SITUATIONS], [0.0; SITUATIONS]);
        for moment in 0..200_000 {
            let present = person.moment(moment % ROUTINES, &mut rng);
            let evoked: f64 = present.iter().map(|&k| person.effects[k]).sum();
            for k in present {
                sum[k] += person.base + evoked;
                n[k] += 1.0;
            }
        }
        for (k, truth) in person.truth().into_iter().enumerate() {
            if n[k] > 5000.0 {
                assert!((sum[k] / n[k] - truth).abs() < 0.05, "situation {k}");
            }
        }
        assert!(n.iter().filter(|n| **n > 5000.0).count() >= 12, "most were seen often");
    }
}
