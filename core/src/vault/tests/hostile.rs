//! A file that somebody made on purpose: none of its SQL runs, nothing that it claims is believed,
//! and it is left as it was.

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;

use super::*;
use crate::vault::fuzzing::seeds;
use crate::vault::fuzzing::{Scratch, code, sealed_backup};
use crate::vault::slots::copy_of;
use crate::vault::{BackupFault, Progress, RecoveryCode, plain};

/// What opening these bytes says; nothing may have changed and nothing may lie beside them.
fn said(file: &[u8], secret: &Secret<'_>) -> Result<(), VaultError> {
    let scratch = Scratch::with(file);
    let opened = Vault::open(scratch.path(), secret, &mut |_| ()).map(|_| ());
    assert!(scratch.is_untouched(file), "a file that was refused was changed");
    opened
}

/// A database of ours by its head, with these statements for its tables.
fn dressed_up(statements: &str) -> Vec<u8> {
    let scratch = Scratch::with(&[]);
    let conn = rusqlite::Connection::open(scratch.path()).expect("a database");
    conn.execute_batch(&format!(
        "PRAGMA page_size=4096; PRAGMA application_id={}; PRAGMA user_version=1; {statements}",
        u32::from_be_bytes(*b"KOER"),
    ))
    .unwrap_or_else(|error| panic!("{statements}: {error}"));
    conn.close().expect("nobody else has it");
    std::fs::read(scratch.path()).expect("ours")
}

const SLOT: &str = "CREATE TABLE slot(id INTEGER PRIMARY KEY, body BLOB NOT NULL);";
const ROW: &str = "CREATE TABLE row(id INTEGER PRIMARY KEY, sealed BLOB NOT NULL);";
/// A view that never ends, each row of a gigabyte.
const ENDLESS: &str = "CREATE VIEW row(id, sealed) AS WITH RECURSIVE c(x) AS \
                       (SELECT 0 UNION ALL SELECT x + 1 FROM c) SELECT x, zeroblob(1000000000) FROM c;";

#[test]
fn a_head_that_fits_with_tables_that_do_not_is_refused_and_none_of_its_sql_runs() {
    let grown = |more: &str| format!("{SLOT} {}, {more});", &ROW[..ROW.len() - 2]);
    let foreign = [
        "CREATE TABLE other(x);".to_owned(),
        SLOT.to_owned(),
        format!("{ROW} {SLOT}"),
        format!("{SLOT} {ENDLESS}"),
        grown("more AS (zeroblob(1000000000)) VIRTUAL"),
        grown("more AS (length(sealed)) STORED"),
        grown("more DEFAULT (randomblob(9))"),
        grown("CHECK (length(sealed) < 0)"),
        grown("UNIQUE (sealed)"),
        grown("FOREIGN KEY (sealed) REFERENCES slot(id)"),
        format!("{SLOT} {} WITHOUT ROWID;", &ROW[..ROW.len() - 1]),
        format!("{SLOT} {} STRICT;", &ROW[..ROW.len() - 1]),
        format!("{SLOT} {}", ROW.replace("PRIMARY KEY", "PRIMARY KEY AUTOINCREMENT")),
        format!("{SLOT} {ROW} CREATE INDEX i ON row(length(sealed));"),
        format!("{SLOT} {ROW} CREATE TRIGGER t INSERT ON row BEGIN DELETE FROM slot; END;"),
        format!("{SLOT} {ROW} CREATE VIEW v AS SELECT * FROM row;"),
        format!("{SLOT} {ROW} ANALYZE;"),
    ];
    for statements in foreign {
        let refused = said(&dressed_up(&statements), &Secret::Device(&DEVICE));
        // Where SQLite itself holds the schema to the limits set for it, it is damage.
        let clear = matches!(refused, Err(VaultError::ForeignObjects | VaultError::Damaged { .. }));
        assert!(clear, "{statements}: {refused:?}");
    }
    let empty = said(&dressed_up(""), &Secret::Device(&DEVICE));
    assert!(empty.is_err(), "no table at all: {empty:?}");
    let bare = said(&dressed_up(&format!("{SLOT} {ROW}")), &Secret::Device(&DEVICE));
    assert_eq!(bare, Err(VaultError::damaged("no key slot is left")), "ours, and empty");
}

#[test]
fn a_schema_written_over_by_hand_is_refused_or_its_rows_are() {
    let over = [
        "UPDATE sqlite_schema SET sql = sql || ' ' WHERE name = 'row'",
        "UPDATE sqlite_schema SET sql = 'nonsense' WHERE name = 'row'",
        "UPDATE sqlite_schema SET type = 'view' WHERE name = 'row'",
        "UPDATE sqlite_schema SET tbl_name = 'slot' WHERE name = 'row'",
        "UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'row'",
        "UPDATE sqlite_schema SET rootpage = 4000000000 WHERE name = 'row'",
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'slot') \
         WHERE name = 'row'",
        "INSERT INTO sqlite_schema VALUES ('trigger', 't', 'row', 0, \
         'CREATE TRIGGER t AFTER UPDATE ON row BEGIN DELETE FROM slot; END')",
        "INSERT INTO sqlite_schema VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING fts5(x)')",
        "INSERT INTO sqlite_schema VALUES ('table', x'00', 7, 'x', NULL)",
        "DELETE FROM sqlite_schema WHERE name = 'slot'",
    ];
    for sql in over {
        let file = seeds::vault(|conn| {
            conn.execute_batch(&format!("PRAGMA writable_schema=ON; {sql}")).expect(sql);
        });
        let refused = said(&file, &Secret::Device(&DEVICE));
        let clear = matches!(refused, Err(VaultError::ForeignObjects | VaultError::Damaged { .. }));
        assert!(clear, "{sql}: {refused:?}");
    }
}

/// What stands between a trigger and our writes even if the schema were not compared.
#[test]
fn the_connection_takes_no_orders_from_a_file() {
    let (_home, vault) = Home::new();
    let conn = vault.conn().expect("open");
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
    ] {
        assert_eq!(conn.db_config(config).ok(), Some(on), "{config:?}");
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, (1 << 20) + 4096),
        (Limit::SQLITE_LIMIT_COLUMN, 8),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 8),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
    ] {
        assert_eq!(conn.limit(limit).ok(), Some(most), "{limit:?}");
    }
    assert!(conn.execute_batch("ATTACH ':memory:' AS other").is_err());
    assert!(
        conn.execute_batch("CREATE TEMP TABLE t(x); INSERT INTO t VALUES (zeroblob(1100000))")
            .is_err()
    );
}

fn varint(value: u32) -> Vec<u8> {
    let mut bytes = vec![(value & 0x7f) as u8];
    let mut rest = value >> 7;
    while rest > 0 {
        bytes.insert(0, (rest & 0x7f) as u8 | 0x80);
        rest >>= 7;
    }
    bytes
}

/// A vault whose only row claims a blob of so many bytes, which are not there (SQLite file format,
/// 1.6 and 2.1).
fn claiming(bytes: u32) -> Vec<u8> {
    let mut root = 0_i64;
    let mut file = seeds::vault(|conn| {
        let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'row'";
        conn.query_row(sql, [], |row| row.get(0)).map(|page: i64| root = page).expect("a table");
    });
    let page = &mut file[(root as usize - 1) * 4096..root as usize * 4096];
    assert_eq!(page[0], 13, "a leaf of a table");
    let serial = varint(bytes * 2 + 12);
    let header = [&[serial.len() as u8 + 2, 0][..], &serial].concat();
    let payload = header.len() + bytes as usize;
    let (least, most) = ((4096 - 12) * 32 / 255 - 23, 4096 - 35);
    let wanted = least + (payload - least) % (4096 - 4);
    let local = if wanted <= most { wanted } else { least };
    let mut cell = [varint(payload as u32), varint(0), header].concat();
    let start = cell.len() - serial.len() - 2;
    cell.resize(start + local, 0);
    // The first page of the rest: any that is there.
    cell.extend_from_slice(&2_u32.to_be_bytes());
    let at = 4096 - cell.len();
    page[1..8].fill(0);
    page[4] = 1;
    page[5..7].copy_from_slice(&(at as u16).to_be_bytes());
    page[8..10].copy_from_slice(&(at as u16).to_be_bytes());
    page[at..].copy_from_slice(&cell);
    file
}

#[test]
fn a_blob_that_claims_a_gigabyte_is_refused_by_its_length() {
    for bytes in [900_000_000, 1_000_000_000, 2_000_000, 1 << 20] {
        let refused = said(&claiming(bytes), &Secret::Device(&DEVICE));
        assert!(matches!(refused, Err(VaultError::Damaged { .. })), "{bytes}: {refused:?}");
    }
}

#[test]
fn a_page_that_leads_to_itself_is_damage_and_no_endless_search() {
    let (home, vault) = Home::new();
    drop(vault);
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'row'";
    let root: u32 = home.as_database().query_row(sql, [], |row| row.get(0)).expect("a table");
    let mut file = std::fs::read(&home.path).expect("ours");
    let start = (root as usize - 1) * 4096;
    assert_eq!(file[start], 5, "an inner page of a table");
    file[start + 8..start + 12].copy_from_slice(&root.to_be_bytes());
    let refused = said(&file, &Secret::Device(&DEVICE));
    assert!(matches!(refused, Err(VaultError::Damaged { .. })), "{refused:?}");
}

#[test]
fn a_head_that_claims_more_pages_than_there_are_or_a_file_of_terabytes_is_refused_unread() {
    let mut file = seeds::vault(|_| ());
    file[28..32].copy_from_slice(&u32::MAX.to_be_bytes());
    assert_eq!(said(&file, &Secret::Device(&DEVICE)), Err(VaultError::CutShort));
    let scratch = Scratch::with(&seeds::vault(|_| ()));
    let long = std::fs::OpenOptions::new().write(true).open(scratch.path()).expect("ours");
    long.set_len(1 << 40).expect("a hole takes no room");
    let refused = Vault::open(scratch.path(), &Secret::Device(&DEVICE), &mut |_| ()).map(|_| ());
    assert_eq!(refused, Err(VaultError::damaged("the file header")));
}

/// SQLite puts a count of pages right that it has no reason to believe, and so would change a file
/// that is refused afterwards. (Found by the fuzzer of `open`.)
#[test]
fn a_count_of_pages_that_nobody_vouches_for_is_refused_and_not_put_right() {
    let sound = seeds::vault(|_| ());
    assert_eq!(said(&sound, &Secret::Device(&DEVICE)), Ok(()));
    for (at, bytes) in [(24, [9; 4]), (92, [9; 4]), (28, [0; 4])] {
        let mut file = sound.clone();
        file[at..at + 4].copy_from_slice(&bytes);
        let refused = said(&file, &Secret::Device(&DEVICE));
        assert_eq!(refused, Err(VaultError::damaged("the file header")), "{at}");
    }
}

/// A passphrase slot that asks for a derivation of this memory (KiB), passes and lanes.
fn asking(memory: u32, passes: u32, lanes: u32) -> Vec<u8> {
    let mut e = minicbor::Encoder::new(Vec::new());
    let written = (|| {
        e.map(7)?.u8(0)?.u8(1)?.u8(1)?.bytes(&[2; 16])?.u8(2)?.u8(1)?.u8(3)?.bytes(&[6; 16])?;
        e.u8(4)?.u32(memory)?.u8(5)?.u32(passes)?.u8(6)?.u32(lanes)?.ok()
    })();
    written.expect("a vector takes every byte");
    let head = e.into_writer();
    let mut e = minicbor::Encoder::new(Vec::new());
    let written = (|| {
        e.map(4)?.u8(0)?.bytes(&head)?.u8(1)?.bytes(&[0; 32])?.u8(2)?.bytes(&[0; 24])?;
        e.u8(3)?.bytes(&[0; 48])?.ok()
    })();
    written.expect("a vector takes every byte");
    e.into_writer()
}

#[test]
fn a_derivation_above_the_cap_is_refused_unpaid_in_a_vault_and_in_a_backup() {
    let secret = Secret::Passphrase(b"horse");
    for (memory, passes, lanes) in [
        (131_073, 3, 1),
        (u32::MAX, 1, 1),
        (65_536, 17, 1),
        (65_536, u32::MAX, 1),
        (65_536, 3, 2),
        (7, 3, 1),
    ] {
        let slot = asking(memory, passes, lanes);
        let file = seeds::vault(|conn| {
            for id in [0, 1] {
                conn.execute("UPDATE slot SET body = ?2 WHERE id = ?1", (id, copy_of(&slot)))
                    .expect("room");
            }
        });
        assert_eq!(said(&file, &secret), Err(VaultError::CostTooHigh), "{memory} {passes} {lanes}");
    }
}

/// Rows and bodies that are nothing but beginnings: a hundred thousand lists within lists.
#[test]
fn lists_within_lists_without_end_are_no_recursion() {
    for nested in [[0x81].as_slice(), &[0xa1, 0x00], &[0xc1], &[0x9f], &[0xbf, 0x00]] {
        let deep = nested.repeat(100_000);
        let mut row = vec![0xa2, 0x19, 0x03, 0xe8];
        row.extend_from_slice(&deep);
        assert!(plain::decode(&row).is_err());
        assert!(plain::trimmed(&row).is_err());
        assert!(crate::vault::manifest::Manifest::decode(&row).is_err());
        assert!(crate::vault::slot::Slot::read(&row).is_none());
        assert!(crate::vault::backup::BackupKeys::decode(&row).is_err());
    }
}

#[test]
fn lengths_and_counts_without_anything_behind_them_are_refused() {
    for major in [0x5b, 0x7b, 0x9b, 0xbb] {
        for count in [u64::MAX, 1 << 60, 1 << 32, 100_000] {
            let value = [&[major][..], &count.to_be_bytes()].concat();
            assert!(plain::decode(&value).is_err());
            for key in 0..=8 {
                let row = [&[0xa2, 0x00, 0x18, 0x23, key][..], &value].concat();
                assert!(plain::decode(&row).is_err(), "key {key}");
                assert!(plain::own_body(&row, 0x23).is_none(), "key {key}");
                assert!(crate::vault::manifest::Manifest::decode(&row).is_err(), "key {key}");
                assert!(crate::vault::slot::Slot::read(&row).is_none(), "key {key}");
            }
            assert!(crate::vault::backup::BackupKeys::decode(&value).is_err());
        }
    }
}

#[test]
fn what_lies_within_the_seals_of_a_backup_is_believed_no_more_than_the_rest() {
    let check = |content: &[u8]| {
        let scratch = Scratch::with(&sealed_backup(content));
        let code: RecoveryCode = code();
        let secret = Secret::RecoveryCode(&code);
        let mut steps = Vec::new();
        let checked = Vault::check_backup(scratch.path(), &secret, &mut |step| steps.push(step));
        assert!(!steps.contains(&Progress::DerivingKey));
        checked.map(|_| ())
    };
    let sound = seeds::backup_content();
    assert_eq!(check(&sound), Ok(()));
    let unsound = Err(BackupFault::Changed { part: "its content".to_owned() }.into());
    let head = u32::from_le_bytes([0, 1, 2, 3].map(|at| sound[at])) as usize;
    // The number of versions, key 1 of the head, becomes larger than the file has room for.
    let many = 4 + sound[4..].windows(3).position(|part| part == [1, 1, 2]).expect("a number");
    let mut claimed = sound[..=many].to_vec();
    claimed.push(0x1b);
    claimed.extend_from_slice(&u64::MAX.to_be_bytes());
    claimed.extend_from_slice(&sound[many + 2..]);
    claimed[..4].copy_from_slice(&(head as u32 + 8).to_le_bytes());
    assert_eq!(check(&claimed), unsound, "a count");
    for length in [u32::MAX, 1 << 30, (1 << 20) + 1] {
        let piece = [&length.to_le_bytes()[..], &[0xa0; 64]].concat();
        assert_eq!(check(&piece), unsound, "the head's length");
        let piece = [&sound[..4 + head], &piece].concat();
        assert_eq!(check(&piece), unsound, "a version's length");
    }
    let twice = [&sound[..sound.len() - 4], &sound[4 + head..]].concat();
    assert_eq!(check(&twice), unsound, "a version that was not counted");
    let trailing = [&sound[..], b"x"].concat();
    assert_eq!(check(&trailing), unsound, "something after the end");
    assert_eq!(check(&vec![0; 70_000]), unsound, "nothing at all");
}

#[test]
fn a_last_page_that_misses_only_zeros_is_missed_too() {
    let mut file = seeds::vault(|_| ());
    let pages = u32::try_from(file.len() / 4096).expect("a small file") + 1;
    file[28..32].copy_from_slice(&pages.to_be_bytes());
    file.resize(file.len() + 4096, 0);
    assert_eq!(said(&file, &Secret::Device(&DEVICE)), Ok(()), "an empty page does no harm");
    file.pop();
    assert_eq!(said(&file, &Secret::Device(&DEVICE)), Err(VaultError::CutShort));
}
