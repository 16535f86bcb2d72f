//! What else a day holds: how it was closed (SHP-15) and notes of its own (SHP-23).

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Desk, Reason, Refusal, number, text};
use crate::content::Code;
use crate::journey::entity::{Closing, Note};
use crate::journey::{ClosingAnswer, Source};
use crate::time::When;
use crate::vault::RecordId;

/// What a person says to close a day (SHP-15).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ClosingDraft {
    /// The id that the core gave for it.
    pub id: RecordId,
    /// The substances; empty for all that are followed.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub substances: Vec<Code>,
    /// The local day; none for today.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub day: Option<NaiveDate>,
    /// The answer.
    pub answer: ClosingAnswer,
    /// When it was given, where that was not now.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub made: Option<When>,
    /// How it came in.
    pub source: Source,
}

impl ClosingDraft {
    /// Checks it.
    pub fn check(&self, desk: &Desk<'_>) -> Result<Closing, Refusal> {
        let made = desk.moment("made", self.made.as_ref())?;
        let day = self.day.unwrap_or(made.day);
        if day > made.day {
            return Err(Refusal::new("day", Reason::Future));
        }
        let not_yet = self.answer == ClosingAnswer::Stayed && day == made.day;
        if not_yet || matches!(self.answer, ClosingAnswer::Unknown(_)) {
            return Err(Refusal::new("answer", Reason::NotPossible));
        }
        let mut substances = self.substances.clone();
        for substance in &substances {
            desk.substance("substances", substance)?;
        }
        if substances.is_empty() {
            let followed = desk.journey.substances();
            substances = followed.into_iter().map(|one| one.substance.clone()).collect();
        }
        if substances.is_empty() {
            return Err(Refusal::new("substances", Reason::Empty));
        }
        substances.sort();
        substances.dedup();
        let cut_off = desk.cut_off();
        Ok(Closing { substances, day, answer: self.answer, made, source: self.source, cut_off })
    }
}

/// A diary note (SHP-23).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct NoteDraft {
    /// The id that the core gave for it.
    pub id: RecordId,
    /// The text.
    pub text: String,
    /// How the person feels, 0–10.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub mood: Option<i64>,
    /// What time it is about: none for now, or in an edit for unchanged.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub when: Option<When>,
    /// When it was written, where that was not now; an edit leaves it as it was.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub made: Option<When>,
}

impl NoteDraft {
    /// The note as it stands, to be changed.
    pub fn of(id: RecordId, note: &Note) -> Self {
        Self { id, text: note.text.clone(), mood: note.mood.map(i64::from), when: None, made: None }
    }

    /// Checks it as a new note, or as an edit of the one that is there.
    pub fn check(&self, desk: &Desk<'_>, edits: Option<&Note>) -> Result<Note, Refusal> {
        let made = desk.moment("made", self.made.as_ref())?;
        let at = match (&self.when, edits) {
            (None, Some(before)) => before.at.clone(),
            (None, None) => made.clone(),
            (when, _) => desk.moment("when", when.as_ref())?,
        };
        let text = text::text("text", &self.text)?;
        let mood = number::rating("mood", self.mood)?;
        if text.is_empty() && mood.is_none() {
            return Err(Refusal::new("text", Reason::Empty));
        }
        Ok(Note { text, mood, at, made: edits.map_or(made, |before| before.made.clone()) })
    }
}
