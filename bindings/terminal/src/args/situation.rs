//! The words about situations and their plans.

use clap::ValueEnum;
use koers_core::journey::YesPartlyNo;
use koers_core::programme::DidItHelp;

use super::Of;

/// A situation that a person means.
#[derive(clap::Args, Debug)]
pub(crate) struct SituationArgs {
    /// Its place on the list, its id or its words.
    pub(crate) situation: String,
    #[command(flatten)]
    pub(crate) of: Of,
}

/// A situation for the list.
#[derive(clap::Args, Debug)]
pub(crate) struct AddArgs {
    /// Its id, a suggestion, or your own words.
    pub(crate) situation: String,
    #[command(flatten)]
    pub(crate) of: Of,
    /// How strong your craving usually is there, 0 to 10.
    #[arg(long, value_name = "0-10")]
    pub(crate) rating: Option<i64>,
}

/// A prevention plan (SHP-18). A list that is given takes the place of the one that was there.
#[derive(clap::Args, Debug)]
#[command(group(clap::ArgGroup::new("used").args(["tried", "helped"]).multiple(true)))]
pub(crate) struct PlanArgs {
    #[command(flatten)]
    pub(crate) situation: SituationArgs,
    /// Changes it, field by field; without options, by questions.
    #[arg(long)]
    pub(crate) edit: bool,
    /// What you notice first. May be repeated.
    #[arg(long = "signal", value_name = "TEXT")]
    pub(crate) signals: Vec<String>,
    /// Whether it can be avoided.
    #[arg(long)]
    pub(crate) avoidable: Option<AnswerWord>,
    /// How to avoid it. May be repeated.
    #[arg(long, value_name = "TEXT")]
    pub(crate) avoid: Vec<String>,
    /// What to prepare. May be repeated.
    #[arg(long, value_name = "TEXT")]
    pub(crate) prepare: Vec<String>,
    /// What to do while it is there, in order. May be repeated.
    #[arg(long, value_name = "TEXT")]
    pub(crate) during: Vec<String>,
    /// What to do afterwards. May be repeated.
    #[arg(long, value_name = "TEXT")]
    pub(crate) after: Vec<String>,
    /// A helping thought.
    #[arg(long, value_name = "TEXT")]
    pub(crate) thought: Option<String>,
    /// Whom to contact. May be repeated.
    #[arg(long, value_name = "NAME")]
    pub(crate) who: Vec<String>,
    /// The way out.
    #[arg(long, value_name = "TEXT")]
    pub(crate) way_out: Option<String>,
    /// What could play the same role.
    #[arg(long, value_name = "TEXT")]
    pub(crate) alternative: Option<String>,
    /// How sure you are that it works out, 0 to 10.
    #[arg(long, value_name = "0-10")]
    pub(crate) confidence: Option<i64>,
    /// Empties a field. May be repeated.
    #[arg(long, value_name = "FIELD")]
    pub(crate) clear: Vec<PlanFieldWord>,
    /// You used this plan, now.
    #[arg(long)]
    pub(crate) tried: bool,
    /// Whether it helped: the answer to what is asked about it, or with --tried about now.
    #[arg(long)]
    pub(crate) helped: Option<HelpedWord>,
    /// What you would change about it.
    #[arg(long, value_name = "TEXT", requires = "used")]
    pub(crate) adjust: Option<String>,
}

impl PlanArgs {
    /// Whether a field of the plan was named.
    pub(crate) fn names_fields(&self) -> bool {
        let lists =
            [&self.signals, &self.avoid, &self.prepare, &self.during, &self.after, &self.who];
        let texts = [&self.thought, &self.way_out, &self.alternative];
        lists.iter().any(|list| !list.is_empty())
            || texts.iter().any(|text| text.is_some())
            || self.avoidable.is_some()
            || self.confidence.is_some()
            || !self.clear.is_empty()
    }
}

/// The fields of a plan that can be emptied.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum PlanFieldWord {
    Signal,
    Avoidable,
    Avoid,
    Prepare,
    During,
    After,
    Thought,
    Who,
    WayOut,
    Alternative,
    Confidence,
}

/// The answers to "did it help?".
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum HelpedWord {
    Yes,
    Partly,
    No,
    NotUsed,
}

impl From<HelpedWord> for DidItHelp {
    fn from(word: HelpedWord) -> Self {
        match word {
            HelpedWord::Yes => Self::Yes,
            HelpedWord::Partly => Self::Partly,
            HelpedWord::No => Self::No,
            HelpedWord::NotUsed => Self::NotUsed,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum AnswerWord {
    Yes,
    Partly,
    No,
}

impl From<AnswerWord> for YesPartlyNo {
    fn from(word: AnswerWord) -> Self {
        match word {
            AnswerWord::Yes => Self::Yes,
            AnswerWord::Partly => Self::Partly,
            AnswerWord::No => Self::No,
        }
    }
}
