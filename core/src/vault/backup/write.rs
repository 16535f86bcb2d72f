//! Writing a backup: aside, synced, read again and checked, and only then moved into place.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use zeroize::Zeroizing;

use super::content::{Head, LENGTH};
use super::format::{Chunks, Header, PLAIN, padded_chunks};
use super::read::Sealed;
use super::{Backup, BackupFault, BackupKeys};
use crate::vault::file::Aside;
use crate::vault::key::{Bytes32, random};
use crate::vault::registry::Reservation;
use crate::vault::{Progress, Vault, VaultError, header};

impl Vault {
    /// Writes a backup that the passphrase and the recovery code open, without asking for either.
    /// `now_ms` (milliseconds since 1970, UTC) is kept in it.
    ///
    /// The file is complete, on the disk, and was read again and checked when it appears at the
    /// path; before that nothing there is touched. With `replace` it takes the place of a file
    /// that is there, unless that is a vault.
    ///
    /// # Errors
    ///
    /// `Backup(NoKey)` where no backup key is kept ([`keep_backup_key`](Self::keep_backup_key));
    /// `Backup(NoFolder)`; `AlreadyExists`, `StorageFull`, `NoPermission` with nothing written;
    /// `UncertainCommit` where it is there whole, and may be gone after a power cut.
    pub fn backup(
        &self,
        path: &Path,
        now_ms: i64,
        replace: bool,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Backup, VaultError> {
        let keys = self.backup_keys()?;
        if keys.0.is_empty() {
            return Err(BackupFault::NoKey.into());
        }
        let place = place(path, replace)?;
        let aside = Aside::new(place.path())?;
        let file_key: Bytes32 = Zeroizing::new(random()?);
        self.write_backup(aside.path(), &file_key, &keys, now_ms, progress)?;
        let backup = check_written(aside.path(), &file_key, &keys, progress)?;
        if replace {
            aside.move_over(place.path())?;
        } else {
            aside.move_to(place.path())?;
        }
        Ok(backup)
    }

    fn write_backup(
        &self,
        path: &Path,
        file_key: &Bytes32,
        keys: &BackupKeys,
        now_ms: i64,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), VaultError> {
        let rows = self.rows_to_keep();
        let header = new_header(file_key, keys)?.encode(file_key);
        let mut file = OpenOptions::new().write(true).truncate(true).open(path)?;
        file.write_all(&header)?;
        let mut writer = Writer::new(&mut file, Chunks::of_new(file_key, &header));
        let of = rows.len() as u64;
        let drop_key = self.drop_secret_bytes()?;
        let head = Head::new(now_ms, of, &self.manifest, keys, drop_key.as_deref())?;
        writer.piece(&Zeroizing::new(head.encode()))?;
        for (row, done) in rows.into_iter().zip(1..) {
            writer.piece(&self.fetch_raw(row)?)?;
            if done % 1024 == 0 || done == of {
                progress(Progress::Writing { versions: done, of });
            }
        }
        writer.finish()?;
        file.sync_all()?;
        Ok(())
    }

    /// The rows of the versions that a backup carries, in the order of the table, which tells
    /// nothing about the order of writing.
    pub(in crate::vault) fn rows_to_keep(&self) -> Vec<i64> {
        let mut rows = Vec::new();
        for (_, record) in self.index.iter() {
            let condemned: Vec<i64> = record.condemned().map(|(_, old)| old.row).collect();
            let kept = record.heads.iter().chain(&record.past);
            let kept = kept.filter(|one| !one.local && !condemned.contains(&one.row));
            rows.extend(kept.map(|one| one.row));
        }
        rows.sort_unstable();
        rows
    }
}

/// Reserves the place of a new backup and says whether it may go there.
fn place(path: &Path, replace: bool) -> Result<Reservation, VaultError> {
    let mut place = Reservation::of_new(path).map_err(|error| match error {
        VaultError::NotFound => BackupFault::NoFolder.into(),
        other => other,
    })?;
    let Ok(found) = place.path().symlink_metadata() else { return Ok(place) };
    if found.is_dir() {
        return Err(VaultError::IsAFolder);
    }
    if !replace || !found.is_file() {
        return Err(VaultError::AlreadyExists);
    }
    // An open vault is found in use here, a closed one by its header: neither gives way.
    place.add_file()?;
    match header::read(place.path()) {
        Err(VaultError::NotAVault) => Ok(place),
        _ => Err(VaultError::AlreadyExists),
    }
}

fn new_header(file_key: &Bytes32, keys: &BackupKeys) -> Result<Header, VaultError> {
    let id = random()?;
    let slots = keys.0.iter().map(|kek| Ok(kek.wrap(file_key, id, random()?)));
    Ok(Header { id, slots: slots.collect::<Result<_, VaultError>>()? })
}

/// Reads the file again, from the disk: every chunk under the file key, and the file key out of
/// every slot.
fn check_written(
    path: &Path,
    file_key: &Bytes32,
    keys: &BackupKeys,
    progress: &mut dyn FnMut(Progress),
) -> Result<Backup, VaultError> {
    let sealed = Sealed::open(path)?;
    if sealed.file_keys(keys).filter(|found| found == file_key).count() != keys.0.len() {
        return Err(BackupFault::changed("its keys"));
    }
    sealed.open_with(file_key)?.check(progress)
}

/// Cuts content into chunks, so that the last one is known to be the last when it is sealed.
pub(super) struct Writer<'a> {
    file: &'a mut File,
    chunks: Chunks,
    content: Vec<u8>,
    number: u64,
}

impl<'a> Writer<'a> {
    pub(super) fn new(file: &'a mut File, chunks: Chunks) -> Self {
        Self { file, chunks, content: Vec::with_capacity(PLAIN + 16), number: 0 }
    }

    pub(super) fn piece(&mut self, piece: &[u8]) -> Result<(), VaultError> {
        let length: [u8; LENGTH] = (piece.len() as u32).to_le_bytes();
        self.put(&length)?;
        self.put(piece)
    }

    fn put(&mut self, mut bytes: &[u8]) -> Result<(), VaultError> {
        while !bytes.is_empty() {
            if self.content.len() == PLAIN {
                self.seal(false)?;
            }
            let (now, later) = bytes.split_at(bytes.len().min(PLAIN - self.content.len()));
            self.content.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    /// Ends the content and fills it up.
    pub(super) fn finish(mut self) -> Result<(), VaultError> {
        self.put(&[0; LENGTH])?;
        let chunks = padded_chunks(self.number + 1);
        while self.number + 1 < chunks {
            self.seal(false)?;
        }
        self.seal(true)
    }

    fn seal(&mut self, last: bool) -> Result<(), VaultError> {
        self.content.resize(PLAIN, 0);
        self.chunks.seal(self.number, last, &mut self.content);
        self.file.write_all(&self.content)?;
        self.content.clear();
        self.number += 1;
        Ok(())
    }
}
