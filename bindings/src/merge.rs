//! What another copy holds comes in: a backup, or the vault of another device.

use std::path::Path;

use koers_core::app::{ConflictView, KoersError, MergeReport};
use koers_core::vault::{RecoveryCode, Secret};
use zeroize::Zeroizing;

use crate::Koers;
use crate::koers::device_key;

#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
impl Koers {
    /// Takes in what another copy holds, a backup or the vault of another device, all or nothing.
    /// `passphrase` opens that copy; a backup of this vault needs none. Nothing in the other copy is
    /// changed, and merging it again changes nothing here.
    #[uniffi::method(default(passphrase = None))]
    pub fn merge(
        &self,
        path: String,
        passphrase: Option<Vec<u8>>,
    ) -> Result<MergeReport, KoersError> {
        let passphrase = passphrase.map(Zeroizing::new);
        let secret = passphrase.as_ref().map(|given| Secret::Passphrase(given));
        self.core.merge(Path::new(&path), secret.as_ref(), &mut |_| {})
    }

    /// Takes in another copy that its recovery code opens, as it was written down (in UTF-8).
    pub fn merge_with_recovery_code(
        &self,
        path: String,
        code: Vec<u8>,
    ) -> Result<MergeReport, KoersError> {
        let code = RecoveryCode::parse(&Zeroizing::new(code))?;
        self.core.merge(Path::new(&path), Some(&Secret::RecoveryCode(&code)), &mut |_| {})
    }

    /// Takes in a vault that the thirty-two bytes of this device's key store open: one that was kept
    /// aside here when a backup was restored over it. A backup never opens with them.
    pub fn merge_with_device_key(
        &self,
        path: String,
        key: Vec<u8>,
    ) -> Result<MergeReport, KoersError> {
        let key = device_key(key)?;
        self.core.merge(Path::new(&path), Some(&Secret::Device(&key)), &mut |_| {})
    }

    /// What `merge` would bring. Writes nothing.
    #[uniffi::method(default(passphrase = None))]
    pub fn try_merge(
        &self,
        path: String,
        passphrase: Option<Vec<u8>>,
    ) -> Result<MergeReport, KoersError> {
        let passphrase = passphrase.map(Zeroizing::new);
        let secret = passphrase.as_ref().map(|given| Secret::Passphrase(given));
        self.core.try_merge(Path::new(&path), secret.as_ref(), &mut |_| {})
    }

    /// What `merge_with_recovery_code` would bring. Writes nothing.
    pub fn try_merge_with_recovery_code(
        &self,
        path: String,
        code: Vec<u8>,
    ) -> Result<MergeReport, KoersError> {
        let code = RecoveryCode::parse(&Zeroizing::new(code))?;
        self.core.try_merge(Path::new(&path), Some(&Secret::RecoveryCode(&code)), &mut |_| {})
    }

    /// What `merge_with_device_key` would bring. Writes nothing.
    pub fn try_merge_with_device_key(
        &self,
        path: String,
        key: Vec<u8>,
    ) -> Result<MergeReport, KoersError> {
        let key = device_key(key)?;
        self.core.try_merge(Path::new(&path), Some(&Secret::Device(&key)), &mut |_| {})
    }

    /// What was changed on two devices apart and waits for a choice: `Command::Resolve` keeps one of
    /// its copies, and any edit of what is shown settles it too.
    pub fn conflicts(&self) -> Result<Vec<ConflictView>, KoersError> {
        self.core.conflicts()
    }
}
