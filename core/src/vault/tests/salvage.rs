//! Damaged vaults: what can still be read goes into a new one, and the damaged file is kept.

use super::backup::sorted;
use super::*;
use crate::vault::{RecoveryCode, Salvaged, SlotKind};

const PAGE: usize = 4096;
const DATE: &str = "2025-03-02";

fn salvage(home: &Home) -> Result<Option<Salvaged>, VaultError> {
    Vault::salvage(&home.path, &Secret::Device(&DEVICE), DATE, &mut |_| ())
}

/// Entries of every length, an edit, a deletion, and something of this device.
fn lived_in() -> (Home, Vec<Version>) {
    let (home, mut vault) = Home::new();
    let many: Vec<Draft> =
        (0..200_u32).map(|n| create(RecordId::named(&[&n.to_string()]), b"an entry")).collect();
    record(&mut vault, &many, NOON);
    let long = create(id(1), &vec![b'x'; 70_000]);
    let goal = with_history(create(id(2), b"goal"));
    let device = Draft { local: true, ..create(id(4), b"of this device") };
    record(&mut vault, &[long, goal, create(id(3), b"to go"), device], NOON + 1);
    record(&mut vault, &[with_history(edit(id(2), b"other goal"))], NOON + 2);
    record(&mut vault, &[Draft::delete(id(3), 1)], NOON + 3);
    record(&mut vault, &[create(id(5), b"last")], NOON + 4);
    drop(vault);
    let (vault, versions) = home.open();
    drop(vault);
    (home, versions)
}

fn damage(home: &Home, change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = std::fs::read(&home.path).expect("it is there");
    change(&mut bytes);
    std::fs::write(&home.path, &bytes).expect("room");
    bytes
}

/// The pages, from 0, that are leaves of a table and hold rows.
fn leaves(bytes: &[u8]) -> Vec<usize> {
    (1..bytes.len() / PAGE).filter(|page| bytes[page * PAGE] == 0x0d).collect()
}

#[test]
fn a_sound_vault_is_left_alone() {
    let (home, _) = lived_in();
    let before = std::fs::read(&home.path).expect("it is there");
    assert_eq!(salvage(&home), Ok(None));
    assert_eq!(std::fs::read(&home.path).expect("it is there"), before);
    assert_eq!(home.files(), ["vault.koers"]);
}

#[test]
fn where_the_tree_or_the_header_is_gone_everything_comes_back() {
    type Damage = fn(&mut Vec<u8>);
    let cases: [(&str, Damage); 4] = [
        ("the first page", |bytes| bytes[..PAGE].fill(0)),
        ("the format in the header", |bytes| bytes[63] = 9),
        ("every page of the tree above the leaves", |bytes| {
            for page in 1..bytes.len() / PAGE {
                if bytes[page * PAGE] == 0x05 {
                    bytes[page * PAGE..][..PAGE].fill(0xee);
                }
            }
        }),
        ("a byte in the manifest's count", |bytes| {
            // The pages that the schema does not name: the list of tables is cut.
            bytes[103..105].fill(0);
        }),
    ];
    for (what, change) in cases {
        let (home, versions) = lived_in();
        let damaged = damage(&home, change);
        assert!(home.try_open().is_err(), "{what}");
        let salvaged = salvage(&home).expect(what).expect("it was damaged");
        assert_eq!(salvaged.lost_rows, Some(0), "{what}");
        assert_eq!(salvaged.records, 204, "{what}: the deleted one does not count");
        assert_eq!(std::fs::read(&salvaged.kept_aside).expect("kept"), damaged, "{what}");
        let (vault, found) = home.open();
        assert_eq!(sorted(found), sorted(versions), "{what}");
        assert!(vault.generation() > 5, "{what}: it is not taken for an older one");
    }
}

#[test]
fn rows_that_broke_are_counted_and_the_others_come_back() {
    let (home, versions) = lived_in();
    let damaged = damage(&home, |bytes| {
        let leaves = leaves(bytes);
        for page in leaves.iter().skip(20).step_by(9) {
            bytes[page * PAGE + 2000] ^= 1;
        }
        // And the end is cut off.
        bytes.truncate(bytes.len() - PAGE / 2);
    });
    let salvaged = salvage(&home).expect("much is left").expect("it was damaged");
    let lost = salvaged.lost_rows.expect("the manifest is whole");
    assert!((2..100).contains(&lost), "{lost} rows");
    assert_eq!(std::fs::read(&salvaged.kept_aside).expect("kept"), damaged);
    let (_vault, found) = home.open();
    assert!(found.len() as u64 >= versions.len() as u64 - lost);
    assert!(found.iter().all(|version| versions.contains(version)), "nothing else than was there");
    let kept = salvaged.kept_aside.file_name().expect("a name").to_string_lossy().into_owned();
    assert_eq!(kept, format!("vault.koers.damaged-{DATE}"));
    assert_eq!(home.files().len(), 2, "nothing else is left behind");
}

#[test]
fn every_key_opens_what_was_salvaged_and_backups_go_on() {
    let (home, mut vault, code) = super::backup::coded();
    record(&mut vault, &[create(id(1), b"one")], NOON);
    drop(vault);
    damage(&home, |bytes| bytes[..PAGE].fill(0));
    let secret = Secret::RecoveryCode(&code);
    let salvaged = Vault::salvage(&home.path, &secret, DATE, &mut |_| ()).expect("its code");
    assert_eq!(salvaged.map(|one| one.records), Some(1));
    let (vault, _) = home.open();
    assert_eq!(vault.backup_opens_with(), Ok(vec![SlotKind::RecoveryCode]));
    let mut kinds = vault.slots();
    kinds.sort_by_key(|kind| kind.code());
    assert_eq!(kinds.len(), 2, "{kinds:?}");
}

#[test]
fn what_cannot_be_salvaged_is_left_as_it_is() {
    let (home, _) = lived_in();
    let stranger = RecoveryCode::random().expect("random numbers");
    let before = damage(&home, |bytes| bytes[..PAGE].fill(0));
    let none = Vault::salvage(&home.path, &Secret::RecoveryCode(&stranger), DATE, &mut |_| ());
    assert_eq!(none, Err(VaultError::NotAVault), "no slot of that kind");
    let wrong = Vault::salvage(&home.path, &Secret::Device(&[8; 32]), DATE, &mut |_| ());
    assert_eq!(wrong, Err(VaultError::WrongKey));
    assert_eq!(std::fs::read(&home.path).expect("it is there"), before);

    let noise = damage(&home, |bytes| bytes.fill(0x0d));
    assert_eq!(salvage(&home), Err(VaultError::NotAVault));
    assert_eq!(std::fs::read(&home.path).expect("it is there"), noise);
    assert_eq!(home.files(), ["vault.koers"]);
    std::fs::remove_file(&home.path).expect("ours");
    assert_eq!(salvage(&home), Err(VaultError::NotFound));
}

#[test]
fn a_row_put_back_from_an_older_file_does_not_undo_a_later_change() {
    let (home, mut vault) = Home::new();
    record(&mut vault, &[create(id(1), b"one")], NOON);
    drop(vault);
    let older = std::fs::read(&home.path).expect("it is there");
    let (mut vault, _) = home.open();
    record(&mut vault, &[edit(id(1), b"changed")], NOON + 1);
    drop(vault);
    // The older file's pages follow the newer one's.
    damage(&home, |bytes| bytes.extend_from_slice(&older[PAGE..]));
    damage(&home, |bytes| bytes[..PAGE].fill(0));
    salvage(&home).expect("all is left").expect("it was damaged");
    let (mut vault, versions) = home.open();
    assert_eq!(bodies(versions), ["changed"]);
    record(&mut vault, &[create(id(2), b"next")], NOON + 2);
}

#[test]
fn wiping_takes_the_damaged_file_too() {
    let (home, _) = lived_in();
    damage(&home, |bytes| bytes[..PAGE].fill(0));
    salvage(&home).expect("all is left");
    Vault::wipe(&home.path).expect("ours");
    assert!(home.files().is_empty());
}
