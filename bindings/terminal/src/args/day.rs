//! The words about what goes into the diary.

use super::Of;

/// An entry of the daily form. Without any of these, questions are asked.
#[derive(clap::Args, Debug, Default)]
pub(crate) struct LogArgs {
    #[command(flatten)]
    pub(crate) of: Of,
    /// Strength of the craving, 0 to 10.
    #[arg(long, value_name = "0-10")]
    pub(crate) craving: Option<i64>,
    /// A situation that was there: its id, its words, or its place on your list. May be repeated.
    #[arg(long = "situation", value_name = "SITUATION")]
    pub(crate) situations: Vec<String>,
    /// A situation in your own words, new to your list. May be repeated.
    #[arg(long, value_name = "WORDS")]
    pub(crate) own: Vec<String>,
    /// Used; without an amount, the amount is unknown.
    #[arg(long)]
    pub(crate) used: bool,
    /// How much.
    #[arg(long, requires = "used")]
    pub(crate) amount: Option<String>,
    /// The unit of the amount: joint, gram, line …; without it, the first of the substance.
    #[arg(long, requires = "used")]
    pub(crate) unit: Option<String>,
    #[command(flatten)]
    pub(crate) around: AroundArgs,
    /// A note.
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    /// When: `2026-03-05T21:30`, or a day; without it, now.
    #[arg(long, value_name = "WHEN")]
    pub(crate) when: Option<String>,
}

/// What was there besides: each an id (`place.home`) or own words, each may be repeated.
#[derive(clap::Args, Debug, Default)]
pub(crate) struct AroundArgs {
    /// A thought: an id (`thought.deserve-it`) or own words. May be repeated.
    #[arg(long = "thought", value_name = "WHAT")]
    pub(crate) thoughts: Vec<String>,
    /// A feeling. May be repeated.
    #[arg(long = "feeling", value_name = "WHAT")]
    pub(crate) feelings: Vec<String>,
    /// What the body said. May be repeated.
    #[arg(long, value_name = "WHAT")]
    pub(crate) body: Vec<String>,
    /// Where. May be repeated.
    #[arg(long, value_name = "WHAT")]
    pub(crate) place: Vec<String>,
    /// With whom. May be repeated.
    #[arg(long, value_name = "WHAT")]
    pub(crate) company: Vec<String>,
    /// Doing what. May be repeated.
    #[arg(long, value_name = "WHAT")]
    pub(crate) activity: Vec<String>,
    /// Something else that was used with it: alcohol, tobacco … May be repeated.
    #[arg(long = "also", value_name = "WHAT")]
    pub(crate) also: Vec<String>,
}

impl AroundArgs {
    fn is_empty(&self) -> bool {
        let lists = [
            &self.thoughts,
            &self.feelings,
            &self.body,
            &self.place,
            &self.company,
            &self.activity,
        ];
        lists.iter().all(|list| list.is_empty()) && self.also.is_empty()
    }
}

impl LogArgs {
    /// Whether nothing was said, so that questions are asked.
    pub(crate) fn is_empty(&self) -> bool {
        let words = [&self.situations, &self.own];
        self.craving.is_none()
            && !self.used
            && self.note.is_none()
            && words.iter().all(|list| list.is_empty())
            && self.around.is_empty()
    }
}

/// A change of something in the diary.
#[expect(clippy::struct_excessive_bools, reason = "one switch for each thing to clear")]
#[derive(clap::Args, Debug)]
pub(crate) struct EditArgs {
    /// The short id that the diary shows.
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) log: LogArgs,
    /// Not used after all.
    #[arg(long, conflicts_with = "used")]
    pub(crate) no_use: bool,
    /// Takes the craving out.
    #[arg(long, conflicts_with = "craving")]
    pub(crate) clear_craving: bool,
    /// Takes the note out.
    #[arg(long, conflicts_with = "note")]
    pub(crate) clear_note: bool,
    /// Takes thoughts, feelings, body, place, company and activity out.
    #[arg(long)]
    pub(crate) clear_around: bool,
    /// A situation that was not there. May be repeated.
    #[arg(long = "not-situation", value_name = "SITUATION")]
    pub(crate) not_situations: Vec<String>,
    /// Of a note: its text.
    #[arg(long, value_name = "TEXT")]
    pub(crate) text: Option<String>,
    /// Of a note: how you feel, 0 to 10.
    #[arg(long, value_name = "0-10")]
    pub(crate) mood: Option<i64>,
    /// Of a note: takes the mood out.
    #[arg(long, conflicts_with = "mood")]
    pub(crate) clear_mood: bool,
}

impl EditArgs {
    /// Whether nothing was said, so that questions are asked.
    pub(crate) fn is_empty(&self) -> bool {
        let clears = [self.no_use, self.clear_craving, self.clear_note, self.clear_around];
        self.log.is_empty()
            && self.log.when.is_none()
            && !clears.contains(&true)
            && self.not_situations.is_empty()
            && self.text.is_none()
            && self.mood.is_none()
            && !self.clear_mood
    }
}

/// A diary note.
#[derive(clap::Args, Debug)]
pub(crate) struct NoteArgs {
    /// The text; without it and without a mood, questions are asked.
    pub(crate) text: Option<String>,
    /// How you feel, 0 to 10.
    #[arg(long, value_name = "0-10")]
    pub(crate) mood: Option<i64>,
    /// What it is about: `2026-03-05T21:30`, or a day; without it, now.
    #[arg(long, value_name = "WHEN")]
    pub(crate) when: Option<String>,
}

/// The closing of a day.
#[derive(clap::Args, Debug)]
pub(crate) struct CloseArgs {
    /// The local day; without it, today.
    pub(crate) day: Option<chrono::NaiveDate>,
    #[command(flatten)]
    pub(crate) answer: ClosingArgs,
    /// The substance; without it, all that are followed.
    #[arg(long)]
    pub(crate) substance: Option<String>,
}

#[expect(clippy::struct_excessive_bools, reason = "one switch an answer, of which one is given")]
#[derive(clap::Args, Debug)]
#[group(required = true, multiple = false)]
pub(crate) struct ClosingArgs {
    /// Not used that day.
    #[arg(long)]
    pub(crate) none: bool,
    /// What is logged is all there was.
    #[arg(long)]
    pub(crate) done: bool,
    /// Nothing so far.
    #[arg(long)]
    pub(crate) so_far: bool,
    /// The day after: it stayed that way.
    #[arg(long)]
    pub(crate) stayed: bool,
}

/// A period to be filled in. Without an answer, the days that are open are shown.
#[derive(clap::Args, Debug)]
pub(crate) struct FillInArgs {
    #[command(flatten)]
    pub(crate) of: Of,
    /// Not used on all days shown, but for those named by --used.
    #[arg(long)]
    pub(crate) none: bool,
    /// Used on this day, with the amount unknown. May be repeated.
    #[arg(long, value_name = "DAY")]
    pub(crate) used: Vec<chrono::NaiveDate>,
    /// Only the days from this one on.
    #[arg(long, value_name = "DAY")]
    pub(crate) from: Option<chrono::NaiveDate>,
    /// Only the days up to this one.
    #[arg(long, value_name = "DAY")]
    pub(crate) to: Option<chrono::NaiveDate>,
}
