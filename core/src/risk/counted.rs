//! What the logs about one substance add up to, kept log by log: a ranking at any time, without
//! going through the diary again. It must not know priors or words.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::beside::rare_but_strong;
use super::input::{Circumstance, Listed, Logged};
use super::observed::{Combined, suggestions};
use super::{Ranking, Tally};

/// Sums over the episodes of one substance, for one list, from which a [`Ranking`] follows.
///
/// A list that changed asks for new sums, as with [`Tally`].
#[derive(Clone, Debug)]
pub struct Counted {
    tally: Tally,
    combined: Combined,
}

impl Counted {
    /// Nothing logged yet, for this list.
    pub fn new(listed: Vec<Listed>) -> Self {
        let tally = Tally::new(listed);
        let combined = Combined::new(tally.listed());
        Self { tally, combined }
    }

    /// Sums over these episodes.
    pub fn of(listed: Vec<Listed>, logged: &[Logged]) -> Self {
        let mut counted = Self::new(listed);
        for episode in logged {
            counted.add(episode);
        }
        counted
    }

    /// Counts an episode in.
    pub fn add(&mut self, episode: &Logged) {
        self.tally.add(episode);
        self.combined.count(episode, 1);
    }

    /// Counts an episode out again. One that was never added is the caller's mistake; what it
    /// brings below zero is read as zero.
    pub fn remove(&mut self, episode: &Logged) {
        self.tally.remove(episode);
        self.combined.count(episode, -1);
    }

    /// The ranking as of this day. `recent` holds at least the episodes of the last
    /// [`WINDOW_DAYS`](super::WINDOW_DAYS) days, today included, for the suggestions.
    pub fn ranking(
        &self,
        recent: &[Logged],
        today: NaiveDate,
        not_for_me: &BTreeSet<Circumstance>,
    ) -> Ranking {
        let tally = &self.tally;
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
            combinations: self.combined.found(),
            suggestions: suggestions(tally.listed(), recent, today, not_for_me),
        }
    }
}
