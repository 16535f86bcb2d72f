//! Which versions the vault holds and which of them supersede which; no bodies.

use std::collections::{BTreeSet, HashMap};

use super::plain::FIRST_KIND;
use super::{Clock, History, RecordId, Stamp, Version, WriterId};

/// One version, without its body.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) row: i64,
    /// Padded bytes of the row, which a dummy in its place keeps.
    pub(super) padded: u32,
    pub(super) clock: Clock,
    pub(super) stamp: Stamp,
    pub(super) writer: WriterId,
    pub(super) kind: u16,
    pub(super) min_reader: u16,
    pub(super) history: History,
    pub(super) local: bool,
    pub(super) tombstone: bool,
}

impl Entry {
    pub(super) fn of(version: &Version, history: History, row: i64, padded: u32) -> Self {
        debug_assert!(version.kind >= FIRST_KIND);
        Self {
            row,
            padded,
            clock: version.clock.clone(),
            stamp: version.stamp,
            writer: version.writer,
            kind: version.kind,
            min_reader: version.min_reader,
            history,
            local: version.local,
            tombstone: version.is_tombstone(),
        }
    }
}

impl Entry {
    /// Whether this version took a deletion back as versions did before the earlier ones were written
    /// again with it: as the very next. What that deletion dominates is then in force by itself.
    fn takes_back(&self, deletion: &Self) -> bool {
        !self.tombstone && self.clock.follows(&deletion.clock, self.writer)
    }

    /// Whether the other has seen this one.
    pub(super) fn is_before(&self, other: &Self) -> bool {
        other.clock.dominates(&self.clock)
    }
}

/// The versions of one record.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    /// Those that no other dominates.
    pub(super) heads: Vec<Entry>,
    /// Those that a head dominates.
    pub(super) past: Vec<Entry>,
}

impl Record {
    /// Takes a version in, in any order of arrival.
    pub(super) fn add(&mut self, entry: Entry) {
        if self.heads.iter().any(|head| head.clock.dominates(&entry.clock)) {
            self.past.push(entry);
            return;
        }
        let superseded = self.heads.extract_if(.., |head| entry.clock.dominates(&head.clock));
        self.past.extend(superseded);
        // Nearly every record has one head: room for more would be most of the index.
        self.heads.reserve_exact(1);
        self.heads.push(entry);
    }

    /// The head that is shown, but for the bytes that decide between equal stamps of one writer.
    pub(super) fn shown(&self) -> Option<&Entry> {
        self.heads.iter().max_by_key(|head| (head.stamp, head.writer))
    }

    /// Whether a deletion stands unanswered.
    pub(super) fn is_deleted(&self) -> bool {
        self.heads.iter().any(|head| head.tombstone)
    }

    /// What every head has seen.
    pub(super) fn seen(&self) -> Clock {
        let mut clock = Clock::default();
        for head in &self.heads {
            clock.join(&head.clock);
        }
        clock
    }

    /// Superseded versions that are not to be kept, each with the stamp from which that holds:
    /// earlier bodies of kinds without history, and whatever a deletion dominates, also a deletion
    /// that was taken back since. Which they are follows from the versions alone, in whatever order
    /// they came.
    pub(super) fn condemned(&self) -> impl Iterator<Item = (Stamp, &Entry)> {
        let all = || self.heads.iter().chain(&self.past);
        let deletions = all().filter(|entry| entry.tombstone);
        let deletions: Vec<&Entry> =
            deletions.filter(|entry| !all().any(|one| one.takes_back(entry))).collect();
        self.past.iter().filter_map(move |old| {
            let heads = self.heads.iter().filter(|_| old.history == History::Latest);
            let by = heads.chain(deletions.iter().copied());
            let by = by.filter(|entry| entry.clock.dominates(&old.clock));
            by.map(|entry| entry.stamp).min().map(|since| (since, old))
        })
    }

    /// What the deletion that stands now took out of force, of a kind with history.
    pub(super) fn before_deletion(&self) -> impl Iterator<Item = &Entry> {
        let by = |among: &[Entry], old: &Entry| {
            among.iter().any(|entry| entry.tombstone && entry.clock.dominates(&old.clock))
        };
        self.past.iter().filter(move |old| {
            old.history == History::All
                && !old.tombstone
                && by(&self.heads, old)
                && !by(&self.past, old)
        })
    }
}

/// All records of a vault.
#[derive(Debug, Default)]
pub(super) struct Index {
    records: HashMap<RecordId, Record>,
    /// The records that have condemned versions, so that a write need not look for them.
    condemned: BTreeSet<RecordId>,
}

impl Index {
    /// The index of what a file holds.
    pub(super) fn of(entries: Vec<(RecordId, Entry)>) -> Self {
        let mut records: HashMap<RecordId, Record> = HashMap::with_capacity(entries.len());
        for (id, entry) in entries {
            records.entry(id).or_default().add(entry);
        }
        let condemned = records
            .iter()
            .filter(|(_, record)| !record.past.is_empty() && record.condemned().next().is_some())
            .map(|(id, _)| *id)
            .collect();
        Self { records, condemned }
    }

    pub(super) fn get(&self, id: RecordId) -> Option<&Record> {
        self.records.get(&id)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (RecordId, &Record)> {
        self.records.iter().map(|(id, record)| (*id, record))
    }

    /// The records that have condemned versions.
    pub(super) fn with_condemned(&self) -> impl Iterator<Item = (RecordId, &Record)> {
        self.condemned.iter().filter_map(|id| Some((*id, self.records.get(id)?)))
    }

    /// Puts a record's new state in the place of the old one.
    pub(super) fn put(&mut self, id: RecordId, record: Record) {
        if record.condemned().next().is_some() {
            self.condemned.insert(id);
        } else {
            self.condemned.remove(&id);
        }
        self.records.insert(id, record);
    }
}
