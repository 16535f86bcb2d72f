//! The vault in memory, and how it is opened.

use std::collections::HashSet;
use std::path::Path;

use rusqlite::Connection;

use super::draft::Write;
use super::enrol::{enrol, enrol_beside};
use super::file::close;
use super::free::Free;
use super::index::Index;
use super::key::{Keys, random};
use super::load::OwnRow;
use super::manifest::{self, FileMark, Manifest};
use super::plain::BACKUP_KEYS;
use super::registry::Reservation;
use super::slots::Slots;
use super::stack::on_wiped;
use super::{Secret, SlotKind, Stamp, VaultError, Version, WriterId, database, header, load};

/// How far something that takes a while has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The key is being derived; the only slow step, of which nothing more can be told.
    DerivingKey,
    /// Rows are being opened.
    Reading {
        /// Rows read.
        rows: u64,
        /// Rows in all.
        of: u64,
    },
    /// Rows are being sealed anew.
    Sealing {
        /// Rows sealed.
        rows: u64,
        /// Rows in all.
        of: u64,
    },
    /// A backup is being written, or a vault out of one.
    Writing {
        /// Versions written.
        versions: u64,
        /// Versions in all.
        of: u64,
    },
    /// A backup is being checked.
    Checking {
        /// Chunks of 64 KiB that hold.
        chunks: u64,
        /// Chunks in all.
        of: u64,
    },
}

/// An open vault: the only writer of its file.
///
/// It holds the connection and an index of the versions, no bodies. Dropping it closes the file
/// and wipes the keys.
pub struct Vault {
    /// None after an uncertain commit. Before `reservation`, so that the path is given free only
    /// once SQLite has closed it.
    pub(super) conn: Option<Connection>,
    pub(super) keys: Box<Keys>,
    pub(super) manifest: Manifest,
    /// What this copy writes as; in the manifest from the next write on.
    pub(super) writer: WriterId,
    /// The file that it writes to.
    pub(super) mark: Option<FileMark>,
    pub(super) slots: Slots,
    pub(super) index: Index,
    pub(super) free: Free,
    pub(super) own: Vec<OwnRow>,
    found: u64,
    _reservation: Reservation,
}

/// Figures about an open vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stats {
    /// Rows in the file: versions, dummies and the manifest.
    pub rows: u64,
    /// Rows that hold a version, superseded ones that are still kept included.
    pub versions: u64,
    /// Rows that hold nothing yet.
    pub dummies: u64,
    /// Bytes of the file.
    pub bytes: u64,
    /// One more with every write.
    pub generation: u64,
    /// One of the two copies of a key slot is missing or damaged.
    pub slots_suffered: bool,
}

impl Vault {
    /// Opens a vault and gives every version in it, in no particular order: all of the kinds that
    /// keep their history; of the others only what no later version supersedes. Deletions come
    /// as tombstones.
    ///
    /// A wrong passphrase costs one derivation, as the right one does. Nothing is written, but
    /// for the roll-back of a write that was interrupted.
    pub fn open(
        path: &Path,
        secret: &Secret<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(Self, Vec<Version>), VaultError> {
        Self::open_with(path, secret, |version| version, progress)
    }

    /// [`open`](Self::open), and gives what `make` makes of each version. It is made on the
    /// threads that open the rows, while they are opened; so it is also made of superseded
    /// versions, and then dropped.
    pub fn open_with<T: Send>(
        path: &Path,
        secret: &Secret<'_>,
        make: impl Fn(Version) -> T + Sync,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(Self, Vec<T>), VaultError> {
        let reservation = Reservation::of_existing(path)?;
        let header = header::read(reservation.path())?;
        let opened = slots_in(reservation.path()).map_err(|error| header.explain(error))?;
        let (slots, conn) = opened;
        if matches!(secret, Secret::Passphrase(_)) {
            progress(Progress::DerivingKey);
        }
        let keys = on_wiped(|| {
            let (key, id) = slots.unlock(secret)?;
            Ok::<_, VaultError>(Box::new(Keys::new(key, id)))
        })??;
        Self::load(conn, keys, slots, reservation, &make, progress)
            .map_err(|error| header.explain(error))
    }

    /// The kinds of the key slots of the vault at this path, which nobody has open. They lie in
    /// clear, so no secret is needed; that nobody changed them shows only when it is opened.
    pub fn slots_at(path: &Path) -> Result<Vec<SlotKind>, VaultError> {
        let reservation = Reservation::of_existing(path)?;
        let header = header::read(reservation.path())?;
        let kinds = slots_in(reservation.path()).and_then(|(slots, conn)| {
            close(conn)?;
            Ok(slots.kinds())
        });
        kinds.map_err(|error| header.explain(error))
    }

    /// Reads everything, with the key known.
    pub(super) fn load<T: Send>(
        conn: Connection,
        keys: Box<Keys>,
        slots: Slots,
        reservation: Reservation,
        make: &(impl Fn(Version) -> T + Sync),
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(Self, Vec<T>), VaultError> {
        let manifest = load::manifest(&conn, &keys)?;
        if manifest.slots != slots.digest() {
            return Err(VaultError::damaged("the key slots"));
        }
        let rows = load::rows(&conn, &keys, &manifest, make, progress)?;
        let index = Index::of(rows.entries);
        let condemned: HashSet<i64> = index
            .with_condemned()
            .flat_map(|(_, record)| record.condemned().map(|(_, old)| old.row))
            .collect();
        let kept = rows.made.into_iter().filter(|(row, _)| !condemned.contains(row));
        let made = kept.map(|(_, made)| made).collect();
        let mark = reservation.told().map(|told| manifest::mark(keys.id, &told));
        let mut vault = Self {
            conn: Some(conn),
            writer: manifest.writer,
            mark,
            keys,
            found: manifest.generation,
            manifest,
            slots,
            index,
            free: Free::of(&rows.dummies),
            own: rows.own,
            _reservation: reservation,
        };
        // Two copies of one file that counted on as the same writer could not be told apart.
        if vault.manifest.file.is_some_and(|file| mark.is_some_and(|here| here != file)) {
            vault.renew_writer()?;
        }
        Ok((vault, made))
    }

    /// The writer that this copy of the vault writes as: another one than the file names where the
    /// file was copied since it was last written to.
    pub fn writer(&self) -> WriterId {
        self.writer
    }

    /// Writes as somebody new from the next write on: for a file that is known to be older than the
    /// one last used here, so that what is written now is told apart from what was written then.
    /// What came before is not undone any more.
    pub fn renew_writer(&mut self) -> Result<(), VaultError> {
        if self.writer == self.manifest.writer {
            self.writer = WriterId(random()?);
        }
        Ok(())
    }

    /// One more with every write; an app keeps the last one it saw elsewhere, to notice that an
    /// older file was put back.
    pub fn generation(&self) -> u64 {
        self.manifest.generation
    }

    /// The generation that the file had when it was opened: what to compare with the last one
    /// seen, since opening may be followed by a write before anybody asks.
    pub fn generation_found(&self) -> u64 {
        self.found
    }

    /// The last stamp given out.
    pub fn last_stamp(&self) -> Stamp {
        self.manifest.last
    }

    /// The kinds of the key slots.
    pub fn slots(&self) -> Vec<SlotKind> {
        self.slots.kinds()
    }

    /// Whether a secret opens this vault: asked before it is re-keyed. Costs one derivation for a
    /// passphrase.
    pub fn check(&self, secret: &Secret<'_>) -> Result<(), VaultError> {
        let slots = &self.slots;
        on_wiped(|| slots.unlock(secret).map(|_key| ()))?
    }

    /// Makes a slot for this secret; the slot of the same kind, if there is one, is overwritten.
    /// So a passphrase costs two derivations side by side, one of them for the backup key, whatever
    /// the size of the vault.
    ///
    /// Somebody who has an old copy of the file can still open that copy with the old secret.
    pub fn set_slot(
        &mut self,
        secret: &Secret<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), VaultError> {
        let mut backup = self.backup_keys()?;
        let mut slots = self.slots.clone();
        slots.put(&enrol(&self.keys, &mut backup, secret, progress)?)?;
        let own = if secret.kind() == SlotKind::Device {
            Vec::new()
        } else {
            vec![(BACKUP_KEYS, backup.encode())]
        };
        self.write(&Write { slots: Some(slots), own, ..Write::default() })
    }

    /// Puts a new passphrase in the place of the old one, which must open the vault. That is tried
    /// while the new one's two keys are derived: three derivations side by side, and the memory of three.
    ///
    /// # Errors
    ///
    /// `WrongKey` where the old one is another; then nothing is written.
    pub fn change_passphrase(
        &mut self,
        old: &[u8],
        new: &[u8],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), VaultError> {
        let (old, new) = (Secret::Passphrase(old), Secret::Passphrase(new));
        let mut backup = self.backup_keys()?;
        let mut slots = self.slots.clone();
        let mut tried = Err(VaultError::NotEnoughMemory);
        let mut try_old = || tried = on_wiped(|| self.slots.unlock(&old).map(|_key| ())).flatten();
        let made = enrol_beside(&self.keys, &mut backup, &new, progress, &mut try_old);
        match tried {
            // Not for a third derivation at once: by itself, then.
            Err(VaultError::NotEnoughMemory) => self.check(&old)?,
            other => other?,
        }
        slots.put(&made?)?;
        let own = vec![(BACKUP_KEYS, backup.encode())];
        self.write(&Write { slots: Some(slots), own, ..Write::default() })
    }

    /// Takes the slot of this kind away; the last one stays. Its secret does not open later
    /// backups either.
    pub fn remove_slot(&mut self, kind: SlotKind) -> Result<(), VaultError> {
        let mut slots = self.slots.clone();
        slots.remove(kind)?;
        let mut backup = self.backup_keys()?;
        let had_one = backup.remove(kind);
        let own = had_one.then(|| (BACKUP_KEYS, backup.encode())).into_iter().collect();
        self.write(&Write { slots: Some(slots), own, ..Write::default() })
    }

    /// Figures about the vault.
    pub fn stats(&self) -> Result<Stats, VaultError> {
        let pages: i64 = self.conn()?.query_row("PRAGMA page_count", [], |row| row.get(0))?;
        let dummies = self.free.count();
        Ok(Stats {
            rows: self.manifest.rows + 1,
            versions: self.manifest.rows - dummies - self.own.len() as u64,
            dummies,
            bytes: pages as u64 * u64::from(header::PAGE),
            generation: self.manifest.generation,
            slots_suffered: self.slots.suffered,
        })
    }

    pub(super) fn conn(&self) -> Result<&Connection, VaultError> {
        self.conn.as_ref().ok_or(VaultError::Closed)
    }
}

/// The key slots of the file at this path, and the connection that read them.
fn slots_in(path: &Path) -> Result<(Slots, Connection), VaultError> {
    let conn = database::open(path)?;
    let slots = Slots::read(&conn)?;
    // SQLite takes a last page that is there in part for a whole one that ends in zeros, and one
    // in 256 does. Asked now, when an interrupted write is rolled back and nobody else writes.
    let pages: u32 = conn.query_row("PRAGMA page_count", [], |row| row.get(0))?;
    if std::fs::metadata(path)?.len() < u64::from(pages) * u64::from(header::PAGE) {
        return Err(VaultError::CutShort);
    }
    Ok((slots, conn))
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vault")
            .field("generation", &self.manifest.generation)
            .finish_non_exhaustive()
    }
}

impl Drop for Vault {
    /// In exclusive mode SQLite only blanks the journal's header and leaves the file; an ordinary
    /// lock on the way out takes it away. If that fails, the blank journal does no harm.
    fn drop(&mut self) {
        if let Some(conn) = self.conn.take() {
            let _ = conn.execute_batch("PRAGMA locking_mode=NORMAL; SELECT id FROM slot LIMIT 1");
        }
    }
}
