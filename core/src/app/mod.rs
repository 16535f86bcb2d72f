//! `Koers`: open, lock, record, ask, observe; `Porch`: what works while locked.
//!
//! The only room that joins vault, journey, content and clock. A rule that could live below it
//! does not belong here.

mod ask;
mod backup;
mod clock;
mod command;
mod error;
mod export;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing;
#[cfg(feature = "guidance")]
mod guidance;
mod import;
mod keys;
mod koers;
mod merge;
mod observe;
mod opened;
mod porch;
mod receipt;
mod rekey;
mod salvage;
mod sample;
mod speech;

pub use ask::{
    AutomaticView, BaselineDayView, BaselineFormView, CatalogueView, Choice, CombinationView,
    ConfirmView, ConflictCopy, ConflictView, DayView, DiaryEntry, DiaryView, EndBar,
    EvaluationView, Found, FoundSituation, GapDayView, GapFormView, GapsView, GoalFormView,
    GoalView, HelpChoice, HelpLineView, HelpNowView, HelpPart, InsightView, InsightWeekView,
    IntakeStepView, IntakeView, LogFormView, LogSituation, MeasureView, OpenDayView, PlaceView,
    PlanAnswer, PlanAsk, PlanField, PlanSuggestions, PlanView, ReminderView, RemindersView,
    ReportPart, ResultsView, SituationHeadings, SituationName, SituationsView, SubstanceView,
    SuggestionView, TodayView, TogetherView, UnitView, WeekView, WeekdayView, WordView, catalogue,
    help_now, stepped, substances,
};
pub use backup::{BackupReport, RestoreReport, backup_name};
pub use clock::{Clock, FixedClock, Here, SettableClock, SystemClock};
pub use command::{Command, RecordKind};
pub use error::KoersError;
pub use export::Export;
#[cfg(feature = "guidance")]
pub use guidance::{PassphraseAdvice, passphrase_advice};
pub use import::{ImportReport, LineFault};
pub use keys::{KeysView, slots};
pub use koers::{Koers, Stats};
pub use merge::MergeReport;
pub use observe::{Observer, Screen};
pub use opened::OpenReport;
pub use porch::{Drained, DropDraft, DropKind, Porch, PorchAction, PorchReminder, PorchStatus};
pub use receipt::{Receipt, Stay};
pub use rekey::Rekeying;
pub use salvage::SalvageReport;
pub use sample::{Batch, Sample, sample, ten_years};
pub use speech::{keys_gone, sentence};

#[cfg(test)]
mod tests;
