//! The words about goals and steps.

use chrono::{NaiveDate, Weekday};
use clap::{Subcommand, ValueEnum};
use koers_core::journey::{GoalKind, Pace};

use super::Of;

#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct GoalArgs {
    #[command(flatten)]
    pub(crate) of: Of,
    #[command(subcommand)]
    pub(crate) command: Option<GoalCommand>,
}

#[derive(Subcommand, Debug)]
pub(crate) enum GoalCommand {
    /// Chooses a goal, or changes it; without options, by questions.
    Set(GoalSetArgs),
}

/// A goal. What is not given stays as it was.
#[derive(clap::Args, Debug, Default)]
pub(crate) struct GoalSetArgs {
    #[command(flatten)]
    pub(crate) of: Of,
    /// What kind of goal.
    #[arg(long)]
    pub(crate) kind: Option<KindWord>,
    /// At most so much a week.
    #[arg(long, value_name = "AMOUNT")]
    pub(crate) per_week: Option<String>,
    /// At most so much a day.
    #[arg(long, value_name = "AMOUNT")]
    pub(crate) per_day: Option<String>,
    /// A day on which use is allowed: friday. May be repeated.
    #[arg(long = "weekday", value_name = "DAY")]
    pub(crate) weekdays: Vec<Weekday>,
    /// The first day without: `2026-03-05`.
    #[arg(long, value_name = "DAY")]
    pub(crate) stop_date: Option<NaiveDate>,
    /// Right away, or step by step.
    #[arg(long)]
    pub(crate) pace: Option<PaceWord>,
    /// The unit of the limits: joint, gram, use-day …
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// The day on which your week begins; a changed goal keeps the one it had.
    #[arg(long, value_name = "DAY")]
    pub(crate) week_starts: Option<Weekday>,
    /// An agreement with yourself: the id of a measure, or own words. May be repeated.
    #[arg(long = "agreement", value_name = "WHAT")]
    pub(crate) agreements: Vec<String>,
}

impl GoalSetArgs {
    /// Whether nothing was said, so that questions are asked.
    pub(crate) fn is_empty(&self) -> bool {
        self.kind.is_none()
            && self.per_week.is_none()
            && self.per_day.is_none()
            && self.weekdays.is_empty()
            && self.stop_date.is_none()
            && self.pace.is_none()
            && self.unit.is_none()
            && self.agreements.is_empty()
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum KindWord {
    /// No use from a date on.
    Stop,
    /// Less: per week, per day, on allowed days.
    Reduce,
    /// Use more safely, by agreements.
    Safer,
}

impl From<KindWord> for GoalKind {
    fn from(word: KindWord) -> Self {
        match word {
            KindWord::Stop => Self::Stop,
            KindWord::Reduce => Self::Reduce,
            KindWord::Safer => Self::Safer,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum PaceWord {
    /// Every week is the end goal.
    RightAway,
    /// Each week asks for its own step.
    StepByStep,
}

impl From<PaceWord> for Pace {
    fn from(word: PaceWord) -> Self {
        match word {
            PaceWord::RightAway => Self::RightAway,
            PaceWord::StepByStep => Self::StepByStep,
        }
    }
}

#[derive(clap::Args, Debug)]
pub(crate) struct StepArgs {
    #[command(flatten)]
    pub(crate) of: Of,
    /// At most so much in the week.
    #[arg(long, value_name = "AMOUNT")]
    pub(crate) per_week: Option<String>,
    /// At most so much on a day.
    #[arg(long, value_name = "AMOUNT")]
    pub(crate) per_day: Option<String>,
    /// A day on which use is allowed: friday. May be repeated.
    #[arg(long = "weekday", value_name = "DAY")]
    pub(crate) weekdays: Vec<Weekday>,
    /// No use at all this week.
    #[arg(long)]
    pub(crate) none: bool,
}
