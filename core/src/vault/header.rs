//! The first hundred bytes of the file, read before SQLite is let near it.
//!
//! This is safe for the locks because the path is reserved and not open yet; and it leaves a file
//! of a newer format, or one that is no vault at all, untouched even where SQLite would begin
//! with a recovery.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::VaultError;
use super::key::FORMAT;

/// `KOER`.
pub(super) const APPLICATION_ID: u32 = u32::from_be_bytes(*b"KOER");
/// Bytes of a database page, fixed for the format.
pub(super) const PAGE: u32 = 4096;
/// A larger file is refused before it costs anything; ten years take some 30 MB (judgement).
const MOST_BYTES: u64 = 4 << 30;
/// Bytes of the header (SQLite file format, 1.3).
const HEADER: usize = 100;
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// What the header says about the length of the file.
pub(super) struct Header {
    bytes: u64,
    pages: u32,
}

/// Reads the header; refuses whatever is not a vault of this format.
pub(super) fn read(path: &Path) -> Result<Header, VaultError> {
    let file = File::open(path)?;
    let bytes = file.metadata()?.len();
    let mut header = Vec::with_capacity(HEADER);
    file.take(HEADER as u64).read_to_end(&mut header)?;
    judge(&header, bytes)
}

fn judge(header: &[u8], bytes: u64) -> Result<Header, VaultError> {
    let start = header.len().min(MAGIC.len());
    if start == 0 || header[..start] != MAGIC[..start] {
        return Err(VaultError::NotAVault);
    }
    if header.len() < HEADER {
        return Err(VaultError::CutShort);
    }
    let number = |at: usize| u32::from_be_bytes([0, 1, 2, 3].map(|i| header[at + i]));
    if number(68) != APPLICATION_ID {
        return Err(VaultError::NotAVault);
    }
    match number(60) {
        0 => return Err(VaultError::NotAVault),
        FORMAT => {}
        format => return Err(VaultError::NewerFormat { format }),
    }
    // Page size; rollback journal for writers and readers; no reserved space; the fixed
    // fractions; UTF-8; no vacuum of any sort.
    let fixed = header[16..18] == (PAGE as u16).to_be_bytes()
        && header[18..24] == [1, 1, 0, 64, 32, 32]
        && number(56) == 1
        && number(52) == 0
        && number(64) == 0;
    if !fixed || bytes > MOST_BYTES {
        return Err(VaultError::damaged("the file header"));
    }
    Ok(Header { bytes, pages: number(28) })
}

impl Header {
    /// Says more exactly why SQLite found the file damaged, where the length tells.
    pub(super) fn explain(&self, error: VaultError) -> VaultError {
        let short = u64::from(self.pages) * u64::from(PAGE) > self.bytes;
        match error {
            VaultError::Damaged { .. } | VaultError::NotAVault | VaultError::Other { .. }
                if short =>
            {
                VaultError::CutShort
            }
            other => other,
        }
    }
}
