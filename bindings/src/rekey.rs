//! A new key for the whole vault, and what was found when it was opened.

use std::sync::Arc;

use koers_core::app::{KoersError, OpenReport, Receipt, Rekeying as Ready};
use koers_core::vault::SlotKind;
use zeroize::Zeroizing;

use crate::Koers;
use crate::koers::device_key;

/// A re-key that waits for the person to have written down its recovery code. Nothing of it is on
/// the disk; forgetting it changes nothing.
#[derive(uniffi::Object)]
pub struct Rekeying {
    ready: Ready,
}

#[uniffi::export]
impl Rekeying {
    /// The new recovery code as it is to be written down: seven groups of five signs, in ASCII.
    pub fn recovery_code(&self) -> Result<Vec<u8>, KoersError> {
        Ok(self.ready.recovery_code().as_bytes().to_vec())
    }

    /// The kinds of keys that will open the vault no longer, since nobody gave them.
    pub fn removed(&self) -> Result<Vec<SlotKind>, KoersError> {
        Ok(self.ready.removed().to_vec())
    }
}

#[uniffi::export]
impl Koers {
    /// Makes a re-key ready: `passphrase` must be the vault's, `new` is the one from now on, none to
    /// keep it; `device_key` is what the device's key store will release, thirty-two bytes, none
    /// where it keeps none. Derives two keys, and writes nothing.
    #[uniffi::method(default(new = None, device_key = None))]
    pub fn prepare_rekey(
        &self,
        passphrase: Vec<u8>,
        new: Option<Vec<u8>>,
        device_key: Option<Vec<u8>>,
    ) -> Result<Arc<Rekeying>, KoersError> {
        let (passphrase, new) = (Zeroizing::new(passphrase), new.map(Zeroizing::new));
        let key = device_key.map(self::device_key).transpose()?;
        let new = new.as_ref().map(|new| new.as_slice());
        let ready = self.core.prepare_rekey(&passphrase, new, key.as_deref(), &mut |_| {})?;
        Ok(Arc::new(Rekeying { ready }))
    }

    /// Does it, in one transaction, once the person has typed the new recovery code from what they
    /// wrote down (in UTF-8). A slip is refused with the group it is in, `recovery_code[2]` for the
    /// third, and can be typed again.
    #[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
    pub fn rekey(&self, ready: Arc<Rekeying>, typed: Vec<u8>) -> Result<Receipt, KoersError> {
        self.core.rekey(&ready.ready, &Zeroizing::new(typed), &mut |_| {})
    }

    /// Compares the file as it was found with the generation that the app last kept, under its key
    /// store: an older file may have been put back. None where nothing was kept.
    pub fn open_report(&self, last_seen: Option<u64>) -> Result<OpenReport, KoersError> {
        self.core.open_report(last_seen)
    }
}
