//! Koers, plain SQLite and SQLCipher side by side in one process, at the same work.
//!
//! Prints `name<TAB>value` for `./tests/figures vault`, which knows the goals. A value is the median
//! of many measurements that were taken in turn, a ratio the median of ratios within a turn: what
//! else runs on the machine then slows all of them.
//!
//! All three keep the same 36,500 entries under the same journal mode, sync, page size and locking,
//! in one SQLite, which is SQLCipher's: without a key it is plain SQLite that could encrypt.
//! Koers's own vault runs on it unchanged, which is tried before anything is measured; what ships
//! is linked to SQLite as rusqlite bundles it. SQLCipher is given a raw key, so that nothing is
//! derived, and has its defaults otherwise (AES-256 in CBC with HMAC-SHA512 a page).

mod append;
mod load;
mod replays;
mod same;
mod tables;

use std::time::Duration;

/// Ten years, ten entries a day.
const ENTRIES: usize = 36_500;

fn main() {
    same::check();
    let folder = tempfile::tempdir().expect("the system has a temporary folder");
    let three = tables::Three::make(folder.path());
    for (name, value) in load::figures(&three, folder.path()) {
        println!("{name}\t{value}");
    }
    for (name, value) in append::figures(&three) {
        println!("{name}\t{value}");
    }
    for (name, value) in replays::figures(&three.cipher) {
        println!("{name}\t{value}");
    }
}

/// The middle one.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The median of the ratios of what was measured in one turn.
fn ratio(these: &[Duration], those: &[Duration]) -> f64 {
    let pairs = these.iter().zip(those);
    median(pairs.map(|(this, that)| this.as_secs_f64() / that.as_secs_f64()).collect())
}
