//! What works without an open vault.

use std::path::Path;

use koers_core::app::{
    CatalogueView, HelpNowView, Koers as Core, KoersError, SubstanceView,
    catalogue as catalogue_of, help_now as help_for_anybody, sentence as sentence_of,
    substances as with_a_programme,
};
use koers_core::content::{Code, Content, Lang};
use koers_core::journey::draft::Reason;

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

/// Destroys a vault that is not open: key slots first, then the file.
#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn wipe(path: String) -> Result<(), KoersError> {
    Core::wipe(Path::new(&path))
}
