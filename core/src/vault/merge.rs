//! Merging: what another copy of the journey holds comes in, version by version.
//!
//! A merge is the union of two sets of versions without those that others supersede, so it does not
//! matter which copy is merged into which, in what order, or how often. It knows clocks and bytes;
//! what two heads of one record say, and whether a person must choose between them, is for above.
//!
//! The other copy is a backup or a vault; nothing in it is changed. Versions are copied as they lie
//! in their rows, keys of a later Koers included.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use zeroize::Zeroizing;

use super::backup::{self, BackupFault};
use super::draft::{Forget, ToWrite, Write};
use super::index::{Entry, Record};
use super::key::random;
use super::plain::{self, Content};
use super::registry::Reservation;
use super::{Progress, RecordId, Secret, Vault, VaultError, Version, WriterId, header};

/// What became of one record of the other copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Met {
    /// It was not here.
    New,
    /// There it had been changed since, here it had not.
    Newer,
    /// Here it was changed since, there it had not been.
    Older,
    /// It was here as it was there.
    Same,
    /// It was changed on both sides.
    Apart,
}

/// A merge made ready. Nothing of it is on the disk, and dropping it changes nothing.
pub struct Merge {
    generation: u64,
    writes: Vec<ToWrite>,
    met: Vec<(RecordId, Met)>,
}

impl Merge {
    /// The versions that come in.
    pub fn versions(&self) -> impl ExactSizeIterator<Item = &Version> {
        self.writes.iter().map(|one| &one.version)
    }

    /// What becomes of each record of the other copy, by record id.
    pub fn met(&self) -> &[(RecordId, Met)] {
        &self.met
    }
}

impl std::fmt::Debug for Merge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Merge").field("versions", &self.writes.len()).finish_non_exhaustive()
    }
}

impl Vault {
    /// Reads and checks another copy, a backup or a vault, and compares it with this one. Writes
    /// nothing. `secret` opens the other copy; a backup of this vault needs none.
    ///
    /// # Errors
    ///
    /// What opening a vault or checking a backup gives; `WrongKey` where a secret is needed.
    pub fn prepare_merge(
        &self,
        other: &Path,
        secret: Option<&Secret<'_>>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Merge, VaultError> {
        self.conn()?;
        let plains = match kind_of(other)? {
            Kind::Vault => {
                let secret = secret.ok_or(VaultError::WrongKey)?;
                let (other, _) = Self::open_with(other, secret, |_version| (), progress)?;
                let rows = other.rows_to_keep();
                rows.into_iter().map(|row| other.fetch_raw(row)).collect::<Result<_, _>>()?
            }
            Kind::Backup => match secret {
                Some(secret) => backup::contents(other, secret, progress)?,
                None => backup::own_contents(other, &self.backup_keys()?, progress)?,
            },
        };
        self.compare(plains)
    }

    /// Makes what a merge brings durable, all or nothing. This copy writes as another writer from
    /// then on: should the other one be a copy of the file, the two are told apart, and what was
    /// changed before the merge is not undone after it.
    ///
    /// # Errors
    ///
    /// `Stale` where something was written since it was made ready; else as
    /// [`commit`](Self::commit).
    pub fn merge(
        &mut self,
        merge: Merge,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), VaultError> {
        self.conn()?;
        if merge.generation != self.manifest.generation {
            return Err(VaultError::Stale);
        }
        if merge.writes.is_empty() {
            return Ok(());
        }
        let writer = Some(WriterId(random()?));
        let (versions, forget) = (merge.writes, Forget::All);
        self.write_telling(&Write { versions, writer, forget, ..Write::default() }, progress)
    }

    /// What these versions, each as it lies in a row without padding, are to the ones here.
    pub(super) fn compare(&self, plains: Vec<Zeroizing<Vec<u8>>>) -> Result<Merge, VaultError> {
        let mut records: BTreeMap<RecordId, Vec<ToWrite>> = BTreeMap::new();
        for plain in plains {
            match plain::decode(&plain)? {
                Content::Version(version, _) if version.local => {}
                Content::Version(version, history) => {
                    let one = ToWrite { version, history, copied: Some(plain) };
                    records.entry(one.version.record).or_default().push(one);
                }
                Content::Dummy | Content::Own(_) => {}
            }
        }
        let mut merge =
            Merge { generation: self.manifest.generation, writes: Vec::new(), met: Vec::new() };
        for (id, versions) in records {
            let before = self.index.get(id).cloned().unwrap_or_default();
            let (met, writes) = meet(&before, versions, |one| self.held(&before, one))?;
            merge.met.push((id, met));
            merge.writes.extend(writes);
        }
        Ok(merge)
    }

    /// The row in which exactly this version lies here.
    fn held(&self, record: &Record, one: &ToWrite) -> Result<Option<i64>, VaultError> {
        let version = &one.version;
        let alike = |entry: &&Entry| {
            (entry.stamp, entry.writer) == (version.stamp, version.writer)
                && entry.clock == version.clock
        };
        for entry in record.heads.iter().chain(&record.past).filter(alike) {
            if Some(self.fetch_raw(entry.row)?) == one.copied {
                return Ok(Some(entry.row));
            }
        }
        Ok(None)
    }
}

/// What the versions of one record are to those that are here before, and which of them come in.
/// `held` gives the row in which exactly a version lies here.
pub(super) fn meet(
    before: &Record,
    versions: Vec<ToWrite>,
    held: impl Fn(&ToWrite) -> Result<Option<i64>, VaultError>,
) -> Result<(Met, Vec<ToWrite>), VaultError> {
    let mut after = before.clone();
    let mut known = HashSet::new();
    let mut fresh: Vec<(i64, ToWrite)> = Vec::new();
    for one in versions {
        if let Some(row) = held(&one)? {
            known.insert(row);
        } else if fresh.iter().all(|(_, other)| other.copied != one.copied) {
            // No row of the table is below 0.
            let row = -1 - fresh.len() as i64;
            after.add(Entry::of(&one.version, one.history, row, 0));
            fresh.push((row, one));
        }
    }
    let met = if before.heads.is_empty() {
        Met::New
    } else if after.heads.iter().all(|head| head.row < 0) {
        Met::Newer
    } else if after.heads.iter().any(|head| head.row < 0) {
        Met::Apart
    } else if before.heads.iter().all(|head| known.contains(&head.row)) {
        Met::Same
    } else {
        Met::Older
    };
    let condemned: HashSet<i64> = after.condemned().map(|(_, old)| old.row).collect();
    fresh.retain(|(row, _)| !condemned.contains(row));
    Ok((met, fresh.into_iter().map(|(_, one)| one).collect()))
}

/// What another copy is kept in.
enum Kind {
    Vault,
    Backup,
}

fn kind_of(path: &Path) -> Result<Kind, VaultError> {
    let not_there = |error| match error {
        VaultError::NotFound => BackupFault::NotFound.into(),
        other => other,
    };
    // The path of an open vault must not be opened a second time: it is found in use here.
    let reservation = Reservation::of_existing(path).map_err(not_there)?;
    match header::read(reservation.path()) {
        Ok(_) => Ok(Kind::Vault),
        Err(VaultError::NotAVault) => Ok(Kind::Backup),
        Err(error) => Err(error),
    }
}
