//! Every backup format that ever was is still checked and restored, with everything in it.

use std::fs;
use std::path::{Path, PathBuf};

use koers_core::journey::Journey;
use koers_core::vault::{BackupFault, Secret, SlotKind, Vault, VaultError, Version};
use koers_tests::fixture::{self, DEVICE, PASSPHRASE};
use tempfile::TempDir;

/// The fixtures, oldest first, and the vault that each was made of.
const FIXTURES: &[(&str, &str)] = &[("v1.koersbackup", "v1.koers")];

fn copy(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("the system has a temporary folder");
    let path = folder.path().join(name);
    fs::copy(fixture::folder().join(name), &path).expect("the fixture is checked in");
    (folder, path)
}

/// What a vault holds that a backup carries, byte for byte, in an order of its own.
fn carried(path: &Path, secret: &Secret<'_>) -> Vec<Version> {
    let (_vault, mut versions) = Vault::open(path, secret, &mut |_| ()).expect("it opens");
    versions.retain(|version| !version.local);
    versions.sort_by(|a, b| (a.record, a.stamp, &a.body).cmp(&(b.record, b.stamp, &b.body)));
    versions
}

#[test]
fn each_secret_restores_every_backup_ever_made_and_all_is_there() {
    for (backup, vault) in FIXTURES {
        let (_folder, vault) = copy(vault);
        let expected = carried(&vault, &Secret::Device(&DEVICE));
        let (folder, path) = copy(backup);
        let code = fixture::recovery_code();
        for secret in [Secret::RecoveryCode(&code), Secret::Passphrase(PASSPHRASE)] {
            let found = Vault::check_backup(&path, &secret, &mut |_| ()).expect("its key");
            assert_eq!(found.versions, expected.len() as u64);
            assert_eq!(found.opens_with, [SlotKind::Passphrase, SlotKind::RecoveryCode]);
            let to = folder.path().join("restored.koers");
            Vault::restore(&path, &to, &secret, None, &mut |_| ()).expect("its key");
            let restored = carried(&to, &secret);
            assert_eq!(restored, expected, "{backup}");
            assert!(restored.iter().all(|one| Journey::decode(one).is_understood()), "{backup}");
            Vault::wipe(&to).expect("ours");
        }
        let whole = fs::read(fixture::folder().join(backup)).ok();
        assert_eq!(fs::read(&path).ok(), whole, "restoring wrote nothing to it");
    }
}

#[test]
fn a_vault_from_before_backups_makes_one_once_its_passphrase_was_given() {
    let (folder, path) = copy("v1.koers");
    let (mut vault, _) = Vault::open(&path, &Secret::Device(&DEVICE), &mut |_| ()).expect("opens");
    let to = folder.path().join("a.koersbackup");
    let refused = vault.backup(&to, 0, false, &mut |_| ());
    assert_eq!(refused, Err(VaultError::Backup(BackupFault::NoKey)));
    vault.keep_backup_key(&Secret::Passphrase(PASSPHRASE), &mut |_| ()).expect("room");
    vault.backup(&to, 0, false, &mut |_| ()).expect("room");
    let found = Vault::check_backup(&to, &Secret::Passphrase(PASSPHRASE), &mut |_| ());
    assert_eq!(found.expect("its key").opens_with, [SlotKind::Passphrase]);
}
