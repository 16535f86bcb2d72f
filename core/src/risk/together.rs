//! Which situations are logged together so often that the logs say little of either alone.

use serde::Serialize;

use super::tally::Tally;
use crate::content::SituationId;

/// Two situations with so many logs each, together in so many in a hundred of the logs with
/// either, are hard to tell apart (judgement).
const APART_LOGS: u32 = 5;
const APART_PERCENT: u64 = 80;
/// So many logs together, so many in a hundred of the logs with either, is often (judgement).
const OFTEN_LOGS: u32 = 3;
const OFTEN_PERCENT: u64 = 60;

/// Two situations of the list that are often logged together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Together {
    /// The one that comes first by id.
    pub one: SituationId,
    /// The other.
    pub other: SituationId,
    /// Logs with both, rated or not.
    pub both: u32,
    /// Logs with either or both.
    pub either: u32,
    /// How close they are.
    pub closeness: Closeness,
}

/// How close two situations are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Closeness {
    /// At least 5 logs each, together in at least 80 % of the logs with either: the logs cannot
    /// show which of the two goes with the craving.
    HardToTellApart,
    /// At least 3 logs together, at least 60 % of the logs with either.
    Often,
}

impl Tally {
    /// The pairs that are hard to tell apart or often together, the most logs together first.
    pub(super) fn pairs(&self) -> Vec<Together> {
        let size = self.listed().len();
        let mut found: Vec<Together> = (0..size)
            .flat_map(|one| (one + 1..size).map(move |other| (one, other)))
            .filter_map(|(one, other)| self.closeness(one, other))
            .collect();
        found.sort_by_key(|pair| std::cmp::Reverse(pair.both));
        found
    }

    fn closeness(&self, one: usize, other: usize) -> Option<Together> {
        let both = self.logs_with_both(one, other);
        let (n_one, n_other) = (self.logs_with(one), self.logs_with(other));
        let either = (n_one + n_other).saturating_sub(both);
        // Multiplied out, so that no rounding decides.
        let in_a_hundred = |percent| u64::from(both) * 100 >= u64::from(either) * percent;
        let closeness = if n_one.min(n_other) >= APART_LOGS && in_a_hundred(APART_PERCENT) {
            Closeness::HardToTellApart
        } else if both >= OFTEN_LOGS && in_a_hundred(OFTEN_PERCENT) {
            Closeness::Often
        } else {
            return None;
        };
        let id = |index: usize| self.listed()[index].id.clone();
        Some(Together { one: id(one), other: id(other), both, either, closeness })
    }
}
