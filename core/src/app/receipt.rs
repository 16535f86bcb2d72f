//! What a command gives back.

use serde::Serialize;

use crate::content::SituationId;

/// What was done, in words, with what may be asked next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Receipt {
    /// The record that was written, where there is one.
    pub id: Option<String>,
    /// It was there already with the same content; nothing was written.
    pub repeated: bool,
    /// Sentences for the person.
    pub lines: Vec<String>,
    /// A question that the core has about it, if any.
    pub question: Option<String>,
    /// After a strong craving without use: the situation of the entry that stands highest on the
    /// list among those with a plan.
    pub plan: Option<SituationId>,
    /// Then too: staying with it until it passes.
    pub stay: Option<Stay>,
    /// Then too: the person's own people, with how to reach them; else empty.
    pub call: Vec<String>,
}

/// What helps to stay with a craving until it passes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Stay {
    /// Its heading.
    pub title: String,
    /// For how many minutes.
    pub minutes: u8,
    /// What to do, in order.
    pub steps: Vec<String>,
}
