//! Makes a vault fixture of format 1 and its listing: `make_vault FOLDER v1|v1-porch`.
//!
//! For the record of how they came to be, and to make the next one: a fixture that is there is
//! never made again, and this never overwrites one.

use std::fs::File;
use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use koers_core::vault::{Secret, Vault};
use koers_tests::{fixture, porch};

#[derive(Parser)]
#[command(about = "Makes a vault fixture of format 1 and its listing")]
struct Options {
    /// Where to put them
    folder: PathBuf,
    /// Which
    which: Which,
}

#[derive(Clone, Copy, ValueEnum)]
enum Which {
    /// Every kind of record up to 39
    V1,
    /// With a porch and a drop box beside it
    V1Porch,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Options { folder, which } = Options::parse();
    let name = match which {
        Which::V1 => "v1",
        Which::V1Porch => "v1-porch",
    };
    let vault = folder.join(name).with_extension("koers");
    match which {
        Which::V1 => fixture::make_v1(&vault)?,
        Which::V1Porch => porch::make_v1(&folder)?,
    }
    let (_vault, versions) = Vault::open(&vault, &Secret::Device(&fixture::DEVICE), &mut |_| ())?;
    let list = File::create_new(vault.with_extension("json"))?;
    serde_json::to_writer_pretty(list, &fixture::listing(&versions))?;
    Ok(())
}
