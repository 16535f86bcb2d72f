//! Backups on real files: there and back, by each secret, and everything that must be refused.

mod bytes;
mod forged;
mod restore;
mod upgrade;

use super::*;
use crate::vault::{Backup, BackupFault, RecoveryCode, Restored};

const PASSPHRASE: &[u8] = b"four quiet horses";

/// A vault that a device key opens, and whose backups a recovery code opens.
pub(super) fn coded() -> (Home, Vault, RecoveryCode) {
    let (home, mut vault) = Home::new();
    let code = RecoveryCode::random().expect("random numbers");
    vault.set_slot(&Secret::RecoveryCode(&code), &mut |_| ()).expect("room");
    (home, vault, code)
}

impl Home {
    pub(super) fn beside(&self, name: &str) -> PathBuf {
        self.path.with_file_name(name)
    }

    pub(super) fn backup(&self, vault: &Vault, name: &str) -> (PathBuf, Backup) {
        let path = self.beside(name);
        let backup = vault.backup(&path, NOON, false, &mut |_| ()).expect("room on the disk");
        (path, backup)
    }

    pub(super) fn restore(&self, from: &Path, secret: &Secret<'_>) -> Result<Restored, VaultError> {
        Vault::restore(from, &self.beside("restored.koers"), secret, None, &mut |_| ())
    }
}

fn check(path: &Path, secret: &Secret<'_>) -> Result<Backup, VaultError> {
    Vault::check_backup(path, secret, &mut |_| ())
}

pub(super) fn fault(fault: BackupFault) -> VaultError {
    VaultError::Backup(fault)
}

/// All versions, in an order of their own.
pub(super) fn sorted(mut versions: Vec<Version>) -> Vec<Version> {
    versions.sort_by(|a, b| (a.record, a.stamp, &a.body).cmp(&(b.record, b.stamp, &b.body)));
    versions
}
