//! Risk situations: the person's own, and their list (SHP-16).

use minicbor::{Decode, Encode};
use serde::Serialize;

use crate::content::{Code, SituationId};

/// A risk situation in the person's own words.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct OwnSituation {
    /// Their words.
    #[n(0)]
    pub words: String,
    /// The circumstances it was suggested from, so that they are not suggested again.
    #[cbor(n(1), skip_if = "Vec::is_empty")]
    pub covers: Vec<Code>,
    /// The same where they were in the person's own words.
    #[cbor(n(2), skip_if = "Vec::is_empty")]
    pub covers_words: Vec<String>,
}

/// A situation on the person's list for a substance; one record a substance and situation.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct ListedSituation {
    /// The substance.
    #[n(0)]
    pub substance: Code,
    /// The situation.
    #[n(1)]
    pub situation: SituationId,
    /// Its words as they were shown.
    #[n(2)]
    pub label: String,
    /// The strength of craving that the person expects there, 0–10.
    #[n(3)]
    pub own_rating: Option<u8>,
    /// Whether the person put it on top.
    #[cbor(n(4), default)]
    pub pinned: bool,
    /// Whether it was taken off the list; its logs stay.
    #[cbor(n(5), default)]
    pub hidden: bool,
    /// What fills the blank of its label ("from the 3rd drink").
    #[cbor(n(6), skip_if = "String::is_empty")]
    pub blank: String,
}
