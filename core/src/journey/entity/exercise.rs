//! Answers to exercises, in one form for all of them, and what was put away.

use chrono::NaiveDate;
use minicbor::{Decode, Encode};
use serde::Serialize;

use super::Tag;
use crate::content::{Amount, Code};
use crate::time::{Moment, cbor};

/// A row of a two-column table (risk and protective; short term and long term).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, Serialize)]
pub struct Row {
    /// The first column.
    #[n(0)]
    pub left: String,
    /// The second column.
    #[n(1)]
    pub right: String,
}

/// One field of an exercise, filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Field {
    /// The field's name within the exercise: `use_pros`.
    #[n(0)]
    pub name: String,
    /// Free text, or a list of own lines.
    #[cbor(n(1), skip_if = "Vec::is_empty")]
    pub lines: Vec<String>,
    /// A rating, 0–10.
    #[n(2)]
    pub rating: Option<u8>,
    /// Choices from a vocabulary or the person's own things.
    #[cbor(n(3), skip_if = "Vec::is_empty")]
    pub choices: Vec<Tag>,
    /// An amount.
    #[n(4)]
    pub amount: Option<Amount>,
    /// A day.
    #[cbor(n(5), with = "cbor::day_or_none", has_nil)]
    pub day: Option<NaiveDate>,
    /// A table.
    #[cbor(n(6), skip_if = "Vec::is_empty")]
    pub rows: Vec<Row>,
}

/// An exercise filled in; one record an exercise and substance, each time a version.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Answer {
    /// The exercise: `base:exercise.decisional-balance`.
    #[n(0)]
    pub exercise: Code,
    /// The substance it is about; none for all.
    #[n(1)]
    pub substance: Option<Code>,
    /// Its fields.
    #[n(2)]
    pub fields: Vec<Field>,
    /// When it was filled in.
    #[n(3)]
    pub made: Moment,
}

impl Answer {
    /// The field of this name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// A suggestion that the person put away for a round; one record a subject.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct NotForMe {
    /// What was put away: the suggestion's key.
    #[n(0)]
    pub subject: String,
    /// The round it holds for.
    #[n(1)]
    pub round: u32,
    /// When it was put away.
    #[n(2)]
    pub made: Moment,
}
