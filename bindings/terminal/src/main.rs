//! Koers in a terminal.
//!
//! It shows what the core says and asks what the core needs. No rule, order, date or sentence
//! about the person is made here.

mod answers;
mod args;
mod ask;
mod demo;
mod dump;
mod failure;
mod files;
mod place;
mod run;
mod session;
mod show;
mod voice;

use std::process::ExitCode;

use clap::Parser;

/// What is freed is wiped: no secret and no word of the person stays behind on the heap.
#[cfg(feature = "zero-on-free")]
#[global_allocator]
static WIPING: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    dump::off();
    let args = args::Args::parse();
    let Err(failure) = run::run(&args) else { return ExitCode::SUCCESS };
    for line in show::wrapped(&failure.to_string()) {
        anstream::eprintln!("{line}");
    }
    failure.code()
}
