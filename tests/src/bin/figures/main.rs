//! Measures what the design promises: `./tests/figures ranking goals`.
//!
//! Prints `name<TAB>value<TAB>goal<TAB>ok|short` and fails when a figure falls short. A subject is
//! a module with `pub(crate) fn lines() -> Vec<Line>` and a line in [`Subject`].

mod ffi;
mod goals;
mod line;
mod program;
mod ranking;
mod reminders;
mod situations;
mod vault;

use std::process::ExitCode;

use clap::{Parser, ValueEnum};

use line::Line;

#[derive(Parser)]
#[command(name = "figures", about = "Measures what the design promises")]
struct Options {
    /// What to measure; all without a name
    subjects: Vec<Subject>,
    /// Print the growth of this process with its entries, for the subject `ffi`
    #[arg(long, hide = true)]
    growth: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Subject {
    Ffi,
    Goals,
    Ranking,
    Reminders,
    Vault,
}

impl Subject {
    fn lines(self) -> Vec<Line> {
        match self {
            Self::Ffi => ffi::lines(),
            Self::Goals => goals::lines(),
            Self::Ranking => ranking::lines(),
            Self::Reminders => reminders::lines(),
            Self::Vault => vault::lines(),
        }
    }
}

fn main() -> ExitCode {
    let Options { mut subjects, growth } = Options::parse();
    if growth {
        println!("{}", ffi::growth());
        return ExitCode::SUCCESS;
    }
    let mut short = false;
    if subjects.is_empty() {
        subjects = Subject::value_variants().to_vec();
    }
    for subject in subjects {
        for line in subject.lines() {
            println!("{line}");
            short |= !line.is_ok();
        }
    }
    if short { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
