//! Drafts: what a person or an app asks to be recorded, checked before anything is written.
//!
//! A check names the field and the reason, and changes nothing. This is the only place that
//! validates; reading never does. It must not write, nor speak: a reason is a value.

mod answer;
mod closing;
mod episode;
mod fill_in;
mod goal;
mod locked;
mod number;
mod plan;
mod refusal;
mod settings;
mod situation;
mod text;
mod units;

use chrono::{DateTime, Datelike, NaiveDate, Utc};

pub use answer::{AnswerDraft, FieldDraft, NotForMeDraft, RowDraft};
pub use closing::{ClosingDraft, NoteDraft};
pub use episode::{EpisodeDraft, TagDraft, UseDraft};
pub use fill_in::{FillInDraft, FilledDay, FilledDayDraft};
pub use goal::{AgreementDraft, BaselineDraft, GoalDraft, ReviewDraft, StepDraft};
pub use locked::WhileLockedDraft;
pub use number::amount_or_none;
pub use plan::{EmergencyPlanDraft, PlanDraft, PlanUseDraft, SupporterDraft};
pub use refusal::{Reason, Refusal};
pub use settings::{CoUseDraft, FollowDraft, PauseDraft, ProfileDraft, RoundDraft};
pub use situation::{ListDraft, OwnSituationDraft};
pub use text::LONGEST_TEXT;
pub use units::{CalibrationDraft, PriceDraft};

use super::entity::{Entity, READER};
use super::{Journey, Kept, body};
use crate::content::{Code, Content, Lang};
use crate::time::{CutOff, Home, Moment, Resolved, When, WhenError, is_future, resolve};
use crate::vault::{History, RecordId};

/// The years that a day of a setting may lie in (judgement).
const EARLIEST_YEAR: i32 = 1990;
const LATEST_YEAR: i32 = 2199;

/// What a check may look at.
pub struct Desk<'a> {
    /// The packs.
    pub content: &'a Content,
    /// The language in which labels are kept.
    pub lang: Lang,
    /// What is recorded so far.
    pub journey: &'a Journey,
    /// The moment of the call.
    pub now: DateTime<Utc>,
    /// Zone and offset of the device.
    pub here: &'a Home,
}

/// One record to write, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Which record.
    pub record: RecordId,
    /// Its kind.
    pub kind: u16,
    /// The lowest reader that may edit it.
    pub min_reader: u16,
    /// Whether earlier versions are kept.
    pub history: History,
    /// Whether it stays on this device.
    pub local: bool,
    /// Its body; empty to delete it.
    pub body: Vec<u8>,
}

impl Change {
    /// Writes this entity, with whatever a newer version had put beside it.
    pub fn set<T: Kept>(journey: &Journey, record: RecordId, value: &T) -> Self {
        let unknown = T::records(journey).body(record).map_or(&[][..], |body| &body.unknown);
        Self::of::<T>(record, body::write(value, unknown))
    }

    /// Deletes this entity.
    pub fn delete<T: Entity>(record: RecordId) -> Self {
        Self::of::<T>(record, Vec::new())
    }

    fn of<T: Entity>(record: RecordId, body: Vec<u8>) -> Self {
        Self {
            record,
            kind: T::KIND,
            min_reader: READER,
            history: T::HISTORY,
            local: T::LOCAL,
            body,
        }
    }
}

impl Desk<'_> {
    /// The cut-off in force: the profile's, or 04:00 before there is one.
    pub fn cut_off(&self) -> CutOff {
        self.journey.profile().map_or_else(CutOff::default, |profile| profile.cut_off)
    }

    /// Where the person lives by the clock; the device's place until a profile says more.
    pub fn home(&self) -> Home {
        let zone = self.journey.profile().map(|profile| profile.zone.clone());
        let zone = zone.filter(|zone| !zone.is_empty());
        Home { zone: zone.unwrap_or_else(|| self.here.zone.clone()), ..self.here.clone() }
    }

    /// This moment.
    pub fn this_moment(&self) -> Result<Moment, Refusal> {
        self.moment("when", None)
    }

    /// The local day of this moment.
    pub fn today(&self) -> Result<NaiveDate, Refusal> {
        Ok(self.this_moment()?.day)
    }

    /// The moment that a draft names, at most five minutes ahead of now; now where it names none.
    pub fn moment(&self, field: &str, when: Option<&When>) -> Result<Moment, Refusal> {
        let Home { zone, offset_minutes } = self.here.clone();
        let now = When::Now { offset_minutes, zone };
        let when = when.unwrap_or(&now);
        let moment = self.resolved(when).map(|resolved| resolved.moment).map_err(|refused| {
            Refusal::new(&format!("{field}.{}", refused.field()), reason_of(refused))
        })?;
        let a_day_to_come =
            matches!(when, When::Sometime { .. }) && moment.day > self.day_of_now()?;
        let a_time_to_come = !matches!(when, When::Sometime { .. }) && is_future(&moment, self.now);
        if a_day_to_come || a_time_to_come {
            return Err(Refusal::new(field, Reason::Future));
        }
        Ok(moment)
    }

    /// The moment that a *when* stands for, with what had to be chosen for it.
    pub fn resolved(&self, when: &When) -> Result<Resolved, WhenError> {
        resolve(when, self.now, self.cut_off(), &self.home())
    }

    /// The label of a code, or a refusal that the code is not known.
    pub(super) fn label(&self, field: &str, code: &Code) -> Result<String, Refusal> {
        let label = self.content.label(code, self.lang);
        label.ok_or_else(|| Refusal::new(field, Reason::UnknownId { id: code.to_string() }))
    }

    /// A substance that a pack carries.
    pub(super) fn substance(&self, field: &str, code: &Code) -> Result<(), Refusal> {
        if self.content.substances().contains(code) {
            return Ok(());
        }
        Err(Refusal::new(field, Reason::UnknownId { id: code.to_string() }))
    }

    /// The day given, or today; the year must be one that entries can be about.
    pub(super) fn day_or_today(
        &self,
        field: &str,
        day: Option<NaiveDate>,
    ) -> Result<NaiveDate, Refusal> {
        let Some(day) = day else { return self.today() };
        if EARLIEST_YEAR <= day.year() && day.year() <= LATEST_YEAR {
            return Ok(day);
        }
        Err(Refusal::new(field, Reason::InvalidDate))
    }

    fn day_of_now(&self) -> Result<NaiveDate, Refusal> {
        let Home { zone, offset_minutes } = self.here.clone();
        let now = When::Now { offset_minutes, zone };
        let resolved = resolve(&now, self.now, self.cut_off(), &self.home());
        resolved
            .map(|resolved| resolved.moment.day)
            .map_err(|refused| Refusal::new(refused.field(), reason_of(refused)))
    }
}

/// The record of this id, or a refusal that says why it cannot be edited: not there, deleted, or
/// of a newer version.
pub fn editable<'a, T: Kept>(
    desk: &'a Desk<'_>,
    field: &str,
    id: RecordId,
) -> Result<&'a T, Refusal> {
    let records = T::records(desk.journey);
    if let Some(value) = records.get(id) {
        return Ok(value);
    }
    let reason = match records.record(id) {
        None => Reason::UnknownId { id: id.to_string() },
        Some(_) if records.is_deleted(id) => Reason::Deleted,
        Some(_) => Reason::MadeByNewer,
    };
    Err(Refusal::new(field, reason))
}

fn reason_of(refused: WhenError) -> Reason {
    match refused {
        WhenError::UnknownZone | WhenError::ZoneName => Reason::UnknownZone,
        _ => Reason::InvalidDate,
    }
}
