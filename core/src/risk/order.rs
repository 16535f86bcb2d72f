//! The order: strength of the craving that a situation evokes.
//!
//! A prior-anchored Bayesian average with learned trust, in closed form. It must not know why a
//! person put something on top, nor what is shown.

use super::tally::Tally;

/// The middle of the scale 0–10: what a person's mean and mean own rating start from.
pub(super) const MIDDLE: f64 = 5.0;
/// How many logs, or ratings, that start is worth (judgement).
const MIDDLE_WEIGHT: f64 = 2.0;
/// Share of a pack's default pattern that carries over to one person (chosen on simulated people).
const PATTERN_SHARE: f64 = 0.6;
/// Points of craving per point of own rating (chosen on simulated people, whose ratings correlate
/// 0.4 with the truth).
const RATING_SHARE: f64 = 0.18;
/// Spread of situations around their prior, in points of craving (chosen on simulated people).
const TAU: f64 = 0.5;
/// Spread of single cravings around the mean of a situation, in points (chosen on simulated
/// people).
pub(super) const SIGMA: f64 = 1.9;
/// The most that the prior offsets are trusted: twice (judgement).
const MOST_TRUST: f64 = 2.0;
/// How many logs the prior is worth (m; chosen on simulated people).
const PRIOR_LOGS: f64 = 8.0;
/// The same once a validated default pattern stands behind it.
const PRIOR_LOGS_WITH_PATTERN: f64 = 16.0;
/// Half-width of the central 80 % of a normal distribution, in standard deviations.
const Z_80: f64 = 1.28;
/// Scores that differ by less than a billionth are ties: less than any log can make, more than
/// rounding does.
const TIES_PER_POINT: f64 = 1e9;

/// All situations of a list in order of score.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// The person's mean craving (μ), 0–10.
    pub mean: f64,
    /// How far the own ratings and the default pattern are trusted (λ), 0–2.
    pub trust: f64,
    /// The situations, strongest first.
    pub standings: Vec<Standing>,
}

/// Where one situation stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Which one: an index into [`Tally::listed`].
    pub index: usize,
    /// The strength, in points of craving; it may lie outside 0–10.
    pub score: f64,
    /// Half of the 80 % interval around it.
    pub half_width: f64,
    /// The score in billionths, and ties: more logs, rated or not, first.
    rounded: i64,
    logs: u32,
}

/// What is expected of a situation before any log, in points of craving around the mean.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Offset {
    /// From the pack's default pattern.
    pub(super) pattern: f64,
    /// From the own rating.
    pub(super) rating: f64,
}

impl Offset {
    /// d of the formulas.
    pub(super) fn sum(self) -> f64 {
        self.pattern + self.rating
    }
}

impl Tally {
    /// The situations ordered by score = (m(μ + λd) + S)/(m + n), ties by more logs, then by id.
    pub fn order(&self) -> Order {
        let mean = self.mean();
        let offsets = self.offsets();
        let trust = self.trust(mean, &offsets);
        let m = self.prior_logs();
        let mut standings: Vec<Standing> = offsets
            .iter()
            .enumerate()
            .map(|(index, offset)| {
                let weight = m + f64::from(self.rated_with(index));
                let prior = m * (mean + trust * offset.sum());
                let score = (prior + self.craving_with(index)) / weight;
                Standing {
                    index,
                    score,
                    half_width: Z_80 * SIGMA / weight.sqrt(),
                    rounded: (score * TIES_PER_POINT).round() as i64,
                    logs: self.logs_with(index),
                }
            })
            .collect();
        standings.sort_unstable_by_key(|standing| {
            (std::cmp::Reverse((standing.rounded, standing.logs)), standing.index)
        });
        Order { mean, trust, standings }
    }

    /// μ = (2·5 + Σy)/(2 + N).
    fn mean(&self) -> f64 {
        shrunk_mean(self.craving(), self.rated())
    }

    /// d of each situation: 0.6·default, centred over the list (one without a default is as the
    /// average situation: 0 before centring), and 0.18·(own − mean own) where it was rated.
    pub(super) fn offsets(&self) -> Vec<Offset> {
        let ratings = || (0..self.listed().len()).filter_map(|index| self.own_rating(index));
        let mean_own = shrunk_mean(ratings().map(f64::from).sum(), ratings().count() as u32);
        let size = self.listed().len();
        let pattern = |index| self.pattern(index).unwrap_or_default();
        let mean_pattern = (0..size).map(pattern).sum::<f64>() / (size.max(1) as f64);
        (0..size)
            .map(|index| Offset {
                pattern: PATTERN_SHARE * (pattern(index) - mean_pattern),
                rating: self
                    .own_rating(index)
                    .map_or(0.0, |own| RATING_SHARE * (f64::from(own) - mean_own)),
            })
            .collect()
    }

    /// λ: how well the offsets agree with the logs, so that ratings which the logs contradict
    /// fade by themselves.
    fn trust(&self, mean: f64, offsets: &[Offset]) -> f64 {
        let (mut agreement, mut size) = (1.0, 1.0);
        for (index, offset) in offsets.iter().enumerate() {
            let Some(own_mean) = self.mean_with(index) else { continue };
            let d = offset.sum();
            let weight = 1.0 / (TAU * TAU + SIGMA * SIGMA / f64::from(self.rated_with(index)));
            agreement += weight * d * (own_mean - mean);
            size += weight * d * d;
        }
        (agreement / size).clamp(0.0, MOST_TRUST)
    }

    fn prior_logs(&self) -> f64 {
        let has_pattern = (0..self.listed().len()).any(|index| self.pattern(index).is_some());
        if has_pattern { PRIOR_LOGS_WITH_PATTERN } else { PRIOR_LOGS }
    }

    /// The own rating as it is read: 0–10.
    pub(super) fn own_rating(&self, index: usize) -> Option<u8> {
        self.listed()[index].own_rating.map(|own| own.min(10))
    }

    /// The default pattern as it is read: a number of the scale, or none.
    pub(super) fn pattern(&self, index: usize) -> Option<f64> {
        let pattern = self.listed()[index].default_pattern?;
        pattern.is_finite().then(|| pattern.clamp(-10.0, 10.0))
    }
}

/// A mean that starts from the middle of the scale.
fn shrunk_mean(sum: f64, n: u32) -> f64 {
    (MIDDLE_WEIGHT * MIDDLE + sum) / (MIDDLE_WEIGHT + f64::from(n))
}
