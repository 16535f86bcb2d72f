//! When something happened, as it was true then.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use minicbor::encode::{Error, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// How exactly a person said when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Precision {
    /// To the minute.
    Minute,
    /// Some time that day; the instant is noon of that day and stands for order only.
    Day,
    /// Written by a newer version: kept as it is, and taken for no more than the day.
    Unknown(u32),
}

impl<C> Encode<C> for Precision {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), Error<W::Error>> {
        let code = match *self {
            Self::Minute => 0,
            Self::Day => 1,
            Self::Unknown(code) => code,
        };
        e.u32(code)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Precision {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        Ok(match d.u32()? {
            0 => Self::Minute,
            1 => Self::Day,
            code => Self::Unknown(code),
        })
    }
}

/// When something happened: its instant, and what the clock and calendar of the person said.
///
/// A change of zone or cut-off later changes none of it (rule G1).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Moment {
    /// The instant, to the millisecond, UTC.
    #[cbor(n(0), with = "crate::time::cbor::instant")]
    pub utc: DateTime<Utc>,
    /// What local time was ahead of UTC, in minutes.
    #[n(1)]
    pub offset_minutes: i32,
    /// The zone as it was given, known to this version or not; empty where none was given.
    #[cbor(n(2), with = "crate::time::cbor::name")]
    pub zone: SmolStr,
    /// The local day that it belongs to, by the cut-off in force.
    #[cbor(n(3), with = "crate::time::cbor::day")]
    pub day: NaiveDate,
    /// How exactly it was said.
    #[n(4)]
    pub precision: Precision,
}

impl Moment {
    /// What the person's clock showed; UTC where that lies outside the calendar.
    pub fn local(&self) -> NaiveDateTime {
        let utc = self.utc.naive_utc();
        utc.checked_add_signed(TimeDelta::minutes(self.offset_minutes.into())).unwrap_or(utc)
    }
}

/// When, as a person or an app says it in a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum When {
    /// At this moment; the offset is what the device's clock is ahead of UTC.
    Now {
        /// Minutes ahead of UTC.
        offset_minutes: i32,
        /// IANA name of the zone, or whatever the device calls it.
        zone: String,
    },
    /// At a time of the calendar and clock.
    At {
        /// The calendar date (not the day by the cut-off).
        date: NaiveDate,
        /// 0–23.
        hour: u32,
        /// 0–59.
        minute: u32,
        /// IANA name of the zone.
        zone: String,
        /// Minutes ahead of UTC, used where the zone is not known.
        offset_minutes: Option<i32>,
        /// The second of the two where the clock was set back.
        second_occurrence: bool,
    },
    /// Some time on a day (by the cut-off).
    Sometime {
        /// That day.
        day: NaiveDate,
    },
}

/// The time at which a new day begins, in minutes after midnight: 0–360, default 240 (rule G1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[cbor(transparent)]
#[serde(transparent)]
pub struct CutOff(#[n(0)] pub u16);

impl Default for CutOff {
    /// 04:00 (judgement: most nights out end before it).
    fn default() -> Self {
        Self(240)
    }
}

impl CutOff {
    /// The local day that a wall-clock time belongs to; exactly the cut-off is the new day.
    pub fn day_of(self, local: NaiveDateTime) -> NaiveDate {
        (local - TimeDelta::minutes(self.0.into())).date()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_exactly_a_newer_version_said_when_is_kept() {
        for (byte, precision) in
            [(0, Precision::Minute), (1, Precision::Day), (7, Precision::Unknown(7))]
        {
            assert_eq!(minicbor::to_vec(precision).expect("memory"), [byte]);
            assert_eq!(minicbor::decode::<Precision>(&[byte]).ok(), Some(precision));
        }
    }

    #[test]
    fn an_offset_that_leads_out_of_the_calendar_is_no_panic() {
        let (utc, day) = (DateTime::<Utc>::MAX_UTC, NaiveDate::MAX);
        let zone = SmolStr::default();
        let at = Moment { utc, offset_minutes: i32::MAX, zone, day, precision: Precision::Minute };
        assert_eq!(at.local(), utc.naive_utc());
    }

    #[test]
    fn exactly_the_cut_off_belongs_to_the_new_day() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 3).expect("a date");
        let at = |h, m| day.and_hms_opt(h, m, 0).expect("a time");
        assert_eq!(CutOff::default().day_of(at(4, 0)), day, "G1");
        assert_eq!(CutOff::default().day_of(at(3, 59)), day.pred_opt().expect("a day before"));
        assert_eq!(CutOff(360).day_of(at(5, 59)), day.pred_opt().expect("a day before"));
    }
}
