//! What the logs show without ranking it: combinations, and suggestions for the list.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use serde::Serialize;

use super::input::{Circumstance, Listed, Logged, WeekMoment};
use crate::content::SituationId;

/// From so many logs a combination is shown (judgement).
const COMBINATION_LOGS: u32 = 5;
/// Suggestions look at so many days, today included (judgement).
const WINDOW_DAYS: i64 = 28;
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

/// The combinations of a situation or a time of the week with another situation or a circumstance,
/// the most seen first. Two circumstances alone are none: no plan can be made for them.
pub fn combinations(listed: &[Listed], logged: &[Logged]) -> Vec<Combination> {
    let listed: BTreeSet<&SituationId> = listed.iter().map(|listed| &listed.id).collect();
    let mut names = Names::default();
    // By id, so that a pair of situations has one order whichever was logged first.
    for id in &listed {
        names.number(Name::Situation(id));
    }
    let mut counts: HashMap<(u32, u32), Combined> = HashMap::new();
    for episode in logged {
        let present = names.present(episode, &listed);
        for (nth, &(sort, one)) in present.iter().enumerate() {
            for &(other_sort, other) in &present[nth + 1..] {
                if (sort, other_sort) == (Sort::Circumstance, Sort::Circumstance) {
                    continue;
                }
                let combined = counts.entry((one, other)).or_default();
                combined.logs += 1;
                combined.used += u32::from(episode.used);
                combined.strong += u32::from(episode.is_strong());
            }
        }
    }
    let mut found: Vec<Combination> = counts
        .into_iter()
        .filter(|(_, combined)| combined.logs >= COMBINATION_LOGS)
        .map(|((one, other), Combined { logs, used, strong })| Combination {
            one: names.factor(one),
            other: names.factor(other),
            logs,
            used,
            strong,
        })
        .collect();
    found.sort_by(|a, b| {
        b.logs.cmp(&a.logs).then_with(|| (&a.one, &a.other).cmp(&(&b.one, &b.other)))
    });
    found
}

/// What the logs with two factors add up to.
#[derive(Default)]
struct Combined {
    logs: u32,
    used: u32,
    strong: u32,
}

/// The sorts of factors, in the order in which a combination names them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Moment,
    Situation,
    Circumstance,
}

/// A number for every factor, so that ten years of logs are paired without comparing texts.
#[derive(Default)]
struct Names<'a> {
    numbers: HashMap<Name<'a>, u32>,
    names: Vec<Name<'a>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Name<'a> {
    Moment(WeekMoment),
    Situation(&'a SituationId),
    Circumstance(&'a Circumstance),
}

impl Name<'_> {
    fn sort(&self) -> Sort {
        match self {
            Self::Moment(_) => Sort::Moment,
            Self::Situation(_) => Sort::Situation,
            Self::Circumstance(_) => Sort::Circumstance,
        }
    }
}

impl<'a> Names<'a> {
    /// The factors of an episode by sort, each once.
    fn present(
        &mut self,
        episode: &'a Logged,
        listed: &BTreeSet<&SituationId>,
    ) -> Vec<(Sort, u32)> {
        let moment = episode.moment.map(Name::Moment);
        let situations = episode.situations.iter().filter(|id| listed.contains(id));
        let mut present: Vec<(Sort, u32)> = moment
            .into_iter()
            .chain(situations.map(Name::Situation))
            .chain(episode.circumstances.iter().map(Name::Circumstance))
            .map(|name| (name.sort(), self.number(name)))
            .collect();
        present.sort_unstable();
        present.dedup();
        present
    }

    fn number(&mut self, name: Name<'a>) -> u32 {
        let names = &mut self.names;
        *self.numbers.entry(name).or_insert_with(|| {
            names.push(name);
            names.len() as u32 - 1
        })
    }

    fn factor(&self, number: u32) -> Factor {
        match self.names[number as usize] {
            Name::Moment(moment) => Factor::Moment { moment },
            Name::Situation(id) => Factor::Situation { id: id.clone() },
            Name::Circumstance(circumstance) => {
                Factor::Circumstance { circumstance: circumstance.clone() }
            }
        }
    }
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
pub fn suggestions(
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
