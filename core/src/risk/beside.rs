//! What stands beside the order: rare but strong, and where use goes by itself.

use serde::Serialize;

use super::place::Place;
use super::tally::{LogLine, Tally};
use crate::content::SituationId;

/// From this own rating on, with fewer logs than this, a situation is rare but strong (judgement:
/// one that is avoided well is still a risk).
const STRONG_RATING: u8 = 8;
const RARE_BELOW: u32 = 3;
/// Use in so many of so many last logs is automatic (judgement; the *have-to* of habit).
const AUTOMATIC_USES: u32 = 3;
const LAST_LOGS: usize = 5;
/// Up to here a craving is called small (judgement).
const SMALL: u8 = 3;

/// A situation that the person rates high and seldom logs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RareButStrong {
    /// Which situation.
    pub id: SituationId,
    /// The person's own rating, 8–10.
    pub own_rating: u8,
    /// How often it was logged, with or without a craving: 0–2.
    pub logs: u32,
}

/// A situation in which the substance was mostly used, whatever the craving.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Automatic {
    /// Which situation.
    pub id: SituationId,
    /// Use in so many of its last logs: 3–5.
    pub used: u32,
    /// How many logs that looks at: the last 5, or all when there are fewer.
    pub of: u32,
    /// In so many of those with use the craving was small (0–3).
    pub small_craving: u32,
}

/// Own rating of 8 or more and fewer than 3 logs, in the order of the places.
pub(super) fn rare_but_strong(places: &[Place]) -> Vec<RareButStrong> {
    let rare = |place: &Place| {
        let own_rating = place.own_rating.filter(|own| *own >= STRONG_RATING)?;
        (place.logs < RARE_BELOW).then(|| RareButStrong {
            id: place.id.clone(),
            own_rating,
            logs: place.logs,
        })
    };
    places.iter().filter_map(rare).collect()
}

impl Tally {
    /// Use in at least 3 of the last 5 logs; most uses first, then the most logs in all, then in
    /// the order of the places.
    pub(super) fn automatic(&self, places: &[Place]) -> Vec<Automatic> {
        let mut found: Vec<(u32, Automatic)> = places
            .iter()
            .filter_map(|place| Some((place.logs, self.lately(&place.id)?)))
            .filter(|(_, automatic)| automatic.used >= AUTOMATIC_USES)
            .collect();
        found.sort_by_key(|(logs, automatic)| std::cmp::Reverse((automatic.used, *logs)));
        found.into_iter().map(|(_, automatic)| automatic).collect()
    }

    /// What happened in the last logs of a situation.
    fn lately(&self, id: &SituationId) -> Option<Automatic> {
        let last: Vec<LogLine> = self.latest_with(self.index(id)?).take(LAST_LOGS).collect();
        let used = || last.iter().filter(|line| line.used);
        let small = |line: &&LogLine| line.craving.is_some_and(|craving| craving <= SMALL);
        Some(Automatic {
            id: id.clone(),
            used: used().count() as u32,
            of: last.len() as u32,
            small_craving: used().filter(small).count() as u32,
        })
    }
}
