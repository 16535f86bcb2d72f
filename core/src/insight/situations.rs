//! How strong the craving was in each situation.

use serde::Serialize;

use crate::content::SituationId;
use crate::risk::Ranking;

/// The craving in one situation, as the ranking sees it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SituationCraving {
    /// Which.
    pub id: SituationId,
    /// Strength, 0–10.
    pub score: f64,
    /// Where the strength probably begins and ends, 0–10.
    pub range: (f64, f64),
    /// Mean craving over its entries with a number; none without any.
    pub mean: Option<f64>,
    /// Those entries.
    pub rated: u32,
}

/// The first `most` situations, in the order in which they are shown.
pub fn craving_by_situation(ranking: &Ranking, most: usize) -> Vec<SituationCraving> {
    let shown = ranking.places.iter().take(most);
    let series = shown.map(|place| SituationCraving {
        id: place.id.clone(),
        score: place.score,
        range: (place.low, place.high),
        mean: place.mean,
        rated: place.rated,
    });
    series.collect()
}
