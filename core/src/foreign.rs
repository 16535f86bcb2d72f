//! How ids, codes, amounts, days and instants cross to other languages (feature `uniffi`).
//!
//! Only the shape of values lives here; the object that other languages call is in `koers-ffi`.
//! A value that cannot be read is a refused draft, so that a caller meets it as any other error.

use chrono::{DateTime, NaiveDate, Utc, Weekday};
use smol_str::SmolStr;
use uniffi::deps::anyhow::Error;

use crate::app::KoersError;
use crate::content::{Amount, Code, SituationId};
use crate::journey::draft::Reason;
use crate::journey::entity::Weekdays;
use crate::time::CutOff;
use crate::vault::RecordId;

/// A value of this kind was not one.
fn refused(field: &str, reason: Reason) -> Error {
    KoersError::InvalidDraft { field: field.to_owned(), reason }.into()
}

// A day crosses as `2026-03-31`.
uniffi::custom_type!(NaiveDate, String, {
    remote,
    lower: |day| day.to_string(),
    try_lift: |text| text.parse().map_err(|_refused| refused("day", Reason::InvalidDate)),
});

// An instant crosses as milliseconds since 1970, UTC.
type Instant = DateTime<Utc>;
uniffi::custom_type!(Instant, i64, {
    remote,
    lower: |at| at.timestamp_millis(),
    try_lift: |ms| DateTime::from_timestamp_millis(ms)
        .ok_or_else(|| refused("instant", Reason::InvalidDate)),
});

// The name of a zone crosses as text.
type ZoneName = SmolStr;
uniffi::custom_type!(ZoneName, String, {
    remote,
    lower: |name| name.to_string(),
    try_lift: |text| Ok(text.into()),
});

// A record id crosses as thirty-two hexadecimal digits.
uniffi::custom_type!(RecordId, String, {
    lower: |id| id.to_string(),
    // Not repeated in the error: it could be anything that was put in the wrong place.
    try_lift: |text| text.parse().map_err(|_refused| {
        refused("id", Reason::UnknownId { id: String::new() })
    }),
});

uniffi::custom_type!(Code, String, {
    lower: |code| code.to_string(),
    try_lift: |text| Ok(Code::from(text)),
});

// An amount crosses as a decimal number in text, so that no language rounds it.
uniffi::custom_type!(Amount, String, {
    lower: |amount| amount.to_string(),
    try_lift: |text| text.parse().map_err(|_refused| refused("amount", Reason::NotANumber)),
});

uniffi::custom_type!(SituationId, String, {
    lower: |id| id.to_string(),
    try_lift: |text| Ok(SituationId::from(text)),
});

// Weekdays cross as numbers, 0 is Monday, in order.
uniffi::custom_type!(Weekdays, Vec<u32>, {
    lower: |set| set.days().map(|day| day.num_days_from_monday()).collect(),
    try_lift: |days| {
        let day = |number: u32| u8::try_from(number).ok().and_then(|n| Weekday::try_from(n).ok());
        let days: Option<Vec<Weekday>> = days.into_iter().map(day).collect();
        days.map(|days| Weekdays::of(&days))
            .ok_or_else(|| refused("weekdays", Reason::NotPossible))
    },
});

// A cut-off crosses as minutes after midnight.
uniffi::custom_type!(CutOff, u16, {
    lower: |cut_off| cut_off.0,
    try_lift: |minutes| Ok(CutOff(minutes)),
});
