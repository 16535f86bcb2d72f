//! Koers in a terminal.
//!
//! It shows what the core says and asks what the core needs. No rule, order, date or sentence
//! about the person is made here.

mod answers;
mod args;
mod ask;
mod demo;
mod failure;
mod files;
mod place;
mod run;
mod session;
mod show;
mod voice;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let args = args::Args::parse();
    let Err(failure) = run::run(&args) else { return ExitCode::SUCCESS };
    for line in show::wrapped(&failure.to_string()) {
        anstream::eprintln!("{line}");
    }
    failure.code()
}
