//! How long every verdict of ten years takes.

use std::hint::black_box;
use std::time::Instant;

use chrono::Days;
use koers_core::content::{Amount, SituationId};
use koers_core::goal::Calendar;
use koers_core::journey::entity::{Episode, Round, SituationTag, Tag};
use koers_core::journey::{Journey, id};
use koers_core::vault::RecordId;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::diary::{baseline, closed, craving, evening, goal, joint, one_use, substance};
use super::person::{Person, Truth};

/// Ten years.
const DAYS: u64 = 3650;
/// Entries a day, the closing among them.
const ENTRIES: u64 = 10;
/// Of which have use.
const WITH_USE: u64 = 3;
/// How often it is measured.
const TIMES: usize = 101;

/// Every verdict of a ten-year journey, from the journey on, in milliseconds: the fastest of many
/// times, so that what else the machine does is not measured.
pub fn evaluate_10y() -> f64 {
    let truth = Truth {
        per_week: Some(Amount::whole(12)),
        per_day: Some(Amount::whole(3)),
        ..Person::new(1).truth
    };
    let journey = ten_years(&truth);
    let today = truth.start + Days::new(DAYS);
    let round = Round { number: 1, weeks: 6, start: truth.start, pauses: vec![], ended: None };
    let taken = (0..TIMES).map(|_| {
        let start = Instant::now();
        let calendar = Calendar::of(&journey, &substance(), today, |_| Some(joint()));
        black_box(calendar.evaluate(Some(&round)));
        start.elapsed().as_secs_f64() * 1000.0
    });
    taken.fold(f64::INFINITY, f64::min)
}

fn ten_years(truth: &Truth) -> Journey {
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let mut journey = Journey::default();
    let started = evening(truth.start).utc;
    journey.keep(id::baseline(&substance()), &baseline(truth, &[false; 7]), started);
    journey.keep(id::goal(&substance()), &goal(truth), started);
    for day in 0..DAYS {
        let moment = evening(truth.start + Days::new(day));
        for entry in 0..ENTRIES - 1 {
            let uses =
                if entry < WITH_USE { vec![one_use(Amount::thousandths(500))] } else { vec![] };
            let episode = Episode { uses, ..full(craving(&moment)) };
            journey.keep(record(&mut random), &episode, moment.utc);
        }
        journey.keep(record(&mut random), &closed(&moment), moment.utc);
    }
    journey
}

/// As people fill it in: one or two situations, and where, with whom and how it felt.
fn full(episode: Episode) -> Episode {
    let tag =
        |code: &str| vec![Tag { code: Some(code.into()), label: code.into(), strength: None }];
    let situation = |id: &str| SituationTag { id: SituationId::from(id), label: id.to_owned() };
    Episode {
        situations: vec![situation("base:situation.stressed"), situation("base:situation.home")],
        feelings: tag("base:feeling.tense"),
        place: tag("base:place.home"),
        company: tag("base:company.alone"),
        ..episode
    }
}

fn record(random: &mut ChaCha8Rng) -> RecordId {
    RecordId(random.random())
}
