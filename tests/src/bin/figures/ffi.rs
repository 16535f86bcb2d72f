//! The core as other languages meet it: a year of ten entries a day, asked through their packages.
//!
//! A package measures itself (`bindings/LANGUAGE/measure`) on a vault that is made here and lies in
//! the target folder, where every toolchain sees it.

use std::collections::HashMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use koers_core::app::{self, FixedClock, Here, Koers, SystemClock, ten_years};
use koers_core::content::Lang;
use koers_core::journey::draft::EpisodeDraft;
use koers_core::vault::Secret;
use koers_tests::sample::DEVICE;

use crate::line::{Goal, Line};

/// The intake and thirteen times four weeks of the ten years.
const BATCHES: usize = 14;
/// Entries of the diary until the first look at memory, and until the last.
const GROWS: [usize; 2] = [1000, 10_000];

/// The figures of the packages.
pub(crate) fn lines() -> Vec<Line> {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    let folder = tempfile::tempdir_in(target).expect("the target folder has room");
    let path = folder.path().join("year.koers");
    let here = year(&path);
    let own = rust_growth();
    let swift = measured("swift", &path, &here);
    vec![
        Line { name: "swift_query_median", value: swift["query"], goal: Goal::AtMost(1.0) },
        Line { name: "open_over_kdf_swift", value: swift["open"], goal: Goal::AtMost(100.0) },
        Line { name: "growth_swift", value: swift["growth"] - own, goal: Goal::AtMost(2.0) },
    ]
}

/// Mebibytes by which this process grows with the entries: what the journey itself takes.
pub(crate) fn growth() -> f64 {
    let folder = tempfile::tempdir().expect("the system has a temporary folder");
    let path = folder.path().join("grows.koers");
    let secret = Secret::Device(&DEVICE);
    let koers = Koers::create(&path, &[secret], Lang::En, Arc::new(SystemClock), &mut |_| {})
        .expect("an empty folder with room");
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

/// Makes the vault of a year; the moment and place of its end.
fn year(path: &Path) -> Here {
    let sample = ten_years(1);
    let batches = &sample.batches[..BATCHES];
    let last = batches.last().expect("ten years have days");
    let here = Here { now: last.at, home: sample.home.clone() };
    let clock = Arc::new(FixedClock(here.clone()));
    let secret = Secret::Device(&DEVICE);
    let koers = Koers::create(path, &[secret], Lang::En, clock, &mut |_| {})
        .expect("an empty folder with room");
    for batch in batches {
        koers.record_all(&batch.commands).expect("what could happen");
    }
    here
}

/// In a process of its own: this one has memory to use again.
fn rust_growth() -> f64 {
    let this = std::env::current_exe().expect("a program that runs");
    let told = told(Command::new(this).arg("--growth"));
    told.trim().parse().expect("a number")
}

/// What a package tells of itself, by name.
fn measured(language: &str, path: &Path, here: &Here) -> HashMap<String, f64> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("is there");
    let path = path.canonicalize().expect("is there");
    let path = path.strip_prefix(&top).expect("the target folder is in the repository");
    let key = DEVICE.iter().fold(String::new(), |key, byte| format!("{key}{byte:02x}"));
    let mut measure = Command::new(top.join("bindings").join(language).join("measure"));
    measure.arg(path).arg(key).arg(here.now.format("%Y-%m-%dT%H:%M:%SZ").to_string());
    measure.arg(&here.home.zone).arg(here.home.offset_minutes.to_string());
    told(&mut measure)
        .lines()
        .map(|line| {
            let mut fields = line.split('\t');
            let mut field = || fields.next().expect("a name and a value");
            (field().to_owned(), field().parse().expect("a number"))
        })
        .collect()
}

/// What a program says; it must end well.
fn told(command: &mut Command) -> String {
    let output = command.stderr(Stdio::inherit()).output().expect("the program is there");
    assert!(output.status.success(), "the program ended with {}", output.status);
    let told = String::from_utf8(output.stdout).expect("words");
    eprint!("{told}");
    told
}

/// Mebibytes of this process in memory, as Linux tells them.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("VmRSS");
    let kibibytes = line.trim().trim_end_matches(" kB").parse::<f64>().expect("a number");
    kibibytes / 1024.0
}
