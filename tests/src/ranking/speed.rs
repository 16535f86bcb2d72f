//! How long the ranking takes.

use std::hint::black_box;
use std::time::Instant;

use koers_core::content::SituationId;
use koers_core::risk::{Listed, Logged, Tally};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Situations on the list.
const SITUATIONS: usize = 100;
/// Ten years of ten logs a day.
const EPISODES: i64 = 36_500;
/// Each figure is the least of so many runs: what else the machine does only adds to it.
const RUNS: usize = 15;

/// Microseconds to add one episode, over ten years of them.
pub fn add_one() -> f64 {
    let (list, diary) = ten_years();
    let run = || {
        let mut tally = Tally::new(list.clone());
        let start = Instant::now();
        for episode in &diary {
            tally.add(black_box(episode));
        }
        let micros = start.elapsed().as_secs_f64() * 1e6 / diary.len() as f64;
        black_box(tally);
        micros
    };
    least(run)
}

/// Microseconds to rank 100 situations.
pub fn rank_100() -> f64 {
    let (list, diary) = ten_years();
    let tally = Tally::of(list, &diary);
    least(|| each(1000, || black_box(&tally).order()))
}

/// Microseconds for the own contribution of 100 situations.
pub fn contribution_100() -> f64 {
    let (list, diary) = ten_years();
    let tally = Tally::of(list, &diary);
    least(|| each(20, || black_box(&tally).contributions(1.0)))
}

fn each<T>(times: u32, mut work: impl FnMut() -> T) -> f64 {
    let start = Instant::now();
    for _ in 0..times {
        black_box(work());
    }
    start.elapsed().as_secs_f64() * 1e6 / f64::from(times)
}

fn least(run: impl FnMut() -> f64) -> f64 {
    std::iter::repeat_with(run).take(RUNS).fold(f64::INFINITY, f64::min)
}

/// A list with own ratings, and episodes with one or two of its situations.
fn ten_years() -> (Vec<Listed>, Vec<Logged>) {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let ids: Vec<SituationId> =
        (0..SITUATIONS).map(|k| format!("cannabis:situation.{k:03}").as_str().into()).collect();
    let list = ids
        .iter()
        .map(|id| Listed {
            id: id.clone(),
            own_rating: Some(rng.random_range(0..=10)),
            default_pattern: None,
            pinned: false,
            covers: Vec::new(),
        })
        .collect();
    let diary = (0..EPISODES)
        .map(|order| Logged {
            day: chrono::NaiveDate::default(),
            order,
            craving: Some(rng.random_range(0..=10)),
            used: rng.random(),
            situations: (0..rng.random_range(1..=2))
                .map(|_| ids[rng.random_range(0..SITUATIONS)].clone())
                .collect(),
            circumstances: Vec::new(),
            moment: None,
        })
        .collect();
    (list, diary)
}
