//! One row of the ranking, and why it stands where it does.
//!
//! Reasons are typed; which words they become is not known here.

use serde::Serialize;

use super::order::{Offset, Order};
use super::tally::Tally;
use super::together::{Closeness, Together};
use crate::content::SituationId;

/// At most so many situations are put on top by the person.
const MOST_PINS: usize = 3;
/// Rated logs below which confidence is low, and from which it is high (judgement).
const MEDIUM_FROM: u32 = 5;
const HIGH_FROM: u32 = 20;
/// Logs from which a chance is shown as counts, and as a percentage (judgement).
const COUNTS_FROM: u32 = 5;
const PERCENT_FROM: u32 = 20;
/// How many logs the person's own share of use is worth in the chance of using (judgement).
const CHANCE_PRIOR: f64 = 2.0;

/// One row of the ranking.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Place {
    /// Which situation.
    pub id: SituationId,
    /// Its place by strength alone, from 1; a pin does not change it.
    pub rank: u32,
    /// Put on top by the person (one of at most three).
    pub pinned: bool,
    /// Strength of the craving it evokes, 0–10, clamped to be shown; the order is not.
    pub score: f64,
    /// Lower end of the 80 % interval, clamped to 0–10.
    pub low: f64,
    /// Upper end of the 80 % interval, clamped to 0–10.
    pub high: f64,
    /// Logs of it with a craving.
    pub rated: u32,
    /// Logs of it, with or without a craving.
    pub logs: u32,
    /// Mean of those cravings, 0–10.
    pub mean: Option<f64>,
    /// The person's own rating, 0–10.
    pub own_rating: Option<u8>,
    /// How much stands behind the score.
    pub confidence: Confidence,
    /// Why it stands here, in the order to be told; never empty.
    pub reasons: Vec<RankReason>,
    /// What it adds to the craving, in points, beside those it was logged together with; none
    /// where it was never logged together with another of the list.
    pub contribution: Option<f64>,
    /// How often it went along with use.
    pub chance: Chance,
}

/// How much stands behind a score: low below 5 rated logs, high from 20.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Fewer than 5 rated logs.
    Low,
    /// 5–19 rated logs.
    Medium,
    /// 20 rated logs or more.
    High,
}

/// Why a situation stands where it does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum RankReason {
    /// The person put it on top.
    Pinned,
    /// What the logs say.
    OwnLogs {
        /// Mean craving, 0–10.
        mean: f64,
        /// Over so many rated logs.
        n: u32,
    },
    /// No rated logs; the own rating counts most.
    OwnRatingLeads {
        /// That rating, 0–10.
        own_rating: u8,
    },
    /// No rated logs; what is usual for most people counts most.
    UsualPatternLeads,
    /// No rated logs and nothing else: it stands at the person's mean.
    NothingYet,
    /// Its mean would put it higher, but there are few rated logs (fewer than 5). Not said of a
    /// pinned one, which stands on top anyway.
    FewLogs {
        /// So many.
        n: u32,
    },
    /// The own rating counts beside what was said before it.
    OwnRating {
        /// That rating, 0–10.
        own_rating: u8,
    },
    /// Nearly always together with another: the logs cannot show which of the two goes with the
    /// craving ([`Closeness::HardToTellApart`]).
    HardToTellApart {
        /// The other.
        with: SituationId,
        /// Logs with both.
        both: u32,
        /// Logs with either.
        either: u32,
    },
    /// Often together with another ([`Closeness::Often`]).
    OftenTogether {
        /// The other.
        with: SituationId,
        /// Logs with both.
        both: u32,
        /// Logs with either.
        either: u32,
    },
}

/// How often a situation went along with use: Beta(2p, 2(1−p)), updated by its logs, with
/// p = (used + 1)/(logs + 2) over all logs with a situation of the list, rated or not.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Chance {
    /// Logs of the situation with use.
    pub used: u32,
    /// Logs of the situation.
    pub logs: u32,
    /// The mean of that distribution, 0–1.
    pub mean: f64,
    /// How much of it so few or many logs can carry.
    pub show: ChanceShown,
}

/// What of a chance is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChanceShown {
    /// Fewer than 5 logs.
    Nothing,
    /// 5–19 logs: "3 of 8 times".
    Counts,
    /// 20 logs or more: a percentage.
    Percent,
}

impl Tally {
    /// The rows, in the order to be shown: pins first, then by score.
    pub(super) fn places(&self, order: &Order, together: &[Together]) -> Vec<Place> {
        let offsets = self.offsets();
        let contributions = self.contributions(order.trust);
        let mut pins_left = MOST_PINS;
        let mut places = Vec::with_capacity(order.standings.len());
        let mut above = f64::INFINITY;
        for (nth, standing) in order.standings.iter().enumerate() {
            let index = standing.index;
            let listed = &self.listed()[index];
            let pinned = listed.pinned && pins_left > 0;
            pins_left -= usize::from(pinned);
            let rated = self.rated_with(index);
            let shown = |points: f64| points.clamp(0.0, 10.0);
            let mut reasons = self.reasons(index, offsets[index], order.trust);
            if pinned {
                reasons.insert(0, RankReason::Pinned);
            } else if rated < MEDIUM_FROM && self.mean_with(index).is_some_and(|mean| mean > above)
            {
                reasons.insert(1, RankReason::FewLogs { n: rated });
            }
            reasons.extend(together.iter().filter_map(|pair| pair.reason_for(&listed.id)));
            places.push(Place {
                id: listed.id.clone(),
                rank: nth as u32 + 1,
                pinned,
                score: shown(standing.score),
                low: shown(standing.score - standing.half_width),
                high: shown(standing.score + standing.half_width),
                rated,
                logs: self.logs_with(index),
                mean: self.mean_with(index),
                own_rating: self.own_rating(index),
                confidence: Confidence::of(rated),
                reasons,
                contribution: self.has_company(index).then_some(contributions[index]),
                chance: self.chance(index),
            });
            above = standing.score;
        }
        places.sort_by_key(|place| !place.pinned);
        places
    }

    /// What a score rests on: logs, or what leads before any log, and the own rating.
    fn reasons(&self, index: usize, offset: Offset, trust: f64) -> Vec<RankReason> {
        let n = self.rated_with(index);
        let own_rating = self.own_rating(index);
        let mut reasons = vec![match (self.mean_with(index), own_rating) {
            (Some(mean), _) => RankReason::OwnLogs { mean, n },
            (None, Some(own_rating))
                if trust > 0.0 && offset.rating.abs() >= offset.pattern.abs() =>
            {
                RankReason::OwnRatingLeads { own_rating }
            }
            _ if trust > 0.0 && self.pattern(index).is_some() => RankReason::UsualPatternLeads,
            _ => RankReason::NothingYet,
        }];
        if let Some(own_rating) = own_rating
            && !matches!(reasons[0], RankReason::OwnRatingLeads { .. })
        {
            reasons.push(RankReason::OwnRating { own_rating });
        }
        reasons
    }

    fn has_company(&self, index: usize) -> bool {
        (0..self.listed().len())
            .any(|other| other != index && self.rated_with_both(index, other) > 0)
    }

    fn chance(&self, index: usize) -> Chance {
        let (used, logs) = (self.used_with(index), self.logs_with(index));
        let person = f64::from(self.used() + 1) / f64::from(self.logs() + 2);
        let mean = (CHANCE_PRIOR * person + f64::from(used)) / (CHANCE_PRIOR + f64::from(logs));
        let show = match logs {
            ..COUNTS_FROM => ChanceShown::Nothing,
            COUNTS_FROM..PERCENT_FROM => ChanceShown::Counts,
            PERCENT_FROM.. => ChanceShown::Percent,
        };
        Chance { used, logs, mean, show }
    }
}

impl Together {
    /// What the pair says to a row.
    fn reason_for(&self, id: &SituationId) -> Option<RankReason> {
        let with = if *id == self.one {
            self.other.clone()
        } else if *id == self.other {
            self.one.clone()
        } else {
            return None;
        };
        let (both, either) = (self.both, self.either);
        Some(match self.closeness {
            Closeness::HardToTellApart => RankReason::HardToTellApart { with, both, either },
            Closeness::Often => RankReason::OftenTogether { with, both, either },
        })
    }
}

impl Confidence {
    fn of(rated: u32) -> Self {
        match rated {
            ..MEDIUM_FROM => Self::Low,
            MEDIUM_FROM..HIGH_FROM => Self::Medium,
            HIGH_FROM.. => Self::High,
        }
    }
}
