//! The porch file: what must work while the vault is locked, sealed under a key of its own.
//!
//! Thirty-six bytes in clear: magic, format, vault id; then a nonce, the sealed content, a tag.
//! The file is padded to 8 KiB, or twice, four times, … that, and is always written as a whole:
//! aside, synced, and moved over the old one. What the content means is not known here.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::VaultError;
use super::file::{beside, sync_folder};
use super::key::{Bytes32, Forged, NONCE, TAG, VaultId, keyed, open_raw, random, seal_raw};

/// The format that this version writes and the only one it reads.
const FORMAT: u32 = 1;
const MAGIC: &[u8; 8] = b"KOERPRCH";
/// Magic, format and vault id, bound to the seal byte for byte.
const HEAD: usize = 8 + 4 + 16;
const OVERHEAD: usize = HEAD + NONCE + TAG;
/// Bytes of the smallest porch; larger ones double until they fit.
const LEAST: usize = 8 * 1024;
/// Bytes of the largest porch (judgement: four dozen reminders of the longest own words, twice).
const MOST: usize = 256 * 1024;

/// A porch, opened.
pub struct PorchContent {
    /// The vault that it belongs to.
    pub vault: [u8; 16],
    /// What was sealed, followed by zeros.
    pub content: Zeroizing<Vec<u8>>,
}

/// Seals the content under the background key.
///
/// # Errors
///
/// `TooLarge` where it does not fit in 256 KiB.
pub(super) fn seal(
    vault: VaultId,
    key: &[u8; 32],
    nonce: [u8; NONCE],
    content: &[u8],
) -> Result<Vec<u8>, VaultError> {
    let len = (content.len() + OVERHEAD).next_power_of_two().max(LEAST);
    if len > MOST {
        return Err(VaultError::TooLarge { what: "the porch" });
    }
    let mut bytes = Vec::with_capacity(len);
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&FORMAT.to_le_bytes());
    bytes.extend_from_slice(&vault);
    bytes.extend_from_slice(&nonce);
    bytes.extend_from_slice(content);
    bytes.resize(len - TAG, 0);
    let (head, rest) = bytes.split_at_mut(HEAD);
    let tag = seal_raw(&porch_key(key), nonce, head, &mut rest[NONCE..]);
    bytes.extend_from_slice(&tag);
    Ok(bytes)
}

/// Opens the bytes of a porch with the background key.
///
/// # Errors
///
/// `NotAVault` where they are something else, `NewerFormat`, and `Damaged` where they were changed
/// or belong to another key, which cannot be told apart.
pub fn open_porch(bytes: &[u8], key: &[u8; 32]) -> Result<PorchContent, VaultError> {
    let changed = || VaultError::damaged("the porch");
    let rest = bytes.strip_prefix(MAGIC).ok_or(VaultError::NotAVault)?;
    let (format, rest) = rest.split_first_chunk::<4>().ok_or_else(changed)?;
    match u32::from_le_bytes(*format) {
        FORMAT => {}
        0 => return Err(changed()),
        format => return Err(VaultError::NewerFormat { format }),
    }
    if !bytes.len().is_power_of_two() || !(LEAST..=MOST).contains(&bytes.len()) {
        return Err(changed());
    }
    let (vault, rest) = rest.split_first_chunk::<16>().ok_or_else(changed)?;
    let (nonce, rest) = rest.split_first_chunk::<NONCE>().ok_or_else(changed)?;
    let (sealed, tag) = rest.split_last_chunk::<TAG>().ok_or_else(changed)?;
    let mut content = Zeroizing::new(sealed.to_vec());
    let head = &bytes[..HEAD];
    open_raw(&porch_key(key), *nonce, head, &mut content, *tag).map_err(|Forged| changed())?;
    Ok(PorchContent { vault: *vault, content })
}

/// Reads and opens the porch at this path.
///
/// # Errors
///
/// As [`open_porch`], and what the file system says.
pub fn read_porch(path: &Path, key: &[u8; 32]) -> Result<PorchContent, VaultError> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(VaultError::IsAFolder);
    }
    let mut bytes = Vec::new();
    file.take(MOST as u64 + 1).read_to_end(&mut bytes)?;
    open_porch(&bytes, key)
}

/// Writes the porch of a vault: the old one stays whole until the new one is. The caller holds the
/// drop box, so that no two write at once.
///
/// # Errors
///
/// `TooLarge`, and what the file system says; the old porch is then as it was.
pub fn write_porch(
    path: &Path,
    vault: [u8; 16],
    key: &[u8; 32],
    content: &[u8],
) -> Result<(), VaultError> {
    let bytes = seal(vault, key, random()?, content)?;
    let aside = aside_of(path);
    let written = write_aside(&aside, &bytes).and_then(|()| Ok(fs::rename(&aside, path)?));
    if written.is_err() {
        let _ = fs::remove_file(&aside);
    }
    written?;
    sync_folder(path)
}

/// Takes a porch away, with what an interrupted write left beside it. Nothing there is fine.
///
/// # Errors
///
/// What the file system says.
pub fn remove_porch(path: &Path) -> Result<(), VaultError> {
    for file in [path.to_owned(), aside_of(path)] {
        match fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    sync_folder(path)
}

fn write_aside(aside: &Path, bytes: &[u8]) -> Result<(), VaultError> {
    let mut file = private().truncate(true).open(aside)?;
    file.write_all(bytes)?;
    Ok(file.sync_all()?)
}

/// For a file that only its owner may read.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

fn aside_of(path: &Path) -> PathBuf {
    beside(path, ".new")
}

fn porch_key(key: &[u8; 32]) -> Bytes32 {
    keyed(key, &[b"koers porch"])
}
