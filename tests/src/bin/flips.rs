//! Changes every byte of a 1,025-row vault in turn and counts what opening it gives.
//!
//! `cargo run --release -p koers-tests --bin flips`; some minutes.

use std::process::ExitCode;

use clap::Parser;
use koers_tests::flips;

#[derive(Parser)]
#[command(about = "Changes every byte of a 1,025-row vault in turn and counts what opening gives")]
struct Options {
    /// Only every Nth byte
    #[arg(long, value_name = "N", default_value = "1", value_parser = clap::value_parser!(u64).range(1..))]
    every: u64,
}

fn main() -> std::io::Result<ExitCode> {
    let counts = flips::run(Options::parse().every)?;
    println!(
        "changed\t{}\nrefused\t{}\nsame data\t{}\nother data or panic\t{}",
        counts.changed,
        counts.refused,
        counts.same,
        counts.wrong.len()
    );
    for offset in counts.wrong.iter().take(20) {
        println!("wrong at offset {offset}");
    }
    Ok(if counts.wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
