//! The order against the plain mean, over simulated people.

use koers_core::risk::{Listed, Logged, Tally};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use super::measure::{Estimate, kendall_tau, ndcg_5};
use super::person::{Person, SITUATIONS};

/// What the order gains over the plain mean per situation, and how near to the truth it comes.
pub struct Gains {
    /// NDCG of the first five less that of the plain mean, at 10 logs.
    pub ndcg_gain_10: Estimate,
    /// Kendall's τ with the truth at 10 logs.
    pub tau_10: Estimate,
    /// Kendall's τ with the truth at 40 logs.
    pub tau_40: Estimate,
}

/// Both orders on so many people, whose own ratings correlate so well with the truth.
pub fn gains(people: u64, rating_truth: f64) -> Gains {
    let each: Vec<[f64; 3]> = (0..people).map(|seed| one(seed, rating_truth)).collect();
    let estimate = |n: usize| Estimate::of(&each.iter().map(|row| row[n]).collect::<Vec<_>>());
    Gains { ndcg_gain_10: estimate(0), tau_10: estimate(1), tau_40: estimate(2) }
}

/// NDCG gain at 10 logs, and τ at 10 and 40, of one person.
fn one(seed: u64, rating_truth: f64) -> [f64; 3] {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let person = Person::draw(&mut rng);
    let truth = person.truth();
    let ratings = person.own_ratings(rating_truth, &mut rng);
    // One random key for the ties of both orders: the ids follow it.
    let mut keys: Vec<usize> = (0..SITUATIONS).collect();
    keys.shuffle(&mut rng);
    let list: Vec<Listed> = (0..SITUATIONS)
        .map(|k| Listed {
            id: format!("base:situation.{:02}", keys[k]).as_str().into(),
            own_rating: ratings[k],
            default_pattern: None,
            pinned: false,
            covers: Vec::new(),
        })
        .collect();
    let diary = person.diary(40, &list, &mut rng);
    let by_score = |logs: &[Logged]| by_score(&list, logs);
    let ten = by_score(&diary[..10]);
    let plain = by_plain_mean(&list, &diary[..10]);
    [
        ndcg_5(&ten, &truth) - ndcg_5(&plain, &truth),
        kendall_tau(&ten, &truth),
        kendall_tau(&by_score(&diary), &truth),
    ]
}

/// The situations in the order of the core.
fn by_score(list: &[Listed], diary: &[Logged]) -> Vec<usize> {
    let tally = Tally::of(list.to_vec(), diary);
    let number = |listed: &Listed| list.iter().position(|one| one.id == listed.id);
    let standings = tally.order().standings;
    standings.into_iter().filter_map(|standing| number(&tally.listed()[standing.index])).collect()
}

/// The situations by their plain mean, unseen ones last.
fn by_plain_mean(list: &[Listed], diary: &[Logged]) -> Vec<usize> {
    let mean = |listed: &Listed| {
        let cravings: Vec<f64> = diary
            .iter()
            .filter(|log| log.situations.contains(&listed.id))
            .filter_map(|log| log.craving.map(f64::from))
            .collect();
        if cravings.is_empty() {
            -1.0
        } else {
            cravings.iter().sum::<f64>() / cravings.len() as f64
        }
    };
    let means: Vec<f64> = list.iter().map(mean).collect();
    let mut order: Vec<usize> = (0..list.len()).collect();
    order.sort_by(|&a, &b| means[b].total_cmp(&means[a]).then_with(|| list[a].id.cmp(&list[b].id)));
    order
}
