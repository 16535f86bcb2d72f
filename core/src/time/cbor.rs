//! Days as days since 1970-01-01, instants as milliseconds since 1970, UTC; names as text.

/// A short name, which lies in its place without memory of its own: ten years of entries hold
/// some three hundred thousand.
pub mod name {
    use minicbor::decode::{Decoder, Error};
    use minicbor::encode::{self, Encoder, Write};
    use smol_str::SmolStr;

    /// Reads a name.
    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<SmolStr, Error> {
        Ok(SmolStr::new(d.str()?))
    }

    /// Writes a name.
    pub fn encode<C, W: Write>(
        name: &SmolStr,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.str(name)?.ok()
    }
}

/// A local day.
pub mod day {
    use chrono::{Days, NaiveDate};
    use minicbor::decode::{Decoder, Error};
    use minicbor::encode::{self, Encoder, Write};

    /// Days since 1970-01-01.
    pub fn number(day: NaiveDate) -> i64 {
        day.signed_duration_since(NaiveDate::default()).num_days()
    }

    /// The day with this number, where the calendar has one.
    pub fn from_number(number: i64) -> Option<NaiveDate> {
        let epoch = NaiveDate::default();
        let steps = Days::new(number.unsigned_abs());
        if number < 0 { epoch.checked_sub_days(steps) } else { epoch.checked_add_days(steps) }
    }

    /// Reads a day.
    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<NaiveDate, Error> {
        from_number(d.i64()?).ok_or_else(|| Error::message("day outside the calendar"))
    }

    /// Writes a day.
    pub fn encode<C, W: Write>(
        day: &NaiveDate,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.i64(number(*day))?.ok()
    }
}

/// A local day that may be absent.
pub mod day_or_none {
    use chrono::NaiveDate;
    use minicbor::decode::{Decoder, Error};
    use minicbor::encode::{self, Encoder, Write};

    /// Reads a day.
    pub fn decode<C>(d: &mut Decoder<'_>, c: &mut C) -> Result<Option<NaiveDate>, Error> {
        if d.datatype()? == minicbor::data::Type::Null {
            d.null()?;
            return Ok(None);
        }
        super::day::decode(d, c).map(Some)
    }

    /// Writes a day.
    pub fn encode<C, W: Write>(
        day: &Option<NaiveDate>,
        e: &mut Encoder<W>,
        c: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        match day {
            Some(day) => super::day::encode(day, e, c),
            None => e.null()?.ok(),
        }
    }

    /// What stands for an absent field.
    pub fn nil() -> Option<Option<NaiveDate>> {
        Some(None)
    }

    /// Whether the field can be left out.
    pub fn is_nil(day: &Option<NaiveDate>) -> bool {
        day.is_none()
    }
}

/// An instant.
pub mod instant {
    use chrono::{DateTime, Utc};
    use minicbor::decode::{Decoder, Error};
    use minicbor::encode::{self, Encoder, Write};

    /// Reads an instant.
    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<DateTime<Utc>, Error> {
        DateTime::from_timestamp_millis(d.i64()?)
            .ok_or_else(|| Error::message("instant outside the calendar"))
    }

    /// Writes an instant.
    pub fn encode<C, W: Write>(
        at: &DateTime<Utc>,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.i64(at.timestamp_millis())?.ok()
    }
}
