//! The backup keys: made with the slots, gone with them, and missing in older vaults.

use super::*;
use crate::vault::SlotKind;

#[test]
fn a_vault_that_only_a_device_opens_has_no_backup_and_says_so() {
    let (home, vault) = Home::new();
    assert_eq!(vault.backup_opens_with(), Ok(vec![]));
    let path = home.beside("a.koersbackup");
    let refused = vault.backup(&path, NOON, false, &mut |_| ());
    assert_eq!(refused, Err(fault(BackupFault::NoKey)));
    assert_eq!(home.files(), ["vault.koers"]);
}

#[test]
fn a_vault_from_before_backups_has_them_once_a_secret_of_it_was_given() {
    let (home, mut vault, code) = coded();
    // As a vault of that time: a row of the vault's own less.
    let row = vault.own[0];
    let dummy = vault.keys.seal(row.row, [1; 24], &crate::vault::plain::dummy(512));
    let sealed = [crate::vault::write::Sealed { row: row.row, over: true, bytes: dummy }];
    let mut manifest = vault.manifest.clone();
    let conn = vault.conn().expect("open");
    crate::vault::write::put_rows(conn, &vault.keys, &mut manifest, &sealed).expect("room");
    vault.manifest = manifest;
    drop(vault);
    let (mut vault, _) = home.open();
    assert_eq!(vault.backup_opens_with(), Ok(vec![]));

    let other = RecoveryCode::random().expect("random numbers");
    let wrong = vault.keep_backup_key(&Secret::RecoveryCode(&other), &mut |_| ());
    assert_eq!(wrong, Err(VaultError::WrongKey), "a slip would make backups that nobody opens");
    let device = vault.keep_backup_key(&Secret::Device(&DEVICE), &mut |_| ());
    assert_eq!(device, Err(VaultError::NoSuchSlot(SlotKind::Device)));
    vault.keep_backup_key(&Secret::RecoveryCode(&code), &mut |_| ()).expect("room");
    assert_eq!(vault.backup_opens_with(), Ok(vec![SlotKind::RecoveryCode]));
    let (path, _) = home.backup(&vault, "a.koersbackup");
    assert!(check(&path, &Secret::RecoveryCode(&code)).is_ok());
}

#[test]
fn a_new_secret_opens_later_backups_and_the_old_one_earlier_ones() {
    let (home, mut vault, old) = coded();
    let (before, _) = home.backup(&vault, "before.koersbackup");
    let new = RecoveryCode::random().expect("random numbers");
    vault.set_slot(&Secret::RecoveryCode(&new), &mut |_| ()).expect("room");
    let (after, _) = home.backup(&vault, "after.koersbackup");
    let (old, new) = (Secret::RecoveryCode(&old), Secret::RecoveryCode(&new));
    assert!(check(&before, &old).is_ok() && check(&after, &new).is_ok());
    assert_eq!(check(&before, &new), Err(VaultError::WrongKey));
    assert_eq!(check(&after, &old), Err(VaultError::WrongKey));
    let own = |path| vault.check_own_backup(path, &mut |_| ());
    assert_eq!(own(&before), Err(VaultError::WrongKey));
    assert!(own(&after).is_ok());
    assert_eq!(vault.own.len(), 1, "one row, overwritten");
    vault.remove_slot(SlotKind::RecoveryCode).expect("the device is left");
    assert_eq!(vault.backup_opens_with(), Ok(vec![]), "its secret opens no later backup");
}
