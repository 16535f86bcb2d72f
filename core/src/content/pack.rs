//! What a pack holds, once it is read.

use chrono::NaiveDate;

use super::{Amount, Code, Lang};

/// The kinds of words that a person chooses from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Risk situations.
    Situation,
    /// Where it was.
    Place,
    /// Who was there.
    Company,
    /// What one felt; grouped as pleasant or unpleasant.
    Feeling,
    /// What the body did.
    Body,
    /// What one thought; grouped as permission, expectation and so on.
    Thought,
    /// What one was doing.
    Activity,
    /// What the use was for (functional analysis).
    Function,
    /// Self-control measures, from which agreements are made.
    Measure,
    /// Other substances, for co-use.
    CoUse,
    /// Suggestions for the four lists of the intake, grouped by list.
    Reason,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::Situation,
        Self::Place,
        Self::Company,
        Self::Feeling,
        Self::Body,
        Self::Thought,
        Self::Activity,
        Self::Function,
        Self::Measure,
        Self::CoUse,
        Self::Reason,
    ];

    /// As it stands in a code: `base:place.home`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Situation => "situation",
            Self::Place => "place",
            Self::Company => "company",
            Self::Feeling => "feeling",
            Self::Body => "body",
            Self::Thought => "thought",
            Self::Activity => "activity",
            Self::Function => "function",
            Self::Measure => "measure",
            Self::CoUse => "co-use",
            Self::Reason => "reason",
        }
    }
}

/// One word of a vocabulary. Its label is the message `<kind>-<code>` of its pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its stable name.
    pub code: Code,
    /// Which vocabulary.
    pub kind: Kind,
    /// The group inside the vocabulary (`conflict`, `avoid`, `pleasant`); empty where a
    /// vocabulary has none. Its label is the message `<kind>-group-<group>`.
    pub group: String,
    /// Circumstances that a situation already stands for, so that they are not suggested beside
    /// it; for a measure, the functions of use that it can take over.
    pub covers: Vec<Code>,
    /// For a measure: the kinds of goal that it suits; empty means all.
    pub goals: Vec<GoalFit>,
    /// The label has a blank that the person fills in ("from the … th drink").
    pub blank: bool,
    /// For co-use: stopping it suddenly and alone can be dangerous.
    pub ask_doctor: bool,
    /// For a situation: its place in the pack's default pattern, in points of craving above or
    /// below the mean; absent where the pack has none.
    pub default: Option<Amount>,
    /// Keeps its label, is offered no more.
    pub retired: bool,
}

/// The kinds of goal (rule G0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum GoalFit {
    /// Stop from a date on.
    Stop,
    /// Less: per week, per day, on allowed days.
    Reduce,
    /// Use more safely: agreements.
    Safer,
}

/// A unit of use. Its label is the message `unit-<code>`, with a number `unit-<code>.count`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its stable name.
    pub code: Code,
    /// The smallest amount that can be logged; stands for "amount unknown" (rule G2).
    pub smallest: Amount,
    /// What a stepper adds.
    pub step: Amount,
    /// The largest amount that can be logged at once.
    pub max: Amount,
    /// Decimals that are offered, 0–3.
    pub decimals: u8,
    /// What a day without a note may have held at least (rule G2, judgement): never zero.
    pub usual_day: Amount,
    /// A goal can be counted in it, entries cannot ("use day").
    pub goal_only: bool,
    /// The one that is offered first for its substance.
    pub first: bool,
    /// Factors that may be proposed in a question, and are used only once confirmed.
    pub proposals: Vec<Conversion>,
    /// Keeps its label, is offered no more.
    pub retired: bool,
}

impl Unit {
    /// What a stepper shows after this amount: the next multiple of the step, at most the largest
    /// amount; none below the first step.
    pub fn stepped(&self, amount: Amount, up: bool) -> Option<Amount> {
        let (step, amount) = (self.step.in_thousandths().max(1), amount.in_thousandths());
        let steps = if up { amount.div_euclid(step) + 1 } else { (amount - 1).div_euclid(step) };
        let next = Amount::thousandths(steps.saturating_mul(step)).min(self.max);
        (next > Amount::ZERO).then_some(next)
    }
}

/// One unit is proposed to be `factor` of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// The other unit.
    pub to: Code,
    /// How much of it one unit is.
    pub factor: Amount,
}

/// What a help line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum HelpKind {
    /// Ambulance.
    Emergency,
    /// Thoughts of suicide.
    Crisis,
    /// Someone to talk to.
    Talk,
    /// Questions about drugs; no emergency line.
    Drugs,
}

/// A help line, with the source it was checked in. Its name is the message `help-line-<code>`, a
/// note on it `help-line-<code>.note` where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLine {
    /// Its stable name.
    pub code: Code,
    /// What it is for.
    pub kind: HelpKind,
    /// ISO 3166 codes of the countries it serves.
    pub countries: Vec<String>,
    /// ISO 639 codes of the languages it is known to speak; empty where that is not known.
    pub languages: Vec<String>,
    /// As it is dialled, with spaces.
    pub number: String,
    /// Its site, empty where none is known.
    pub web: String,
    /// Known to answer day and night.
    pub day_and_night: bool,
    /// Known to cost nothing.
    pub free: bool,
    /// Where the number was found.
    pub source: String,
    /// When that source stated it.
    pub checked: Checked,
    /// No longer given.
    pub retired: bool,
}

/// The date of a source, as precisely as the source gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Checked {
    /// Only the year is known.
    Year(i32),
    /// Year and month, kept as the first of that month.
    Month(NaiveDate),
    /// The day.
    Day(NaiveDate),
}

/// What a safety rule shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Shows {
    /// The emergency card.
    Emergency,
    /// Crisis lines.
    Crisis,
    /// Crisis lines, and to speak with a doctor.
    Doctor,
    /// Information only.
    Reading,
}

/// A rule over one entry that puts a calm line at the top of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafetyRule {
    /// Its stable name.
    pub code: Code,
    /// It speaks when the entry holds at least one of these (situations, feelings, body,
    /// thoughts, used substances).
    pub any: Vec<Code>,
    /// And only when this substance was used in the last so many days; 0 = in the entry itself.
    pub after: Option<AfterUse>,
    /// What it shows.
    pub shows: Shows,
    /// The id of its text.
    pub text: String,
    /// Speaks no more.
    pub retired: bool,
}

/// Use of a substance within some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterUse {
    /// The substance.
    pub substance: Code,
    /// Days back; 0 = in the same entry.
    pub days: u32,
}

/// A text in Markdown: a reading or a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its stable name: `base:reading.it-passes`.
    pub code: Code,
    /// The language it is in.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub tags: Vec<String>,
    /// Where its facts come from.
    pub sources: Vec<Source>,
    /// Markdown.
    pub body: String,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Authors and title.
    pub title: String,
    /// Year of publication.
    pub year: i32,
    /// Where it can be found, empty where it has no address.
    #[serde(default)]
    pub url: String,
}
