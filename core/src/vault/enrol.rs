//! How a secret becomes a slot: the one place that every new slot goes through, at the making of
//! a vault, at a change of one secret and at a re-key.

use super::key::Keys;
use super::slot::{Fresh, wrap};
use super::slots::Slots;
use super::stack::on_wiped;
use super::{Progress, Secret, VaultError};

/// The content of a new slot for this secret. A passphrase costs one derivation.
pub(super) fn enrol(
    keys: &Keys,
    secret: &Secret<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<u8>, VaultError> {
    if matches!(secret, Secret::Passphrase(_)) {
        progress(Progress::DerivingKey);
    }
    let fresh = Fresh::random()?;
    on_wiped(|| wrap(&keys.vault, keys.id, secret, &fresh))?
}

/// A new slot for each of these secrets, and no other.
///
/// # Errors
///
/// `LastSlot` where there is no secret: nobody could open the vault.
pub(super) fn enrol_all(
    keys: &Keys,
    secrets: &[Secret<'_>],
    progress: &mut dyn FnMut(Progress),
) -> Result<Slots, VaultError> {
    let mut slots = Slots::default();
    for secret in secrets {
        slots.put(&enrol(keys, secret, progress)?)?;
    }
    if slots.kinds().is_empty() {
        return Err(VaultError::LastSlot);
    }
    Ok(slots)
}
