//! The languages that texts come in.

use std::fmt;
use std::str::FromStr;

use icu_locale_core::{Locale, locale};
use serde::{Deserialize, Serialize};

/// A language of texts; in packs it is the name of a folder (`nl`).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Lang {
    /// Dutch, for Flemish and Dutch readers.
    #[default]
    Nl,
    /// British English.
    En,
    /// French. No shipped pack has it yet; a brought one may.
    Fr,
}

impl Lang {
    /// Every language, in the order in which one stands in for another.
    pub const ALL: [Self; 3] = [Self::Nl, Self::En, Self::Fr];

    /// The folder and ISO 639 code: `nl`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// What numbers and dates follow: English writes "3 March", so British.
    pub(super) const fn locale(self) -> Locale {
        match self {
            Self::Nl => locale!("nl"),
            Self::En => locale!("en-GB"),
            Self::Fr => locale!("fr"),
        }
    }
}

/// A text that is not the code of a language known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown language")]
pub struct UnknownLang;

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        Self::ALL.into_iter().find(|lang| lang.as_str() == text).ok_or(UnknownLang)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
