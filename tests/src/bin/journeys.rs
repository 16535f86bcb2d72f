//! Goes through journeys, or records what they give: `tests/journeys/record FILE…`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use koers_tests::journeys::{Journey, all, check, pretty, record};

#[derive(Parser)]
#[command(name = "journeys", about = "Goes through journeys in Rust, or records what they give")]
struct Options {
    /// Writes what each step gives into the file, for review
    #[arg(long)]
    record: bool,
    /// The journeys; all without a name
    files: Vec<PathBuf>,
}

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let Options { record: writes, mut files } = Options::parse();
    if files.is_empty() {
        files = all()?;
    }
    let mut equal = true;
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let journey: Journey = serde_json::from_str(&std::fs::read_to_string(&file)?)?;
        if writes {
            std::fs::write(&file, pretty(&serde_json::to_value(record(&journey))?))?;
            println!("{name}\trust\trecorded");
            continue;
        }
        let differences = check(&journey);
        println!("{name}\trust\t{}", if differences.is_empty() { "equal" } else { "differs" });
        for one in &differences {
            println!("  step {}: expected {}, found {}", one.at, one.expected, one.found);
        }
        equal &= differences.is_empty();
    }
    Ok(if equal { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
