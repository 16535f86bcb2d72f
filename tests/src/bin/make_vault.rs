//! Makes the vault fixture of format 1 and its listing: `make_vault FOLDER`.
//!
//! For the record of how it came to be, and to make the next one: a fixture that is there is
//! never made again, and this never overwrites one.

use std::fs::File;
use std::path::PathBuf;

use clap::Parser;
use koers_core::vault::{Secret, Vault};
use koers_tests::fixture;

#[derive(Parser)]
#[command(about = "Makes the vault fixture of format 1 and its listing")]
struct Options {
    /// Where to put them
    folder: PathBuf,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Options::parse().folder;
    let vault = folder.join("v1.koers");
    fixture::make_v1(&vault)?;
    let (_vault, versions) = Vault::open(&vault, &Secret::Device(&fixture::DEVICE), &mut |_| ())?;
    let list = File::create_new(folder.join("v1.json"))?;
    serde_json::to_writer_pretty(list, &fixture::listing(&versions))?;
    Ok(())
}
