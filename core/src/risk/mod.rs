//! Ranking of risk situations, per substance.
//!
//! Pure functions: which situations evoke the strongest craving, and why each stands where it
//! does. This room must not know words, languages, clocks or storage.
//!
//! [`rank`] answers everything at once. A caller that keeps [`Counted`] adds, edits and removes
//! single episodes, and asks it for a new [`Ranking`] at a cost that does not grow with the diary;
//! [`Tally`], a part of it, gives the bare [`Order`] in microseconds.

mod beside;
mod contribution;
mod counted;
mod input;
mod likely;
mod observed;
mod order;
mod place;
mod tally;
mod together;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

pub use beside::{Automatic, RareButStrong};
pub use counted::Counted;
pub use input::{Circumstance, Listed, Logged, PartOfDay, WeekMoment};
pub use likely::likely;
pub use observed::{Combination, Factor, Suggestion, WINDOW_DAYS};
pub use order::{Order, Standing};
pub use place::{Chance, ChanceShown, Confidence, Place, RankReason};
pub use tally::Tally;
pub use together::{Closeness, Together};

/// Everything the logs say about the situations of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ranking {
    /// The person's mean craving (μ), 0–10, drawn a little to 5.
    pub mean: f64,
    /// How far own ratings and the usual pattern are trusted (λ), 0–2; 1 before any log.
    pub trust: f64,
    /// Rated logs with at least one situation of the list (N).
    pub rated: u32,
    /// Every situation of the list, once: pins first, then by strength.
    pub places: Vec<Place>,
    /// Rated 8 or more by the person and logged fewer than 3 times, in the order of the places;
    /// also those that stand high in them.
    pub rare_but_strong: Vec<RareButStrong>,
    /// Where use goes by itself: in at least 3 of the last 5 logs.
    pub automatic: Vec<Automatic>,
    /// Situations that are hard to tell apart or often together.
    pub together: Vec<Together>,
    /// What was present together in at least 5 logs; an observation.
    pub combinations: Vec<Combination>,
    /// Circumstances to offer as a new situation.
    pub suggestions: Vec<Suggestion>,
}

/// Ranks the situations of a list by the logs about one substance, as of this day (SHP-16,
/// SHP-17).
pub fn rank(
    listed: Vec<Listed>,
    logged: &[Logged],
    today: NaiveDate,
    not_for_me: &BTreeSet<Circumstance>,
) -> Ranking {
    Counted::of(listed, logged).ranking(logged, today, not_for_me)
}
