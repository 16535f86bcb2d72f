//! What is tried, how often, and what has to come of it.

use std::io;

use koers_tests::corrupt;
use koers_tests::power::{Recording, Syncs};
use koers_tests::struck::{Bench, Blow, CONTROLS, DEEDS, Deed, Scratch, Striker};
use koers_tests::tally::Counts;

/// Strikes of one unit, after which progress is kept.
const STRIKES: usize = 50;
/// Images that are made of one recording.
const IMAGES: u64 = 50;
/// Changed images of one subject that is made anew.
const CHANGES: u64 = 2_000;
/// So many calls at the beginning and at the end of a deed are struck one by one where the others are
/// not: there it is decided.
const EACH: usize = 24;
/// A deed of more calls is struck at every so many of the calls between, where not all are.
const STEP: usize = 23;
/// What stops a row that was put back: nothing before it may.
const MANIFEST: &str =
    "put back refused: Damaged { what: \"rows are missing, exchanged or put back\" }";

/// What has to come of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expects {
    /// Nothing lost, wrong, unclear, and no panic.
    NothingWrong,
    /// A control: something that was acknowledged is lost.
    MustLose,
    /// Nothing wrong, and the manifest alone stops rows that are put back: without it they would be
    /// accepted, since whatever looks at them before has let them pass.
    MustRefuse(&'static str),
}

impl Expects {
    pub(crate) fn fits(self, counts: &Counts) -> bool {
        let nothing = counts.lost + counts.wrong + counts.panics + counts.unclear == 0;
        match self {
            Self::NothingWrong => nothing && counts.done > 0,
            Self::MustLose => counts.lost > 0 && counts.panics == 0,
            Self::MustRefuse(what) => {
                nothing && counts.seen.get(what).is_some_and(|seen| *seen > 0)
            }
        }
    }
}

type Work = Box<dyn Fn(u64, &Scratch) -> io::Result<Counts> + Sync>;

/// A part, ready to be tried.
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) units: u64,
    pub(crate) expects: Expects,
    pub(crate) work: Work,
}

/// A part that is still to be made ready.
pub(crate) struct Plan {
    pub(crate) name: String,
    expects: Expects,
    what: What,
    seed: u64,
    full: bool,
}

enum What {
    /// A deed, struck by each of these.
    Strikes(&'static dyn Deed, Vec<Blow>),
    /// Power cuts while a deed is done.
    Power(&'static dyn Deed, u64, Syncs),
    /// Changed images.
    Corrupt(&'static str, u64),
}

/// All parts, the quick ones first.
pub(crate) fn plans(full: bool, seed: u64) -> Vec<Plan> {
    let plan = |name: String, expects, what| Plan { name, expects, what, seed, full };
    let mut plans = Vec::new();
    for deed in DEEDS {
        let name = format!("kill {}", deed.name());
        plans.push(plan(name, Expects::NothingWrong, What::Strikes(deed, vec![Blow::Kill])));
    }
    for deed in DEEDS {
        let name = format!("fail {}", deed.name());
        plans.push(plan(name, Expects::NothingWrong, What::Strikes(deed, failures(deed, full))));
    }
    for (deed, [short, long]) in DEEDS.into_iter().zip(POWER) {
        let count = if full { long } else { short };
        if count == 0 {
            continue;
        }
        let what = What::Power(deed, count, Syncs::Hold);
        plans.push(plan(format!("power {}", deed.name()), Expects::NothingWrong, what));
    }
    let count = if full { 1_000 } else { 200 };
    for (deed, expects) in CONTROLS.into_iter().zip([Expects::MustLose, Expects::NothingWrong]) {
        let what = What::Power(deed, count, Syncs::Hold);
        plans.push(plan(format!("control {}", deed.name()), expects, what));
    }
    let append = DEEDS[0];
    let what = What::Power(append, count, Syncs::LastOfStepIgnored);
    plans.push(plan("control last sync ignored".to_owned(), Expects::MustLose, what));
    for (name, [short, long]) in corrupt::SUBJECTS.into_iter().zip(CORRUPT) {
        let expects = match name {
            "vault" => Expects::MustRefuse(MANIFEST),
            _ => Expects::NothingWrong,
        };
        let what = What::Corrupt(name, if full { long } else { short });
        plans.push(plan(format!("corrupt {name}"), expects, what));
    }
    plans
}

/// Images of each deed, in the short form and the full one.
const POWER: [[u64; 2]; DEEDS.len()] = [
    [250, 5_100],
    [200, 4_000],
    [100, 2_000],
    [0, 100],
    [150, 3_000],
    [100, 1_400],
    [100, 1_400],
    [100, 1_100],
    [100, 1_100],
    [100, 400],
    [50, 200],
    [50, 200],
];
/// Changed images of each subject.
const CORRUPT: [[u64; 2]; corrupt::SUBJECTS.len()] =
    [[8_000, 500_000], [6_000, 250_000], [4_000, 200_000], [2_000, 50_000]];

/// A derivation costs seconds, so that another passphrase is struck by fewer where it must be quick.
fn failures(deed: &dyn Deed, full: bool) -> Vec<Blow> {
    if full {
        return Blow::ALL[1..].to_vec();
    }
    let mut some = vec![Blow::Device { stays: true }, Blow::Full];
    if deed.name() != "passphrase" {
        let others = [
            Blow::Device { stays: false },
            Blow::Room { stays: true },
            Blow::Short { stays: true },
            Blow::Torn,
        ];
        some.extend(others);
    }
    some
}

impl Plan {
    /// Lays out what it needs.
    pub(crate) fn ready(self) -> io::Result<Part> {
        let Self { name, expects, what, seed, full } = self;
        let (units, work) = match what {
            What::Strikes(deed, blows) => strikes(deed, &blows, full)?,
            What::Power(deed, count, syncs) => power(deed, count, syncs, seed)?,
            What::Corrupt(subject, count) => changes(subject, count, seed),
        };
        Ok(Part { name, units, expects, work })
    }
}

fn strikes(deed: &'static dyn Deed, blows: &[Blow], full: bool) -> io::Result<(u64, Work)> {
    let bench = Bench::new(deed)?;
    let scratch = Scratch::new()?;
    let calls = Striker::new(&scratch)?.calls(&bench, &scratch.disk())?;
    // Rows lie at random, so that the next time there may be a call or two more.
    let last = calls.len() + 4;
    let all = full || blows == [Blow::Kill] || last < 8 * EACH;
    let is_struck =
        |at: &usize| all || *at <= EACH || *at + EACH >= last || at.is_multiple_of(STEP);
    let places: Vec<usize> = (1..=last).filter(is_struck).collect();
    let each: Vec<(usize, Blow)> =
        places.iter().flat_map(|at| blows.iter().map(|blow| (*at, *blow))).collect();
    let units = each.len().div_ceil(STRIKES) as u64;
    let work = move |unit: u64, scratch: &Scratch| {
        let striker = Striker::new(scratch)?;
        let mut counts = Counts::default();
        let from = unit as usize * STRIKES;
        for (at, blow) in each.iter().skip(from).take(STRIKES) {
            let strike = striker.strike(&bench, &scratch.disk(), *at, *blow)?;
            if let Some(call) = &strike.call {
                let which = format!("{blow:?} at call {at}, {call}, told {:?}", strike.told);
                counts.judge(&strike.verdict, &which);
                if let Some(error) = &strike.told.refused {
                    counts.saw(error);
                }
            }
        }
        Ok(counts)
    };
    Ok((units, Box::new(work)))
}

fn power(deed: &'static dyn Deed, count: u64, syncs: Syncs, seed: u64) -> io::Result<(u64, Work)> {
    let bench = Bench::new(deed)?;
    let work = move |unit: u64, scratch: &Scratch| {
        let recording = Recording::of(&bench, scratch)?;
        let mut counts = Counts::default();
        for number in unit * IMAGES..((unit + 1) * IMAGES).min(count) {
            let verdict = recording.image(&bench, scratch, mixed(seed, number), syncs)?;
            counts.judge(&verdict, &format!("image {number}"));
        }
        Ok(counts)
    };
    Ok((count.div_ceil(IMAGES), Box::new(work)))
}

fn changes(subject: &'static str, count: u64, seed: u64) -> (u64, Work) {
    let work = move |unit: u64, scratch: &Scratch| {
        let here = CHANGES.min(count - unit * CHANGES);
        corrupt::run(subject, scratch, mixed(seed, unit), here)
    };
    (count.div_ceil(CHANGES), Box::new(work))
}

/// A seed for each image of a run, another for another seed of the run: the multiplier is that of
/// `SplitMix64` (Steele, Lea and Flood, 2014).
fn mixed(seed: u64, number: u64) -> u64 {
    seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(number)
}
