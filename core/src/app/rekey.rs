//! A new key for the whole vault, in two steps: made ready and shown, then confirmed and done.

use zeroize::Zeroizing;

use super::koers::closed_if_uncertain;
use super::{Koers, KoersError, Receipt};
use crate::content::Args;
use crate::journey::draft::Reason;
use crate::vault::{Progress, RecoveryCode, Rekey, Secret, SlotKind};

/// A re-key that waits for the person to have written down its recovery code. Nothing of it is on
/// the disk; forgetting it changes nothing.
#[derive(Debug)]
pub struct Rekeying {
    ready: Rekey,
}

impl Rekeying {
    /// The new recovery code as it is to be written down: seven groups of five signs.
    pub fn recovery_code(&self) -> Zeroizing<String> {
        self.ready.recovery_code().text()
    }

    /// The kinds of keys that will open the vault no longer, since nobody gave them.
    pub fn removed(&self) -> &[SlotKind] {
        self.ready.removed()
    }
}

impl Koers {
    /// Makes a re-key ready. `passphrase` must be the vault's; `new` is the one from now on, none
    /// to keep it; `device_key` is what the device's key store will release, none where it keeps
    /// none, and then the device's slot goes. Derives two keys, and writes nothing.
    ///
    /// # Errors
    ///
    /// `NoPassphrase` where there is none yet; `WrongKey` where it is another.
    pub fn prepare_rekey(
        &self,
        passphrase: &[u8],
        new: Option<&[u8]>,
        device_key: Option<&[u8; 32]>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Rekeying, KoersError> {
        let new = new.unwrap_or(passphrase);
        super::keys::not_empty(new)?;
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        super::keys::has_passphrase(&open.vault)?;
        progress(Progress::DerivingKey);
        open.vault.check(&Secret::Passphrase(passphrase))?;
        let mut secrets = vec![Secret::Passphrase(new)];
        secrets.extend(device_key.map(Secret::Device));
        Ok(Rekeying { ready: open.vault.prepare_rekey(&secrets, progress)? })
    }

    /// Does it, in one transaction, once the person has typed the new recovery code from what they
    /// wrote down (in UTF-8). What was deleted is gone for good then, and so is what undo needs.
    ///
    /// # Errors
    ///
    /// `InvalidDraft` with the group of a slip, `recovery_code[2]` for the third; nothing was
    /// changed, and it can be typed again.
    pub fn rekey(
        &self,
        ready: &Rekeying,
        typed: &[u8],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Receipt, KoersError> {
        if RecoveryCode::parse(typed)? != *ready.ready.recovery_code() {
            let (field, reason) = ("recovery_code".to_owned(), Reason::NotPossible);
            return Err(KoersError::InvalidDraft { field, reason });
        }
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        let done = open.vault.rekey(&ready.ready, progress);
        done.map_err(|error| closed_if_uncertain(&mut state, error))?;
        let say = |id: &str| self.content.text(id, self.lang, &Args::new());
        let mut lines = vec![say("rekey-done"), say("rekey-old-copies")];
        lines.extend(ready.removed().contains(&SlotKind::Device).then(|| say("rekey-device-gone")));
        Ok(Receipt { lines, ..Receipt::default() })
    }
}
