//! Whether a planned reminder still stands, for who sees only the plan and a few marks.
//!
//! The plan is made anew with every record. Until then, and while the vault is locked, this says
//! of an item what a new plan would.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, TimeDelta, Timelike, Utc};

use super::kind::lies_in;
use super::plan::FRESH;
use super::{PlannedReminder, ReminderKind};
use crate::time::Zone;

/// "Later" is an hour (judgement).
const LATER: TimeDelta = TimeDelta::hours(1);

/// The marks by which a planned reminder stands or falls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// When something was last recorded, in milliseconds since 1970, UTC.
    pub last_record_ms: Option<i64>,
    /// Days that are closed for every substance followed.
    pub closed: BTreeSet<NaiveDate>,
    /// Quiet from this time on, in minutes after midnight.
    pub quiet_from: u16,
    /// Quiet up to this time; none when it equals `quiet_from`.
    pub quiet_to: u16,
}

impl Standing {
    /// Whether there is still something to remind of: it is not answered, expired or dropped.
    /// `since_ms` is when it was put off, or its own instant.
    pub fn stands(&self, item: &PlannedReminder, since_ms: i64, now: DateTime<Utc>) -> bool {
        let recorded_after = |ms: i64| self.last_record_ms.is_some_and(|last| last >= ms);
        let fresh = item.kind == ReminderKind::CheckIn
            && recorded_after(item.instant_ms.saturating_sub(FRESH.num_milliseconds()));
        let closed = item.about.is_some_and(|day| self.closed.contains(&day));
        let expired = item.expires_ms <= now.timestamp_millis();
        !(fresh || closed || expired || recorded_after(since_ms))
    }

    /// Whether an item that stands is to be shown now: its time has come, and it is not shown late
    /// into quiet hours that it was not planned in.
    pub fn is_due(
        &self,
        item: &PlannedReminder,
        since_ms: i64,
        now: DateTime<Utc>,
        zone: &Zone,
    ) -> bool {
        let quiet =
            |hour, minute| lies_in(self.quiet_from, self.quiet_to, (hour * 60 + minute) as u16);
        let local = zone.local_of(now).0;
        let late = quiet(local.hour(), local.minute()) && !quiet(item.hour, item.minute);
        item.instant_ms <= now.timestamp_millis() && !late && self.stands(item, since_ms, now)
    }
}

/// An item at another time. None where it makes no sense any more by then.
pub fn moved(item: &PlannedReminder, to: Moved, zone: &Zone) -> Option<PlannedReminder> {
    let own = DateTime::from_timestamp_millis(item.instant_ms)?;
    let (at, expires_ms) = match to {
        Moved::AnHourFrom(now) => (own.max(now.checked_add_signed(LATER)?), item.expires_ms),
        Moved::ToThisZone => {
            let at = zone.first_at(item.date.and_hms_opt(item.hour, item.minute, 0)?);
            (at, item.expires_ms.saturating_add((at - own).num_milliseconds()))
        }
    };
    let local = zone.local_of(at).0;
    let moved = PlannedReminder {
        instant_ms: at.timestamp_millis(),
        date: local.date(),
        hour: local.hour(),
        minute: local.minute(),
        expires_ms,
        ..item.clone()
    };
    (moved.instant_ms < moved.expires_ms).then_some(moved)
}

/// Where an item is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// It is said again in an hour from now; where its own time is later still, then.
    AnHourFrom(DateTime<Utc>),
    /// The clock shows the same there as where it was planned.
    ToThisZone,
}
