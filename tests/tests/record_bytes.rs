//! The bytes of every kind of record, in the shape of each version that ever wrote it.
//!
//! `tests/records` has a file for each kind. A line in it is one body: the greatest key that the
//! version knew which wrote it, and its bytes. The last line is what this version writes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use koers_core::journey::entity::{
    Agreement, Answer, Baseline, Calibration, Closing, CoUse, Delivery, EmergencyPlan, Entity,
    Episode, Followed, Goal, HalfFilled, KINDS, ListedSituation, NotForMe, Note, OwnSituation,
    Plan, PlanUse, Price, Profile, Review, Round, Step, Supporter, WhileLocked,
};
use koers_core::journey::{read, write};
use koers_tests::fixture;

/// What a body that is not as it was is told.
const TEN_YEARS: &str = "this is what must still open in ten years: a changed record kind needs a \
                         new key at its top, and a new line below the old ones";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("records")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<char> = hex.chars().collect();
    let byte = |pair: &[char]| u8::from_str_radix(&String::from_iter(pair), 16).expect("digits");
    digits.chunks(2).map(byte).collect()
}

/// The lines that are kept of a kind: the greatest key, and the body.
fn kept<T: Entity>() -> Vec<(u32, String)> {
    let file = folder().join(format!("{}-{}.hex", T::KIND, T::NAME));
    let text = fs::read_to_string(file).unwrap_or_default();
    let line = |line: &str| {
        let (key, hex) = line.split_once(": ").expect("a key and a body");
        (key.parse().expect("a number"), hex.to_owned())
    };
    text.lines().map(line).collect()
}

/// The top-level keys of a body, read apart from the code that it protects.
fn keys(body: &[u8]) -> BTreeSet<u32> {
    let mut decoder = minicbor::Decoder::new(body);
    let count = decoder.map().expect("a map").expect("of known length");
    let key = |_| {
        let key = decoder.u32().expect("a number");
        decoder.skip().expect("a value");
        key
    };
    (0..count).map(key).collect()
}

fn check<T: Entity>() {
    let example = fixture::example(T::KIND);
    let now = (T::LAST_KEY, hex(&example));
    let all: BTreeSet<u32> = (0..=T::LAST_KEY).collect();
    assert_eq!(keys(&example), all, "{}: the example has every key", T::NAME);
    let kept = kept::<T>();
    let mut greatest = 0;
    for (key, body) in &kept {
        let read = read::<T>(&bytes(body)).unwrap_or_else(|| panic!("{}: {TEN_YEARS}", T::NAME));
        assert!(read.unknown.is_empty(), "{}: a key was taken away", T::NAME);
        let again = keys(&write(&read.value, &read.unknown));
        assert!(again.is_superset(&keys(&bytes(body))), "{}: a key was lost", T::NAME);
        assert!(*key >= greatest, "{}: the lines lie oldest first", T::NAME);
        greatest = *key;
    }
    let missing = format!("{}: no line is kept of {}: {}", T::NAME, now.0, now.1);
    let last = kept.last().expect(&missing);
    assert_eq!((now.0, &now.1), (last.0, &last.1), "{}: {TEN_YEARS}", T::NAME);
}

#[test]
fn the_bytes_of_every_kind_of_record_have_not_changed_and_all_older_ones_can_be_read() {
    check::<Profile>();
    check::<Followed>();
    check::<CoUse>();
    check::<Round>();
    check::<Baseline>();
    check::<Goal>();
    check::<Step>();
    check::<Agreement>();
    check::<Review>();
    check::<Calibration>();
    check::<Price>();
    check::<OwnSituation>();
    check::<ListedSituation>();
    check::<Episode>();
    check::<Closing>();
    check::<Plan>();
    check::<PlanUse>();
    check::<EmergencyPlan>();
    check::<Supporter>();
    check::<Note>();
    check::<NotForMe>();
    check::<Answer>();
    check::<HalfFilled>();
    check::<Delivery>();
    check::<WhileLocked>();
}

#[test]
fn every_kind_of_record_has_its_file_and_no_file_is_without_a_kind() {
    let expected: BTreeSet<String> =
        KINDS.iter().map(|(kind, name)| format!("{kind}-{name}.hex")).collect();
    let files = folder().read_dir().expect("the folder is checked in");
    let found: BTreeSet<String> = files
        .map(|file| file.expect("readable").file_name().to_string_lossy().into_owned())
        .filter(|name| name.strip_suffix(".hex").is_some())
        .collect();
    assert_eq!(found, expected, "a kind that was ever kept is still known, and by its name");
}

/// Adds what this version writes to the files where they do not have it yet; takes no line away.
#[test]
#[ignore = "writes tests/records: cargo test -p koers-tests lines_of_new_records -- --ignored"]
fn lines_of_new_records() {
    use std::io::Write as _;
    for (kind, name) in KINDS {
        let path = folder().join(format!("{kind}-{name}.hex"));
        let body = fixture::example(*kind);
        let last = keys(&body).last().copied().unwrap_or_default();
        let line = format!("{last}: {}", hex(&body));
        if fs::read_to_string(&path).unwrap_or_default().lines().last() == Some(&line) {
            continue;
        }
        let mut file = fs::OpenOptions::new().append(true).create(true).open(path).expect("ours");
        writeln!(file, "{line}").expect("room");
    }
}
