//! Questions: each answers with one view record made for one screen, its texts resolved.

mod baseline;
mod catalogue;
mod conflicts;
mod diary;
mod evaluation;
mod goal_form;
mod help;
mod insight;
mod intake;
mod listing;
mod log_form;
mod open_days;
mod plan;
mod plan_use;
mod ranked;
mod receipt;
pub(in crate::app) mod reminders;
mod report;
mod situations;
mod stepper;
mod today;
mod verdict;
mod weeks;

use serde::Serialize;

pub use baseline::{BaselineDayView, BaselineFormView};
pub use catalogue::{CatalogueView, UnitView, WordView, catalogue, substances};
pub use conflicts::{ConflictCopy, ConflictView};
pub use diary::{DiaryEntry, DiaryView, Found};
pub use evaluation::{EndBar, EvaluationView};
pub use goal_form::{GoalFormView, WeekdayView};
pub use help::{Choice, HelpChoice, HelpLineView, HelpNowView, HelpPart, help_now};
pub use insight::{InsightView, InsightWeekView};
pub use intake::{IntakeStepView, IntakeView, MeasureView};
pub use log_form::{LogFormView, LogSituation};
pub use open_days::{GapDayView, GapFormView, GapsView, OpenDayView};
pub use plan::{FoundSituation, PlanField, PlanSuggestions, PlanView};
pub use plan_use::{PlanAnswer, PlanAsk};
pub use reminders::{ReminderView, RemindersView};
pub use report::ReportPart;
pub use situations::{
    AutomaticView, CombinationView, PlaceView, SituationHeadings, SituationName, SituationsView,
    SuggestionView, TogetherView,
};
pub use stepper::stepped;
pub use today::{ConfirmView, DayView, TodayView};
pub use weeks::{GoalView, ResultsView, WeekView};

pub(super) use conflicts::conflict;
pub(super) use ranked::Rankings;
pub(super) use receipt::receipt_of;

use super::{Koers, KoersError};
use crate::content::{Args, Code, speak};
use crate::goal::{Calendar, UnitRules};
use crate::journey::draft::{Desk, ProfileDraft, Reason, Refusal, WhileLockedDraft};
use crate::journey::entity::{Followed, WhileLocked};
use crate::journey::id;

/// A substance that is followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct SubstanceView {
    /// Its pack.
    pub code: Code,
    /// Its name.
    pub label: String,
}

impl Koers {
    /// The settings as a draft to be changed; none before the start.
    pub fn profile_draft(&self) -> Result<Option<ProfileDraft>, KoersError> {
        self.ask(|desk| Ok(desk.journey.profile().map(ProfileDraft::of)))
    }

    /// What works while locked, on this device, as a draft to be changed.
    pub fn while_locked_draft(&self) -> Result<WhileLockedDraft, KoersError> {
        self.ask(|desk| {
            let chosen = desk.journey.get::<WhileLocked>(id::while_locked());
            Ok(chosen.map(WhileLockedDraft::of).unwrap_or_default())
        })
    }

    /// The substances followed.
    pub fn substances(&self) -> Result<Vec<SubstanceView>, KoersError> {
        self.ask(|desk| Ok(followed(desk)))
    }

    /// The settings to begin with, to be filled in.
    pub fn new_profile_draft(&self) -> Result<ProfileDraft, KoersError> {
        self.ask(|desk| Ok(ProfileDraft::begun(desk)))
    }
}

fn followed(desk: &Desk<'_>) -> Vec<SubstanceView> {
    let followed = desk.journey.substances().into_iter();
    let view = |code: &Code| SubstanceView { code: code.clone(), label: name(desk, code) };
    followed.map(|one| view(&one.substance)).collect()
}

/// A text without arguments.
pub(super) fn say(desk: &Desk<'_>, id: &str) -> String {
    desk.content.text(id, desk.lang, &Args::new())
}

/// A text with arguments.
pub(super) fn say_with(desk: &Desk<'_>, id: &str, args: &Args) -> String {
    desk.content.text(id, desk.lang, args)
}

/// An amount of a draft as a person types it in this language: "2,5".
fn typed(desk: &Desk<'_>, written: Option<String>) -> Option<String> {
    let as_typed = |written: String| match written.parse() {
        Ok(amount) => speak::figures(amount, desk.lang),
        Err(_) => written,
    };
    written.map(as_typed)
}

/// The name of a substance.
fn name(desk: &Desk<'_>, substance: &Code) -> String {
    desk.content.label(substance, desk.lang).unwrap_or_else(|| substance.to_string())
}

/// The calendar of a substance as it stands today.
fn calendar<'a>(desk: &Desk<'a>, substance: &Code) -> Result<Calendar<'a>, KoersError> {
    let today = desk.today()?;
    Ok(Calendar::of(desk.journey, substance, today, |unit| {
        let unit = desk.content.unit(unit)?;
        Some(UnitRules { smallest: unit.smallest, usual_day: unit.usual_day })
    }))
}

/// The substance asked for, or the first that is followed. One that no pack carries is answered
/// where it was followed once; else it is a slip.
fn asked(desk: &Desk<'_>, substance: Option<&Code>) -> Result<Code, KoersError> {
    let Some(substance) = substance else {
        let followed = desk.journey.substances();
        let first = followed.first().map(|one| one.substance.clone());
        return Ok(first.ok_or_else(|| Refusal::new("substance", Reason::Empty))?);
    };
    let mut followed = desk.journey.all::<Followed>();
    if desk.content.substances().contains(substance)
        || followed.any(|(_, one)| one.substance == *substance)
    {
        return Ok(substance.clone());
    }
    let reason = Reason::UnknownId { id: substance.to_string() };
    Err(Refusal::new("substance", reason).into())
}
