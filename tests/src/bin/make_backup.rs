//! Makes the backup fixture of format 1 from the vault fixture: `make_backup FOLDER`.
//!
//! For the record of how it came to be, and to make the next one: a fixture that is there is
//! never made again, and this never overwrites one.

use std::path::PathBuf;

use clap::Parser;
use koers_tests::fixture;

#[derive(Parser)]
#[command(about = "Makes the backup fixture of format 1")]
struct Options {
    /// Where to put it
    folder: PathBuf,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Options::parse().folder;
    let aside = tempfile::tempdir()?;
    let copy = aside.path().join("copy.koers");
    std::fs::copy(fixture::folder().join("v1.koers"), &copy)?;
    fixture::make_backup_v1(&copy, &folder.join("v1.koersbackup"))?;
    Ok(())
}
