//! The vault as a file: making one and wiping one.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::backup::BackupKeys;
use super::enrol::enrol_all;
use super::free::{FILL, random_row};
use super::key::{Keys, random};
use super::manifest::Manifest;
use super::plain::{BACKUP_KEYS, LEAST_PADDED, dummy, encode_own};
use super::registry::Reservation;
use super::slots::Slots;
use super::write::{Sealed, put_rows};
use super::{Progress, Secret, Vault, VaultError, WriterId, database, header};
use rusqlite::Connection;

impl Vault {
    /// Makes a new vault that these secrets open, at a path where nothing lies yet.
    ///
    /// It is made aside and moved into place, so that a creation that is interrupted leaves no
    /// half vault.
    pub fn create(
        path: &Path,
        secrets: &[Secret<'_>],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, VaultError> {
        let mut reservation = Reservation::of_new(path)?;
        match reservation.path().symlink_metadata() {
            Ok(found) if found.is_dir() => return Err(VaultError::IsAFolder),
            Ok(_) => return Err(VaultError::AlreadyExists),
            Err(_) => {}
        }
        let keys = Keys::random(random()?)?;
        let (slots, backup) = enrol_all(&keys, secrets, progress)?;
        let aside = Aside::new(reservation.path())?;
        lay_out(&aside.0, &keys, &slots, &backup)?;
        set_journal_aside(reservation.path())?;
        aside.move_to(reservation.path())?;
        reservation.add_file()?;
        let conn = database::open(reservation.path())?;
        let (vault, _) = Self::load(conn, keys, slots, reservation, &|_version| (), progress)?;
        Ok(vault)
    }

    /// Destroys a vault: overwrites its key slots, without which the rest is noise, and deletes
    /// the file, what an interrupted write left beside it, and the vaults that were kept aside
    /// when a backup was restored over them or they were damaged. On flash storage an old copy of a
    /// slot may survive; what protects it then is the strength of the passphrase.
    ///
    /// A file that is not a vault is left alone, and so is one that is in use. The file itself goes
    /// last: where it was cut off before that, it is wiped again at the same path.
    pub fn wipe(path: &Path) -> Result<(), VaultError> {
        let reservation = Reservation::of_existing(path)?;
        let path = reservation.path();
        let overwritten = match header::read(path) {
            Ok(_) => overwrite_slots(path),
            Err(VaultError::Damaged { .. } | VaultError::NewerFormat { .. }) => Ok(()),
            Err(other) => return Err(other),
        };
        // Whatever else is broken in it, the file goes.
        if let Err(refused @ (VaultError::InUse | VaultError::NoPermission)) = overwritten {
            return Err(refused);
        }
        for kept in kept_aside(path)? {
            // Damaged or not, it goes.
            let _ = overwrite_slots(&kept);
            std::fs::remove_file(kept)?;
        }
        for left in leftovers(path)? {
            std::fs::remove_file(left)?;
        }
        sync_folder(path)?;
        // The last of all: as long as anything is left, it can be wiped again.
        std::fs::remove_file(path)?;
        sync_folder(path)
    }
}

pub(super) fn lay_out(
    path: &Path,
    keys: &Keys,
    slots: &Slots,
    backup: &BackupKeys,
) -> Result<(), VaultError> {
    let conn = database::lay_out(path)?;
    let mut own = None;
    if !backup.kinds().is_empty() {
        own = Some(encode_own(BACKUP_KEYS, &backup.encode()).map(Zeroizing::new)?);
    }
    let mut rows = (0..FILL)
        .map(|_| {
            let row = random_row()?;
            let plain = own.take().unwrap_or_else(|| Zeroizing::new(dummy(LEAST_PADDED)));
            let bytes = keys.seal(row, random()?, &plain);
            Ok(Sealed { row, over: false, bytes })
        })
        .collect::<Result<Vec<_>, VaultError>>()?;
    rows.sort_unstable_by_key(|one| one.row);
    let mut manifest = Manifest {
        vault: keys.id,
        slots: slots.digest(),
        writer: WriterId(random()?),
        ..Manifest::default()
    };
    conn.execute_batch("BEGIN IMMEDIATE")?;
    slots.write(&Slots::default(), &conn)?;
    put_rows(&conn, keys, &mut manifest, &rows)?;
    conn.execute_batch("COMMIT")?;
    close(conn)
}

/// Closes in the ordinary locking mode, which takes the journal away.
pub(super) fn close(conn: Connection) -> Result<(), VaultError> {
    conn.execute_batch("PRAGMA locking_mode=NORMAL; SELECT id FROM slot LIMIT 1")?;
    conn.close().map_err(|(_, error)| error.into())
}

fn overwrite_slots(path: &Path) -> Result<(), VaultError> {
    let conn = database::open(path)?;
    // A journal on the disk would hold the slots that are being destroyed.
    conn.execute_batch("PRAGMA journal_mode=MEMORY")?;
    conn.execute_batch("UPDATE slot SET body = randomblob(length(body))")?;
    close(conn)
}

/// A file beside the place that it is for, gone when dropped.
pub(super) struct Aside(PathBuf);

impl Aside {
    pub(super) fn new(path: &Path) -> Result<Self, VaultError> {
        let mark = u64::from_le_bytes(random()?);
        let aside = beside(path, &format!("{NEW}{mark:016x}"));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        options.open(&aside)?;
        Ok(Self(aside))
    }

    /// A hard link never overwrites, a move does. Where there are no hard links (some file
    /// systems, Android) the file is moved if nothing lies there. A place that cannot be made
    /// durable is given up again; where that fails too, it is uncertain.
    pub(super) fn move_to(&self, path: &Path) -> Result<(), VaultError> {
        match std::fs::hard_link(&self.0, path) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                return Err(VaultError::AlreadyExists);
            }
            Err(_) if path.symlink_metadata().is_ok() => return Err(VaultError::AlreadyExists),
            Err(_) => std::fs::rename(&self.0, path)?,
        }
        sync_folder(path).map_err(|error| match std::fs::remove_file(path) {
            Ok(()) => error,
            Err(_) => VaultError::UncertainCommit,
        })
    }

    /// Takes the place of what lies there, in one step.
    ///
    /// # Errors
    ///
    /// `UncertainCommit` where that cannot be made durable: it lies there, and what it replaced may
    /// come back.
    pub(super) fn move_over(&self, path: &Path) -> Result<(), VaultError> {
        std::fs::rename(&self.0, path)?;
        sync_folder(path).map_err(|_failed| VaultError::UncertainCommit)
    }

    /// Where it lies meanwhile.
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
        let _ = std::fs::remove_file(beside(&self.0, JOURNAL));
    }
}

/// Keeps the vault at this path under another name too, and gives that name; what is there is not
/// touched. A write that was interrupted is rolled back first. Where that cannot be, its journal
/// is kept with the vault that it belongs to: beside another one it would do harm.
pub(super) fn set_aside(path: &Path, why: &str, date: &str) -> Result<PathBuf, VaultError> {
    // A vault that cannot be opened is why somebody restores one.
    let opened = header::read(path).and_then(|_header| close(database::open(path)?));
    if let Err(refused @ (VaultError::InUse | VaultError::NoPermission | VaultError::StorageFull)) =
        opened
    {
        return Err(refused);
    }
    let names = (1..).map(|number| match number {
        1 => beside(path, &format!("{why}{date}")),
        _ => beside(path, &format!("{why}{date}-{number}")),
    });
    for name in names {
        match link_or_copy(path, &name) {
            Ok(()) => {
                let (journal, kept) = (beside(path, JOURNAL), beside(&name, JOURNAL));
                if journal.symlink_metadata().is_ok() {
                    link_or_copy(&journal, &kept)?;
                    sync_folder(path)?;
                    std::fs::remove_file(journal)?;
                }
                sync_folder(path)?;
                return Ok(name);
            }
            Err(VaultError::AlreadyExists) => {}
            Err(error) => return Err(error),
        }
    }
    Err(VaultError::AlreadyExists)
}

/// Keeps the journal of a vault that was moved away from this path under another name: SQLite would
/// play it into the vault that comes to lie there.
pub(super) fn set_journal_aside(path: &Path) -> Result<(), VaultError> {
    let journal = beside(path, JOURNAL);
    if journal.symlink_metadata().is_err() {
        return Ok(());
    }
    let mark = u64::from_le_bytes(random()?);
    std::fs::rename(journal, beside(path, &format!("{DAMAGED}{mark:016x}{JOURNAL}")))?;
    sync_folder(path)
}

/// A second name, which no other file has yet, for a file; where there are no hard links, a copy
/// that is on the disk.
fn link_or_copy(from: &Path, to: &Path) -> Result<(), VaultError> {
    match std::fs::hard_link(from, to) {
        Ok(()) => return Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            return Err(VaultError::AlreadyExists);
        }
        Err(_) if to.symlink_metadata().is_ok() => return Err(VaultError::AlreadyExists),
        Err(_) => {}
    }
    let copy = Aside::new(to)?;
    std::fs::copy(from, copy.path())?;
    OpenOptions::new().write(true).open(copy.path())?.sync_all()?;
    copy.move_to(to)
}

/// What follows the vault's name while it is made.
const NEW: &str = ".new-";
/// What follows the name of a vault that a backup was restored over, before the date.
pub(super) const KEPT: &str = ".before-restore-";
/// What follows the name of a damaged vault of which another was salvaged, before the date.
pub(super) const DAMAGED: &str = ".damaged-";
/// What SQLite calls the journal of a file.
pub(super) const JOURNAL: &str = "-journal";

pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(ending);
    PathBuf::from(name)
}

/// The journal of a write, and unfinished creations, of the vault that lay at this path.
fn leftovers(path: &Path) -> Result<Vec<PathBuf>, VaultError> {
    let Some(name) = name_of(path) else { return Ok(Vec::new()) };
    let unfinished = format!("{name}{NEW}");
    let journal = format!("{name}{JOURNAL}");
    let ours =
        |file: &str| file == journal || file.starts_with(&unfinished) || is_kept_aside(name, file);
    files_beside(path, ours)
}

/// The vaults that were kept aside when a backup was restored at this path, or another salvaged.
fn kept_aside(path: &Path) -> Result<Vec<PathBuf>, VaultError> {
    let Some(name) = name_of(path) else { return Ok(Vec::new()) };
    files_beside(path, |file| is_kept_aside(name, file) && !file.ends_with(JOURNAL))
}

/// Whether a file is one that was kept when another took the place of the vault of this name.
fn is_kept_aside(name: &str, file: &str) -> bool {
    let rest = file.strip_prefix(name);
    rest.is_some_and(|rest| rest.starts_with(KEPT) || rest.starts_with(DAMAGED))
}

fn name_of(path: &Path) -> Option<&str> {
    path.file_name().and_then(|name| name.to_str())
}

fn files_beside(path: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>, VaultError> {
    let Some(folder) = path.parent() else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for file in folder.read_dir()? {
        let file = file?.path();
        if name_of(&file).is_some_and(&wanted) {
            found.push(file);
        }
    }
    Ok(found)
}

/// Makes a new or deleted name durable, where folders can be synced.
pub(super) fn sync_folder(path: &Path) -> Result<(), VaultError> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
