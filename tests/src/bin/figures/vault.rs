//! Opening and appending: ten years of entries, manifest and fold included.

use std::path::Path;
use std::time::{Duration, Instant};

use koers_core::journey::Journey;
use koers_core::vault::{Secret, Vault, Version};
use koers_tests::fixture::{self, PASSPHRASE};
use koers_tests::sample;
use rusqlite::{Connection, params};

use crate::line::{Goal, Line};
use crate::situations::situations_10y;

/// Ten years, ten entries a day.
const ENTRIES: usize = 36_500;
/// How often an opening is measured.
const OPENINGS: usize = 21;
/// How many single appends are measured.
const APPENDS: usize = 400;
/// How often the vault is re-keyed.
const REKEYS: usize = 5;

/// The figures of the vault.
pub(crate) fn lines() -> Vec<Line> {
    let folder = tempfile::tempdir().expect("the system has a temporary folder");
    let path = folder.path().join("vault.koers");
    drop(sample::vault(&path, 1, ENTRIES).expect("an empty folder with room"));
    let usual = usual(&folder.path().join("usual.koers"));
    let mut unlock = Vec::new();
    let mut derivation = Vec::new();
    for _ in 0..OPENINGS {
        unlock.push(opening(&path).0);
        let start = Instant::now();
        usual.check(&Secret::Passphrase(PASSPHRASE)).expect("its passphrase");
        derivation.push(start.elapsed());
    }
    let unlock = median(unlock);
    vec![
        Line { name: "unlock_vs_kdf", value: unlock / median(derivation), goal: Goal::AtMost(1.0) },
        Line { name: "append_vs_plain", value: append_vs_plain(&path), goal: Goal::AtMost(1.25) },
        Line { name: "rekey_36500", value: rekey(&path), goal: Goal::AtMost(0.6) },
        Line { name: "load_rate", value: ENTRIES as f64 / unlock, goal: Goal::AtLeast(400_000.0) },
        Line { name: "situations_10y", value: situations_10y(), goal: Goal::AtMost(500.0) },
    ]
}

/// A vault whose passphrase slot asks for 64 MiB and three passes: a new one asks for as many as
/// half a second of this machine pays.
fn usual(path: &Path) -> Vault {
    std::fs::copy(fixture::folder().join("v1.koers"), path).expect("the fixture is checked in");
    let opened = Vault::open(path, &Secret::Device(&fixture::DEVICE), &mut |_| ());
    opened.expect("a whole vault").0
}

/// Seconds that a re-key takes, key derivation apart: the middle one of a few.
fn rekey(path: &Path) -> f64 {
    let (mut vault, _) = sample::open(path).expect("a whole vault");
    let times = (0..REKEYS).map(|_| {
        let device = [Secret::Device(&sample::DEVICE)];
        let ready = vault.prepare_rekey(&device, &mut |_| ()).expect("random numbers");
        let start = Instant::now();
        vault.rekey(&ready, &mut |_| ()).expect("room on the disk");
        start.elapsed()
    });
    median(times.collect())
}

/// How long it takes to open the vault, key derivation apart, and to gather the journey.
fn opening(path: &Path) -> (Duration, Vault) {
    let decode = |version: Version| Journey::decode(&version);
    let start = Instant::now();
    let opened = Vault::open_with(path, &Secret::Device(&sample::DEVICE), decode, &mut |_| ());
    let (vault, versions) = opened.expect("a whole vault");
    let journey = Journey::gather(versions);
    let taken = start.elapsed();
    assert_eq!(journey.episodes().count(), ENTRIES, "every entry is there");
    (taken, vault)
}

/// One entry a commit, side by side with a plain table of the same bodies under the same journal,
/// sync and locking mode.
fn append_vs_plain(path: &Path) -> f64 {
    let (mut vault, _) = sample::open(path).expect("a whole vault");
    let plain = plain(&path.with_extension("plain")).expect("a folder with room");
    let mut sealed_times = Vec::new();
    let mut plain_times = Vec::new();
    for draft in sample::entries(2, APPENDS) {
        let start = Instant::now();
        let prepared = vault.prepare(std::slice::from_ref(&draft), sample::NOON).expect("sound");
        vault.commit(prepared).expect("room on the disk");
        sealed_times.push(start.elapsed());
        let start = Instant::now();
        plain.execute("INSERT INTO entry(body) VALUES (?1)", [&draft.body]).expect("room");
        plain_times.push(start.elapsed());
    }
    median(sealed_times) / median(plain_times)
}

fn plain(path: &Path) -> rusqlite::Result<Connection> {
    let conn = Connection::open(path)?;
    conn.execute_batch(
        "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON;
         PRAGMA locking_mode=EXCLUSIVE;
         CREATE TABLE entry(id INTEGER PRIMARY KEY, body BLOB NOT NULL); BEGIN",
    )?;
    for draft in sample::entries(1, ENTRIES) {
        conn.execute("INSERT INTO entry(body) VALUES (?1)", params![draft.body])?;
    }
    conn.execute_batch("COMMIT")?;
    Ok(conn)
}

/// In seconds.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}
