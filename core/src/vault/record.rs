//! What a record is made of: ids, clocks, stamps and immutable versions.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use blake2::digest::{FixedOutput, Update, consts::U16};
use minicbor::{Decode, Encode};

/// Sixteen bytes that name a record on every device.
///
/// Most are random. A record of which there can be only one (the profile, the goal for one
/// substance) has a [`named`](RecordId::named) id, so that two devices that make it apart still
/// mean the same record when they are merged.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct RecordId(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 16]);

impl RecordId {
    /// The id of the one record that goes by these words, for example `["goal", "cannabis"]`.
    pub fn named(words: &[&str]) -> Self {
        let mut hash = blake2::Blake2b::<U16>::default();
        hash.update(b"koers record");
        for word in words {
            hash.update(&(word.len() as u64).to_le_bytes());
            hash.update(word.as_bytes());
        }
        Self(hash.finalize_fixed().into())
    }

    /// A new random id from the operating system's generator.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }
}

/// Thirty-two lower-case hexadecimal digits.
impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecordId({self})")
    }
}

/// As its text.
impl serde::Serialize for RecordId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The text was not thirty-two hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a record id: thirty-two hexadecimal digits are needed")]
pub struct NotARecordId;

impl FromStr for RecordId {
    type Err = NotARecordId;

    fn from_str(text: &str) -> Result<Self, NotARecordId> {
        if text.len() != 32 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(NotARecordId);
        }
        let mut bytes = [0; 16];
        for (i, byte) in bytes.iter_mut().enumerate() {
            *byte =
                u8::from_str_radix(&text[2 * i..2 * i + 2], 16).map_err(|_refused| NotARecordId)?;
        }
        Ok(Self(bytes))
    }
}

/// Eight random bytes that name one copy of a vault on one device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct WriterId(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 8]);

/// How many versions of a record each writer had made when this version was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Clock(#[n(0)] Vec<(WriterId, u64)>);

impl Clock {
    /// The counter of one writer; 0 where it made none.
    pub fn of(&self, writer: WriterId) -> u64 {
        self.0.iter().find(|(w, _)| *w == writer).map_or(0, |(_, n)| *n)
    }

    /// Takes over whatever the other clock has seen more of.
    pub fn join(&mut self, other: &Self) {
        for &(writer, count) in &other.0 {
            match self.0.binary_search_by_key(&writer, |(w, _)| *w) {
                Ok(i) => self.0[i].1 = self.0[i].1.max(count),
                Err(i) => self.0.insert(i, (writer, count)),
            }
        }
    }

    /// One more version by this writer.
    pub fn tick(&mut self, writer: WriterId) {
        match self.0.binary_search_by_key(&writer, |(w, _)| *w) {
            Ok(i) => self.0[i].1 += 1,
            Err(i) => self.0.insert(i, (writer, 1)),
        }
    }

    /// Whether this clock has seen all that the other has, and something more.
    pub fn dominates(&self, other: &Self) -> bool {
        self.compare(other) == Some(Ordering::Greater)
    }

    /// The order of two clocks; none when each has seen something that the other has not.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        let ahead = self.0.iter().any(|&(w, n)| n > other.of(w));
        let behind = other.0.iter().any(|&(w, n)| n > self.of(w));
        match (ahead, behind) {
            (false, false) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Greater),
            (false, true) => Some(Ordering::Less),
            (true, true) => None,
        }
    }
}

/// When a version was written: 48 bits of milliseconds since 1970, 16 bits of counter.
///
/// All versions written in one commit share a stamp, so that a change that touched several
/// records can be undone as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Stamp(#[n(0)] pub u64);

impl Stamp {
    /// The stamp after `last` for a write at this moment; a clock that was set back never makes a
    /// smaller one.
    pub fn after(last: Self, now_ms: i64) -> Self {
        let now = (now_ms.max(0) as u64) << 16;
        Self(now.max(last.0 + 1))
    }

    /// Milliseconds since 1970, UTC.
    pub fn millis(self) -> i64 {
        (self.0 >> 16) as i64
    }
}

/// One immutable version of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Which record this is a version of.
    pub record: RecordId,
    /// What its writer had seen of the record, itself included.
    pub clock: Clock,
    /// When it was written.
    pub stamp: Stamp,
    /// Who wrote it.
    pub writer: WriterId,
    /// What the body means; the journey's codes begin at 16, the vault's own lie below.
    pub kind: u16,
    /// The lowest reader version that may edit it.
    pub min_reader: u16,
    /// Kept on this device only: neither merged nor backed up.
    pub local: bool,
    /// The body; empty for a deletion.
    pub body: Vec<u8>,
}

impl Version {
    /// Whether this version says that the record was deleted.
    pub fn is_tombstone(&self) -> bool {
        self.body.is_empty()
    }

    /// The order in which undominated versions are shown: the greatest is shown.
    pub fn order(&self, other: &Self) -> Ordering {
        (self.stamp, self.writer, &self.body).cmp(&(other.stamp, other.writer, &other.body))
    }
}

/// Whether a kind keeps its earlier versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// Every version is kept: a rule or the person needs what held then.
    All,
    /// Only the last; the one before it until the next write or 24 hours, for undo.
    Latest,
}
