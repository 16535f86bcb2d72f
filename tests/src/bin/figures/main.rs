//! Measures what the design promises: `./tests/figures ranking goals`.
//!
//! Prints `name<TAB>value<TAB>goal<TAB>ok|short` and fails when a figure falls short. A subject is
//! a module with `pub(crate) fn lines() -> Vec<Line>` and a line in [`Subject`].

mod goals;
mod line;
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
}

#[derive(Clone, Copy, ValueEnum)]
enum Subject {
    Goals,
    Ranking,
    Reminders,
    Vault,
}

impl Subject {
    fn lines(self) -> Vec<Line> {
        match self {
            Self::Goals => goals::lines(),
            Self::Ranking => ranking::lines(),
            Self::Reminders => reminders::lines(),
            Self::Vault => vault::lines(),
        }
    }
}

fn main() -> ExitCode {
    let mut short = false;
    let mut subjects = Options::parse().subjects;
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
