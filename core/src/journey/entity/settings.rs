//! Who follows what: profile, substances, co-use and the rounds of the programme.

use chrono::NaiveDate;
use minicbor::{Decode, Encode};
use serde::Serialize;

use super::Tag;
use crate::content::Code;
use crate::journey::ReminderSettings;
use crate::time::CutOff;
use crate::time::cbor;

/// The person's settings; one record.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Profile {
    /// What Koers calls the person (SHP-04); may be empty.
    #[n(0)]
    pub nickname: String,
    /// The language chosen: `nl`, `en`, `fr`.
    #[n(1)]
    pub language: String,
    /// IANA name of the home zone.
    #[n(2)]
    pub zone: String,
    /// When a new day begins; holds for entries made from now on (rule G1).
    #[n(3)]
    pub cut_off: CutOff,
    /// When to remind.
    #[n(4)]
    pub reminders: ReminderSettings,
    /// The country whose help lines are shown first: `BE`, `NL`, `GB`, …; empty if not chosen.
    #[cbor(n(5), skip_if = "String::is_empty")]
    pub country: String,
}

/// A substance that a person follows; one record a substance.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Followed {
    /// The pack of the substance: `cannabis`.
    #[n(0)]
    pub substance: Code,
    /// Its name as it was shown.
    #[n(1)]
    pub label: String,
    /// Whether it is followed now.
    #[n(2)]
    pub followed: bool,
}

/// What else is used (the intake's optional line); one record.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct CoUse {
    /// The answers ticked.
    #[n(0)]
    pub also_used: Vec<Tag>,
}

/// Days on which the programme rested.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, Serialize)]
pub struct Pause {
    /// The first day of rest.
    #[cbor(n(0), with = "cbor::day")]
    pub from: NaiveDate,
    /// The first day after it; none while it lasts.
    #[cbor(n(1), with = "cbor::day_or_none", has_nil)]
    pub until: Option<NaiveDate>,
}

/// One round of the programme (SHP-11); one record a round.
#[derive(Clone, Debug, PartialEq, Encode, Decode, Serialize)]
#[cbor(map)]
pub struct Round {
    /// 1 for the first.
    #[n(0)]
    pub number: u32,
    /// 4, 5 or 6.
    #[n(1)]
    pub weeks: u32,
    /// Its first day.
    #[cbor(n(2), with = "cbor::day")]
    pub start: NaiveDate,
    /// The rests taken.
    #[cbor(n(3), skip_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// The day on which the person ended it before its time.
    #[cbor(n(4), with = "cbor::day_or_none", has_nil)]
    pub ended: Option<NaiveDate>,
}
