//! What works without an open vault.

use std::path::Path;

use chrono::NaiveDate;
use koers_core::app::{
    CatalogueView, HelpNowView, KeysView, Koers as Core, KoersError, Sample, SubstanceView,
    catalogue as catalogue_of, help_now as help_for_anybody, keys_gone as no_key_left,
    sample as life_of, sentence as sentence_of, slots as slots_of, stepped as next_step,
    substances as with_a_programme,
};
use koers_core::content::{Code, Content, Lang};
use koers_core::journey::draft::Reason;

// A day is chrono's, and crosses as the core says.
uniffi::use_remote_type!(koers_core::NaiveDate);

/// The version of this library. Sources made from a library of another version do not fit it, even
/// where the checksums of all calls agree: those say nothing about the fields of a record.
#[uniffi::export]
pub fn version() -> Result<String, KoersError> {
    Ok(env!("CARGO_PKG_VERSION").to_owned())
}

/// The substances that there is a programme for.
#[uniffi::export]
pub fn substances(lang: Lang) -> Result<Vec<SubstanceView>, KoersError> {
    Ok(with_a_programme(&Content::shipped(), lang))
}

/// What can be chosen for a substance: units, situations and all other words.
#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn catalogue(lang: Lang, substance: Code) -> Result<CatalogueView, KoersError> {
    catalogue_of(&Content::shipped(), lang, &substance).ok_or_else(|| {
        let reason = Reason::UnknownId { id: substance.to_string() };
        KoersError::InvalidDraft { field: "substance".to_owned(), reason }
    })
}

/// What a stepper for an amount shows next: a decimal number in that language, the next multiple of
/// the unit's step up or down, at most what can be logged at once; empty below the first. `amount` is
/// a decimal number with point or comma, empty for none.
#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn stepped(
    lang: Lang,
    substance: Code,
    unit: Code,
    amount: String,
    up: bool,
) -> Result<String, KoersError> {
    next_step(&Content::shipped(), lang, &substance, &unit, &amount, up)
}

/// Which keys open the vault that lies at this path and that nobody has open. No secret is needed;
/// nothing is asked for in it.
#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn slots(path: String) -> Result<KeysView, KoersError> {
    slots_of(Path::new(&path))
}

/// Help for anybody: no vault, no name, nothing personal. The country is an ISO 3166 code; empty
/// for no help lines.
#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn help_now(lang: Lang, country: String) -> Result<HelpNowView, KoersError> {
    Ok(help_for_anybody(&Content::shipped(), lang, &country))
}

/// What a person reads when something went wrong: what it is, and a way out.
#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn sentence(lang: Lang, error: KoersError) -> Result<String, KoersError> {
    Ok(sentence_of(&Content::shipped(), lang, &error))
}

/// What a person reads where nothing on this device opens the vault any more, and no passphrase or
/// recovery code was chosen yet.
#[uniffi::export]
pub fn keys_gone(lang: Lang) -> Result<String, KoersError> {
    Ok(no_key_left(&Content::shipped(), lang))
}

/// The life of an invented person, as commands to record: a programme of 4 to 6 weeks that ends the
/// day before `today`. The same arguments give the same life. For previews and demonstrations.
#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn sample(
    lang: Lang,
    substance: Code,
    weeks: u32,
    seed: u64,
    today: NaiveDate,
) -> Result<Sample, KoersError> {
    Ok(life_of(&Content::shipped(), &substance, weeks, seed, today, lang))
}

/// Destroys a vault that is not open: key slots first, then the file.
#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn wipe(path: String) -> Result<(), KoersError> {
    Core::wipe(Path::new(&path))
}
