//! A vault, a backup and a porch of a format that is still to come: refused by name, and not a byte
//! of them or of what lies beside them changed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use koers_core::vault::{BackupFault, Secret, Vault, VaultError, read_porch};

use crate::fixture::{self, DEVICE};
use crate::porch::KEY;

/// The format to come.
const NEXT: u32 = 2;
/// Where a vault says its format (SQLite's user version, big-endian).
const IN_A_VAULT: usize = 60;
/// Where backup and porch say theirs (little-endian).
const AFTER_MAGIC: usize = 8;
/// How a journal begins that SQLite would play back.
const JOURNAL: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// Names what was not refused for its format, or was changed: nothing may be.
///
/// # Errors
///
/// What the file system says.
pub fn touched() -> io::Result<Vec<String>> {
    let folder = tempfile::tempdir()?;
    let here = |name: &str| folder.path().join(name);
    let [vault, backup, porch] = ["v1-porch.koers", "v1.koersbackup", "v1.porch"].map(here);
    make_newer(&vault, IN_A_VAULT, NEXT.to_be_bytes())?;
    make_newer(&backup, AFTER_MAGIC, NEXT.to_le_bytes())?;
    make_newer(&porch, AFTER_MAGIC, NEXT.to_le_bytes())?;
    fs::write(here("v1-porch.koers-journal"), JOURNAL)?;
    let secret = Secret::Device(&DEVICE);
    let code = fixture::recovery_code();
    let code = Secret::RecoveryCode(&code);
    let newer = VaultError::NewerFormat { format: NEXT };
    let newer_backup = VaultError::Backup(BackupFault::Newer { format: NEXT });
    let before = files(folder.path())?;
    let mut touched = Vec::new();
    let mut see = |what: &str, outcome: Option<VaultError>, expected: &VaultError| {
        if outcome.as_ref() != Some(expected) {
            touched.push(format!("{what}: {outcome:?}"));
        }
        match files(folder.path()) {
            Ok(after) if after == before => {}
            _ => touched.push(format!("{what}: a file has changed")),
        }
    };
    see("opening", Vault::open(&vault, &secret, &mut |_| ()).err(), &newer);
    see("reading the porch", read_porch(&porch, &KEY).err(), &newer);
    see("checking", Vault::check_backup(&backup, &code, &mut |_| ()).err(), &newer_backup);
    let restored = Vault::restore(&backup, &here("new.koers"), &code, None, &mut |_| ());
    see("restoring", restored.err(), &newer_backup);
    Ok(touched)
}

fn make_newer(copy: &Path, at: usize, format: [u8; 4]) -> io::Result<()> {
    let name = copy.file_name().unwrap_or_default();
    let mut bytes = fs::read(fixture::folder().join(name))?;
    bytes[at..at + 4].copy_from_slice(&format);
    fs::write(copy, bytes)
}

fn files(folder: &Path) -> io::Result<Vec<(PathBuf, Vec<u8>)>> {
    let read = |entry: io::Result<fs::DirEntry>| {
        let path = entry?.path();
        let bytes = fs::read(&path)?;
        Ok((path, bytes))
    };
    let mut files: Vec<_> = fs::read_dir(folder)?.map(read).collect::<io::Result<_>>()?;
    files.sort();
    Ok(files)
}
