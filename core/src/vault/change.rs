//! The person's last change, with what it replaced, so that it can be undone.

use super::index::{Entry, Record};
use super::{Stamp, Vault, VaultError, Version, WriterId};

/// The last change, as one commit made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The stamp of the commit.
    pub stamp: Stamp,
    /// What it wrote, by record id.
    pub records: Vec<Changed>,
}

/// One version of the last change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What was written; a tombstone for a deletion.
    pub version: Version,
    /// What it replaced.
    pub before: Before,
}

/// What a version replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Before {
    /// Nothing: the record was new.
    Nothing,
    /// This one: a tombstone where the record had been deleted.
    Version(Version),
    /// Something that is not kept any more.
    Gone,
}

impl Vault {
    /// The last change that the person made on this copy of the vault; none where there never was
    /// one. What it replaced is kept until the next change, or for 24 hours; for kinds that keep
    /// their history, always. `local` versions do not count as changes.
    pub fn last_change(&self) -> Result<Option<Change>, VaultError> {
        let writer = self.writer();
        let own = |entry: &&Entry| entry.writer == writer && !entry.local;
        let entries = || self.index.iter().flat_map(|(_, record)| record.heads.iter().filter(own));
        let Some(stamp) = entries().map(|entry| entry.stamp).max() else { return Ok(None) };
        let mut records = Vec::new();
        for (_, record) in self.index.iter() {
            for entry in record.heads.iter().filter(own).filter(|entry| entry.stamp == stamp) {
                let version = self.fetch(entry.row)?;
                records.push(Changed { version, before: self.before(record, entry)? });
            }
        }
        records.sort_by_key(|changed| changed.version.record);
        Ok(Some(Change { stamp, records }))
    }

    fn before(&self, record: &Record, entry: &Entry) -> Result<Before, VaultError> {
        if entry.clock.total() == 1 {
            return Ok(Before::Nothing);
        }
        let seen = record.past.iter().filter(|old| entry.clock.dominates(&old.clock));
        let older: Vec<&Entry> =
            seen.filter(|old| !written_again(record, old, self.writer())).collect();
        let last = older.iter().filter(|old| !older.iter().any(|one| old.is_before(one)));
        // What was shown: a deletion before what was changed meanwhile, then the latest.
        match last.max_by_key(|old| (old.tombstone, old.stamp, old.writer)) {
            Some(old) => Ok(Before::Version(self.fetch(old.row)?)),
            None => Ok(Before::Gone),
        }
    }
}

/// Whether a version is one that came back with a deletion taken back: it has seen the deletion, and
/// bears the stamp from before it.
fn written_again(record: &Record, entry: &Entry, own: WriterId) -> bool {
    let mut deletions = record.past.iter().filter(|old| old.tombstone);
    entry.writer == own && deletions.any(|old| old.is_before(entry) && entry.stamp < old.stamp)
}
