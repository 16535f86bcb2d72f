//! How a secret becomes a slot: the one place that every new slot goes through, at the making of
//! a vault, at a change of one secret and at a re-key.

use super::backup::BackupKeys;
use super::key::Keys;
use super::slot::{Beside, Fresh, Kek};
use super::slots::Slots;
use super::stack::on_wiped;
use super::{Progress, Secret, VaultError};

/// The content of a new slot for this secret; what it makes of the secret for backups takes the
/// place of what was there. A passphrase costs two derivations, side by side.
pub(super) fn enrol(
    keys: &Keys,
    backup: &mut BackupKeys,
    secret: &Secret<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<u8>, VaultError> {
    enrol_beside(keys, backup, secret, progress, &mut || ())
}

/// As [`enrol`], with something else done at the same time.
pub(super) fn enrol_beside(
    keys: &Keys,
    backup: &mut BackupKeys,
    secret: &Secret<'_>,
    progress: &mut dyn FnMut(Progress),
    beside: Beside<'_>,
) -> Result<Vec<u8>, VaultError> {
    if matches!(secret, Secret::Passphrase(_)) {
        progress(Progress::DerivingKey);
    }
    let wrap = |kek: &Kek, fresh: Fresh| kek.wrap(&keys.vault, keys.id, fresh.nonce);
    on_wiped(|| backup.with_new_slot(secret, beside, wrap))?
}

/// A new slot for each of these secrets, and no other, with what opens backups.
///
/// # Errors
///
/// `LastSlot` where there is no secret: nobody could open the vault.
pub(super) fn enrol_all(
    keys: &Keys,
    secrets: &[Secret<'_>],
    progress: &mut dyn FnMut(Progress),
) -> Result<(Slots, BackupKeys), VaultError> {
    let mut slots = Slots::default();
    let mut backup = BackupKeys::default();
    for secret in secrets {
        slots.put(&enrol(keys, &mut backup, secret, progress)?)?;
    }
    if slots.kinds().is_empty() {
        return Err(VaultError::LastSlot);
    }
    Ok((slots, backup))
}
