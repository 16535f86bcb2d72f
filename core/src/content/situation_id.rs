//! The name of a risk situation, from the catalogue or a person's own.

use std::cmp::Ordering;
use std::fmt;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::Code;
use crate::time::cbor;
use crate::vault::RecordId;

/// What the id of an own situation begins with.
const OWN: &str = "own:";

/// The name of a risk situation: a catalogue code (`base:situation.stressed`), or `own:` and the
/// record id of a situation in the person's own words.
///
/// Ordered with the catalogue before own ones, then by text: the last tie-break of the ranking.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Encode, Decode, Serialize, Deserialize)]
#[cbor(transparent)]
#[serde(transparent)]
pub struct SituationId(#[cbor(n(0), with = "cbor::name")] SmolStr);

impl SituationId {
    /// The situation that a person described in this record.
    pub fn own(record: RecordId) -> Self {
        Self(smol_str::format_smolstr!("{OWN}{record}"))
    }

    /// A situation of the catalogue.
    pub fn catalogue(code: &Code) -> Self {
        Self(code.as_str().into())
    }

    /// Whether the person described it.
    pub fn is_own(&self) -> bool {
        self.0.starts_with(OWN)
    }

    /// The record of an own situation; none for one of the catalogue.
    pub fn record(&self) -> Option<RecordId> {
        self.0.strip_prefix(OWN)?.parse().ok()
    }

    /// The name as a code, for the packs; one that no pack knows for an own situation.
    pub fn code(&self) -> Code {
        Code::from(self.as_str())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Ord for SituationId {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.is_own(), &self.0).cmp(&(other.is_own(), &other.0))
    }
}

impl PartialOrd for SituationId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for SituationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for SituationId {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for SituationId {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}
