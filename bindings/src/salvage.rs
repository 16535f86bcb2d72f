//! Saving what can be read of a damaged vault.

use std::path::Path;

use koers_core::app::{Clock, Here, Koers as Core, KoersError, SalvageReport, SystemClock};
use koers_core::content::Lang;
use koers_core::vault::{RecoveryCode, Secret};
use zeroize::Zeroizing;

use crate::koers::device_key;

/// Makes a new vault of what can be read of the damaged one at this path, with its passphrase.
/// Everything that opened it opens the new one; the damaged file is kept aside under the day's date.
/// A vault that is sound is left alone. `here` is none for the device's own clock.
#[uniffi::export(default(here = None))]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn salvage(
    lang: Lang,
    path: String,
    passphrase: Vec<u8>,
    here: Option<Here>,
) -> Result<SalvageReport, KoersError> {
    let passphrase = Zeroizing::new(passphrase);
    save(lang, &path, &Secret::Passphrase(&passphrase), here)
}

/// Saves what can be read of a damaged vault with its recovery code, as it was written down (in
/// UTF-8).
#[uniffi::export(default(here = None))]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn salvage_with_recovery_code(
    lang: Lang,
    path: String,
    code: Vec<u8>,
    here: Option<Here>,
) -> Result<SalvageReport, KoersError> {
    let code = RecoveryCode::parse(&Zeroizing::new(code))?;
    save(lang, &path, &Secret::RecoveryCode(&code), here)
}

/// Saves what can be read of a damaged vault with the thirty-two bytes that the device's key store
/// keeps.
#[uniffi::export(default(here = None))]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn salvage_with_device_key(
    lang: Lang,
    path: String,
    key: Vec<u8>,
    here: Option<Here>,
) -> Result<SalvageReport, KoersError> {
    let key = device_key(key)?;
    save(lang, &path, &Secret::Device(&key), here)
}

fn save(
    lang: Lang,
    path: &str,
    secret: &Secret<'_>,
    here: Option<Here>,
) -> Result<SalvageReport, KoersError> {
    let here = here.unwrap_or_else(|| SystemClock.here());
    Core::salvage(Path::new(path), secret, lang, &here, &mut |_| {})
}
