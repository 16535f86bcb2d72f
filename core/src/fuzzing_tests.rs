//! What fuzzers try for hours, tried for seconds: every file of the corpus at its door, and some
//! thousand seeded changes of it.

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use super::*;

/// Where the corpus lies, a folder a door.
fn corpus(door: &str) -> PathBuf {
    // The screens show the same bodies, what is merged is a backup, and what is salvaged a vault.
    let folder = match door {
        "screens" => "body",
        "merge" => "backup",
        "salvage" => "open",
        other => other,
    };
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fuzz/corpus").join(folder)
}

fn files(door: &str) -> Vec<(String, Vec<u8>)> {
    let folder = corpus(door).read_dir().unwrap_or_else(|_| panic!("a corpus for {door}"));
    let paths = folder.map(|file| file.expect("readable").path());
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let mut files: Vec<_> = paths
        .map(|path| (name(&path).expect("a name"), fs::read(&path).expect("readable")))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{door}");
    files
}

/// One to four small changes: a bit, a byte, a few bytes gone, doubled, new or of another file.
fn changed(bytes: &[u8], others: &[(String, Vec<u8>)], lots: &mut ChaCha8Rng) -> Vec<u8> {
    const TELLING: [u8; 12] = [0, 1, 0x7f, 0x80, 0xff, 0x1b, 0x3b, 0x5f, 0x9f, 0xbf, 0xf6, b'\n'];
    let mut bytes = bytes.to_vec();
    for _ in 0..lots.random_range(1..=4) {
        let at = lots.random_range(0..=bytes.len());
        let few = lots.random_range(1..=16).min(bytes.len() - at);
        match lots.random_range(0..8) {
            0 | 1 if few > 0 => bytes[at] ^= 1 << lots.random_range(0..8),
            2 | 3 if few > 0 => bytes[at] = *TELLING.choose(lots).expect("there are some"),
            4 => drop(bytes.drain(at..at + few)),
            5 => {
                let again = bytes[at..at + few].to_vec();
                bytes.splice(at..at, again);
            }
            6 => {
                let new: [u8; 9] = lots.random();
                bytes.splice(at..at, new[..lots.random_range(1..=9)].iter().copied());
            }
            _ => {
                let (_, other) = others.choose(lots).expect("there are some");
                let from = lots.random_range(0..=other.len());
                let part = &other[from..(from + 64).min(other.len())];
                bytes.splice(at..at + few, part.iter().copied());
            }
        }
    }
    bytes
}

/// The whole corpus of a door, and so many changes of each file.
fn try_all(door: &str, changes: u64) {
    let (_, run) = DOORS.iter().find(|(name, _)| *name == door).expect("a door");
    let files = files(door);
    for (name, bytes) in &files {
        let tried = catch_unwind(|| run(bytes));
        assert!(tried.is_ok(), "{door}/{name} itself");
        for seed in 0..changes {
            let mut lots = ChaCha8Rng::seed_from_u64(seed);
            let bytes = changed(bytes, &files, &mut lots);
            let tried = catch_unwind(|| run(&bytes));
            assert!(tried.is_ok(), "{door}/{name}, change {seed}");
        }
    }
}

#[test]
fn a_vault_file_of_any_bytes_is_opened_or_refused_and_left_as_it_was() {
    try_all("open", 1000);
}

#[test]
fn whatever_lies_within_a_row_is_read_or_refused() {
    try_all("row", 4000);
}

#[test]
fn whatever_a_body_says_it_is_read_or_counted_as_newer() {
    try_all("body", 4000);
}

#[test]
fn whatever_a_record_says_every_screen_can_be_asked() {
    try_all("screens", 200);
}

#[test]
fn whatever_a_porch_says_it_tells_what_it_can() {
    try_all("porch", 2000);
}

#[test]
fn whatever_lies_in_a_drop_box_is_taken_in_or_counted() {
    try_all("drop_box", 2000);
}

#[test]
fn a_backup_of_any_bytes_is_restored_or_refused_and_left_as_it_was() {
    try_all("backup", 1000);
}

#[test]
fn whatever_another_copy_holds_it_is_compared_or_refused_and_nothing_is_written() {
    try_all("merge", 1000);
}

#[test]
fn of_a_vault_file_of_any_bytes_something_is_salvaged_or_nothing_is_done() {
    try_all("salvage", 100);
}

#[test]
fn a_diary_of_any_bytes_is_read_line_by_line_and_nothing_is_written() {
    try_all("import", 2000);
}

#[test]
fn a_pack_of_any_bytes_is_taken_or_refused_with_its_faults() {
    try_all("pack", 2000);
}

#[test]
fn every_door_has_a_fuzzer() {
    let folder = corpus("open").join("../../fuzz_targets");
    for (door, _) in DOORS {
        let text = fs::read_to_string(folder.join(door).with_extension("rs")).expect("a target");
        assert!(text.contains(&format!("koers_core::fuzzing::{door}(data)")), "{door}");
    }
}

/// Makes the files of the corpus that are not written by hand. They are made once; what a fuzzer
/// finds is added to them.
#[test]
#[ignore = "writes the corpus: cargo test -p koers-core seeds_of_the_corpus -- --ignored"]
fn seeds_of_the_corpus() {
    let put = |door: &str, name: &str, bytes: &[u8]| {
        fs::create_dir_all(corpus(door)).expect("ours");
        fs::write(corpus(door).join(name), bytes).expect("ours");
    };
    for (door, name, bytes) in crate::vault::fuzzing::seeds::all() {
        put(door, name, &bytes);
    }
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests");
    for (door, file) in
        [("porch", "v1.porch"), ("drop_box", "v1.dropbox"), ("backup", "v1.koersbackup")]
    {
        put(door, file, &fs::read(kept.join("vaults").join(file)).expect("checked in"));
    }
    let porch = fs::read(kept.join("vaults/v1.porch")).expect("checked in");
    let content = crate::vault::fuzzing::porch_content(&porch).expect("its key");
    let end = content.iter().rposition(|byte| *byte != 0).map_or(0, |at| at + 1);
    put("porch", "content", &content[..end]);
    for (name, body) in bodies(&kept.join("records")) {
        put("body", &name, &body);
    }
}

/// The examples of every kind of record, each after the byte that stands for its kind.
fn bodies(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let kinds = crate::journey::entity::KINDS.iter().zip(0_u8..);
    let body = |((kind, name), number): (&(u16, &str), u8)| {
        let text = fs::read_to_string(folder.join(format!("{kind}-{name}.hex"))).expect("kept");
        let line = text.lines().last().expect("a line");
        let (_, hex) = line.split_once(": ").expect("a key and bytes");
        let digits: Vec<char> = hex.chars().collect();
        let byte = |pair: &[char]| {
            u8::from_str_radix(&String::from_iter(pair), 16).expect("hexadecimal digits")
        };
        let mut bytes = vec![number];
        bytes.extend(digits.chunks(2).map(byte));
        ((*name).to_owned(), bytes)
    };
    kinds.map(body).collect()
}
