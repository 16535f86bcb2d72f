//! What the exercises are called that other rooms know by name, and their fields.
//!
//! The one place for these names: the app, the invented people and every file that is read or
//! written use them, so that one answer is never stored under two names. This room must not know
//! what an answer means.

/// The four lists: what using and changing give and cost (SHP-06).
pub const DECISIONAL_BALANCE: &str = "base:exercise.decisional-balance";
/// The decision, with the strongest reason, importance and confidence (SHP-07).
pub const DECISION: &str = "base:exercise.decision";
/// What the person would like to hear from themselves in three weeks.
pub const NOTE_TO_SELF: &str = "base:exercise.note-to-self";

/// The fields of the four lists, each with the group of reasons that is offered for it, in the
/// order in which they are asked.
pub const LISTS: [(&str, &str); 4] = [
    ("use_pros", "using-good"),
    ("use_cons", "using-bad"),
    ("stop_pros", "change-good"),
    ("stop_cons", "change-bad"),
];

/// Field of the decision: [`CHANGE`] or [`NOT_NOW`].
pub const DECISION_FIELD: &str = "decision";
/// Field of the decision: the reason that weighs most.
pub const STRONGEST_REASON: &str = "strongest_reason";
/// Field of the decision: how important changing is, 0–10.
pub const IMPORTANCE: &str = "importance";
/// Field of the decision: how sure the person is that it works out, 0–10.
pub const CONFIDENCE: &str = "confidence";
/// Field of the decision: why no lower number.
pub const WHY_NOT_LOWER: &str = "why_not_lower";
/// Field of the note to oneself.
pub const NOTE: &str = "note";

/// The decision to change something.
pub const CHANGE: &str = "change";
/// The decision to leave it as it is for now.
pub const NOT_NOW: &str = "not-now";
