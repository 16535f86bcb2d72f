//! What stands beside the order: rare but strong, and where use goes by itself.

use serde::Serialize;

use super::order::Order;
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
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
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
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
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

impl Tally {
    /// Own rating of 8 or more and fewer than 3 logs; the highest rating first, then in order.
    pub(super) fn rare_but_strong(&self, order: &Order) -> Vec<RareButStrong> {
        let mut found: Vec<RareButStrong> = order
            .standings
            .iter()
            .filter_map(|standing| {
                let own_rating = self.own_rating(standing.index)?;
                let logs = self.logs_with(standing.index);
                (own_rating >= STRONG_RATING && logs < RARE_BELOW).then(|| RareButStrong {
                    id: self.listed()[standing.index].id.clone(),
                    own_rating,
                    logs,
                })
            })
            .collect();
        found.sort_by_key(|rare| std::cmp::Reverse(rare.own_rating));
        found
    }

    /// Use in at least 3 of the last 5 logs; most uses first, then the greater share, then in
    /// order.
    pub(super) fn automatic(&self, order: &Order) -> Vec<Automatic> {
        let mut found: Vec<Automatic> = order
            .standings
            .iter()
            .map(|standing| {
                let last: Vec<LogLine> = self.latest_with(standing.index).take(LAST_LOGS).collect();
                let used = || last.iter().filter(|line| line.used);
                let small = |line: &&LogLine| line.craving.is_some_and(|craving| craving <= SMALL);
                Automatic {
                    id: self.listed()[standing.index].id.clone(),
                    used: used().count() as u32,
                    of: last.len() as u32,
                    small_craving: used().filter(small).count() as u32,
                }
            })
            .filter(|automatic| automatic.used >= AUTOMATIC_USES)
            .collect();
        found.sort_by_key(|automatic| (std::cmp::Reverse(automatic.used), automatic.of));
        found
    }
}
