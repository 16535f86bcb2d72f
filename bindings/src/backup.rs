//! Backups: writing, checking and bringing back.

use std::path::Path;

use koers_core::app::{
    BackupReport, Clock, Here, Koers as Core, KoersError, RestoreReport, SystemClock,
};
use koers_core::content::Lang;
use koers_core::vault::{RecoveryCode, Secret};
use zeroize::Zeroizing;

use crate::Koers;

#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
impl Koers {
    /// Writes a backup, checks it, and only then lets it appear at the path. It opens with the
    /// passphrase and the recovery code; neither is asked for. With `replace` it takes the place
    /// of a file that is there, unless that is a vault.
    #[uniffi::method(default(replace = false))]
    pub fn backup(&self, path: String, replace: bool) -> Result<BackupReport, KoersError> {
        self.core.backup(Path::new(&path), replace, &mut |_| {})
    }

    /// The backup that Koers makes by itself, into this folder under a name of its own; the last
    /// three are kept. Where the newest one is whole and holds all there is, nothing is written.
    pub fn automatic_backup(&self, folder: String) -> Result<BackupReport, KoersError> {
        self.core.automatic_backup(Path::new(&folder), &mut |_| {})
    }

    /// Checks a backup of this vault without a secret: for the copy that was put somewhere else.
    /// `WrongKey` for one of another vault, or of a time with another passphrase.
    pub fn check_own_backup(&self, path: String) -> Result<BackupReport, KoersError> {
        self.core.check_own_backup(Path::new(&path), &mut |_| {})
    }

    /// Whether a backup can be written as things are; if not, the passphrase has to be given once
    /// (`keep_backup_key`).
    pub fn can_back_up(&self) -> Result<bool, KoersError> {
        self.core.can_back_up()
    }

    /// Lets this passphrase, which must open the vault, open its backups too. Derives two keys.
    pub fn keep_backup_key(&self, passphrase: Vec<u8>) -> Result<(), KoersError> {
        let passphrase = Zeroizing::new(passphrase);
        self.core.keep_backup_key(&Secret::Passphrase(&passphrase), &mut |_| {})
    }
}

/// Checks a backup from the first byte to the last with its passphrase. Nothing is written. `here`
/// is none for the device's own clock.
#[uniffi::export(default(here = None))]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn check_backup(
    lang: Lang,
    path: String,
    passphrase: Vec<u8>,
    here: Option<Here>,
) -> Result<BackupReport, KoersError> {
    let passphrase = Zeroizing::new(passphrase);
    check(lang, &path, &Secret::Passphrase(&passphrase), here)
}

/// Checks a backup with its recovery code, as it was written down (in UTF-8).
#[uniffi::export(default(here = None))]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn check_backup_with_recovery_code(
    lang: Lang,
    path: String,
    code: Vec<u8>,
    here: Option<Here>,
) -> Result<BackupReport, KoersError> {
    let code = RecoveryCode::parse(&Zeroizing::new(code))?;
    check(lang, &path, &Secret::RecoveryCode(&code), here)
}

/// Makes a vault of a backup with its passphrase, at a path where nothing lies; with `over`, a
/// vault that lies there is first kept aside under the day's date.
#[uniffi::export(default(over = false, here = None))]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn restore(
    lang: Lang,
    backup: String,
    path: String,
    passphrase: Vec<u8>,
    over: bool,
    here: Option<Here>,
) -> Result<RestoreReport, KoersError> {
    let passphrase = Zeroizing::new(passphrase);
    bring_back(lang, &backup, &path, &Secret::Passphrase(&passphrase), over, here)
}

/// Makes a vault of a backup with its recovery code, as it was written down (in UTF-8).
#[uniffi::export(default(over = false, here = None))]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn restore_with_recovery_code(
    lang: Lang,
    backup: String,
    path: String,
    code: Vec<u8>,
    over: bool,
    here: Option<Here>,
) -> Result<RestoreReport, KoersError> {
    let code = RecoveryCode::parse(&Zeroizing::new(code))?;
    bring_back(lang, &backup, &path, &Secret::RecoveryCode(&code), over, here)
}

fn check(
    lang: Lang,
    path: &str,
    secret: &Secret<'_>,
    here: Option<Here>,
) -> Result<BackupReport, KoersError> {
    let here = here.unwrap_or_else(|| SystemClock.here());
    Core::check_backup(Path::new(path), secret, lang, &here, &mut |_| {})
}

fn bring_back(
    lang: Lang,
    backup: &str,
    path: &str,
    secret: &Secret<'_>,
    over: bool,
    here: Option<Here>,
) -> Result<RestoreReport, KoersError> {
    let here = here.unwrap_or_else(|| SystemClock.here());
    let (backup, path) = (Path::new(backup), Path::new(path));
    Core::restore(backup, path, secret, over, lang, &here, &mut |_| {})
}
