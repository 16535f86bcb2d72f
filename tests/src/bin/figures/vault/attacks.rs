//! What who has the file and no key gets in or out, and what is left in memory after a lock.

use koers_tests::{clear, forged, kills, newer, replays, terminal};

use super::Measured;
use crate::line::NOT_MEASURED;

/// Writers that are killed while files are searched for words: of notes, backups and porch, and
/// `koers log`.
const KILLS: u32 = 60;

/// Counts, but for `bombs`. What was found is told on standard error.
pub(super) fn figures() -> Measured {
    let mut all = vec![
        ("replays_accepted", told("accepted", &replays::run().expect("room").accepted)),
        ("backup_forged", backup_forged()),
        ("newer_untouched", f64::from(told("touched", &newer::touched().expect("room")) == 0.0)),
        ("plaintext_bytes", plaintext_bytes()),
    ];
    all.extend(linux());
    all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn backup_forged() -> f64 {
    let forged = forged::run(1).expect("a temporary folder with room");
    told("accepted", &forged.accepted) + told("unclear", &forged.unclear)
}

fn plaintext_bytes() -> f64 {
    let program = terminal::helper("other_process").expect("it builds");
    let found = clear::search(&program, KILLS, 1).expect("the writer writes");
    let koers = terminal::koers().expect("it builds");
    let logged = kills::run(&koers, KILLS, 1).expect("room");
    let clear = logged.faults.into_iter().filter(|fault| fault.contains("in clear"));
    eprintln!("plaintext: {found:?}; koers log: {} bytes searched", logged.searched);
    found.clear as f64 + told("in clear", &clear.collect::<Vec<_>>())
}

/// How many there are; each is told.
fn told(what: &str, all: &[String]) -> f64 {
    for one in all {
        eprintln!("{what}: {one}");
    }
    all.len() as f64
}

/// What is measured where Linux tells of the memory of a process.
#[cfg(target_os = "linux")]
fn linux() -> Vec<(&'static str, f64)> {
    use koers_tests::{bombs, memory};
    let program = terminal::helper("lock_and_wait").expect("it builds");
    let found = memory::search(&program).expect("the helper runs");
    let mut hits = 0;
    for one in &found {
        let left: Vec<_> = one.locked.iter().filter(|(_, times)| *times > 0).collect();
        eprintln!("memory, {:?}: {} bytes searched, left {left:?}", one.kind, one.bytes);
        hits += one.left();
    }
    let could_be_found = found.iter().all(memory::Hits::could_be_found);
    let program = terminal::helper("other_process").expect("it builds");
    let refused = bombs::run(&program).expect("the helper runs");
    for one in &refused {
        eprintln!("bomb: {one:?}");
    }
    let sound = refused.iter().all(|one| one.said != "taken" && one.said != "WrongKey");
    let times = refused.iter().map(|one| one.time.as_secs_f64() * 1000.0);
    let grown = refused.iter().map(|one| one.grown as f64 / f64::from(1 << 20));
    let most = |values: &mut dyn Iterator<Item = f64>| values.fold(0.0, f64::max);
    let or_not = |fits, value| if fits { value } else { NOT_MEASURED };
    vec![
        ("memory_hits", or_not(could_be_found, hits as f64)),
        ("bombs", or_not(sound, most(&mut times.clone()))),
        ("bombs_mib", or_not(sound, most(&mut grown.clone()))),
    ]
}

#[cfg(not(target_os = "linux"))]
fn linux() -> Vec<(&'static str, f64)> {
    vec![("memory_hits", NOT_MEASURED), ("bombs", NOT_MEASURED), ("bombs_mib", NOT_MEASURED)]
}
