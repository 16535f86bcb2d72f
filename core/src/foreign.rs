//! How ids, codes, amounts, days and instants cross to other languages (feature `uniffi`).
//!
//! Only the shape of values lives here; the object that other languages call is in `koers-ffi`.

use chrono::{DateTime, NaiveDate, Utc};

use crate::content::{Amount, Code, SituationId};
use crate::vault::RecordId;

// A day crosses as `2026-03-31`.
uniffi::custom_type!(NaiveDate, String, {
    remote,
    lower: |day| day.to_string(),
    try_lift: |text| Ok(text.parse()?),
});

// An instant crosses as milliseconds since 1970, UTC.
type Instant = DateTime<Utc>;
uniffi::custom_type!(Instant, i64, {
    remote,
    lower: |at| at.timestamp_millis(),
    try_lift: |ms| DateTime::from_timestamp_millis(ms)
        .ok_or_else(|| uniffi::deps::anyhow::anyhow!("instant outside the calendar")),
});

// A record id crosses as thirty-two hexadecimal digits.
uniffi::custom_type!(RecordId, String, {
    lower: |id| id.to_string(),
    try_lift: |text| Ok(text.parse()?),
});

uniffi::custom_type!(Code, String, {
    lower: |code| code.to_string(),
    try_lift: |text| Ok(Code::from(text)),
});

// An amount crosses as a decimal number in text, so that no language rounds it.
uniffi::custom_type!(Amount, String, {
    lower: |amount| amount.to_string(),
    try_lift: |text| Ok(text.parse()?),
});

uniffi::custom_type!(SituationId, String, {
    lower: |id| id.to_string(),
    try_lift: |text| Ok(SituationId::from(text)),
});
