//! The words of the command line.

mod backup;
mod day;
mod goal;
mod situation;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use koers_core::content::Code;

pub(crate) use backup::{BackupArgs, KeepArgs, MergeArgs, RestoreArgs};
pub(crate) use day::{CloseArgs, EditArgs, FillInArgs, LogArgs, NoteArgs};
pub(crate) use goal::{GoalArgs, GoalCommand, GoalSetArgs, StepArgs};
pub(crate) use situation::{AddArgs, PlanArgs, PlanFieldWord, SituationArgs};

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
    /// Starts, or goes on where you stopped: five short steps, or all answers from a file.
    Start {
        /// The whole intake from a TOML file, without questions.
        #[arg(long, value_name = "FILE")]
        answers: Option<PathBuf>,
    },
    /// Logs a craving, a use, or both.
    Log(LogArgs),
    /// Closes a day: not used, that's all, or nothing so far.
    Close(CloseArgs),
    /// Fills in a period: older days that are still open, all at once.
    FillIn(FillInArgs),
    /// Goes on from today: older open days stay not filled in, and are not asked about again.
    GoOn(Of),
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
    /// Writes a note in the diary.
    Note(NoteArgs),
    /// Changes an entry of the diary; without options, by questions.
    Edit(EditArgs),
    /// Deletes an entry of the diary.
    Delete {
        /// The short id that the diary shows.
        id: String,
    },
    /// Undoes the last change.
    Undo,
    /// The ranked risk situations.
    Situations(Of),
    /// Puts a situation on your list, or rates one that is there.
    Add(AddArgs),
    /// Why a situation stands where it stands.
    Why(SituationArgs),
    /// Puts a situation on top, or takes it down again.
    Pin {
        #[command(flatten)]
        situation: SituationArgs,
        /// Takes it down again.
        #[arg(long)]
        off: bool,
    },
    /// The plan for a situation; with options or --edit, changes it.
    Plan(PlanArgs),
    /// Help now, also without a vault.
    HelpNow {
        /// Help lines of this country: BE, NL, GB, FR.
        #[arg(long)]
        country: Option<String>,
    },
    /// The goal and the running week; `goal set` chooses another.
    Goal(GoalArgs),
    /// Every week with its verdict.
    Results(Of),
    /// The end of the programme, or as it would be today.
    Evaluate(Of),
    /// The reminders to come.
    Reminders,
    /// Sets the step for the running goal week.
    Step(StepArgs),
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
    /// Writes a backup, encrypted and checked; or checks one.
    Backup(BackupArgs),
    /// Brings everything back from a backup.
    Restore(RestoreArgs),
    /// Takes in what a backup or the vault of another device holds.
    Merge(MergeArgs),
    /// What was changed on two devices apart, to choose from.
    Conflicts,
    /// Keeps one of the copies that `conflicts` shows.
    Keep(KeepArgs),
    /// Saves what can be read of a damaged vault into a new one.
    Salvage {
        /// Reads the recovery code from a file, in place of the passphrase.
        #[arg(long, value_name = "FILE")]
        recovery_code_file: Option<PathBuf>,
    },
    /// Changes the passphrase.
    Passphrase {
        /// Reads the new passphrase from a file; without it, it is asked twice.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Puts everything under a new key: if someone may know your passphrase, or to erase for good.
    Rekey {
        /// Reads another passphrase from a file; without it, you are asked whether you want one.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
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

impl Of {
    /// The substance named, if one was.
    pub(crate) fn code(&self) -> Option<Code> {
        self.substance.as_deref().map(Code::from)
    }
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
