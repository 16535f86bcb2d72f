//! Why a draft was refused: the field, and the reason as a value that the app puts into words.

use serde::Serialize;

/// A draft that was refused. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("invalid {field}: {reason}")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Refusal {
    /// The field of the draft: `craving`, `uses[0].amount`.
    pub field: String,
    /// The reason.
    pub reason: Reason,
}

impl Refusal {
    /// This field, for this reason.
    pub fn new(field: &str, reason: Reason) -> Self {
        Self { field: field.to_owned(), reason }
    }
}

/// Why a field was refused. No arm carries what a person wrote about themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Reason {
    /// A rating outside 0–10.
    #[error("{given} is outside 0 to 10")]
    OutsideScale {
        /// What was given.
        given: i64,
    },
    /// A whole number outside its range.
    #[error("{given} is outside {least} to {most}")]
    OutsideRange {
        /// What was given.
        given: i64,
        /// The least allowed.
        least: i64,
        /// The most allowed.
        most: i64,
    },
    /// Not a decimal number.
    #[error("not a number")]
    NotANumber,
    /// An amount of zero or less.
    #[error("an amount must be more than zero")]
    NotPositive,
    /// An amount over what its unit allows.
    #[error("more than {most}")]
    TooMuch {
        /// The most allowed, as a decimal number.
        most: String,
    },
    /// More than three digits after the point or comma.
    #[error("more than three decimals")]
    TooManyDecimals,
    /// More than five minutes ahead of now.
    #[error("in the future")]
    Future,
    /// A date, time or offset that cannot be.
    #[error("not a possible date or time")]
    InvalidDate,
    /// A zone that is not known and came without an offset.
    #[error("unknown time zone")]
    UnknownZone,
    /// A code or record that is not there.
    #[error("unknown id {id}")]
    UnknownId {
        /// The id.
        id: String,
    },
    /// Over the longest text that is kept.
    #[error("longer than {most} characters")]
    TooLong {
        /// The most characters allowed.
        most: u32,
    },
    /// A control character other than line feed and tab.
    #[error("a control character")]
    ControlCharacter,
    /// A character that turns the direction of the text around it.
    #[error("a character that overrides the direction of text")]
    DirectionOverride,
    /// Nothing was filled in.
    #[error("nothing filled in")]
    Empty,
    /// An edit of something deleted.
    #[error("deleted")]
    Deleted,
    /// Written by a newer version of Koers, which alone may change it.
    #[error("made by a newer version")]
    MadeByNewer,
    /// The id is taken by other content.
    #[error("already recorded with other content")]
    AlreadyThere,
    /// More of them than are kept.
    #[error("more than {most}")]
    TooMany {
        /// The most allowed.
        most: u32,
    },
    /// Not one of the answers that can be given here.
    #[error("not possible here")]
    NotPossible,
}
