//! What the logs show without ranking it: combinations, and suggestions for the list. It must not
//! know the order, words or storage.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use serde::Serialize;

use super::input::{Circumstance, Listed, Logged, WeekMoment};
use super::tally::natural;
use crate::content::SituationId;

/// From so many logs a combination is shown (judgement).
const COMBINATION_LOGS: i64 = 5;
/// Suggestions look at so many days, today included (judgement).
pub const WINDOW_DAYS: i64 = 28;
/// A circumstance is suggested from so many logs with strong craving or use (judgement).
const SUGGESTION_LOGS: u32 = 4;
/// Its share among those is at least 3/2 of its share among the others (judgement).
const RATIO: (u64, u64) = (3, 2);

/// Something that can be present in a log.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// A time of the week.
    Moment {
        /// Which.
        moment: WeekMoment,
    },
    /// A situation of the list.
    Situation {
        /// Which.
        id: SituationId,
    },
    /// A circumstance.
    Circumstance {
        /// Which.
        circumstance: Circumstance,
    },
}

/// Two factors that were present together in at least 5 logs: an observation, no rank and no cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Combination {
    /// The one: a time of the week or a situation.
    pub one: Factor,
    /// The other: a situation or a circumstance.
    pub other: Factor,
    /// Logs with both: at least 5.
    pub logs: u32,
    /// Those of them with use.
    pub used: u32,
    /// Those of them with a strong craving (7 or more).
    pub strong: u32,
}

/// How often two factors were present together, kept log by log.
///
/// Every factor has a number, so that ten years of logs are paired without comparing texts. The
/// situations of the list come first, by id: so a pair of them has one order whichever was logged
/// first.
#[derive(Clone, Debug, Default)]
pub(super) struct Combined {
    numbers: HashMap<Factor, u32>,
    factors: Vec<Factor>,
    counts: HashMap<(u32, u32), Counts>,
}

/// What the logs with two factors add up to.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    logs: i64,
    used: i64,
    strong: i64,
}

impl Combined {
    /// Nothing logged yet, for this list.
    pub(super) fn new(listed: &[Listed]) -> Self {
        let ids: BTreeSet<&SituationId> = listed.iter().map(|listed| &listed.id).collect();
        let mut combined = Self::default();
        for id in ids {
            combined.number(Factor::Situation { id: id.clone() });
        }
        combined
    }

    /// Counts a log in (1) or out again (−1).
    pub(super) fn count(&mut self, episode: &Logged, times: i64) {
        let present = self.present(episode);
        for (nth, &(sort, one)) in present.iter().enumerate() {
            for &(other_sort, other) in &present[nth + 1..] {
                if (sort, other_sort) == (Sort::Circumstance, Sort::Circumstance) {
                    continue;
                }
                let counts = self.counts.entry((one, other)).or_default();
                counts.logs += times;
                counts.used += if episode.used { times } else { 0 };
                counts.strong += if episode.is_strong() { times } else { 0 };
            }
        }
    }

    /// The combinations of a situation or a time of the week with another situation or a
    /// circumstance, the most seen first. Two circumstances alone are none: no plan can be made
    /// for them.
    pub(super) fn found(&self) -> Vec<Combination> {
        let seen = self.counts.iter().filter(|(_, counts)| counts.logs >= COMBINATION_LOGS);
        let mut found: Vec<Combination> = seen
            .map(|(&(one, other), &Counts { logs, used, strong })| Combination {
                one: self.factors[one as usize].clone(),
                other: self.factors[other as usize].clone(),
                logs: natural(logs),
                used: natural(used),
                strong: natural(strong),
            })
            .collect();
        found.sort_by(|a, b| {
            b.logs.cmp(&a.logs).then_with(|| (&a.one, &a.other).cmp(&(&b.one, &b.other)))
        });
        found
    }

    /// The factors of a log by sort, each once; a situation that is not on the list is none.
    fn present(&mut self, episode: &Logged) -> Vec<(Sort, u32)> {
        let mut present = Vec::new();
        if let Some(moment) = episode.moment {
            present.push((Sort::Moment, self.number(Factor::Moment { moment })));
        }
        for id in &episode.situations {
            let listed = self.numbers.get(&Factor::Situation { id: id.clone() });
            present.extend(listed.map(|&number| (Sort::Situation, number)));
        }
        for circumstance in &episode.circumstances {
            let circumstance = circumstance.clone();
            let number = self.number(Factor::Circumstance { circumstance });
            present.push((Sort::Circumstance, number));
        }
        present.sort_unstable();
        present.dedup();
        present
    }

    fn number(&mut self, factor: Factor) -> u32 {
        if let Some(&number) = self.numbers.get(&factor) {
            return number;
        }
        let number = self.factors.len() as u32;
        self.factors.push(factor.clone());
        self.numbers.insert(factor, number);
        number
    }
}

/// The sorts of factors, in the order in which a combination names them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Moment,
    Situation,
    Circumstance,
}

/// A circumstance that keeps coming back with strong craving or use and is not on the list yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// Which.
    pub circumstance: Circumstance,
    /// Logs with it and a strong craving or use, in the last 28 days: at least 4.
    pub times: u32,
    /// Those of them with a strong craving (7 or more).
    pub strong: u32,
    /// Those of them with use.
    pub used: u32,
    /// All logs with a strong craving or use in those days.
    pub of: u32,
}

/// What to offer as a new situation on this day, the most seen first.
///
/// Within the last 28 days, today included: at least 4 logs with strong craving or use; a share
/// among those of at least 1.5 times the share among the others (0 where there are no others);
/// covered by no situation of the list; not put away.
pub(super) fn suggestions(
    listed: &[Listed],
    logged: &[Logged],
    today: NaiveDate,
    not_for_me: &BTreeSet<Circumstance>,
) -> Vec<Suggestion> {
    let covered: BTreeSet<&Circumstance> = listed.iter().flat_map(|one| &one.covers).collect();
    let mut seen: BTreeMap<&Circumstance, Seen> = BTreeMap::new();
    let (mut of, mut others) = (0, 0);
    for episode in logged.iter().filter(|episode| is_recent(episode.day, today)) {
        let counts = episode.is_strong() || episode.used;
        of += u32::from(counts);
        others += u32::from(!counts);
        for circumstance in episode.circumstances.iter().collect::<BTreeSet<_>>() {
            let seen = seen.entry(circumstance).or_default();
            seen.times += u32::from(counts);
            seen.strong += u32::from(episode.is_strong());
            seen.used += u32::from(episode.used);
            seen.elsewhere += u32::from(!counts);
        }
    }
    let mut found: Vec<Suggestion> = seen
        .into_iter()
        .filter(|(circumstance, seen)| {
            seen.times >= SUGGESTION_LOGS
                && seen.stands_out(of, others)
                && !covered.contains(circumstance)
                && !not_for_me.contains(circumstance)
        })
        .map(|(circumstance, Seen { times, strong, used, .. })| Suggestion {
            circumstance: circumstance.clone(),
            times,
            strong,
            used,
            of,
        })
        .collect();
    found.sort_by_key(|suggestion| std::cmp::Reverse(suggestion.times));
    found
}

/// How often a circumstance was seen.
#[derive(Default)]
struct Seen {
    times: u32,
    strong: u32,
    used: u32,
    elsewhere: u32,
}

impl Seen {
    /// times/of ≥ 1.5 · elsewhere/others, multiplied out so that no rounding decides.
    fn stands_out(&self, of: u32, others: u32) -> bool {
        let here = u64::from(self.times) * u64::from(others);
        let elsewhere = u64::from(self.elsewhere) * u64::from(of);
        here * RATIO.1 >= elsewhere * RATIO.0
    }
}

fn is_recent(day: NaiveDate, today: NaiveDate) -> bool {
    (0..WINDOW_DAYS).contains(&today.signed_duration_since(day).num_days())
}
