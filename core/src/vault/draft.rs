//! From drafts to versions: what a person wants kept, and what that makes of the vault.

use std::collections::HashMap;

use zeroize::Zeroizing;

use super::index::{Entry, Record};
use super::plain::FIRST_KIND;
use super::slots::Slots;
use super::{History, RecordId, Stamp, Vault, VaultError, Version, WriterId};

/// What a draft is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// A new record. If the id is taken, nothing is written; [`Outcome`] says by what.
    Create,
    /// A change of a record that is there.
    Edit,
    /// This content, whatever was there: for records of which there is only one, and for undoing
    /// a deletion.
    Put,
    /// A deletion.
    Delete,
}

/// One version to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Which record.
    pub record: RecordId,
    /// What it is for.
    pub intent: Intent,
    /// What the body means; 16 or more. A deletion takes the record's own.
    pub kind: u16,
    /// Whether earlier versions are kept. A deletion takes the record's own.
    pub history: History,
    /// The lowest reader that may edit it, which is also the reader that this draft comes from.
    pub min_reader: u16,
    /// Whether it stays on this device. A deletion takes the record's own.
    pub local: bool,
    /// The content; empty for a deletion and only then.
    pub body: Vec<u8>,
}

impl Draft {
    /// The deletion of a record, by a reader of this version.
    pub fn delete(record: RecordId, min_reader: u16) -> Self {
        Self {
            record,
            intent: Intent::Delete,
            kind: FIRST_KIND,
            history: History::Latest,
            min_reader,
            local: false,
            body: Vec::new(),
        }
    }
}

/// What became of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A version was written.
    Written,
    /// The same content was there already, written at this stamp: a double tap, a redelivered
    /// notification, a retry after an uncertain commit, an edit that changes nothing. Nothing was
    /// written.
    Repeated {
        /// The stamp of what was there.
        first: Stamp,
    },
    /// A creation whose id holds something else by now. Nothing was written.
    Taken {
        /// It was deleted since.
        deleted: bool,
    },
}

/// What a commit did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The stamp that all versions written share; where none was written, the last one given out.
    pub stamp: Stamp,
    /// What became of each draft, in their order.
    pub outcomes: Vec<Outcome>,
}

/// Versions that are ready to be committed, so that the caller can fold them aside first.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub(super) generation: u64,
    pub(super) versions: Vec<(Version, History)>,
    pub(super) receipt: Receipt,
}

impl Prepared {
    /// The versions that a commit would write.
    pub fn versions(&self) -> impl ExactSizeIterator<Item = &Version> {
        self.versions.iter().map(|(version, _)| version)
    }

    /// What a commit would make of each draft, in their order.
    pub fn outcomes(&self) -> &[Outcome] {
        &self.receipt.outcomes
    }
}

/// A version on its way into a row.
pub(super) struct ToWrite {
    pub(super) version: Version,
    pub(super) history: History,
    /// As it lay in a row elsewhere, without padding; none for one that was made here.
    pub(super) copied: Option<Zeroizing<Vec<u8>>>,
}

/// Rows of the vault's own: the kind of each, and its body.
pub(super) type OwnRows = Vec<(u16, Zeroizing<Vec<u8>>)>;

/// All that one transaction changes.
#[derive(Default)]
pub(super) struct Write {
    pub(super) versions: Vec<ToWrite>,
    /// The stamp that was given out for it.
    pub(super) stamp: Option<Stamp>,
    /// The generation it comes after, where that is one of another file whose place this takes.
    pub(super) after: Option<u64>,
    /// The writer that this copy of the vault writes as from now on.
    pub(super) writer: Option<WriterId>,
    /// Whether superseded versions go with it.
    pub(super) forget: Forget,
    pub(super) slots: Option<Slots>,
    /// Each takes the place of the one of its kind.
    pub(super) own: OwnRows,
}

/// Which superseded versions a write overwrites.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Forget {
    #[default]
    Nothing,
    /// Those that were superseded at this moment or before, in milliseconds since 1970.
    Until(i64),
    All,
}

impl Vault {
    /// Makes versions of drafts: clocks that dominate all that was seen of each record, and one
    /// stamp for them all, not before `now_ms` (milliseconds since 1970, UTC).
    ///
    /// # Errors
    ///
    /// `RecordUnknown`, `RecordDeleted` and `RecordNewer` for an edit or deletion of something
    /// that is not there, not there any more, or not ours to edit; `RecordTwice`; `BadDraft`.
    pub fn prepare(&self, drafts: &[Draft], now_ms: i64) -> Result<Prepared, VaultError> {
        let stamp = Stamp::after(self.manifest.last, now_ms);
        let mut versions: Vec<(Version, History)> = Vec::with_capacity(drafts.len());
        let mut places: HashMap<RecordId, usize> = HashMap::new();
        let mut outcomes = Vec::with_capacity(drafts.len());
        for draft in drafts {
            check(draft)?;
            if let Some(&earlier) = places.get(&draft.record) {
                let (earlier, _) = &versions[earlier];
                let same = draft.intent == Intent::Create && is_same(draft, earlier);
                if !same {
                    return Err(VaultError::RecordTwice { record: draft.record });
                }
                outcomes.push(Outcome::Repeated { first: stamp });
                continue;
            }
            let outcome = self.judge(draft)?;
            if outcome == Outcome::Written {
                places.insert(draft.record, versions.len());
                let mut made = self.version(draft, stamp);
                let again = self.history_again(draft, &mut made.0)?;
                versions.push(made);
                versions.extend(again);
            }
            outcomes.push(outcome);
        }
        let stamp = if versions.is_empty() { self.manifest.last } else { stamp };
        let receipt = Receipt { stamp, outcomes };
        Ok(Prepared { generation: self.manifest.generation, versions, receipt })
    }

    fn judge(&self, draft: &Draft) -> Result<Outcome, VaultError> {
        let id = draft.record;
        let Some(record) = self.index.get(id) else {
            return match draft.intent {
                Intent::Create | Intent::Put => Ok(Outcome::Written),
                Intent::Edit | Intent::Delete => Err(VaultError::RecordUnknown { record: id }),
            };
        };
        if draft.intent == Intent::Create {
            return Ok(match self.equal_among(record.heads.iter().chain(&record.past), draft)? {
                Some(first) => Outcome::Repeated { first },
                None => Outcome::Taken { deleted: record.is_deleted() },
            });
        }
        if record.heads.iter().any(|head| head.min_reader > draft.min_reader) {
            return Err(VaultError::RecordNewer { record: id });
        }
        if draft.intent == Intent::Edit && record.is_deleted() {
            return Err(VaultError::RecordDeleted { record: id });
        }
        // With several heads even equal content is news: it resolves them.
        if let [head] = record.heads.as_slice()
            && let Some(first) = self.equal_among([head], draft)?
        {
            return Ok(Outcome::Repeated { first });
        }
        Ok(Outcome::Written)
    }

    /// The stamp of the first of these versions that says what the draft says.
    fn equal_among<'a>(
        &self,
        entries: impl IntoIterator<Item = &'a Entry>,
        draft: &Draft,
    ) -> Result<Option<Stamp>, VaultError> {
        let mut entries: Vec<&Entry> =
            entries.into_iter().filter(|entry| entry.tombstone == draft.body.is_empty()).collect();
        entries.sort_by_key(|entry| entry.stamp);
        for entry in entries {
            if draft.body.is_empty() || is_same(draft, &self.fetch(entry.row)?) {
                return Ok(Some(entry.stamp));
            }
        }
        Ok(None)
    }

    fn version(&self, draft: &Draft, stamp: Stamp) -> (Version, History) {
        let record = self.index.get(draft.record);
        let mut clock = record.map(Record::seen).unwrap_or_default();
        clock.tick(self.writer);
        let shown = record.and_then(Record::shown).filter(|_| draft.intent == Intent::Delete);
        let version = Version {
            record: draft.record,
            clock,
            stamp,
            writer: self.writer,
            kind: shown.map_or(draft.kind, |shown| shown.kind),
            min_reader: draft.min_reader,
            local: shown.map_or(draft.local, |shown| shown.local),
            body: draft.body.clone(),
        };
        (version, shown.map_or(draft.history, |shown| shown.history))
    }
}

impl Vault {
    /// The earlier versions of a deleted record that is there again, as versions that have seen
    /// the deletion: it keeps for good what it dominates from coming back. They keep their stamps,
    /// since rules ask what held when.
    fn history_again(
        &self,
        draft: &Draft,
        made: &mut Version,
    ) -> Result<Vec<(Version, History)>, VaultError> {
        let record = self.index.get(draft.record).filter(|record| record.is_deleted());
        let Some(record) = record.filter(|_| draft.intent == Intent::Put) else {
            return Ok(Vec::new());
        };
        // Never the very next after the deletion: see `Entry::takes_back`.
        made.clock.tick(self.writer);
        let mut before: Vec<&Entry> = record.before_deletion().collect();
        before.sort_by_key(|old| (old.clock.total(), old.stamp));
        let mut again = Vec::with_capacity(before.len());
        for old in before {
            let version = self.fetch(old.row)?;
            let writer = self.writer;
            again.push((Version { clock: made.clock.clone(), writer, ..version }, old.history));
            made.clock.tick(writer);
        }
        Ok(again)
    }
}

fn is_same(draft: &Draft, version: &Version) -> bool {
    (draft.kind, draft.local, &draft.body) == (version.kind, version.local, &version.body)
}

fn check(draft: &Draft) -> Result<(), VaultError> {
    let bad = |reason| Err(VaultError::BadDraft { record: draft.record, reason });
    match (draft.intent, draft.body.is_empty()) {
        _ if draft.kind < FIRST_KIND => bad("the kinds below 16 are the vault's own"),
        (Intent::Delete, false) => bad("a deletion has no body"),
        (Intent::Create | Intent::Edit | Intent::Put, true) => bad("an empty body is a deletion"),
        _ => Ok(()),
    }
}
