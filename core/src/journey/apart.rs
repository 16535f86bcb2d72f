//! Records that were changed on two devices apart, and the copies between which a person chooses.
//!
//! It compares what the copies say. It must not know how two devices met, nor speak.

use super::body;
use super::draft::Change;
use super::entity::{Entity, READER};
use super::records::{Held, Record, Says};
use crate::vault::{RecordId, Stamp, WriterId};

/// Which of the copies of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopyId {
    /// When it was written.
    pub stamp: Stamp,
    /// Who wrote it.
    pub writer: WriterId,
}

impl CopyId {
    /// Whether a text is written as the id of a copy is.
    pub fn is_one(text: &str) -> bool {
        text.len() == 32 && text.bytes().all(|sign| matches!(sign, b'0'..=b'9' | b'a'..=b'f'))
    }
}

/// Thirty-two lower-case hexadecimal digits.
impl std::fmt::Display for CopyId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", self.stamp.0)?;
        self.writer.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// One copy.
#[derive(Clone, Debug, PartialEq)]
pub struct Copied {
    /// Which one.
    pub id: CopyId,
    /// It is the one that is shown now.
    pub shown: bool,
    /// What the person wrote in own words; none where this copy says that it was deleted.
    pub words: Option<Vec<String>>,
    /// What keeps this copy and has seen the others.
    pub keep: Change,
}

/// A record between whose copies a person must choose: it was deleted on one side and changed on
/// the other, or what they wrote in own words differs. Where only something else differs, the later
/// copy holds and nobody is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Apart {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: u16,
    /// The word for its kind.
    pub name: &'static str,
    /// Its copies, in the order in which they were written.
    pub copies: Vec<Copied>,
}

impl Apart {
    /// Whether one side deleted it.
    pub fn deleted(&self) -> bool {
        self.copies.iter().any(|copy| copy.words.is_none())
    }
}

impl<T: Entity> Record<T> {
    /// The copies to choose from; none where there is nothing to choose.
    pub(super) fn apart(&self, id: RecordId) -> Option<Apart> {
        let [_, _, ..] = self.heads() else { return None };
        let copies: Option<Vec<Copied>> =
            self.heads().iter().map(|held| self.copied(id, held)).collect();
        let copies = copies?;
        let differ = copies.iter().any(|copy| copy.words != copies[0].words);
        differ.then_some(Apart { record: id, kind: T::KIND, name: T::NAME, copies })
    }

    /// None for a version that only a later Koers can read.
    fn copied(&self, record: RecordId, held: &Held<T>) -> Option<Copied> {
        let (words, bytes) = match &held.says {
            Says::This(body) => {
                let words = body.value.own_words().into_iter().filter(|words| !words.is_empty());
                (Some(words.map(str::to_owned).collect()), body::write(&body.value, &body.unknown))
            }
            Says::Deleted => (None, Vec::new()),
            Says::Newer => return None,
        };
        Some(Copied {
            id: CopyId { stamp: held.stamp, writer: held.writer },
            shown: self.head() == Some(held),
            words,
            keep: Change {
                record,
                kind: T::KIND,
                min_reader: READER,
                history: T::HISTORY,
                local: T::LOCAL,
                body: bytes,
            },
        })
    }
}
