//! The words of the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// Koers: a self-help programme for people who want to stop, cut down or use cannabis or cocaine
/// more safely. Everything stays on this computer, encrypted.
#[derive(Parser, Debug)]
#[command(name = "koers", version, max_term_width = 80)]
pub(crate) struct Args {
    /// The vault file; without it, one in your data folder.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) vault: Option<PathBuf>,
    /// Reads the passphrase from a file; `-` is standard input.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Tries another moment: RFC 3339 with offset.
    #[arg(long, global = true, value_name = "INSTANT")]
    pub(crate) now: Option<String>,
    /// Tries another time zone, by its IANA name.
    #[arg(long, global = true, value_name = "IANA")]
    pub(crate) zone: Option<String>,
    /// The language of the texts.
    #[arg(long, global = true)]
    pub(crate) lang: Option<Language>,
    /// Prints the answer as one JSON object.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Language {
    Nl,
    En,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Shows the whole programme on the life of an invented person.
    Demo {
        /// cannabis or cocaine.
        #[arg(long, default_value = "cannabis", value_parser = ["cannabis", "cocaine"])]
        substance: String,
        /// How long the programme lasts.
        #[arg(long, default_value_t = 6, value_parser = clap::value_parser!(u32).range(4..=6))]
        weeks: u32,
        /// Which invented person.
        #[arg(long, default_value_t = 2)]
        seed: u64,
        /// Leaves the vault and the report in this folder.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Starts: five short steps, or all answers from a file.
    Start {
        /// The whole intake from a TOML file, without questions.
        #[arg(long, value_name = "FILE")]
        answers: Option<PathBuf>,
    },
    /// Logs a craving, a use, or both.
    Log(LogArgs),
    /// Closes a day: not used, that's all, or nothing so far.
    Close(CloseArgs),
    /// What today holds.
    Today(Of),
    /// The diary, newest first.
    Diary {
        /// How many entries.
        #[arg(long, default_value_t = 20)]
        count: u32,
        /// How many to leave out first.
        #[arg(long, default_value_t = 0)]
        skip: u32,
    },
    /// Changes an entry of the diary.
    Edit {
        /// The short id that the diary shows.
        id: String,
        #[command(flatten)]
        log: LogArgs,
    },
    /// Deletes an entry of the diary.
    Delete {
        /// The short id that the diary shows.
        id: String,
    },
    /// Undoes the last change.
    Undo,
    /// The ranked risk situations.
    Situations(Of),
    /// Why a situation stands where it stands.
    Why {
        /// Its place, its id or its words.
        situation: String,
    },
    /// Puts a situation on top, or takes it down again.
    Pin {
        /// Its place, its id or its words.
        situation: String,
        /// Takes it down again.
        #[arg(long)]
        off: bool,
    },
    /// The plan for a situation.
    Plan {
        /// Its place, its id or its words.
        situation: String,
        /// Changes it, field by field.
        #[arg(long)]
        edit: bool,
    },
    /// Help now, also without a vault.
    HelpNow {
        /// Help lines of this country: BE, NL, GB, FR.
        #[arg(long)]
        country: Option<String>,
    },
    /// The goal and the running week.
    Goal(Of),
    /// Every week with its verdict.
    Results(Of),
    /// The end of the programme, or as it would be today.
    Evaluate(Of),
    /// The reminders to come.
    Reminders,
    /// Sets the step for a goal week.
    Step {
        #[command(flatten)]
        of: Of,
        /// At most so much in the week.
        #[arg(long)]
        per_week: Option<String>,
        /// At most so much on a day.
        #[arg(long)]
        per_day: Option<String>,
    },
    /// Reads a diary from a CSV file.
    Import {
        /// The file.
        file: PathBuf,
        /// Says what would be done, and does nothing.
        #[arg(long)]
        dry_run: bool,
        /// Takes the good lines and leaves the bad ones.
        #[arg(long)]
        skip_bad: bool,
    },
    /// Writes the diary (CSV) and all records (JSON) into a folder. They are not encrypted.
    Export {
        /// The folder; made where it is not there.
        dir: PathBuf,
        /// Replaces files that are there.
        #[arg(long)]
        force: bool,
    },
    /// Writes a report to print or hand over. It is not encrypted.
    Report(ReportArgs),
    /// Changes the passphrase.
    Passphrase,
    /// Looks at content packs.
    Pack {
        #[command(subcommand)]
        command: PackCommand,
    },
    /// Deletes everything.
    Wipe {
        /// Does not ask again.
        #[arg(long)]
        yes: bool,
    },
}

#[derive(Subcommand, Debug)]
pub(crate) enum PackCommand {
    /// Lists every fault of the packs in a folder.
    Check {
        /// The folder that holds the packs.
        dir: PathBuf,
    },
}

#[derive(clap::Args, Debug, Default)]
pub(crate) struct Of {
    /// The substance; without it, the first that is followed.
    #[arg(long)]
    pub(crate) substance: Option<String>,
}

#[derive(clap::Args, Debug)]
pub(crate) struct ReportArgs {
    /// The file: one page of HTML.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Only these parts, with a comma between them.
    #[arg(long, value_delimiter = ',', value_name = "PARTS")]
    pub(crate) only: Vec<ReportSection>,
    /// Puts the nickname in the title.
    #[arg(long)]
    pub(crate) name: bool,
    /// Replaces a file that is there.
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ReportSection {
    Goal,
    Weeks,
    Situations,
    Plans,
    End,
}

#[derive(clap::Args, Debug, Default)]
pub(crate) struct LogArgs {
    #[command(flatten)]
    pub(crate) of: Of,
    /// Strength of the craving, 0 to 10.
    #[arg(long)]
    pub(crate) craving: Option<i64>,
    /// A situation that was there; may be given more than once.
    #[arg(long = "situation")]
    pub(crate) situations: Vec<String>,
    /// Used; without an amount, the amount is unknown.
    #[arg(long)]
    pub(crate) used: bool,
    /// How much.
    #[arg(long, requires = "used")]
    pub(crate) amount: Option<String>,
    /// The unit of the amount.
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// A note.
    #[arg(long)]
    pub(crate) note: Option<String>,
    /// When: `2026-03-05T21:30`, or a day; without it, now.
    #[arg(long)]
    pub(crate) when: Option<String>,
}

#[expect(clippy::struct_excessive_bools, reason = "one switch an answer, of which one is given")]
#[derive(clap::Args, Debug)]
#[group(required = true, multiple = false, id = "answer", args = ["none", "done", "so_far", "stayed"])]
pub(crate) struct CloseArgs {
    /// The local day; without it, today.
    pub(crate) day: Option<chrono::NaiveDate>,
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
    /// The substance; without it, all that are followed.
    #[arg(long)]
    pub(crate) substance: Option<String>,
}
