//! By how much entries let a process grow: what the journey itself takes, in Rust alone.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use koers_core::app::{self, Koers, SystemClock};
use koers_core::content::Lang;
use koers_core::journey::draft::EpisodeDraft;
use koers_core::vault::Secret;
use koers_tests::sample::DEVICE;

use crate::program::told;

/// Entries of the diary until the first look at memory, and until the last.
const GROWS: [usize; 2] = [1000, 10_000];

/// Mebibytes by which this process grows with the entries.
pub(crate) fn growth() -> f64 {
    let folder = tempfile::tempdir().expect("the system has a temporary folder");
    let koers = growing(&folder.path().join("grows.koers"));
    let mut before = 0.0;
    for number in 0..GROWS[1] {
        if number == GROWS[0] {
            before = resident();
        }
        let id = koers.new_id().expect("random numbers");
        let mut entry = EpisodeDraft::blank(id, "cannabis".into());
        entry.craving = Some(5);
        koers.record(&app::Command::Log(entry)).expect("a whole draft");
    }
    resident() - before
}

/// A new vault for the entries, which opens without deriving a key: that takes memory which would be
/// there to use again.
pub(super) fn growing(path: &Path) -> Koers {
    let secret = Secret::Device(&DEVICE);
    Koers::create(path, &[secret], Lang::En, Arc::new(SystemClock), &mut |_| {})
        .expect("an empty folder with room")
}

/// The same in a process of its own: this one has memory to use again.
pub(super) fn of_the_journey() -> f64 {
    let this = std::env::current_exe().expect("a program that runs");
    let told = told(Command::new(this).arg("--growth")).expect("nothing is missing for it");
    told.trim().parse().expect("a number")
}

/// Mebibytes of this process in memory, as Linux tells them.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("VmRSS");
    let kibibytes = line.trim().trim_end_matches(" kB").parse::<f64>().expect("a number");
    kibibytes / 1024.0
}
