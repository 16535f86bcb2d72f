//! Reading a backup, one chunk at a time: nothing within it is believed before its chunk was
//! opened, and memory stays bounded whatever the file claims.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use zeroize::Zeroizing;

use super::content::{Head, LENGTH, check_version, unsound};
use super::format::{CHUNK, Chunks, Header, PLAIN};
use super::{Backup, BackupFault, BackupKeys};
use crate::vault::key::Bytes32;
use crate::vault::plain::MOST_PADDED;
use crate::vault::registry::Reservation;
use crate::vault::stack::on_wiped;
use crate::vault::{Progress, Secret, SlotKind, Vault, VaultError};

impl Vault {
    /// Checks a backup from the first byte to the last with the passphrase or the recovery code.
    /// Nothing is written. Costs one derivation for a passphrase.
    ///
    /// # Errors
    ///
    /// `WrongKey`; `NoSuchSlot`; `Backup` with what is wrong with it; `InUse` for the file of an
    /// open vault.
    pub fn check_backup(
        path: &Path,
        secret: &Secret<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Backup, VaultError> {
        Sealed::open(path)?.unlock(secret, progress)?.check(progress)
    }

    /// Checks a backup of this very vault, without asking for a secret: for the copy that a
    /// person put elsewhere. `WrongKey` where it was made before the passphrase was last changed,
    /// or of another vault.
    pub fn check_own_backup(
        &self,
        path: &Path,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Backup, VaultError> {
        let keys = self.backup_keys()?;
        if keys.0.is_empty() {
            return Err(BackupFault::NoKey.into());
        }
        let sealed = Sealed::open(path)?;
        let file_key = sealed.file_keys(&keys).next().ok_or(VaultError::WrongKey)?;
        sealed.open_with(&file_key)?.check(progress)
    }
}

/// A backup file of which only the header was read.
pub(super) struct Sealed {
    file: File,
    length: u64,
    header: Header,
    bytes: Vec<u8>,
    /// Reading the file of an open vault would drop that vault's lock.
    reservation: Reservation,
}

impl Sealed {
    pub(super) fn open(path: &Path) -> Result<Self, VaultError> {
        let not_there = |error| match error {
            VaultError::NotFound => BackupFault::NotFound.into(),
            other => other,
        };
        let reservation = Reservation::of_existing(path).map_err(not_there)?;
        if !reservation.path().metadata()?.is_file() {
            return Err(BackupFault::NotABackup.into());
        }
        let mut file = File::open(reservation.path())?;
        let length = file.metadata()?.len();
        let (header, bytes) = Header::read(&mut file, length)?;
        // The shortest backup has one chunk; no key is derived for less.
        if length < (bytes.len() + CHUNK) as u64 {
            return Err(BackupFault::CutShort.into());
        }
        Ok(Self { file, length, header, bytes, reservation })
    }

    /// The file key from each slot that one of these keys opens.
    pub(super) fn file_keys(&self, keys: &BackupKeys) -> impl Iterator<Item = Bytes32> {
        self.header.known().filter_map(|slot| {
            let kek = keys.0.iter().find(|kek| kek.kind == slot.kind())?;
            slot.unwrap_with(&kek.key).ok()
        })
    }

    /// Opens it with a secret. A backup has at most one slot of each kind.
    pub(super) fn unlock(
        self,
        secret: &Secret<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Open, VaultError> {
        let kind = secret.kind();
        let fitting: Vec<_> = self.header.known().filter(|slot| slot.kind() == kind).collect();
        let slot = match &fitting[..] {
            [] => return Err(VaultError::NoSuchSlot(kind)),
            [slot] => slot,
            _ => return Err(BackupFault::changed("its header")),
        };
        if kind == SlotKind::Passphrase {
            progress(Progress::DerivingKey);
        }
        let file_key = on_wiped(|| slot.unwrap(secret)).flatten().map_err(|error| match error {
            VaultError::Damaged { .. } => BackupFault::changed("its header"),
            other => other,
        })?;
        self.open_with(&file_key)
    }

    pub(super) fn open_with(self, file_key: &Bytes32) -> Result<Open, VaultError> {
        let chunks = Chunks::of_read(file_key, &self.bytes)?;
        let body = self.length.saturating_sub(self.bytes.len() as u64);
        Ok(Open {
            file: self.file,
            chunks,
            of: body / CHUNK as u64,
            exact: body.is_multiple_of(CHUNK as u64),
            number: 0,
            content: Vec::with_capacity(CHUNK),
            at: 0,
            bytes: self.length,
            opens_with: self.header.known().map(|slot| slot.kind()).collect(),
            _reservation: self.reservation,
        })
    }
}

/// Every version in a backup, as it lies in a row, without padding; checked to the end of the file.
pub(in crate::vault) fn contents(
    path: &Path,
    secret: &Secret<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<Zeroizing<Vec<u8>>>, VaultError> {
    Sealed::open(path)?.unlock(secret, progress)?.contents(progress)
}

/// The same of a backup that one of these keys opens.
pub(in crate::vault) fn own_contents(
    path: &Path,
    keys: &BackupKeys,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<Zeroizing<Vec<u8>>>, VaultError> {
    let sealed = Sealed::open(path)?;
    let file_key = sealed.file_keys(keys).next().ok_or(VaultError::WrongKey)?;
    sealed.open_with(&file_key)?.contents(progress)
}

/// A backup file whose header holds, in the middle of being read.
pub(super) struct Open {
    file: File,
    chunks: Chunks,
    /// Whole chunks in the file.
    of: u64,
    /// Nothing follows the last whole chunk.
    exact: bool,
    /// The chunk to be read next.
    number: u64,
    content: Vec<u8>,
    /// How much of the content was taken.
    at: usize,
    bytes: u64,
    opens_with: Vec<SlotKind>,
    _reservation: Reservation,
}

impl Open {
    /// Reads and checks all that there is.
    pub(super) fn check(
        mut self,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Backup, VaultError> {
        let head = self.head()?;
        for _ in 0..head.versions {
            let before = self.number;
            check_version(&self.piece()?.ok_or_else(unsound)?)?;
            if self.number > before {
                progress(Progress::Checking { chunks: self.number, of: self.of });
            }
        }
        self.end()?;
        self.summary(&head)
    }

    fn contents(
        mut self,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vec<Zeroizing<Vec<u8>>>, VaultError> {
        let head = self.head()?;
        let mut contents = Vec::new();
        for _ in 0..head.versions {
            let before = self.number;
            let piece = Zeroizing::new(self.piece()?.ok_or_else(unsound)?);
            check_version(&piece)?;
            contents.push(piece);
            if self.number > before {
                progress(Progress::Checking { chunks: self.number, of: self.of });
            }
        }
        self.end()?;
        Ok(contents)
    }

    /// The first piece.
    pub(super) fn head(&mut self) -> Result<Head, VaultError> {
        let head = Head::decode(&self.piece()?.ok_or_else(unsound)?)?;
        // Each version takes its length and some content.
        let most = self.of * PLAIN as u64 / (LENGTH as u64 + 1);
        if head.versions <= most { Ok(head) } else { Err(unsound()) }
    }

    /// The next piece; none at the end of them.
    pub(super) fn piece(&mut self) -> Result<Option<Vec<u8>>, VaultError> {
        let mut length = [0; LENGTH];
        self.take(&mut length)?;
        match u32::from_le_bytes(length) as usize {
            0 => Ok(None),
            length if length <= MOST_PADDED => {
                let mut piece = vec![0; length];
                self.take(&mut piece)?;
                Ok(Some(piece))
            }
            _ => Err(unsound()),
        }
    }

    /// Reads to the end of the file: no further piece, then nothing but zeros, and the last chunk
    /// sealed as the last.
    pub(super) fn end(&mut self) -> Result<(), VaultError> {
        if self.piece()?.is_some() {
            return Err(unsound());
        }
        loop {
            if self.content[self.at..].iter().any(|byte| *byte != 0) {
                return Err(unsound());
            }
            if self.number == self.of {
                return Ok(());
            }
            self.next_chunk()?;
        }
    }

    pub(super) fn summary(&self, head: &Head) -> Result<Backup, VaultError> {
        Ok(Backup {
            made_ms: head.made_ms,
            versions: head.versions,
            generation: head.manifest()?.generation,
            bytes: self.bytes,
            opens_with: self.opens_with.clone(),
        })
    }

    fn take(&mut self, mut into: &mut [u8]) -> Result<(), VaultError> {
        while !into.is_empty() {
            if self.at == self.content.len() {
                self.next_chunk()?;
            }
            let length = into.len().min(self.content.len() - self.at);
            let (now, later) = into.split_at_mut(length);
            now.copy_from_slice(&self.content[self.at..self.at + length]);
            self.at += length;
            into = later;
        }
        Ok(())
    }

    fn next_chunk(&mut self) -> Result<(), VaultError> {
        if self.number == self.of {
            // The last chunk was sealed as the last, and more was expected.
            return Err(unsound());
        }
        self.content.clear();
        self.at = 0;
        (&mut self.file).take(CHUNK as u64).read_to_end(&mut self.content)?;
        if self.content.len() < CHUNK {
            return Err(BackupFault::CutShort.into());
        }
        let last = self.number + 1 == self.of;
        if !self.chunks.open(self.number, last, &mut self.content) {
            let other = self.chunks.open(self.number, !last, &mut self.content);
            return Err(match (last, other) {
                (true, true) => BackupFault::CutShort.into(),
                (false, true) => BackupFault::changed("something follows its end"),
                (_, false) => BackupFault::changed("a part of it"),
            });
        }
        if last && !self.exact {
            return Err(BackupFault::changed("something follows its end"));
        }
        self.number += 1;
        Ok(())
    }
}
