//! Koers in a terminal.
//!
//! It shows what the core says and asks what the core needs. No rule, order, date or sentence
//! about the person is made here.

mod answers;
mod args;
mod ask;
mod demo;
mod files;
mod place;
mod run;
mod show;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match run::run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            anstream::eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}
