//! The vault: every figure of its design, beside what it has to reach.
//!
//! What is measured against other databases is measured by `tests/bench`, and what faults lead to
//! is counted by `tests/faults`; their figures are joined here, in one table.

mod attacks;
mod keys;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::line::{Goal, Line, NOT_MEASURED};
use crate::program;
use crate::situations::situations_10y;

/// What was measured, by name. A name that comes twice is added up: two ways of looking for the
/// same faults.
type Measured = Vec<(String, f64)>;

/// Lives that are merged.
const LIVES: u32 = 1_000_000;

/// Each name with its goal, in the order of the design. Ratios are medians of ratios; times are
/// milliseconds, but for `rekey_36500`, in seconds; all others are counts.
const TABLE: [(&str, Goal); 25] = [
    ("unlock_vs_kdf", Goal::AtMost(1.0)),
    ("load_vs_plain", Goal::AtMost(2.5)),
    ("load_vs_sqlcipher", Goal::AtMost(1.15)),
    ("load_rate", Goal::AtLeast(400_000.0)),
    ("append_vs_plain", Goal::AtMost(1.25)),
    // Above two key derivations.
    ("passphrase_change", Goal::AtMost(40.0)),
    ("rekey_36500", Goal::AtMost(0.6)),
    ("plaintext_bytes", Goal::AtMost(0.0)),
    ("memory_hits", Goal::AtMost(0.0)),
    ("kill_lost", Goal::AtMost(0.0)),
    ("power_lost", Goal::AtMost(0.0)),
    ("power_corrupt", Goal::AtMost(0.0)),
    ("io_faults", Goal::AtMost(0.0)),
    ("corruptions_silent", Goal::AtMost(0.0)),
    ("corruptions_panics", Goal::AtMost(0.0)),
    ("replays_accepted", Goal::AtMost(0.0)),
    ("backup_forged", Goal::AtMost(0.0)),
    // The slowest refusal, and the mebibytes that the dearest took.
    ("bombs", Goal::AtMost(10.0)),
    ("bombs_mib", Goal::AtMost(1.0)),
    // 1 for yes.
    ("newer_untouched", Goal::AtLeast(1.0)),
    ("merge_divergences", Goal::AtMost(0.0)),
    ("situations_10y", Goal::AtMost(500.0)),
    // Told beside the others: an append now and then adds a thousand rows to be filled later.
    ("append_p99", Goal::None),
    ("append_worst", Goal::None),
    // What stops nothing there: pages put back in SQLCipher, of 48.
    ("sqlcipher_replays_accepted", Goal::None),
];

/// The figures of the vault.
pub(crate) fn lines() -> Vec<Line> {
    let mut measured = bench();
    measured.extend(keys::figures());
    measured.extend(attacks::figures());
    measured.extend(faults());
    measured.extend(merges());
    measured.push(("situations_10y".to_owned(), situations_10y()));
    let line = |(name, goal)| Line { name, value: value(&measured, name), goal };
    TABLE.into_iter().map(line).collect()
}

fn value(measured: &Measured, name: &str) -> f64 {
    let mut found = measured.iter().filter(|(one, _)| one == name).map(|(_, value)| *value);
    let first = found.next().unwrap_or(NOT_MEASURED);
    found.fold(first, |sum, value| sum + value)
}

/// Builds and runs the bench, which is a workspace of its own: what it links may be in nothing
/// that ships.
fn bench() -> Measured {
    let mut cargo = cargo();
    cargo.args(["run", "--release", "--quiet", "--locked"]);
    cargo.args(["--manifest-path", "tests/bench/Cargo.toml", "--target-dir", "target/bench"]);
    program::told(&mut cargo).map(|told| named(&told)).unwrap_or_default()
}

/// What kills, failing disks, power cuts and changed files lead to, in the short form.
fn faults() -> Measured {
    counted(Command::new(top().join("tests/faults")).current_dir(top()))
}

/// Lives of one journey on three devices, merged in every order, by the core's own test.
fn merges() -> Measured {
    let mut cargo = cargo();
    cargo.args(["test", "--release", "--quiet", "--locked", "--package", "koers-core", "--lib"]);
    cargo.args(["in_whatever_order_they_are_merged", "--", "--nocapture"]);
    counted(cargo.env("KOERS_HISTORIES", LIVES.to_string()))
}

/// What a program counts that ends badly where a count is not 0: its figures say so.
fn counted(program: &mut Command) -> Measured {
    let output = program.stderr(Stdio::inherit()).output();
    let told = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let told = told.unwrap_or_default();
    eprint!("{told}");
    named(&told)
}

fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(top());
    cargo
}

fn named(told: &str) -> Measured {
    program::figures(told).into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The repository.
fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
