//! A bystander: a situation that evokes nothing but mostly comes along with one that does.

use koers_core::risk::{Listed, Logged, Tally};
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

use super::measure::Estimate;

/// Trigger, bystander and ten others.
const SITUATIONS: usize = 12;
const TRIGGER: usize = 0;
const BYSTANDER: usize = 1;
/// Logs in a diary.
const LOGS: usize = 80;
/// How often each is in a log.
const TRIGGER_SHARE: f64 = 0.40;
const WITH_TRIGGER: f64 = 0.70;
const WITHOUT_TRIGGER: f64 = 0.12;
const OTHERS_SHARE: f64 = 0.20;

/// How often the bystander stands in the first three.
pub struct Bystander {
    /// By own contribution.
    pub by_contribution: Estimate,
    /// By the plain mean of its logs.
    pub by_plain_mean: Estimate,
}

/// The share of so many simulated diaries.
pub fn bystander(diaries: u64) -> Bystander {
    let list: Vec<Listed> = (0..SITUATIONS)
        .map(|k| Listed {
            id: format!("base:situation.{k:02}").as_str().into(),
            own_rating: None,
            default_pattern: None,
            pinned: false,
            covers: Vec::new(),
        })
        .collect();
    let (mut contribution, mut plain) = (Vec::new(), Vec::new());
    for seed in 0..diaries {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let diary: Vec<Logged> = (0..LOGS).map(|_| log(&list, &mut rng)).collect();
        let tally = Tally::of(list.clone(), &diary);
        contribution.push(in_first_three(&tally.contributions(tally.order().trust)));
        plain.push(in_first_three(&plain_means(&list, &diary)));
    }
    Bystander { by_contribution: Estimate::of(&contribution), by_plain_mean: Estimate::of(&plain) }
}

fn log(list: &[Listed], rng: &mut impl Rng) -> Logged {
    let trigger = rng.random_bool(TRIGGER_SHARE);
    let bystander = rng.random_bool(if trigger { WITH_TRIGGER } else { WITHOUT_TRIGGER });
    let present = |k: usize, rng: &mut _| match k {
        TRIGGER => trigger,
        BYSTANDER => bystander,
        _ => RngExt::random_bool(rng, OTHERS_SHARE),
    };
    let noise: f64 = StandardNormal.sample(rng);
    let craving = 3.5 + 2.5 * f64::from(u8::from(trigger)) + 2.0 * noise;
    Logged {
        day: chrono::NaiveDate::default(),
        order: 0,
        craving: Some(craving.round().clamp(0.0, 10.0) as u8),
        used: false,
        situations: (0..SITUATIONS)
            .filter(|&k| present(k, rng))
            .map(|k| list[k].id.clone())
            .collect(),
        circumstances: Vec::new(),
        moment: None,
    }
}

fn plain_means(list: &[Listed], diary: &[Logged]) -> Vec<f64> {
    list.iter()
        .map(|listed| {
            let cravings = diary
                .iter()
                .filter(|log| log.situations.contains(&listed.id))
                .filter_map(|log| log.craving.map(f64::from));
            let (sum, n) = cravings.fold((0.0, 0.0), |(sum, n), craving| (sum + craving, n + 1.0));
            sum / f64::max(n, 1.0)
        })
        .collect()
}

/// 1 where fewer than three others have a greater value than the bystander.
fn in_first_three(values: &[f64]) -> f64 {
    let above = values.iter().filter(|value| **value > values[BYSTANDER]).count();
    f64::from(u8::from(above < 3))
}
