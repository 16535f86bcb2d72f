//! What opens a vault: changing the passphrase, a device's own key, the recovery code, and wiping.

use std::path::Path;

use serde::Serialize;
use zeroize::Zeroizing;

use super::koers::{Open, closed_if_uncertain};
use super::{Koers, KoersError};
use crate::content::Args;
use crate::journey::draft::Reason;
use crate::vault::{Progress, RecoveryCode, Secret, SlotKind, Vault, VaultError};

/// Entries of the daily form from which a passphrase and a recovery code are asked for (judgement:
/// by then there is something to lose, and the start stays short).
const ASKED_FROM: usize = 3;

/// Which keys open a vault.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct KeysView {
    /// One that this device's key store keeps.
    pub device: bool,
    /// A passphrase.
    pub passphrase: bool,
    /// A recovery code on paper.
    pub recovery_code: bool,
    /// The sentence that asks for what is missing, from the third entry on; none while there is
    /// nothing to ask, and for a vault that is not open.
    pub ask: Option<String>,
}

impl KeysView {
    fn of(kinds: &[SlotKind]) -> Self {
        let there = |kind| kinds.contains(&kind);
        Self {
            device: there(SlotKind::Device),
            passphrase: there(SlotKind::Passphrase),
            recovery_code: there(SlotKind::RecoveryCode),
            ask: None,
        }
    }

    /// What is asked for: without both, all is lost with the device.
    fn asks(&self) -> Option<&'static str> {
        match (self.passphrase, self.recovery_code) {
            (false, false) => Some("keys-ask"),
            (false, true) => Some("keys-ask-passphrase"),
            (true, false) => Some("keys-ask-code"),
            (true, true) => None,
        }
    }
}

/// Which keys open the vault that lies at this path and that nobody has open. No secret is needed:
/// the kinds of the keys lie in clear, and are vouched for only once it is opened.
pub fn slots(path: &Path) -> Result<KeysView, KoersError> {
    Ok(KeysView::of(&Vault::slots_at(path)?))
}

/// That the vault has a passphrase.
///
/// # Errors
///
/// `NoPassphrase`.
pub(super) fn has_passphrase(vault: &Vault) -> Result<(), KoersError> {
    let there = vault.slots().contains(&SlotKind::Passphrase);
    if there { Ok(()) } else { Err(KoersError::NoPassphrase) }
}

impl Koers {
    /// Which keys open this vault.
    pub fn keys(&self) -> Result<KeysView, KoersError> {
        let state = self.state();
        let Open { vault, journey, .. } = state.as_ref().ok_or(KoersError::Locked)?;
        let view = KeysView::of(&vault.slots());
        let entries = journey.episodes().take(ASKED_FROM).count();
        let asks = view.asks().filter(|_| entries >= ASKED_FROM);
        let ask = asks.map(|id| self.content.text(id, self.lang, &Args::new()));
        Ok(KeysView { ask, ..view })
    }

    /// Gives a vault that has no passphrase its first one. From then on it opens the vault, and
    /// backups can be made. Derives two keys.
    ///
    /// # Errors
    ///
    /// `InvalidDraft` where it is empty, or there is one already:
    /// [`change_passphrase`](Self::change_passphrase) is for that.
    pub fn set_passphrase(
        &self,
        new: &[u8],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), KoersError> {
        not_empty(new)?;
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        if has_passphrase(&open.vault).is_ok() {
            let (field, reason) = ("passphrase".to_owned(), Reason::AlreadyThere);
            return Err(KoersError::InvalidDraft { field, reason });
        }
        let done = open.vault.set_slot(&Secret::Passphrase(new), progress);
        done.map_err(|error| closed_if_uncertain(&mut state, error))
    }

    /// Puts a new passphrase in the place of the old one, which must be right. Whoever has an old
    /// copy of the file still opens it with the old one; a re-key is for who fears that.
    ///
    /// # Errors
    ///
    /// `NoPassphrase` where there is none yet, `WrongKey` where the old one is another.
    pub fn change_passphrase(
        &self,
        old: &[u8],
        new: &[u8],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), KoersError> {
        not_empty(new)?;
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        has_passphrase(&open.vault)?;
        let done = open.vault.change_passphrase(old, new, progress);
        done.map_err(|error| closed_if_uncertain(&mut state, error))
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
        let done = open.vault.set_slot(&Secret::Device(key), &mut |_| {});
        done.map_err(|error| closed_if_uncertain(&mut state, error))
    }

    /// Takes the device's key away; the passphrase and the recovery code still open the vault.
    ///
    /// # Errors
    ///
    /// `NoPassphrase` where nothing else opens it.
    pub fn remove_device_key(&self) -> Result<(), KoersError> {
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        open.vault.remove_slot(SlotKind::Device).map_err(|error| match error {
            VaultError::LastSlot => KoersError::NoPassphrase,
            other => closed_if_uncertain(&mut state, other),
        })
    }

    /// Makes a recovery code that opens the vault from now on, in the place of the one before it,
    /// and gives it as it is to be written down. It is shown this once.
    pub fn new_recovery_code(&self) -> Result<Zeroizing<String>, KoersError> {
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        let code = RecoveryCode::random()?;
        let done = open.vault.set_slot(&Secret::RecoveryCode(&code), &mut |_| {});
        done.map_err(|error| closed_if_uncertain(&mut state, error))?;
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
