//! What the logs add up to, kept as whole numbers.
//!
//! Whole numbers, so that the order of logging leaves no trace and taking an episode out undoes
//! adding it to the last bit. It must not know priors, scores or words.

use std::collections::BTreeMap;

use super::input::{Listed, Logged};
use crate::content::SituationId;

/// Sums over the episodes of one substance, for the situations of one list.
///
/// Adding or removing an episode touches only the situations in it. A list that changed (a
/// situation, a rating, a pin) asks for a new tally, because the list decides which episodes count.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// By id, each once.
    listed: Vec<Listed>,
    /// What is known of each, in the same order.
    cells: Vec<Cell>,
    /// In how many episodes two situations were together: below the diagonal, row by row.
    together: Vec<Pair>,
    /// All episodes with at least one situation of the list.
    all: Sums,
}

/// Sums over some episodes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sums {
    /// With a craving.
    rated: i64,
    /// Those cravings, summed.
    craving: i64,
    /// With or without a craving.
    logs: i64,
    /// With use.
    used: i64,
}

/// In how many episodes two situations were together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Pair {
    rated: i64,
    logs: i64,
}

/// What is known of one situation.
#[derive(Clone, Debug, Default, PartialEq)]
struct Cell {
    sums: Sums,
    /// Each of its logs, in time; those that agree in everything are counted.
    logs: BTreeMap<LogLine, i64>,
}

/// What must be kept of a log to say what happened in the last five.
///
/// Logs of one instant are ordered by what they say, so that it does not matter which was
/// written first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LogLine {
    order: i64,
    pub(super) used: bool,
    pub(super) craving: Option<u8>,
}

impl Tally {
    /// Nothing logged yet, for this list. The order of the list is of no account; of a situation
    /// that is in it twice the first is kept.
    pub fn new(mut listed: Vec<Listed>) -> Self {
        listed.sort_by(|a, b| a.id.cmp(&b.id));
        listed.dedup_by(|later, first| later.id == first.id);
        let size = listed.len();
        Self {
            cells: vec![Cell::default(); size],
            together: vec![Pair::default(); size * size.saturating_sub(1) / 2],
            all: Sums::default(),
            listed,
        }
    }

    /// A tally of these episodes.
    pub fn of(listed: Vec<Listed>, logged: &[Logged]) -> Self {
        let mut tally = Self::new(listed);
        for episode in logged {
            tally.add(episode);
        }
        tally
    }

    /// Counts an episode in.
    pub fn add(&mut self, episode: &Logged) {
        self.count(episode, 1);
    }

    /// Counts an episode out again. One that was never added is the caller's mistake; what it
    /// brings below zero is read as zero.
    pub fn remove(&mut self, episode: &Logged) {
        self.count(episode, -1);
    }

    /// The situations, ordered by id: what an index of [`order`](Self::order) points into.
    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    /// Rated episodes with at least one situation of the list (N).
    pub fn rated(&self) -> u32 {
        natural(self.all.rated)
    }

    fn count(&mut self, episode: &Logged, times: i64) {
        let mut present: Vec<usize> =
            episode.situations.iter().filter_map(|id| self.index(id)).collect();
        present.sort_unstable();
        present.dedup();
        if present.is_empty() {
            return;
        }
        let line = LogLine { order: episode.order, used: episode.used, craving: episode.craving() };
        self.all.count(line, times);
        for (nth, &index) in present.iter().enumerate() {
            self.cells[index].count(line, times);
            for &lower in &present[..nth] {
                self.together[pair(index, lower)].count(line, times);
            }
        }
    }

    pub(super) fn index(&self, id: &SituationId) -> Option<usize> {
        self.listed.binary_search_by(|listed| listed.id.cmp(id)).ok()
    }

    /// Summed craving of all rated episodes (Σy).
    pub(super) fn craving(&self) -> f64 {
        f64::from(natural(self.all.craving))
    }

    /// Episodes, rated or not, with at least one situation of the list.
    pub(super) fn logs(&self) -> u32 {
        natural(self.all.logs)
    }

    /// Those of them with use.
    pub(super) fn used(&self) -> u32 {
        natural(self.all.used)
    }

    /// Rated episodes with a situation (n of that situation).
    pub(super) fn rated_with(&self, index: usize) -> u32 {
        natural(self.cells[index].sums.rated)
    }

    /// Their summed craving (S of that situation).
    pub(super) fn craving_with(&self, index: usize) -> f64 {
        f64::from(natural(self.cells[index].sums.craving))
    }

    /// Their mean craving.
    pub(super) fn mean_with(&self, index: usize) -> Option<f64> {
        let n = self.rated_with(index);
        (n > 0).then(|| self.craving_with(index) / f64::from(n))
    }

    /// Episodes with a situation, rated or not.
    pub(super) fn logs_with(&self, index: usize) -> u32 {
        natural(self.cells[index].sums.logs)
    }

    /// Those of them with use.
    pub(super) fn used_with(&self, index: usize) -> u32 {
        natural(self.cells[index].sums.used)
    }

    /// Rated episodes with both of two different situations.
    pub(super) fn rated_with_both(&self, one: usize, other: usize) -> u32 {
        natural(self.together[pair(one.max(other), one.min(other))].rated)
    }

    /// Episodes with both of two different situations, rated or not.
    pub(super) fn logs_with_both(&self, one: usize, other: usize) -> u32 {
        natural(self.together[pair(one.max(other), one.min(other))].logs)
    }

    /// The logs of a situation, the last first.
    pub(super) fn latest_with(&self, index: usize) -> impl Iterator<Item = LogLine> {
        self.cells[index]
            .logs
            .iter()
            .rev()
            .flat_map(|(&line, &times)| std::iter::repeat_n(line, natural(times) as usize))
    }
}

impl Sums {
    fn count(&mut self, line: LogLine, times: i64) {
        self.logs += times;
        self.used += if line.used { times } else { 0 };
        if let Some(craving) = line.craving {
            self.rated += times;
            self.craving += i64::from(craving) * times;
        }
    }
}

impl Pair {
    fn count(&mut self, line: LogLine, times: i64) {
        self.logs += times;
        self.rated += if line.craving.is_some() { times } else { 0 };
    }
}

impl Cell {
    fn count(&mut self, line: LogLine, times: i64) {
        self.sums.count(line, times);
        let seen = self.logs.entry(line).or_default();
        *seen += times;
        if *seen == 0 {
            self.logs.remove(&line);
        }
    }
}

/// Where a pair stands below the diagonal.
fn pair(higher: usize, lower: usize) -> usize {
    higher * (higher - 1) / 2 + lower
}

/// A count as it is read: never below zero.
pub(super) fn natural(count: i64) -> u32 {
    u32::try_from(count.max(0)).unwrap_or(u32::MAX)
}
