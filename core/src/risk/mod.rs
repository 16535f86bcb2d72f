//! Ranking of risk situations, per substance.
//!
//! Pure functions: which situations evoke the strongest craving, and why each stands where it
//! does. This room must not know words, languages, clocks or storage.
//!
//! [`rank`] answers everything at once. A caller that keeps a [`Tally`] adds, edits and removes
//! single episodes and asks it for a new [`Order`] in microseconds.

mod beside;
mod contribution;
mod input;
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

use beside::rare_but_strong;
pub use beside::{Automatic, RareButStrong};
pub use input::{Circumstance, Listed, Logged, PartOfDay, WeekMoment};
pub use observed::{Combination, Factor, Suggestion, combinations, suggestions};
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
    let tally = Tally::of(listed, logged);
    let order = tally.order();
    let together = tally.pairs();
    let places = tally.places(&order, &together);
    Ranking {
        mean: order.mean,
        trust: order.trust,
        rated: tally.rated(),
        rare_but_strong: rare_but_strong(&places),
        automatic: tally.automatic(&places),
        places,
        together,
        combinations: combinations(tally.listed(), logged),
        suggestions: suggestions(tally.listed(), logged, today, not_for_me),
    }
}
