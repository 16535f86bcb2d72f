//! Re-key: everything under a new key, or nothing changed.

use std::collections::HashSet;

use super::*;
use crate::vault::{Before, Progress, RecoveryCode, SlotKind};

const NEW_DEVICE: [u8; 32] = [11; 32];

fn sealed_rows(home: &Home) -> Vec<Vec<u8>> {
    let conn = home.as_database();
    let mut select = conn.prepare("SELECT sealed FROM row ORDER BY id").expect("a vault");
    let rows = select.query_map([], |row| row.get(0)).expect("rows");
    rows.map(|row| row.expect("a blob")).collect()
}

fn opens(path: &std::path::Path, secret: &Secret<'_>) -> Result<Vec<String>, VaultError> {
    Vault::open(path, secret, &mut |_| ()).map(|(_vault, versions)| bodies(versions))
}

/// A vault with a note that was changed, one that was deleted, and a recovery code.
fn lived() -> (Home, Vault, RecoveryCode) {
    let (home, mut vault) = Home::new();
    let long = vec![b'x'; 3000];
    record(&mut vault, &[create(id(1), b"one"), create(id(2), b"two"), create(id(3), &long)], NOON);
    let code = RecoveryCode::random().expect("random numbers");
    vault.set_slot(&Secret::RecoveryCode(&code), &mut |_| ()).expect("room");
    let drafts = [edit(id(1), b"other one"), Draft::delete(id(2), 1)];
    record(&mut vault, &drafts, NOON + MINUTE);
    (home, vault, code)
}

#[test]
fn after_a_rekey_all_is_there_and_no_old_secret_opens_it() {
    let (home, mut vault, old_code) = lived();
    let (generation, rows) = (vault.generation(), vault.stats().expect("open").rows);
    let ready = vault.prepare_rekey(&[Secret::Device(&NEW_DEVICE)], &mut |_| ()).expect("ready");
    assert_eq!(ready.removed(), []);
    let mut seen = Vec::new();
    vault.rekey(&ready, &mut |step| seen.push(step)).expect("room");
    assert_eq!(seen.last(), Some(&Progress::Sealing { rows: rows - 1, of: rows - 1 }));
    assert_eq!(vault.generation(), generation + 1);
    // It goes on as before in the same sitting.
    record(&mut vault, &[create(id(4), b"four")], NOON + 2 * MINUTE);
    drop(vault);
    for secret in [Secret::Device(&DEVICE), Secret::RecoveryCode(&old_code)] {
        assert_eq!(opens(&home.path, &secret), Err(VaultError::WrongKey));
    }
    let long = "x".repeat(3000);
    for secret in [Secret::Device(&NEW_DEVICE), Secret::RecoveryCode(ready.recovery_code())] {
        let found = opens(&home.path, &secret).expect("its key");
        assert_eq!(found, ["other one", "", long.as_str(), "four"]);
    }
    assert_eq!(home.files(), ["vault.koers"]);
}

#[test]
fn after_a_rekey_a_backup_opens_with_the_new_code_and_not_with_the_old_one() {
    let (home, mut vault, old_code) = lived();
    let (before, after) = (home.path.with_extension("before"), home.path.with_extension("after"));
    vault.backup(&before, NOON, false, &mut |_| ()).expect("room");
    let ready = vault.prepare_rekey(&[Secret::Device(&NEW_DEVICE)], &mut |_| ()).expect("ready");
    vault.rekey(&ready, &mut |_| ()).expect("room");
    vault.backup(&after, NOON, false, &mut |_| ()).expect("room");
    let check = |path, code| Vault::check_backup(path, &Secret::RecoveryCode(code), &mut |_| ());
    assert!(check(&after, ready.recovery_code()).is_ok());
    assert_eq!(check(&after, &old_code).err(), Some(VaultError::WrongKey));
    assert!(check(&before, &old_code).is_ok(), "what was written before is as it was");
    assert_eq!(check(&before, ready.recovery_code()).err(), Some(VaultError::WrongKey));
}

#[test]
fn an_old_copy_still_opens_with_the_old_secret_and_only_that() {
    let (home, vault, old_code) = lived();
    drop(vault);
    let copy = home.path.with_extension("older");
    std::fs::copy(&home.path, &copy).expect("the folder is ours");
    let (mut vault, _) = home.open();
    let ready = vault.prepare_rekey(&[Secret::Device(&NEW_DEVICE)], &mut |_| ()).expect("ready");
    vault.rekey(&ready, &mut |_| ()).expect("room");
    drop(vault);
    assert!(opens(&copy, &Secret::Device(&DEVICE)).is_ok());
    assert!(opens(&copy, &Secret::RecoveryCode(&old_code)).is_ok());
    assert_eq!(opens(&copy, &Secret::Device(&NEW_DEVICE)), Err(VaultError::WrongKey));
}

#[test]
fn no_row_is_sealed_as_it_was_and_no_nonce_comes_twice() {
    let (home, vault, _) = lived();
    drop(vault);
    let before = sealed_rows(&home);
    let (mut vault, _) = home.open();
    let ready = vault.prepare_rekey(&[Secret::Device(&DEVICE)], &mut |_| ()).expect("ready");
    vault.rekey(&ready, &mut |_| ()).expect("room");
    drop(vault);
    let after = sealed_rows(&home);
    let lengths = |rows: &[Vec<u8>]| rows.iter().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(lengths(&before), lengths(&after), "nothing is told by a row that moved");
    let nonces: HashSet<&[u8]> = before.iter().chain(&after).map(|row| &row[..24]).collect();
    assert_eq!(nonces.len(), 2 * before.len());
    assert!(before.iter().zip(&after).all(|(old, new)| old[24..56] != new[24..56]));
}

#[test]
fn nothing_of_the_old_rows_and_slots_lies_beside_the_file_after_it() {
    let (home, vault, _) = lived();
    drop(vault);
    let before: HashSet<Vec<u8>> =
        sealed_rows(&home).into_iter().map(|row| row[..64].to_vec()).collect();
    let (mut vault, _) = home.open();
    record(&mut vault, &[create(id(9), b"nine")], NOON + 2 * MINUTE);
    let ready = vault.prepare_rekey(&[Secret::Device(&NEW_DEVICE)], &mut |_| ()).expect("ready");
    vault.rekey(&ready, &mut |_| ()).expect("room");
    // As a kill right now would leave it.
    let folder = home.path.parent().expect("a folder");
    for file in folder.read_dir().expect("ours") {
        let bytes = std::fs::read(file.expect("ours").path()).expect("ours");
        let left = bytes.windows(64).filter(|part| before.contains(*part)).count();
        assert_eq!(left, 0);
    }
    record(&mut vault, &[create(id(10), b"ten")], NOON + 3 * MINUTE);
    drop(vault);
    assert_eq!(home.files(), ["vault.koers"]);
}

#[test]
fn slots_whose_secret_is_not_given_are_gone_and_named() {
    let (home, mut vault, old_code) = lived();
    let ready = vault.prepare_rekey(&[], &mut |_| ()).expect("ready");
    assert_eq!(ready.removed(), [SlotKind::Device]);
    vault.rekey(&ready, &mut |_| ()).expect("room");
    assert_eq!(vault.slots(), [SlotKind::RecoveryCode]);
    drop(vault);
    let gone = opens(&home.path, &Secret::Device(&DEVICE));
    assert_eq!(gone, Err(VaultError::NoSuchSlot(SlotKind::Device)));
    assert_eq!(opens(&home.path, &Secret::RecoveryCode(&old_code)), Err(VaultError::WrongKey));
    assert!(opens(&home.path, &Secret::RecoveryCode(ready.recovery_code())).is_ok());
}

#[test]
fn a_rekey_that_nobody_confirms_leaves_no_byte_behind() {
    let (home, vault, _) = lived();
    drop(vault);
    let before = std::fs::read(&home.path).expect("ours");
    let (vault, _) = home.open();
    let ready = vault.prepare_rekey(&[Secret::Device(&NEW_DEVICE)], &mut |_| ()).expect("ready");
    assert_eq!(home.files(), ["vault.koers"]);
    drop((ready, vault));
    assert_eq!(std::fs::read(&home.path).expect("ours"), before);
    assert!(opens(&home.path, &Secret::Device(&DEVICE)).is_ok());
}

#[test]
fn what_was_deleted_or_changed_is_gone_for_good() {
    let (home, mut vault, _) = lived();
    assert!(
        matches!(vault.last_change(), Ok(Some(change)) if change.records[0].before != Before::Gone)
    );
    let versions = vault.stats().expect("open").versions;
    let ready = vault.prepare_rekey(&[Secret::Device(&DEVICE)], &mut |_| ()).expect("ready");
    vault.rekey(&ready, &mut |_| ()).expect("room");
    assert_eq!(vault.stats().expect("open").versions, versions - 2, "both earlier bodies");
    let change = vault.last_change().expect("readable").expect("a change");
    assert!(change.records.iter().all(|one| one.before == Before::Gone), "no undo of it");
    let stats = vault.stats();
    drop(vault);
    let (vault, _) = home.open();
    assert_eq!(vault.stats(), stats, "and so it is found again");
}

#[test]
fn entries_may_come_between_but_no_other_change_of_a_key() {
    let (home, mut vault, _) = lived();
    let ready = vault.prepare_rekey(&[Secret::Device(&NEW_DEVICE)], &mut |_| ()).expect("ready");
    let stale = vault.prepare_rekey(&[Secret::Device(&DEVICE)], &mut |_| ()).expect("ready");
    record(&mut vault, &[create(id(5), b"five")], NOON + 2 * MINUTE);
    vault.rekey(&ready, &mut |_| ()).expect("room");
    assert_eq!(vault.rekey(&stale, &mut |_| ()), Err(VaultError::Stale));
    assert_eq!(vault.rekey(&ready, &mut |_| ()), Err(VaultError::Stale), "once only");
    drop(vault);
    let found = opens(&home.path, &Secret::Device(&NEW_DEVICE)).expect("its key");
    assert!(found.contains(&"five".to_owned()));
}

#[test]
fn a_row_that_the_disk_changed_meanwhile_stops_it_and_nothing_is_changed() {
    let (home, mut vault, _) = lived();
    let ready = vault.prepare_rekey(&[Secret::Device(&NEW_DEVICE)], &mut |_| ()).expect("ready");
    let conn = vault.conn().expect("open");
    let spoil = "UPDATE row SET sealed = zeroblob(length(sealed)) WHERE id = \
                 (SELECT max(id) FROM row)";
    conn.execute_batch(&format!("SAVEPOINT whole; {spoil}")).expect("a vault");
    conn.execute_batch("RELEASE whole").expect("room");
    assert!(matches!(vault.rekey(&ready, &mut |_| ()), Err(VaultError::Damaged { .. })));
    assert!(
        !vault.slots().is_empty() && vault.conn().is_ok(),
        "it is still open under the old key"
    );
    drop(vault);
    assert!(matches!(home.try_open().map(|_| ()), Err(VaultError::Damaged { .. })));
}
