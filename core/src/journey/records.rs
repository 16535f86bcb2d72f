//! The records of one kind: versions in, what is shown out.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::RangeInclusive;

use super::apart::Apart;
use super::body::{self, Body};
use super::entity::{Entity, READER};
use crate::vault::{Clock, History, RecordId, Stamp, Version, WriterId};

/// One version as it is held in memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Held<T> {
    /// When it was written.
    pub stamp: Stamp,
    /// Who wrote it.
    pub writer: WriterId,
    /// What its writer had seen.
    pub clock: Clock,
    /// What it says.
    pub says: Says<T>,
}

/// What a version says.
#[derive(Clone, Debug, PartialEq)]
pub enum Says<T> {
    /// The record, with the keys of a newer version beside it.
    This(Body<T>),
    /// It was deleted.
    Deleted,
    /// Something of a newer version: counted, never edited.
    Newer,
}

impl<T: Entity> Held<T> {
    fn of(version: &Version) -> Self {
        let says = if version.is_tombstone() {
            Says::Deleted
        } else if version.min_reader > READER {
            Says::Newer
        } else {
            body::read(&version.body).map_or(Says::Newer, Says::This)
        };
        let Version { stamp, writer, ref clock, .. } = *version;
        Self { stamp, writer, clock: clock.clone(), says }
    }

    /// The entity, where this version holds one that can be read.
    pub fn value(&self) -> Option<&T> {
        match &self.says {
            Says::This(body) => Some(&body.value),
            Says::Deleted | Says::Newer => None,
        }
    }
}

/// A record: the versions that none supersedes, and the earlier ones where history is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record<T> {
    /// Undominated versions; the last one is shown.
    heads: Vec<Held<T>>,
    /// Superseded versions, oldest first; only for kinds with history.
    past: Vec<Held<T>>,
}

impl<T: Entity> Record<T> {
    /// A record of which there is this one version.
    pub(super) fn of(version: &Version) -> Self {
        Self { heads: vec![Held::of(version)], past: Vec::new() }
    }

    /// Whether a version of it is of a newer Koers.
    pub(super) fn is_newer(&self) -> bool {
        self.heads.iter().any(|held| held.says == Says::Newer)
    }

    /// The version that is shown: the last one, but a deletion before what was changed meanwhile,
    /// so that nothing comes back without anybody having said so.
    pub fn head(&self) -> Option<&Held<T>> {
        self.heads.iter().rfind(|held| held.says == Says::Deleted).or(self.heads.last())
    }

    /// Whether two devices changed it apart.
    pub fn heads(&self) -> &[Held<T>] {
        &self.heads
    }

    /// All versions kept that can be read, oldest first, the shown one last.
    pub fn history(&self) -> impl Iterator<Item = &T> {
        self.in_force().filter_map(Held::value)
    }

    /// The same with the moment each was written.
    pub fn dated_history(&self) -> impl Iterator<Item = (Stamp, &T)> {
        self.in_force().filter_map(|held| held.value().map(|value| (held.stamp, value)))
    }

    /// All versions but those that a deletion took out of force; as the vault keeps them.
    fn in_force(&self) -> impl Iterator<Item = &Held<T>> {
        let all = || self.past.iter().chain(&self.heads);
        let taken_back = |deletion: &Held<T>| {
            all().any(|one| {
                one.says != Says::Deleted && one.clock.follows(&deletion.clock, one.writer)
            })
        };
        let deletions = all().filter(|one| one.says == Says::Deleted);
        let deletions: Vec<&Held<T>> = deletions.filter(|one| !taken_back(one)).collect();
        all().filter(move |old| !deletions.iter().any(|one| one.clock.dominates(&old.clock)))
    }

    fn fold(&mut self, held: Held<T>) {
        let keep = T::HISTORY == History::All;
        if self.heads.iter().any(|head| head.clock.dominates(&held.clock)) {
            if keep {
                insert_sorted(&mut self.past, held);
            }
            return;
        }
        if self.heads.contains(&held) {
            return;
        }
        let heads = std::mem::take(&mut self.heads);
        let (superseded, concurrent): (Vec<_>, Vec<_>) =
            heads.into_iter().partition(|head| held.clock.dominates(&head.clock));
        if keep {
            for head in superseded {
                insert_sorted(&mut self.past, head);
            }
        }
        self.heads = concurrent;
        insert_sorted(&mut self.heads, held);
    }
}

/// As the vault orders versions: the bytes decide only where a copied vault wrote as its original.
fn order<T: Entity>(one: &Held<T>, other: &Held<T>) -> Ordering {
    let bytes = |held: &Held<T>| match &held.says {
        Says::This(body) => body::write(&body.value, &body.unknown),
        Says::Deleted | Says::Newer => Vec::new(),
    };
    let stamps = (one.stamp, one.writer).cmp(&(other.stamp, other.writer));
    stamps.then_with(|| bytes(one).cmp(&bytes(other)))
}

fn insert_sorted<T: Entity>(list: &mut Vec<Held<T>>, held: Held<T>) {
    if list.contains(&held) {
        return;
    }
    let at = list.partition_point(|one| order(one, &held).is_le());
    list.insert(at, held);
}

/// All records of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Records<T>(BTreeMap<RecordId, Record<T>>);

impl<T> Default for Records<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: Entity> Records<T> {
    /// Takes in what is known of a record. The order in which versions come makes no difference.
    pub(super) fn fold(&mut self, id: RecordId, more: Record<T>) {
        match self.0.entry(id) {
            Entry::Vacant(place) => {
                place.insert(more);
            }
            Entry::Occupied(mut record) => {
                for held in more.past.into_iter().chain(more.heads) {
                    record.get_mut().fold(held);
                }
            }
        }
    }

    /// What is shown of a record; none where there is none, or it was deleted.
    pub fn get(&self, id: RecordId) -> Option<&T> {
        self.0.get(&id)?.head()?.value()
    }

    /// A record with its versions.
    pub fn record(&self, id: RecordId) -> Option<&Record<T>> {
        self.0.get(&id)
    }

    /// The shown version with the keys of a newer version beside it.
    pub fn body(&self, id: RecordId) -> Option<&Body<T>> {
        match &self.0.get(&id)?.head()?.says {
            Says::This(body) => Some(body),
            Says::Deleted | Says::Newer => None,
        }
    }

    /// What all that is shown of the record has seen.
    pub fn clock(&self, id: RecordId) -> Clock {
        let mut seen = Clock::default();
        for head in self.0.get(&id).into_iter().flat_map(|record| &record.heads) {
            seen.join(&head.clock);
        }
        seen
    }

    /// The records between whose copies a person must choose, by record id.
    pub(super) fn apart(&self) -> impl Iterator<Item = Apart> {
        self.0.iter().filter_map(|(id, record)| record.apart(*id))
    }

    /// Whether the record was there and is deleted.
    pub fn is_deleted(&self, id: RecordId) -> bool {
        let head = self.0.get(&id).and_then(Record::head);
        head.is_some_and(|held| held.says == Says::Deleted)
    }

    /// All that is shown, by record id.
    pub fn iter(&self) -> impl Iterator<Item = (RecordId, &T)> {
        self.0.iter().filter_map(|(id, record)| Some((*id, record.head()?.value()?)))
    }

    /// What is shown of the records with these ids, by record id.
    pub fn within(&self, ids: RangeInclusive<RecordId>) -> impl Iterator<Item = (RecordId, &T)> {
        self.0.range(ids).filter_map(|(id, record)| Some((*id, record.head()?.value()?)))
    }

    /// How many versions of a newer Koers there are.
    pub fn newer(&self) -> usize {
        let heads = self.0.values().flat_map(|record| &record.heads);
        heads.filter(|held| held.says == Says::Newer).count()
    }
}

#[cfg(test)]
#[path = "records_tests.rs"]
mod tests;
