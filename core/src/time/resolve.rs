//! From *when* as somebody says it to the moment that is kept.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::zone::minute_up;
use super::{CutOff, Local, Moment, Precision, When, Zone};

/// The years that an entry may be about (judgement: nothing a person remembers lies outside).
const YEARS: std::ops::Range<i32> = 1900..2200;
/// How far a clock may be ahead of or behind UTC, in minutes: further than any zone ever was.
const FURTHEST_OFFSET: i32 = 18 * 60;
/// The longest name of a zone that is kept, in bytes (judgement; the longest in the database has
/// thirty-two).
const LONGEST_ZONE: usize = 100;
/// How far ahead an entry may lie, since two clocks are never equal.
const FUTURE: TimeDelta = TimeDelta::minutes(5);

/// Where a person lives by the clock: what *some time on a day* is counted in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Home {
    /// IANA name of the zone, or whatever the device calls it.
    pub zone: String,
    /// Minutes ahead of UTC, used where the zone is not known.
    pub offset_minutes: i32,
}

/// The moment that a draft's *when* stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The moment, as it will be kept.
    pub moment: Moment,
    /// What had to be chosen, to be told to the person.
    pub adjusted: Option<Adjusted>,
}

/// What had to be chosen to make a moment of a *when*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Adjusted {
    /// The clock skipped that time; the first minute after it was taken.
    Gap,
    /// The clock showed that time twice; the first was taken.
    FirstOfTwo,
    /// The clock showed that time twice; the second was taken, as asked.
    SecondOfTwo,
    /// The zone is not known here; the offset that came with it was used.
    UnknownZone,
}

/// Why a *when* was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// The year is outside 1900–2199.
    #[error("date outside the years 1900 to 2199")]
    Date,
    /// The zone's calendar went from the day before to the day after.
    #[error("date that was skipped in this time zone")]
    SkippedDate,
    /// Not 0–23.
    #[error("hour outside 0 to 23")]
    Hour,
    /// Not 0–59.
    #[error("minute outside 0 to 59")]
    Minute,
    /// Further from UTC than 18 hours.
    #[error("offset of more than 18 hours")]
    Offset,
    /// The zone is not known, and no offset came with it.
    #[error("unknown time zone without an offset")]
    UnknownZone,
    /// Longer than 100 bytes, or with control characters in it.
    #[error("time zone that cannot be a name")]
    ZoneName,
}

impl WhenError {
    /// The field of the draft's *when* that was refused.
    pub fn field(self) -> &'static str {
        match self {
            Self::Date | Self::SkippedDate => "date",
            Self::Hour => "hour",
            Self::Minute => "minute",
            Self::Offset => "offset",
            Self::UnknownZone | Self::ZoneName => "zone",
        }
    }
}

/// The moment that `when` stands for.
///
/// A time that the clock skipped becomes the first minute after it, which the cut-off may put on
/// another day; of a time that it showed twice the first is taken unless the second is asked for.
/// A known zone decides over an offset given beside it; for *now* the device's own offset does. A
/// date that the zone's calendar does not have is refused rather than moved: moving it would file
/// an entry under a date that nobody named. *Some time that day* is noon at home.
///
/// Before 1972 a few zones were ahead of UTC by odd seconds: the offset is kept in whole minutes
/// and the instant gives way, so that the clock reads as it was said.
pub fn resolve(
    when: &When,
    now: DateTime<Utc>,
    cut_off: CutOff,
    home: &Home,
) -> Result<Resolved, WhenError> {
    match when {
        When::Now { offset_minutes, zone } => {
            check_zone(zone)?;
            let offset_minutes = checked_offset(*offset_minutes)?;
            let utc = DateTime::from_timestamp_millis(now.timestamp_millis()).unwrap_or(now);
            let local = utc
                .naive_utc()
                .checked_add_signed(TimeDelta::minutes(offset_minutes.into()))
                .ok_or(WhenError::Date)?;
            check_date(local.date())?;
            let day = cut_off.day_of(local);
            let zone = zone.clone();
            let zone = zone.into();
            let moment = Moment { utc, offset_minutes, zone, day, precision: Precision::Minute };
            Ok(Resolved { moment, adjusted: None })
        }
        When::At { date, hour, minute, zone, offset_minutes, second_occurrence } => {
            check_date(*date)?;
            check_zone(zone)?;
            let time = time_of(*hour, *minute)?;
            let (rules, unknown) = rules_for(zone, *offset_minutes)?;
            let (local, offset_minutes, chosen) =
                placed(&rules, date.and_time(time), *second_occurrence)?;
            let moment = Moment {
                utc: (local - TimeDelta::minutes(offset_minutes.into())).and_utc(),
                offset_minutes,
                zone: zone.as_str().into(),
                day: cut_off.day_of(local),
                precision: Precision::Minute,
            };
            let adjusted = if unknown { Some(Adjusted::UnknownZone) } else { chosen };
            Ok(Resolved { moment, adjusted })
        }
        When::Sometime { day } => {
            check_date(*day)?;
            let moment = noon_at_home(*day, home)?;
            Ok(Resolved { moment, adjusted: None })
        }
    }
}

/// Whether a moment lies further ahead than two clocks differ (five minutes).
pub fn is_future(moment: &Moment, now: DateTime<Utc>) -> bool {
    moment.utc - now > FUTURE
}

/// Noon of a day where the person lives.
fn noon_at_home(day: NaiveDate, home: &Home) -> Result<Moment, WhenError> {
    check_zone(&home.zone)?;
    let rules = Zone::known_or_fixed(&home.zone, checked_offset(home.offset_minutes)?);
    let noon = time_of(12, 0)?;
    let (local, offset_minutes, _) = placed(&rules, day.and_time(noon), false)?;
    Ok(Moment {
        utc: (local - TimeDelta::minutes(offset_minutes.into())).and_utc(),
        offset_minutes,
        zone: home.zone.as_str().into(),
        day,
        precision: Precision::Day,
    })
}

/// The time that the clock shows, how far it is ahead then, and what had to be chosen.
fn placed(
    rules: &Zone,
    said: NaiveDateTime,
    second_occurrence: bool,
) -> Result<(NaiveDateTime, i32, Option<Adjusted>), WhenError> {
    if !rules.has_date(said.date()) {
        return Err(WhenError::SkippedDate);
    }
    let (local, utc, chosen) = match rules.utc_of(said) {
        Local::One(at) => (said, at, None),
        Local::Gap { at, to } => (minute_up(to), at, Some(Adjusted::Gap)),
        Local::Twice { second, .. } if second_occurrence => {
            (said, second, Some(Adjusted::SecondOfTwo))
        }
        Local::Twice { first, .. } => (said, first, Some(Adjusted::FirstOfTwo)),
    };
    Ok((local, rules.local_of(utc).1, chosen))
}

/// The rules of a zone, and whether its name was not known.
fn rules_for(name: &str, offset_minutes: Option<i32>) -> Result<(Zone, bool), WhenError> {
    if let Some(zone) = Zone::named(name) {
        return Ok((zone, false));
    }
    let offset = checked_offset(offset_minutes.ok_or(WhenError::UnknownZone)?)?;
    Ok((Zone::fixed(offset), !name.is_empty()))
}

fn time_of(hour: u32, minute: u32) -> Result<NaiveTime, WhenError> {
    if hour > 23 {
        return Err(WhenError::Hour);
    }
    NaiveTime::from_hms_opt(hour, minute, 0).ok_or(WhenError::Minute)
}

fn check_date(date: NaiveDate) -> Result<(), WhenError> {
    if YEARS.contains(&date.year()) { Ok(()) } else { Err(WhenError::Date) }
}

fn check_zone(name: &str) -> Result<(), WhenError> {
    let fine = name.len() <= LONGEST_ZONE && !name.chars().any(char::is_control);
    if fine { Ok(()) } else { Err(WhenError::ZoneName) }
}

fn checked_offset(minutes: i32) -> Result<i32, WhenError> {
    let fine = (-FURTHEST_OFFSET..=FURTHEST_OFFSET).contains(&minutes);
    if fine { Ok(minutes) } else { Err(WhenError::Offset) }
}

#[cfg(test)]
mod tests;
