//! The drop box: a file to which sealed entries are added while the vault is locked.
//!
//! Entries of 256 bytes, one after the other, and nothing else. Whoever holds the box is alone
//! with it, and with the porch beside it, until it is let go: in this process by a mutex, among
//! processes by a lock of the file where the system has them.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::VaultError;
use super::drop_key::{DROP_ENTRY, DropEntry};
use super::file::sync_folder;
use super::porch_file::private;

/// Entries that a box holds (judgement: two months of a daily note without unlocking once).
pub const MOST_DROPS: usize = 64;
/// How long to wait for another process, which holds the box for the time of a write (judgement).
const PATIENCE: Duration = Duration::from_secs(2);

/// A drop box, held.
pub struct DropBox {
    file: File,
    path: PathBuf,
    _alone: MutexGuard<'static, ()>,
}

/// What lies in a box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drops {
    /// The entries as they lie there, oldest first, at most 64.
    pub entries: Vec<DropEntry>,
    /// The last one is not whole: its writing was cut off.
    pub torn: bool,
    /// Entries beyond the 64th, which no Koers wrote.
    pub beyond: u64,
}

impl DropBox {
    /// Takes hold of the box at this path; an empty one is made where there is none.
    ///
    /// # Errors
    ///
    /// `InUse` where another process does not let go within two seconds, and what the file system
    /// says.
    pub fn hold(path: &Path) -> Result<Self, VaultError> {
        static ALONE: Mutex<()> = Mutex::new(());
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let file = private().read(true).truncate(false).open(path)?;
        let since = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if since.elapsed() < PATIENCE => {
                    sleep(Duration::from_millis(10));
                }
                Err(TryLockError::WouldBlock) => return Err(VaultError::InUse),
                Err(TryLockError::Error(error)) => match error.kind() {
                    std::io::ErrorKind::Unsupported => break,
                    _ => return Err(error.into()),
                },
            }
        }
        Ok(Self { file, path: path.to_owned(), _alone: alone })
    }

    /// Adds an entry. When this returns, it survives a power cut.
    ///
    /// # Errors
    ///
    /// `BoxFull` at 64 entries; what the file system says, with the box as it was; `UncertainCommit`
    /// where it cannot be put back to that.
    pub fn add(&mut self, entry: &DropEntry) -> Result<(), VaultError> {
        let len = self.file.metadata()?.len();
        // What was cut off before is filled up, so that it stays to be reported.
        let start = len.next_multiple_of(DROP_ENTRY as u64);
        if start >= (MOST_DROPS * DROP_ENTRY) as u64 {
            return Err(VaultError::BoxFull);
        }
        let written = self.write(len, start, entry);
        if written.is_err() && !self.is_back_at(len) {
            return Err(VaultError::UncertainCommit);
        }
        written
    }

    fn is_back_at(&self, len: u64) -> bool {
        self.file.metadata().is_ok_and(|now| now.len() == len) || self.file.set_len(len).is_ok()
    }

    fn write(&mut self, len: u64, start: u64, entry: &DropEntry) -> Result<(), VaultError> {
        let mut bytes = vec![0; (start - len) as usize];
        bytes.extend_from_slice(entry);
        self.file.seek(SeekFrom::Start(len))?;
        self.file.write_all(&bytes)?;
        self.file.sync_all()?;
        // Whoever made the box may have died before its name was on the disk.
        if len == 0 { sync_folder(&self.path) } else { Ok(()) }
    }

    /// What lies in it.
    ///
    /// # Errors
    ///
    /// What the file system says.
    pub fn drops(&mut self) -> Result<Drops, VaultError> {
        let len = self.file.metadata()?.len();
        let mut bytes = Vec::new();
        self.file.seek(SeekFrom::Start(0))?;
        (&mut self.file).take((MOST_DROPS * DROP_ENTRY) as u64).read_to_end(&mut bytes)?;
        let (entries, rest) = bytes.as_chunks::<DROP_ENTRY>();
        Ok(Drops {
            entries: entries.to_vec(),
            torn: !rest.is_empty(),
            beyond: len.saturating_sub(bytes.len() as u64).div_ceil(DROP_ENTRY as u64),
        })
    }

    /// Empties it.
    ///
    /// # Errors
    ///
    /// What the file system says; what lay in it may then still lie there.
    pub fn empty(&mut self) -> Result<(), VaultError> {
        self.file.set_len(0)?;
        Ok(self.file.sync_all()?)
    }
}
