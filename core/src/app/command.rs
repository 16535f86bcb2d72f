//! Everything that can be recorded, as one vocabulary.

mod fill_in;

use std::collections::BTreeSet;

use serde::Deserialize;

use super::Screen;
use crate::journey::draft::{
    AgreementDraft, AnswerDraft, BaselineDraft, CalibrationDraft, Change, ClosingDraft, CoUseDraft,
    Desk, EmergencyPlanDraft, EpisodeDraft, FillInDraft, FollowDraft, GoalDraft, ListDraft,
    NotForMeDraft, NoteDraft, OwnSituationDraft, PlanDraft, PlanUseDraft, PriceDraft, ProfileDraft,
    Reason, Refusal, ReviewDraft, RoundDraft, StepDraft, SupporterDraft, WhileLockedDraft,
    editable,
};
use crate::journey::entity::{
    Agreement, Closing, Entity, Episode, Note, OwnSituation, PlanUse, Supporter,
};
use crate::journey::{CopyId, Kept, id};
use crate::vault::{Intent, RecordId};

/// Something to record.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Command {
    /// The settings.
    Profile(ProfileDraft),
    /// A substance to follow, or no longer.
    Follow(FollowDraft),
    /// What else is used.
    CoUse(CoUseDraft),
    /// A round of the programme.
    Round(RoundDraft),
    /// Use in the week before.
    Baseline(BaselineDraft),
    /// The goal.
    Goal(GoalDraft),
    /// A week step.
    Step(StepDraft),
    /// An agreement, new or changed.
    Agreement(AgreementDraft),
    /// The weekly answer about an agreement.
    Review(ReviewDraft),
    /// What one unit is in another.
    Calibration(CalibrationDraft),
    /// A price.
    Price(PriceDraft),
    /// A situation in own words, new or changed.
    OwnSituation(OwnSituationDraft),
    /// How a situation stands on the list.
    List(ListDraft),
    /// A new entry of the daily form.
    Log(EpisodeDraft),
    /// A change of such an entry.
    EditLog(EpisodeDraft),
    /// The closing of a day.
    Close(ClosingDraft),
    /// A period filled in later, all days at once.
    FillIn(FillInDraft),
    /// A prevention plan.
    Plan(PlanDraft),
    /// A plan that was tried, new or answered.
    PlanUse(PlanUseDraft),
    /// The emergency plan.
    EmergencyPlan(EmergencyPlanDraft),
    /// A supporter, new or changed.
    Supporter(SupporterDraft),
    /// A diary note, new or changed.
    Note(NoteDraft),
    /// A suggestion put away.
    NotForMe(NotForMeDraft),
    /// An exercise filled in.
    Answer(AnswerDraft),
    /// What works while locked, on this device.
    WhileLocked(WhileLockedDraft),
    /// One of the copies of what was changed on two devices apart, to be kept.
    Resolve {
        /// Which record.
        record: RecordId,
        /// Which of its copies (`ConflictCopy`).
        copy: String,
    },
    /// A deletion.
    Delete {
        /// Of which kind.
        kind: RecordKind,
        /// Which record.
        id: RecordId,
    },
}

/// The kinds of records that a person can delete one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum RecordKind {
    /// An entry of the daily form.
    Episode,
    /// A closing of a day.
    Closing,
    /// A diary note.
    Note,
    /// An agreement.
    Agreement,
    /// A plan that was tried.
    PlanUse,
    /// A supporter.
    Supporter,
    /// An own situation.
    OwnSituation,
}

/// A checked command: what to write, and with which intent.
pub(super) struct Checked {
    pub(super) writes: Vec<(Intent, Change)>,
    /// The same content is there already under this id: nothing to write.
    pub(super) repeated: bool,
}

impl Checked {
    fn put(change: Change) -> Self {
        Self { writes: vec![(Intent::Put, change)], repeated: false }
    }

    fn repeated() -> Self {
        Self { writes: vec![], repeated: true }
    }
}

impl Command {
    /// Checks the command against what is recorded; nothing is written.
    pub(super) fn check(&self, desk: &Desk<'_>) -> Result<Checked, Refusal> {
        match self {
            Self::Profile(draft) => {
                Ok(Checked::put(change(desk, id::profile(), &draft.check(desk)?)))
            }
            Self::Log(draft) => log(desk, draft),
            Self::EditLog(draft) => {
                let before: &Episode = editable(desk, "id", draft.id)?;
                let episode = draft.check(desk, Some(before))?;
                Ok(Checked {
                    writes: with_rest(Intent::Edit, draft.changes(desk, &episode)),
                    repeated: false,
                })
            }
            Self::Close(draft) => close(desk, draft),
            Self::FillIn(draft) => fill_in::check(desk, draft),
            Self::Note(draft) => note(desk, draft),
            Self::Delete { kind, id } => delete(desk, *kind, *id),
            Self::Resolve { record, copy } => resolve(desk, *record, copy),
            _ => self.check_setting(desk),
        }
    }

    fn check_setting(&self, desk: &Desk<'_>) -> Result<Checked, Refusal> {
        Ok(Checked::put(match self {
            Self::Follow(draft) => {
                change(desk, id::followed(&draft.substance), &draft.check(desk)?)
            }
            Self::CoUse(draft) => change(desk, id::co_use(), &draft.check(desk)?),
            Self::Round(draft) => change(desk, id::round(draft.number), &draft.check(desk)?),
            Self::Baseline(draft) => {
                change(desk, id::baseline(&draft.substance), &draft.check(desk)?)
            }
            Self::Goal(draft) => change(desk, id::goal(&draft.substance), &draft.check(desk)?),
            Self::Step(draft) => {
                change(desk, id::step(&draft.substance, draft.week_start), &draft.check(desk)?)
            }
            Self::Agreement(draft) => change(desk, draft.id, &draft.check(desk)?),
            Self::Review(draft) => {
                change(desk, id::review(draft.agreement, draft.week_start), &draft.check(desk)?)
            }
            Self::Calibration(draft) => {
                let record = id::calibration(&draft.substance, &draft.from, &draft.to);
                change(desk, record, &draft.check(desk)?)
            }
            Self::Price(draft) => {
                change(desk, id::price(&draft.substance, &draft.unit), &draft.check(desk)?)
            }
            Self::OwnSituation(draft) => change(desk, draft.id, &draft.check(desk)?),
            Self::List(draft) => {
                change(desk, id::listed(&draft.substance, &draft.situation), &draft.check(desk)?)
            }
            Self::Plan(draft) => change(desk, id::plan(&draft.situation), &draft.check(desk)?),
            Self::PlanUse(draft) => {
                change(desk, draft.id, &draft.check(desk, desk.journey.get(draft.id))?)
            }
            Self::EmergencyPlan(draft) => change(desk, id::emergency_plan(), &draft.check(desk)?),
            Self::Supporter(draft) => change(desk, draft.id, &draft.check(desk)?),
            Self::NotForMe(draft) => {
                change(desk, id::not_for_me(&draft.subject), &draft.check(desk)?)
            }
            Self::Answer(draft) => {
                let record = id::answer(&draft.exercise, draft.substance.as_ref());
                change(desk, record, &draft.check(desk)?)
            }
            Self::WhileLocked(draft) => change(desk, id::while_locked(), &draft.check(desk)?),
            Self::Profile(_)
            | Self::Log(_)
            | Self::EditLog(_)
            | Self::Close(_)
            | Self::FillIn(_)
            | Self::Note(_)
            | Self::Resolve { .. }
            | Self::Delete { .. } => return Err(Refusal::new("command", Reason::NotPossible)),
        }))
    }

    /// The record that an entry is written to.
    pub(super) fn entry_id(&self) -> Option<RecordId> {
        match self {
            Self::Log(draft) | Self::EditLog(draft) => Some(draft.id),
            Self::Close(draft) => Some(draft.id),
            Self::FillIn(draft) => Some(draft.id),
            Self::Note(draft) => Some(draft.id),
            Self::Agreement(draft) => Some(draft.id),
            Self::OwnSituation(draft) => Some(draft.id),
            Self::PlanUse(draft) => Some(draft.id),
            Self::Supporter(draft) => Some(draft.id),
            Self::Delete { id, .. } | Self::Resolve { record: id, .. } => Some(*id),
            _ => None,
        }
    }

    /// The screens that may change with it.
    pub(super) fn screens(&self) -> BTreeSet<Screen> {
        let every =
            [Screen::Today, Screen::Diary, Screen::Situations, Screen::Goal, Screen::Reminders];
        let screens: &[Screen] = match self {
            Self::Profile(_) => &[Screen::Settings, Screen::Reminders, Screen::Today],
            Self::Supporter(_) | Self::EmergencyPlan(_) | Self::Price(_) => {
                &[Screen::Settings, Screen::Today]
            }
            Self::WhileLocked(_) => &[Screen::Settings],
            Self::Note(_) => &[Screen::Diary, Screen::Today, Screen::Reminders],
            Self::List(_) | Self::OwnSituation(_) | Self::Plan(_) | Self::PlanUse(_) => {
                &[Screen::Situations, Screen::Today]
            }
            _ => &every,
        };
        screens.iter().copied().collect()
    }
}

fn change<T: Kept>(desk: &Desk<'_>, record: RecordId, value: &T) -> Change {
    Change::set(desk.journey, record, value)
}

fn with_rest(first: Intent, changes: Vec<Change>) -> Vec<(Intent, Change)> {
    let intents = std::iter::once(first).chain(std::iter::repeat(Intent::Put));
    intents.zip(changes).collect()
}

/// A new entry. One with the same id and content is the same entry, told twice.
fn log(desk: &Desk<'_>, draft: &EpisodeDraft) -> Result<Checked, Refusal> {
    let there = taken::<Episode>(desk, draft.id)?;
    let episode = draft.check(desk, there)?;
    match there {
        Some(there) if *there == episode => Ok(Checked::repeated()),
        Some(_) => Err(Refusal::new("id", Reason::AlreadyThere)),
        None => Ok(Checked {
            writes: with_rest(Intent::Create, draft.changes(desk, &episode)),
            repeated: false,
        }),
    }
}

/// A new closing. One with the same id that says the same is the same closing, told twice.
fn close(desk: &Desk<'_>, draft: &ClosingDraft) -> Result<Checked, Refusal> {
    let there = taken::<Closing>(desk, draft.id)?;
    let closing = draft.check(desk)?;
    match there {
        Some(there) if there.substances == closing.substances && there.answer == closing.answer => {
            Ok(Checked::repeated())
        }
        Some(_) => Err(Refusal::new("id", Reason::AlreadyThere)),
        None => {
            let writes = vec![(Intent::Create, change(desk, draft.id, &closing))];
            Ok(Checked { writes, repeated: false })
        }
    }
}

/// A note, new or changed. One that says the same is the same note, told twice.
fn note(desk: &Desk<'_>, draft: &NoteDraft) -> Result<Checked, Refusal> {
    let there = taken::<Note>(desk, draft.id)?;
    let note = draft.check(desk, there)?;
    if there == Some(&note) {
        return Ok(Checked::repeated());
    }
    Ok(Checked::put(change(desk, draft.id, &note)))
}

/// What is recorded under this id; a deleted one cannot be told again.
fn taken<'a, T: Kept>(desk: &'a Desk<'_>, id: RecordId) -> Result<Option<&'a T>, Refusal> {
    match T::records(desk.journey).record(id) {
        None => Ok(None),
        Some(_) => editable(desk, "id", id).map(Some),
    }
}

/// Keeps one of the copies of a record: as a version that has seen them all. Where there is nothing
/// to choose any more, it was chosen before: a second tap.
fn resolve(desk: &Desk<'_>, record: RecordId, copy: &str) -> Result<Checked, Refusal> {
    let unknown = |field, id| Refusal::new(field, Reason::UnknownId { id });
    let Some(apart) = desk.journey.apart().into_iter().find(|one| one.record == record) else {
        if desk.journey.knows(record) && CopyId::is_one(copy) {
            return Ok(Checked::repeated());
        }
        return Err(unknown("record", record.to_string()));
    };
    let kept = apart.copies.into_iter().find(|one| one.id.to_string() == copy);
    let kept = kept.ok_or_else(|| unknown("copy", copy.to_owned()))?;
    let intent = if kept.words.is_some() { Intent::Put } else { Intent::Delete };
    Ok(Checked { writes: vec![(intent, kept.keep)], repeated: false })
}

fn delete(desk: &Desk<'_>, kind: RecordKind, id: RecordId) -> Result<Checked, Refusal> {
    fn of<T: Kept + Entity>(desk: &Desk<'_>, id: RecordId) -> Result<Checked, Refusal> {
        let _there: &T = editable(desk, "id", id)?;
        Ok(Checked { writes: vec![(Intent::Delete, Change::delete::<T>(id))], repeated: false })
    }
    match kind {
        RecordKind::Episode => of::<Episode>(desk, id),
        RecordKind::Closing => of::<Closing>(desk, id),
        RecordKind::Note => of::<Note>(desk, id),
        RecordKind::Agreement => of::<Agreement>(desk, id),
        RecordKind::PlanUse => of::<PlanUse>(desk, id),
        RecordKind::Supporter => of::<Supporter>(desk, id),
        RecordKind::OwnSituation => of::<OwnSituation>(desk, id),
    }
}
