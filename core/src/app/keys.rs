//! What opens a vault: changing the passphrase, a device's own key, the recovery code, and wiping.

use std::path::Path;

use zeroize::Zeroizing;

use super::{Koers, KoersError};
use crate::journey::draft::Reason;
use crate::vault::{Progress, RecoveryCode, Secret, SlotKind, Vault};

impl Koers {
    /// Puts a new passphrase in the place of the old one, which must be right. Whoever has an old
    /// copy of the file still opens it with the old one; a re-key is for who fears that.
    pub fn change_passphrase(
        &self,
        old: &[u8],
        new: &[u8],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), KoersError> {
        not_empty(new)?;
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        progress(Progress::DerivingKey);
        open.vault.check(&Secret::Passphrase(old))?;
        open.vault.set_slot(&Secret::Passphrase(new), progress)?;
        Ok(())
    }

    /// Destroys a vault that is not open: key slots first, then the file. Its porch, wherever the
    /// app put it, goes with `Porch::remove`.
    pub fn wipe(path: &Path) -> Result<(), KoersError> {
        Ok(Vault::wipe(path)?)
    }

    /// Lets this key, which the device's key store keeps, open the vault from now on, in the place
    /// of the one before it. Somebody with an old copy of the file can still open that copy.
    pub fn set_device_key(&self, key: &[u8; 32]) -> Result<(), KoersError> {
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        Ok(open.vault.set_slot(&Secret::Device(key), &mut |_| {})?)
    }

    /// Takes the device's key away; the passphrase and the recovery code still open the vault.
    pub fn remove_device_key(&self) -> Result<(), KoersError> {
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        Ok(open.vault.remove_slot(SlotKind::Device)?)
    }

    /// Makes a recovery code that opens the vault from now on, in the place of the one before it,
    /// and gives it as it is to be written down. It is shown this once.
    pub fn new_recovery_code(&self) -> Result<Zeroizing<String>, KoersError> {
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        let code = RecoveryCode::random()?;
        open.vault.set_slot(&Secret::RecoveryCode(&code), &mut |_| {})?;
        Ok(code.text())
    }
}

/// The one thing that a passphrase must be. Anything else is advice.
pub(super) fn not_empty(passphrase: &[u8]) -> Result<(), KoersError> {
    if passphrase.is_empty() {
        let (field, reason) = ("secret".to_owned(), Reason::Empty);
        return Err(KoersError::InvalidDraft { field, reason });
    }
    Ok(())
}
