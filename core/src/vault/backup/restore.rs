//! A vault out of a backup: made aside and checked row by row before it is moved into place.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use zeroize::Zeroizing;

use super::content::{Head, check_version, unsound};
use super::read::{Open, Sealed as SealedBackup};
use super::{Backup, BackupKeys};
use crate::vault::file::{Aside, KEPT, close, set_aside, set_journal_aside};
use crate::vault::free::{FILL, random_row};
use crate::vault::key::{Keys, random};
use crate::vault::manifest::Manifest;
use crate::vault::plain::{self, LEAST_PADDED};
use crate::vault::registry::Reservation;
use crate::vault::slots::Slots;
use crate::vault::write::{Sealed, put_rows};
use crate::vault::{Progress, Secret, Vault, VaultError, WriterId, database, load};

/// Rows that are written together.
const BATCH: usize = 256;

/// What a restoration did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What the backup held; all of it is in the vault now.
    pub backup: Backup,
    /// Where the vault that lay at the path was put; none where nothing lay there.
    pub kept_aside: Option<PathBuf>,
}

impl Vault {
    /// Makes a vault of a backup: the same versions, under a new vault key and with a new writer.
    /// It opens with the passphrase and the recovery code of the backup, whichever was used here;
    /// a device key has to be set anew.
    ///
    /// With `keep_as` (a date) a file that lies at the path is first kept aside as
    /// `NAME.before-restore-DATE`, and the new vault takes its place in one step: at any moment a
    /// whole vault lies there. Without it nothing may lie there.
    ///
    /// # Errors
    ///
    /// As [`check_backup`](Self::check_backup), and `AlreadyExists`, `InUse`, `StorageFull`,
    /// `NoPermission`. Nothing was changed then. `UncertainCommit` where the new vault is in place,
    /// and may not be after a power cut.
    pub fn restore(
        backup: &Path,
        path: &Path,
        secret: &Secret<'_>,
        keep_as: Option<&str>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Restored, VaultError> {
        let there = match path.symlink_metadata() {
            Ok(found) if found.is_dir() => return Err(VaultError::IsAFolder),
            Ok(_) if keep_as.is_none() => return Err(VaultError::AlreadyExists),
            Ok(_) => keep_as,
            Err(_) => None,
        };
        let place = match there {
            Some(_) => Reservation::of_existing(path)?,
            None => Reservation::of_new(path)?,
        };
        let mut open = SealedBackup::open(backup)?.unlock(secret, progress)?;
        let head = open.head()?;
        let aside = Aside::new(place.path())?;
        lay_out(aside.path(), &mut open, &head, progress)?;
        let kept_aside = there.map(|date| set_aside(place.path(), KEPT, date)).transpose()?;
        if kept_aside.is_some() {
            aside.move_over(place.path())?;
        } else {
            set_journal_aside(place.path())?;
            aside.move_to(place.path())?;
        }
        Ok(Restored { backup: open.summary(&head)?, kept_aside })
    }
}

/// Writes the vault in one transaction, then opens and checks it as any vault is.
fn lay_out(
    path: &Path,
    open: &mut Open,
    head: &Head,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), VaultError> {
    let before = head.manifest()?;
    let backup = head.keys()?;
    let keys = Keys::random(before.vault)?;
    let slots = new_slots(&keys, &backup)?;
    let mut manifest = Manifest {
        slots: slots.digest(),
        writer: WriterId(random()?),
        generation: before.generation + 1,
        rows: 0,
        sum: [0; 32],
        file: None,
        ..before
    };
    let conn = database::lay_out(path)?;
    conn.execute_batch("BEGIN IMMEDIATE")?;
    slots.write(&Slots::default(), &conn)?;
    put_all(&conn, &keys, &mut manifest, open, head, progress)?;
    open.end()?;
    conn.execute_batch("COMMIT")?;
    close(conn)?;

    let conn = database::open(path)?;
    if Slots::read(&conn)?.digest() != manifest.slots {
        return Err(VaultError::damaged("the key slots"));
    }
    let written = load::manifest(&conn, &keys)?;
    let rows = load::rows(&conn, &keys, &written, &|_version| (), progress)?;
    if written != manifest || rows.entries.len() as u64 != head.versions {
        return Err(VaultError::damaged("the restored vault"));
    }
    close(conn)
}

/// The secrets that open the backup open the vault.
fn new_slots(keys: &Keys, backup: &BackupKeys) -> Result<Slots, VaultError> {
    let mut slots = Slots::default();
    for kek in &backup.0 {
        slots.put(&kek.wrap(&keys.vault, keys.id, random()?))?;
    }
    if slots.kinds().is_empty() { Err(unsound()) } else { Ok(slots) }
}

/// Puts the vault's own rows and every version into rows, with dummies between them by lot up to a
/// whole filling, so that it does not show how many rows hold something, nor which.
fn put_all(
    conn: &Connection,
    keys: &Keys,
    manifest: &mut Manifest,
    open: &mut Open,
    head: &Head,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), VaultError> {
    let mut own = head.own()?;
    let all = head.versions + own.len() as u64;
    let mut left = all;
    let rows = new_rows(left.next_multiple_of(FILL))?;
    let mut sealed: Vec<Sealed> = Vec::with_capacity(BATCH);
    let mut waiting = 0;
    for (&row, empty) in rows.iter().zip((1..=rows.len() as u64).rev()) {
        let plain = if lot(empty)? >= left {
            plain::dummy(LEAST_PADDED)
        } else {
            let owns_turn = lot(left)? < own.len() as u64;
            left -= 1;
            match own.pop_if(|_| owns_turn) {
                Some((kind, body)) => plain::encode_own(kind, &body)?,
                None => version(open)?,
            }
        };
        let plain = Zeroizing::new(plain);
        waiting += plain.len();
        sealed.push(Sealed { row, over: false, bytes: keys.seal(row, random()?, &plain) });
        if sealed.len() == BATCH || waiting > plain::MOST_PADDED || empty == 1 {
            put_rows(conn, keys, manifest, &sealed)?;
            sealed.clear();
            waiting = 0;
            let versions = (all - left).min(head.versions);
            progress(Progress::Writing { versions, of: head.versions });
        }
    }
    Ok(())
}

/// The next version of the backup, padded for a row.
fn version(open: &mut Open) -> Result<Vec<u8>, VaultError> {
    let plain = open.piece()?.ok_or_else(unsound)?;
    check_version(&plain)?;
    plain::padded(plain).ok_or_else(unsound)
}

/// So many random row ids in the order of the table, so that its pages are written once.
fn new_rows(count: u64) -> Result<Vec<i64>, VaultError> {
    let mut rows = Vec::new();
    while (rows.len() as u64) < count {
        let missing = count - rows.len() as u64;
        for _ in 0..missing {
            rows.push(random_row()?);
        }
        rows.sort_unstable();
        rows.dedup();
    }
    Ok(rows)
}

/// A random number below this one.
fn lot(below: u64) -> Result<u64, VaultError> {
    Ok(u64::from_le_bytes(random()?) % below)
}
