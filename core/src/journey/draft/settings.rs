//! Drafts of who follows what.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Desk, Reason, Refusal, number, text};
use crate::content::{Code, Lang};
use crate::journey::ReminderSettings;
use crate::journey::entity::{CoUse, Followed, Pause, Profile, Round, Tag};
use crate::time::CutOff;

/// The person's settings (SHP-04).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ProfileDraft {
    /// What Koers calls the person; may be empty.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub nickname: String,
    /// The language.
    pub language: Lang,
    /// IANA name of the home zone; empty for the device's.
    pub zone: String,
    /// When a new day begins, 0–360 minutes after midnight.
    pub cut_off: u32,
    /// When to remind.
    pub reminders: ReminderSettings,
    /// The country whose help lines come first; empty if not chosen.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub country: String,
}

impl ProfileDraft {
    /// The settings as they stand, to be changed. A language that this version does not know is
    /// replaced by the first that it does.
    pub fn of(profile: &Profile) -> Self {
        Self {
            nickname: profile.nickname.clone(),
            language: profile.language.parse().unwrap_or_default(),
            zone: profile.zone.clone(),
            cut_off: profile.cut_off.0.into(),
            reminders: profile.reminders.clone(),
            country: profile.country.clone(),
        }
    }

    /// The settings to begin with: the device's zone, and what is usual.
    pub fn begun(desk: &Desk<'_>) -> Self {
        Self {
            nickname: String::new(),
            language: desk.lang,
            zone: desk.here.zone.clone(),
            cut_off: CutOff::default().0.into(),
            reminders: ReminderSettings::default(),
            country: String::new(),
        }
    }

    /// Checks it.
    pub fn check(&self, desk: &Desk<'_>) -> Result<Profile, Refusal> {
        let zone = text::name("zone", &self.zone)?;
        self.reminders.check().map_err(|fault| {
            Refusal::new(&format!("reminders.{}", fault.field), Reason::NotPossible)
        })?;
        Ok(Profile {
            nickname: text::name("nickname", &self.nickname)?,
            language: self.language.to_string(),
            zone: if zone.is_empty() { desk.here.zone.clone() } else { zone },
            cut_off: CutOff(number::within("cut_off", self.cut_off.into(), 0, 360)? as u16),
            reminders: self.reminders.clone(),
            country: text::name("country", &self.country)?.to_uppercase(),
        })
    }
}

/// A substance to follow, or no longer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct FollowDraft {
    /// The substance.
    pub substance: Code,
    /// Whether it is followed from now on.
    pub followed: bool,
}

impl FollowDraft {
    /// Checks it.
    pub fn check(&self, desk: &Desk<'_>) -> Result<Followed, Refusal> {
        desk.substance("substance", &self.substance)?;
        let label = desk.label("substance", &self.substance)?;
        Ok(Followed { substance: self.substance.clone(), label, followed: self.followed })
    }
}

/// What else is used.
#[derive(Clone, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct CoUseDraft {
    /// Codes of the vocabulary of co-use.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub also_used: Vec<Code>,
}

impl CoUseDraft {
    /// Checks it.
    pub fn check(&self, desk: &Desk<'_>) -> Result<CoUse, Refusal> {
        text::few("also_used", self.also_used.len())?;
        let mut also_used = Vec::with_capacity(self.also_used.len());
        for (i, code) in self.also_used.iter().enumerate() {
            let label = desk.label(&format!("also_used[{i}]"), code)?;
            also_used.push(Tag { code: Some(code.clone()), label, strength: None });
        }
        Ok(CoUse { also_used })
    }
}

/// Days of rest in a round.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct PauseDraft {
    /// The first day of rest.
    pub from: NaiveDate,
    /// The first day after it; none while it lasts.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub until: Option<NaiveDate>,
}

/// A round of the programme (SHP-11).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct RoundDraft {
    /// 1 for the first.
    pub number: u32,
    /// 4, 5 or 6.
    pub weeks: u32,
    /// Its first day; none for today.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub start: Option<NaiveDate>,
    /// Rests taken.
    #[serde(default)]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub pauses: Vec<PauseDraft>,
    /// The day on which it was ended before its time.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub ended: Option<NaiveDate>,
}

impl RoundDraft {
    /// Checks it: rounds follow one another, and a pause ends after it began.
    pub fn check(&self, desk: &Desk<'_>) -> Result<Round, Refusal> {
        let latest = desk.journey.round().map_or(0, |round| round.number);
        let most = i64::from(latest) + 1;
        text::few("pauses", self.pauses.len())?;
        let mut pauses = Vec::with_capacity(self.pauses.len());
        for (i, pause) in self.pauses.iter().enumerate() {
            if pause.until.is_some_and(|until| until < pause.from) {
                return Err(Refusal::new(&format!("pauses[{i}].until"), Reason::InvalidDate));
            }
            pauses.push(Pause { from: pause.from, until: pause.until });
        }
        Ok(Round {
            number: number::within("number", self.number.into(), 1, most)? as u32,
            weeks: number::within("weeks", self.weeks.into(), 4, 6)? as u32,
            start: desk.day_or_today("start", self.start)?,
            pauses,
            ended: self.ended,
        })
    }
}
