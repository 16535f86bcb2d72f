//! Backing off: who does not answer is asked less, and then not at all.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::ReminderKind;
use super::candidate::Candidate;

/// So many in a row without an answer, and it comes every second day; so many more, and it stops
/// (judgement).
const PATIENCE: u32 = 3;

/// How far a kind has backed off by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct BackOff {
    /// Which kind.
    pub kind: ReminderKind,
    /// How many in a row were ignored: nothing was recorded between instant and expiry.
    pub ignored: u32,
    /// What follows from it.
    pub state: BackOffState,
}

/// What follows from reminders that were ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum BackOffState {
    /// It comes as set.
    AsSet,
    /// It comes at most every second day.
    EverySecondDay,
    /// It has stopped, until something is recorded; the app says so once and offers another
    /// moment.
    Stopped,
}

impl BackOff {
    pub(super) fn after(kind: ReminderKind, ignored: u32) -> Self {
        let state = match ignored {
            0..PATIENCE => BackOffState::AsSet,
            n if n < 2 * PATIENCE => BackOffState::EverySecondDay,
            _ => BackOffState::Stopped,
        };
        Self { kind, ignored, state }
    }
}

/// The walk of one kind over its candidates since the last record.
///
/// Those to come count as ignored too: a phone on which the app never runs shows the plan as it
/// is, and any record makes a new plan. So planning again later gives the same items.
#[derive(Debug)]
pub(super) struct Walk {
    since: DateTime<Utc>,
    fired: u32,
    ignored: u32,
    latest: Option<NaiveDate>,
}

impl Walk {
    pub(super) fn since(last_record: DateTime<Utc>) -> Self {
        Self { since: last_record, fired: 0, ignored: 0, latest: None }
    }

    /// Whether nothing more comes.
    pub(super) fn is_over(&self) -> bool {
        self.fired >= 2 * PATIENCE
    }

    /// Whether the next candidate is given, which is then counted. Up to the last record there is
    /// nothing to back off from.
    pub(super) fn passes(&mut self, one: &Candidate<'_>, now: DateTime<Utc>) -> bool {
        if one.at <= self.since {
            return true;
        }
        let rested = |latest| one.date.signed_duration_since(latest) >= TimeDelta::days(2);
        let passes = self.fired < PATIENCE || (!self.is_over() && self.latest.is_none_or(rested));
        if passes {
            self.fired += 1;
            self.ignored += u32::from(one.expires <= now);
            self.latest = Some(one.date);
        }
        passes
    }

    /// How many were ignored by now.
    pub(super) fn ignored(&self) -> u32 {
        self.ignored
    }
}
