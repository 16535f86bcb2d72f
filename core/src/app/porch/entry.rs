//! An entry of the drop box: what can be noted without unlocking.

use chrono::{DateTime, Utc};
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::app::{Here, KoersError};
use crate::content::Code;
use crate::journey::draft::{Reason, Refusal};
use crate::time::Home;
use crate::vault::{DROP_CONTENT, RecordId};

/// What can be noted without unlocking. It cannot be read back while locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum DropKind {
    /// Nothing so far: closes the day up to this moment (rule G2).
    NothingSoFar,
    /// A bare mark of this moment, to be filled in later.
    Mark,
}

/// Something to put into the drop box.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct DropDraft {
    /// A new id, which becomes that of the record. Told twice under one id, it counts once.
    pub id: RecordId,
    /// What is noted.
    pub what: DropKind,
    /// The substance; none for all that are followed, or the first of them for a mark.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub substance: Option<Code>,
}

/// An entry as it is sealed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(super) struct Entry {
    #[n(0)]
    pub(super) id: RecordId,
    /// 1 nothing so far, 2 a mark.
    #[n(1)]
    what: u8,
    /// When, in milliseconds since 1970, UTC.
    #[n(2)]
    at_ms: i64,
    #[n(3)]
    offset_minutes: i32,
    /// As the device called it; empty where that is too long to be a name.
    #[n(4)]
    zone: String,
    #[n(5)]
    pub(super) substance: Option<Code>,
}

/// The longest zone that an entry has room for; the longest in the database has 32 bytes.
const LONGEST_ZONE: usize = 64;
/// The longest code of a substance that an entry has room for.
const LONGEST_CODE: usize = 64;

impl Entry {
    pub(super) fn of(draft: &DropDraft, here: &Here) -> Result<Self, Refusal> {
        if draft.substance.as_ref().is_some_and(|code| code.as_str().len() > LONGEST_CODE) {
            return Err(Refusal::new("substance", Reason::TooLong { most: LONGEST_CODE as u32 }));
        }
        let zone = Some(&here.home.zone).filter(|zone| zone.len() <= LONGEST_ZONE);
        Ok(Self {
            id: draft.id,
            what: match draft.what {
                DropKind::NothingSoFar => 1,
                DropKind::Mark => 2,
            },
            at_ms: here.now.timestamp_millis(),
            offset_minutes: here.home.offset_minutes,
            zone: zone.cloned().unwrap_or_default(),
            substance: draft.substance.clone(),
        })
    }

    pub(super) fn bytes(&self) -> Result<Vec<u8>, KoersError> {
        let bytes = minicbor::to_vec(self).expect("writing to memory does not fail");
        if bytes.len() <= DROP_CONTENT {
            return Ok(bytes);
        }
        Err(KoersError::Other { reason: "an entry of the drop box is too long".to_owned() })
    }

    /// Reads what was sealed; none where it is something else.
    pub(super) fn read(content: &[u8]) -> Option<Self> {
        minicbor::decode(content).ok()
    }

    /// What it says; none for what only a newer version knows.
    pub(super) fn what(&self) -> Option<DropKind> {
        match self.what {
            1 => Some(DropKind::NothingSoFar),
            2 => Some(DropKind::Mark),
            _ => None,
        }
    }

    /// When and where it was noted; none for a moment outside the calendar.
    pub(super) fn here(&self) -> Option<Here> {
        let now: DateTime<Utc> = DateTime::from_timestamp_millis(self.at_ms)?;
        let home = Home { zone: self.zone.clone(), offset_minutes: self.offset_minutes };
        Some(Here { now, home })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(what: DropKind, substance: Option<Code>) -> Entry {
        let now = DateTime::from_timestamp_millis(1_772_737_200_000).expect("a moment");
        let home = Home { zone: "Europe/Brussels".to_owned(), offset_minutes: 60 };
        let draft = DropDraft { id: RecordId([5; 16]), what, substance };
        Entry::of(&draft, &Here { now, home }).expect("short")
    }

    #[test]
    fn the_bytes_of_what_an_entry_says_have_not_changed() {
        let entries = [
            entry(DropKind::NothingSoFar, None),
            entry(DropKind::Mark, Some(Code::from("cannabis"))),
        ];
        let hex = |entry: &Entry| {
            let bytes = entry.bytes().expect("short");
            assert_eq!(Entry::read(&bytes).as_ref(), Some(entry));
            bytes.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
        };
        let now: Vec<String> = entries.iter().map(hex).collect();
        let kept: Vec<&str> = include_str!("entry.txt").lines().collect();
        assert_eq!(now, kept, "what lies in a box must be taken in: a key means one thing");
    }

    #[test]
    fn what_only_a_newer_version_can_note_is_told_apart_and_its_keys_are_passed_over() {
        let mut bytes = entry(DropKind::Mark, None).bytes().expect("short");
        assert_eq!(bytes[0], 0xa5);
        bytes[0] = 0xa6;
        bytes.extend_from_slice(b"\x18\x63\x63new");
        bytes.resize(DROP_CONTENT, 0);
        assert_eq!(Entry::read(&bytes), Some(entry(DropKind::Mark, None)));
        let newer = Entry { what: 9, ..entry(DropKind::Mark, None) };
        assert_eq!(newer.what(), None);
    }
}
