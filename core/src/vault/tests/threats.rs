//! What `THREATS.md` says, where no other test shows it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::backup::coded;
use super::*;
use crate::vault::{BACKUP_CHUNK, RecoveryCode, backup_header_len};

const THREATS: &str = include_str!("../THREATS.md");

/// What a database without any key shows of every row: its id and what lies in it.
fn rows(home: &Home) -> BTreeMap<i64, Vec<u8>> {
    let conn = home.as_database();
    let mut select = conn.prepare("SELECT id, sealed FROM row").expect("the table is there");
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    rows.collect::<Result<_, _>>().expect("rows")
}

fn lengths(home: &Home) -> Vec<usize> {
    let mut lengths: Vec<usize> = rows(home).values().map(Vec::len).collect();
    lengths.sort_unstable();
    lengths
}

#[test]
fn a_file_without_its_key_tells_lengths_kinds_of_key_and_costs_and_no_more() {
    let (home, mut vault, _) = coded();
    let (elsewhere, other, _) = coded();
    let long = vec![b'x'; 700];
    record(&mut vault, &[create(id(1), b"alone on Sunday"), create(id(2), &long)], NOON);
    record(&mut vault, &[edit(id(1), b"with Tom"), Draft::delete(id(2), 1)], NOON + MINUTE);
    record(&mut vault, &[Draft { kind: 900, ..create(id(3), b"x") }], NOON + DAY);
    drop((vault, other));
    // A vault in which much was recorded beside one in which nothing was: one row longer than 512.
    let (lived, empty) = (lengths(&home), lengths(&elsewhere));
    assert_eq!(lived.len(), empty.len());
    assert_eq!(lived[..lived.len() - 1], empty[1..], "but for the one long note");
    let file = fs::read(&home.path).expect("ours");
    for word in [&b"alone on Sunday"[..], b"with Tom", &long[..16], &id(1).0, &id(3).0] {
        assert!(!file.windows(word.len()).any(|part| part == word));
    }
    let conn = home.as_database();
    let slots: Vec<Vec<u8>> = [0, 2]
        .map(|id| conn.query_row("SELECT body FROM slot WHERE id = ?1", [id], |row| row.get(0)))
        .map(|slot| slot.expect("a slot"))
        .into();
    // Format, vault, kind and salt stand in clear, and for a passphrase its costs.
    for (slot, kind) in slots.iter().zip([2, 3]) {
        assert!(slot.windows(4).any(|part| part == [2, kind, 3, 0x50]));
    }
}

#[test]
fn two_images_tell_which_rows_changed_and_nothing_of_what_they_say() {
    let (home, mut vault) = Home::new();
    record(&mut vault, &[create(id(1), b"one"), create(id(2), b"two")], NOON);
    drop(vault);
    let before = rows(&home);
    let (mut vault, _) = home.open();
    record(&mut vault, &[create(id(3), b"three")], NOON + MINUTE);
    drop(vault);
    let after = rows(&home);
    assert!(before.keys().eq(after.keys()), "no row comes or goes");
    let changed = after.iter().filter(|(row, sealed)| before[row] != **sealed).count();
    assert_eq!(changed, 2, "the manifest and one that was a dummy");
    let (mut vault, _) = home.open();
    record(&mut vault, &[edit(id(3), b"other")], NOON + 2 * MINUTE);
    drop(vault);
    let changed = rows(&home).iter().filter(|(row, sealed)| after[row] != **sealed).count();
    assert_eq!(changed, 2, "an edit looks like an entry");
}

#[test]
fn two_backups_of_one_vault_can_be_told_to_be_of_one_and_no_more() {
    let (home, mut vault, _) = coded();
    record(&mut vault, &[create(id(1), b"one")], NOON);
    let (first, _) = home.backup(&vault, "first");
    record(&mut vault, &[create(id(2), b"two")], NOON + DAY);
    let (second, _) = home.backup(&vault, "second");
    let code = RecoveryCode::random().expect("random numbers");
    vault.set_slot(&Secret::RecoveryCode(&code), &mut |_| ()).expect("room");
    let (third, _) = home.backup(&vault, "third");
    let files = [first, second, third].map(|path| fs::read(path).expect("ours"));
    assert_eq!(files[0].len(), files[1].len(), "an entry more does not show in the length");
    let [one, two, three] = files.each_ref().map(|file| {
        let header = backup_header_len(file).expect("a backup");
        assert_eq!((file.len() - header) % BACKUP_CHUNK, 0);
        // The salt, key 3 of a slot's head.
        let at = file.windows(4).position(|part| part == [2, 3, 3, 0x50]).expect("a salt");
        let salt = file[at + 4..at + 20].to_vec();
        let parts: BTreeSet<Vec<u8>> = file.chunks_exact(16).map(<[u8]>::to_vec).collect();
        (salt, file[header..header + 64].to_vec(), parts.len())
    });
    assert_eq!(one.0, two.0, "the same key opens both");
    assert_ne!(one.0, three.0, "and after a change of the secret another");
    assert!(one.1 != two.1 && two.1 != three.1);
    assert!(one.2 * 16 + 64 > files[0].len(), "nothing in it repeats: {}", one.2);
}

#[test]
fn coercion_is_not_solved_and_the_readme_says_so() {
    let readme = include_str!("../../../../README.md");
    assert!(readme.contains("Whoever forces you to unlock it can read everything."));
}

/// The names in the last column of each row of the tables.
fn named() -> Vec<Vec<String>> {
    let rows = THREATS.lines().filter(|line| line.starts_with("| ") && !line.contains("shown by"));
    let last = rows.map(|row| row.trim_end_matches(" |").rsplit('|').next().unwrap_or_default());
    let names = last.map(|cell| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect());
    names.collect()
}

fn sources(folder: &Path, all: &mut Vec<String>) {
    for entry in folder.read_dir().expect("a folder of sources") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            sources(&path, all);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            all.push(fs::read_to_string(path).expect("a text"));
        }
    }
}

#[test]
fn every_test_that_the_threat_model_names_exists() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    for folder in ["src", "../tests/src", "../tests/tests"] {
        sources(&here.join(folder), &mut all);
    }
    let is_test = |name: &String| {
        let signature = format!("fn {name}(");
        all.iter().any(|text| {
            let Some(at) = text.find(&signature) else { return false };
            let before: Vec<&str> = text[..at].lines().rev().take(6).collect();
            before.iter().any(|line| line.trim() == "#[test]")
        })
    };
    let rows = named();
    assert!(rows.len() > 20, "{}", rows.len());
    for names in &rows {
        assert!(!names.is_empty(), "a line that no test shows");
        for name in names {
            assert!(is_test(name), "{name} is no test");
        }
    }
}
