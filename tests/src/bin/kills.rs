//! Kills `koers log` at random moments and counts what is left.
//!
//! `cargo run --release -p koers-tests --bin kills`; a minute or two.

use std::process::ExitCode;

use clap::Parser;
use koers_tests::{kills, terminal};

#[derive(Parser)]
#[command(about = "Kills `koers log` at random moments and counts what is left")]
struct Options {
    /// How many commands to kill
    #[arg(long, default_value = "200")]
    kills: u32,
    /// The moments follow from it
    #[arg(long, default_value = "1")]
    seed: u64,
}

fn main() -> std::io::Result<ExitCode> {
    let options = Options::parse();
    let counts = kills::run(&terminal::koers()?, options.kills, options.seed)?;
    println!(
        "killed\t{}\nbefore the write\t{}\nduring the write\t{}\n\
         of these, with a hot journal\t{}\nafter the write\t{}\n\
         of these, told\t{}\nended before the kill\t{}\nbytes searched\t{}\nfaults\t{}",
        counts.killed,
        counts.before,
        counts.during,
        counts.hot,
        counts.after,
        counts.told,
        counts.too_late,
        counts.searched,
        counts.faults.len()
    );
    for fault in &counts.faults {
        println!("  {fault}");
    }
    let every_phase = counts.before > 0 && counts.hot > 0 && counts.after > 0;
    if !every_phase {
        println!("not every phase was hit: more kills are needed");
    }
    Ok(if counts.faults.is_empty() && every_phase { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
