//! The files of the corpus that only the vault can make: sound ones, and some made hostile.

use rusqlite::Connection;

use super::*;
use crate::vault::file::close;
use crate::vault::key::Keys;
use crate::vault::manifest::MANIFEST_ROW;
use crate::vault::slots::Slots;
use crate::vault::write::{Sealed, put_rows};
use crate::vault::{Clock, History, RecordId, Stamp, WriterId, database};

/// Each with its door and name.
pub(crate) fn all() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let mut all = vec![
        ("open", "sound", vault(|_| ())),
        ("open", "trigger", vault(sql(TRIGGER))),
        ("open", "text", vault(sql("UPDATE row SET sealed = 'text' WHERE id > 0"))),
        ("row", "conflict", [version(1, 2), version(2, 3), version(3, 3)].concat()),
        ("row", "manifest", manifest().encode()),
        ("row", "slot", slot()),
        ("backup", "content", backup_content()),
    ];
    all.extend(rows().into_iter().map(|(name, plain)| ("row", name, plain)));
    let entry = DropSecret::of(&[12; 32]).public();
    let entry = entry.seal_with(VAULT, &Zeroizing::new([13; 32]), &drop_content()).expect("short");
    all.push(("drop_box", "entry", entry.to_vec()));
    all.push(("drop_box", "content", drop_content()));
    all
}

const TRIGGER: &str = "CREATE TRIGGER t AFTER UPDATE ON row BEGIN DELETE FROM slot; END";

fn sql(text: &'static str) -> impl Fn(&Connection) {
    move |conn| conn.execute_batch(text).expect("SQLite allows it")
}

fn version(writer: u8, total: u64) -> Vec<u8> {
    let mut clock = Clock::default();
    clock.tick(WriterId([9; 8]));
    (0..total).for_each(|_| clock.tick(WriterId([writer; 8])));
    let version = Version {
        record: RecordId([5; 16]),
        clock,
        stamp: Stamp::after(Stamp::default(), 1_772_442_000_000),
        writer: WriterId([writer; 8]),
        kind: 35,
        min_reader: 1,
        local: false,
        body: b"\xa1\x00\x63day".to_vec(),
    };
    plain::encode(&version, History::Latest).expect("short")
}

fn rows() -> Vec<(&'static str, Vec<u8>)> {
    let mut keys = BackupKeys::default();
    keys.put(kek());
    let tombstone = match plain::decode(&version(1, 1)).expect("as written") {
        Content::Version(version, _) => Version { body: Vec::new(), ..version },
        _ => unreachable!("it is a version"),
    };
    vec![
        ("version", version(1, 1)),
        ("tombstone", plain::encode(&tombstone, History::All).expect("short")),
        ("dummy", plain::dummy(LEAST_PADDED)),
        ("backup-keys", plain::encode_own(BACKUP_KEYS, &keys.encode()).expect("short")),
        ("drop-key", plain::encode_own(2, &[12; 32]).expect("short")),
    ]
}

fn kek() -> Kek {
    Kek::new(&Secret::RecoveryCode(&code()), [2; 16]).expect("no derivation")
}

fn slot() -> Vec<u8> {
    let kek = Kek::new(&Secret::Device(&DEVICE), [2; 16]).expect("no derivation");
    kek.wrap(&[1; 32], VAULT, [4; 24])
}

fn manifest() -> Manifest {
    Manifest { vault: VAULT, writer: WriterId([9; 8]), generation: 1, ..Manifest::default() }
}

/// A vault of five rows, which no Koers makes so small, then changed from without.
pub(crate) fn vault(change: impl FnOnce(&Connection)) -> Vec<u8> {
    let scratch = Scratch::with(&[]);
    let keys = Keys::new(Zeroizing::new([1; 32]), VAULT);
    let mut slots = Slots::default();
    slots.put(&slot()).expect("room");
    let mut manifest = Manifest { slots: slots.digest(), ..manifest() };
    let conn = database::lay_out(scratch.path()).expect("an empty file");
    slots.write(&Slots::default(), &conn).expect("room");
    let sealed: Vec<Sealed> = (1..)
        .zip(rows())
        .map(|(number, (_, plain))| {
            let row = MANIFEST_ROW + number;
            Sealed { row, over: false, bytes: keys.seal(row, [number as u8; 24], &plain) }
        })
        .collect();
    put_rows(&conn, &keys, &mut manifest, &sealed).expect("room");
    close(conn).expect("nobody else has it");
    let conn = Connection::open(scratch.path()).expect("a database");
    change(&conn);
    drop(conn);
    fs::read(scratch.path()).expect("ours")
}

/// The content of a backup of one version.
pub(crate) fn backup_content() -> Vec<u8> {
    let mut keys = BackupKeys::default();
    keys.put(kek());
    let head = crate::vault::backup::Head::new(1_772_442_000_000, 1, &manifest(), &keys, None);
    let head = head.expect("short").encode();
    let version = plain::trimmed(&version(1, 1)).expect("as written").to_vec();
    let mut content = Vec::new();
    for piece in [head, version, Vec::new()] {
        content.extend_from_slice(&(piece.len() as u32).to_le_bytes());
        content.extend_from_slice(&piece);
    }
    content
}

/// What an entry says: "nothing so far".
fn drop_content() -> Vec<u8> {
    let text = include_str!("../../app/porch/entry.txt").lines().next().expect("a line");
    let digits: Vec<char> = text.chars().collect();
    let pairs = digits.chunks(2).map(String::from_iter);
    pairs.map(|pair| u8::from_str_radix(&pair, 16).expect("hexadecimal digits")).collect()
}
