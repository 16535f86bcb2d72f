//! Known answers, worked out by hand in the comments.

mod beside;
mod explained;
mod observed;
mod order;

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::{Circumstance, Listed, Logged, Place, Ranking, rank};
use crate::content::SituationId;
use crate::vault::RecordId;

/// A situation of the catalogue, with or without an own rating.
pub(super) fn listed(id: &str, own_rating: Option<u8>) -> Listed {
    Listed { id: id.into(), own_rating, default_pattern: None, pinned: false, covers: Vec::new() }
}

/// A situation in the person's own words.
pub(super) fn own_words(byte: u8) -> SituationId {
    SituationId::own(RecordId([byte; 16]))
}

/// A log on day 0 with this craving in these situations, without use.
pub(super) fn log(craving: impl Into<Option<u8>>, situations: &[&str]) -> Logged {
    Logged {
        day: day(0),
        order: 0,
        craving: craving.into(),
        used: false,
        situations: situations.iter().map(|&id| id.into()).collect(),
        circumstances: Vec::new(),
        moment: None,
    }
}

/// The same log with use.
fn with_use(log: Logged) -> Logged {
    Logged { used: true, ..log }
}

/// The same log with something else present.
fn with(log: Logged, circumstance: &str) -> Logged {
    Logged { circumstances: vec![known(circumstance)], ..log }
}

/// The same log so many times.
fn times(n: usize, log: &Logged) -> Vec<Logged> {
    vec![log.clone(); n]
}

fn known(code: &str) -> Circumstance {
    Circumstance::Known { code: code.into() }
}

/// So many days after 1 March 2026.
pub(super) fn day(nth: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).expect("a date") + Days::new(nth)
}

/// The ranking on day 0, nothing put away.
fn ranked(list: &[Listed], logs: &[Logged]) -> Ranking {
    rank(list.to_vec(), logs, day(0), &BTreeSet::new())
}

fn place<'a>(ranking: &'a Ranking, id: &str) -> &'a Place {
    ranking.places.iter().find(|place| place.id == id.into()).expect("on the list")
}

fn ids<'a>(ids: impl IntoIterator<Item = &'a SituationId>) -> Vec<&'a str> {
    ids.into_iter().map(SituationId::as_str).collect()
}

fn places(ranking: &Ranking) -> Vec<&str> {
    ids(ranking.places.iter().map(|place| &place.id))
}

/// Equal to four decimals.
#[track_caller]
fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 0.000_05, "{found} is not {expected}");
}
