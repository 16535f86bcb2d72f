//! One byte of a vault changed, anywhere: a clear error or exactly the same data, never other
//! data and never a panic.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use koers_core::vault::Version;

use crate::sample;

/// Entries in the vault: with dummies and manifest it has 1,025 rows.
const ENTRIES: usize = 600;

/// What became of the changed vaults.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many bytes were changed, one at a time.
    pub changed: u64,
    /// Opening gave an error.
    pub refused: u64,
    /// Opening gave the same data.
    pub same: u64,
    /// Where opening gave other data or panicked: offsets that must not be there.
    pub wrong: Vec<u64>,
}

/// Changes every `step`th byte in turn, each in its own way, on as many threads as there are
/// processors.
pub fn run(step: u64) -> io::Result<Counts> {
    let folder = tempfile::tempdir()?;
    let whole = folder.path().join("whole.koers");
    let vault = sample::vault(&whole, 1, ENTRIES).map_err(io::Error::other)?;
    drop(vault);
    let (vault, expected) = sample::open(&whole).map_err(io::Error::other)?;
    drop(vault);
    let expected = &sorted(expected);
    let bytes = &fs::read(&whole)?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    std::thread::scope(|scope| {
        let parts: Vec<_> = (0..threads)
            .map(|part| {
                let copy = folder.path().join(format!("{part}.koers"));
                let offsets = (part * step..bytes.len() as u64).step_by((step * threads) as usize);
                scope.spawn(move || part_of(&copy, bytes, expected, offsets))
            })
            .collect();
        let mut all = Counts::default();
        for part in parts {
            let counts = part.join().map_err(|_| io::Error::other("a thread panicked"))??;
            all.changed += counts.changed;
            all.refused += counts.refused;
            all.same += counts.same;
            all.wrong.extend(counts.wrong);
        }
        Ok(all)
    })
}

fn part_of(
    copy: &Path,
    bytes: &[u8],
    expected: &[Version],
    offsets: impl Iterator<Item = u64>,
) -> io::Result<Counts> {
    fs::write(copy, bytes)?;
    let mut counts = Counts::default();
    for offset in offsets {
        let was = bytes[offset as usize];
        // Never 0, and over the offsets every other value.
        let change = (offset * 167 % 255) as u8 + 1;
        put(copy, offset, was ^ change)?;
        let opened = catch_unwind(AssertUnwindSafe(|| {
            sample::open(copy).map(|(_vault, found)| sorted(found) == expected)
        }));
        match opened {
            Ok(Err(_)) => counts.refused += 1,
            Ok(Ok(true)) => counts.same += 1,
            Ok(Ok(false)) | Err(_) => counts.wrong.push(offset),
        }
        counts.changed += 1;
        put(copy, offset, was)?;
    }
    if fs::read(copy)? != bytes {
        return Err(io::Error::other("opening wrote to a changed vault"));
    }
    Ok(counts)
}

fn put(path: &Path, offset: u64, byte: u8) -> io::Result<()> {
    let mut file: File = OpenOptions::new().write(true).open(path)?;
    file.seek(SeekFrom::Start(offset))?;
    file.write_all(&[byte])
}

fn sorted(mut versions: Vec<Version>) -> Vec<Version> {
    versions.sort_by_key(|version| version.record);
    versions
}
