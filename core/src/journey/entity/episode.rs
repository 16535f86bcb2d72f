//! The daily form: episodes, closings and notes (SHP-14, SHP-15, SHP-23).

use chrono::NaiveDate;
use minicbor::{Decode, Encode};
use serde::Serialize;

use crate::content::{Amount, Code, SituationId};
use crate::journey::body::list;
use crate::journey::{ClosingAnswer, Source};
use crate::time::{Moment, cbor};

/// Something chosen from a vocabulary, with its label as it was shown, or own words.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Tag {
    /// The code; none for own words.
    #[n(0)]
    pub code: Option<Code>,
    /// The label, or the person's words.
    #[n(1)]
    pub label: String,
    /// How strong, 0–10, where that was asked.
    #[n(2)]
    pub strength: Option<u8>,
}

/// A situation that was present, with its words as they were shown.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct SituationTag {
    /// The situation.
    #[n(0)]
    pub id: SituationId,
    /// Its words.
    #[n(1)]
    pub label: String,
}

/// What one unit was in another when the entry was made.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Conversion {
    /// The unit converted to.
    #[n(0)]
    pub to: Code,
    /// So much of the use's own unit …
    #[n(1)]
    pub from_amount: Amount,
    /// … was so much of `to`.
    #[n(2)]
    pub to_amount: Amount,
}

/// A use within an episode.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Use {
    /// The substance; one without a pack (alcohol) has a free amount and no rule.
    #[n(0)]
    pub substance: Code,
    /// How much; none where it is not known.
    #[n(1)]
    pub amount: Option<Amount>,
    /// The unit; none where the amount is not known, or for a substance without a pack.
    #[n(2)]
    pub unit: Option<Code>,
    /// The unit's name as it was shown.
    #[n(3)]
    pub unit_label: String,
    /// The conversions in force on its day.
    #[cbor(n(4), decode_with = "list")]
    pub conversions: Vec<Conversion>,
}

/// One moment of craving, of use, or of both, about one substance (MMM-01).
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Episode {
    /// The substance it is about.
    #[n(0)]
    pub substance: Code,
    /// The strength of the craving, 0–10; none where it was not given.
    #[n(1)]
    pub craving: Option<u8>,
    /// The risk situations present.
    #[cbor(n(2), skip_if = "Vec::is_empty", decode_with = "list")]
    pub situations: Vec<SituationTag>,
    /// Thoughts.
    #[cbor(n(3), skip_if = "Vec::is_empty", decode_with = "list")]
    pub thoughts: Vec<Tag>,
    /// Feelings.
    #[cbor(n(4), skip_if = "Vec::is_empty", decode_with = "list")]
    pub feelings: Vec<Tag>,
    /// What the body said.
    #[cbor(n(5), skip_if = "Vec::is_empty", decode_with = "list")]
    pub body: Vec<Tag>,
    /// Where.
    #[cbor(n(6), skip_if = "Vec::is_empty", decode_with = "list")]
    pub place: Vec<Tag>,
    /// With whom.
    #[cbor(n(7), skip_if = "Vec::is_empty", decode_with = "list")]
    pub company: Vec<Tag>,
    /// Doing what.
    #[cbor(n(8), skip_if = "Vec::is_empty", decode_with = "list")]
    pub activity: Vec<Tag>,
    /// What was used; empty for a craving without use.
    #[cbor(n(9), skip_if = "Vec::is_empty", decode_with = "list")]
    pub uses: Vec<Use>,
    /// A note.
    #[cbor(n(10), skip_if = "String::is_empty")]
    pub note: String,
    /// When it was.
    #[n(11)]
    pub at: Moment,
    /// When it was written down.
    #[n(12)]
    pub made: Moment,
    /// How it came in.
    #[n(13)]
    pub source: Source,
}

impl Episode {
    /// The uses of the substance that the episode is about.
    pub fn own_uses(&self) -> impl Iterator<Item = &Use> {
        self.uses.iter().filter(|one| one.substance == self.substance)
    }

    /// Whether that substance was used.
    pub fn used(&self) -> bool {
        self.own_uses().next().is_some()
    }

    /// Whether it was written down on a later day than its own (rule G2).
    pub fn recalled(&self) -> bool {
        self.made.day > self.at.day
    }

    /// Every circumstance, in the order of the form.
    pub fn circumstances(&self) -> impl Iterator<Item = &Tag> {
        [&self.thoughts, &self.feelings, &self.body, &self.place, &self.company, &self.activity]
            .into_iter()
            .flatten()
    }
}

/// What a person said to close a day, or the morning after (rule G2).
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Closing {
    /// The substances it speaks of.
    #[cbor(n(0), decode_with = "list")]
    pub substances: Vec<Code>,
    /// The day it closes.
    #[cbor(n(1), with = "cbor::day")]
    pub day: NaiveDate,
    /// The answer.
    #[n(2)]
    pub answer: ClosingAnswer,
    /// When it was given.
    #[n(3)]
    pub made: Moment,
    /// How it came in.
    #[n(4)]
    pub source: Source,
    /// The cut-off in force, in minutes after midnight.
    #[n(5)]
    pub cut_off: crate::time::CutOff,
}

impl Closing {
    /// Whether it was given later than the day after its own: a closing or confirmation of
    /// yesterday is not recalled (rule G2).
    pub fn recalled(&self) -> bool {
        self.day.succ_opt().is_some_and(|next| self.made.day > next)
    }
}

/// A diary note in free text (SHP-23, DUR-02).
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Note {
    /// The text.
    #[n(0)]
    pub text: String,
    /// How the person felt, 0–10.
    #[n(1)]
    pub mood: Option<u8>,
    /// What it is about in time.
    #[n(2)]
    pub at: Moment,
    /// When it was written.
    #[n(3)]
    pub made: Moment,
}
