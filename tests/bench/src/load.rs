//! Loading: from a closed file to every entry decoded and the journey gathered.

use std::path::Path;
use std::time::{Duration, Instant};

use koers_core::journey::Journey;
use koers_core::journey::entity::{Entity, Episode, READER};
use koers_core::vault::{Clock, RecordId, Secret, Stamp, Vault, Version, WriterId};
use koers_tests::fixture::{self, PASSPHRASE};
use koers_tests::sample;

use crate::tables::{Table, Three};
use crate::{ENTRIES, median, ratio};

/// How often each is loaded.
const TURNS: usize = 31;

/// `unlock_vs_kdf`, `load_vs_plain`, `load_vs_sqlcipher` and `load_rate`.
pub(crate) fn figures(three: &Three, folder: &Path) -> [(&'static str, f64); 4] {
    let usual = usual(&folder.join("usual.koers"));
    let (mut koers, mut plain, mut cipher, mut derivation) = (vec![], vec![], vec![], vec![]);
    for turn in 0..TURNS {
        // Who comes first changes, so that nobody always has the warmer cache.
        for step in 0..3 {
            match (turn + step) % 3 {
                0 => koers.push(vault(&three.vault)),
                1 => plain.push(table(&three.plain)),
                _ => cipher.push(table(&three.cipher)),
            }
        }
        let start = Instant::now();
        usual.check(&Secret::Passphrase(PASSPHRASE)).expect("its passphrase");
        derivation.push(start.elapsed());
    }
    let seconds = koers.iter().map(Duration::as_secs_f64).collect();
    [
        ("unlock_vs_kdf", ratio(&koers, &derivation)),
        ("load_vs_plain", ratio(&koers, &plain)),
        ("load_vs_sqlcipher", ratio(&koers, &cipher)),
        ("load_rate", ENTRIES as f64 / median(seconds)),
    ]
}

/// A vault whose passphrase slot asks for 64 MiB and three passes: a new one asks for as many as
/// half a second of this machine pays.
fn usual(path: &Path) -> Vault {
    std::fs::copy(fixture::folder().join("v1.koers"), path).expect("the fixture is checked in");
    let opened = Vault::open(path, &Secret::Device(&fixture::DEVICE), &mut |_| ());
    opened.expect("a whole vault").0
}

/// Koers as it opens, key derivation apart.
fn vault(path: &Path) -> Duration {
    let start = Instant::now();
    let decode = |version: Version| Journey::decode(&version);
    let opened = Vault::open_with(path, &Secret::Device(&sample::DEVICE), decode, &mut |_| ());
    let (vault, versions) = opened.expect("a whole vault");
    let journey = Journey::gather(versions);
    let taken = start.elapsed();
    assert_eq!(journey.episodes().count(), ENTRIES, "every entry is there");
    drop(vault);
    taken
}

/// A table as an app would read it: each row into the entry that it is.
fn table(table: &Table) -> Duration {
    let start = Instant::now();
    let conn = table.open().expect("a database");
    let mut select = conn.prepare("SELECT record, body FROM entry").expect("the table is there");
    let mut rows = select.query([]).expect("the table is there");
    let mut versions = Vec::new();
    while let Some(row) = rows.next().expect("a row") {
        let body = row.get_ref(1).and_then(|body| Ok(body.as_blob()?)).expect("a body").to_vec();
        versions.push(Journey::decode(&entry(RecordId(row.get(0).expect("an id")), body)));
    }
    let journey = Journey::gather(versions);
    let taken = start.elapsed();
    assert_eq!(journey.episodes().count(), ENTRIES, "every entry is there");
    taken
}

fn entry(record: RecordId, body: Vec<u8>) -> Version {
    Version {
        record,
        clock: Clock::default(),
        stamp: Stamp::default(),
        writer: WriterId([0; 8]),
        kind: Episode::KIND,
        min_reader: READER,
        local: false,
        body,
    }
}
