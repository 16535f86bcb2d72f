//! Stable names of things in packs: `pack:kind.code`.

use std::fmt;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::time::cbor;

/// The stable name of something in a pack, for example `base:place.home` or `cocaine:unit.line`.
///
/// A substance is named by its pack alone: `cannabis`. Codes are never reused; one that this
/// version does not know is kept as it is, with the label that was shown beside it.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, Serialize, Deserialize,
)]
#[cbor(transparent)]
#[serde(transparent)]
pub struct Code(#[cbor(n(0), with = "cbor::name")] SmolStr);

impl Code {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The pack: what stands before the colon.
    pub fn pack(&self) -> &str {
        self.0.split(':').next().unwrap_or_default()
    }

    /// The kind: what stands between colon and dot (`place`); empty for a bare pack name.
    pub fn kind(&self) -> &str {
        let rest = self.0.split_once(':').map_or("", |(_, rest)| rest);
        rest.split('.').next().unwrap_or_default()
    }
}

impl From<&str> for Code {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Code {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
