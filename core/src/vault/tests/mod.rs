//! The vault as a whole, on real files.

mod attack;
mod backup;
mod histories;
mod hostile;
mod layout;
mod life;
mod merge;
mod newer;
mod porch;
mod rekey;
mod salvage;
mod slots;
mod threats;
mod undo;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Draft, History, Intent, Receipt, RecordId, Secret, Vault, VaultError, Version};

/// The device key of the test vaults: opens without a costly derivation.
pub(super) const DEVICE: [u8; 32] = [7; 32];
/// 2025-03-01 12:00 UTC, in milliseconds.
pub(super) const NOON: i64 = 1_740_830_400_000;
const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;
/// What a changed byte of a format is told.
const TEN_YEARS: &str = "this is what must still open in ten years: put it back as it was, or give \
                         the format a new number and these bytes a file beside this one";
/// A kind of the journey's.
const KIND: u16 = 16;

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes every digit");
        text
    })
}

pub(super) fn unhex(digits: &str) -> Vec<u8> {
    let byte = |at| u8::from_str_radix(&digits[at..at + 2], 16).expect("pairs of digits");
    (0..digits.len()).step_by(2).map(byte).collect()
}

/// A folder with one vault in it.
struct Home {
    _folder: TempDir,
    path: PathBuf,
}

impl Home {
    fn new() -> (Self, Vault) {
        let folder = tempfile::tempdir().expect("the system has a temporary folder");
        let path = folder.path().join("vault.koers");
        let vault = Vault::create(&path, &[Secret::Device(&DEVICE)], &mut |_| ())
            .expect("the folder is empty and ours");
        (Self { _folder: folder, path }, vault)
    }

    fn try_open(&self) -> Result<(Vault, Vec<Version>), VaultError> {
        Vault::open(&self.path, &Secret::Device(&DEVICE), &mut |_| ())
    }

    fn open(&self) -> (Vault, Vec<Version>) {
        self.try_open().expect("a whole vault")
    }

    /// Opens the file as somebody who knows SQLite and no key.
    fn as_database(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(&self.path).expect("a database")
    }

    fn files(&self) -> Vec<String> {
        let folder = self.path.parent().expect("a file lies in a folder");
        let files = folder.read_dir().expect("the folder is ours");
        files
            .map(|file| file.expect("the folder is ours").file_name().to_string_lossy().into())
            .collect()
    }
}

fn id(number: u8) -> RecordId {
    RecordId([number; 16])
}

fn draft(intent: Intent, record: RecordId, body: &[u8]) -> Draft {
    Draft {
        record,
        intent,
        kind: KIND,
        history: History::Latest,
        min_reader: 1,
        local: false,
        body: body.to_vec(),
    }
}

fn create(record: RecordId, body: &[u8]) -> Draft {
    draft(Intent::Create, record, body)
}

fn edit(record: RecordId, body: &[u8]) -> Draft {
    draft(Intent::Edit, record, body)
}

fn with_history(draft: Draft) -> Draft {
    Draft { history: History::All, ..draft }
}

fn record(vault: &mut Vault, drafts: &[Draft], now: i64) -> Receipt {
    let prepared = vault.prepare(drafts, now).expect("sound drafts");
    vault.commit(prepared).expect("room on the disk")
}

/// Compares bytes written out in a text file, a name and a value a line, with what they are now.
fn unchanged(found: &str, kept: &str) {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (found, kept) = (lines(found), lines(kept));
    for (found, kept) in found.iter().zip(&kept) {
        assert_eq!(found, kept, "{TEN_YEARS}");
    }
    let more = found.get(kept.len()..).unwrap_or_default();
    assert!(more.is_empty(), "no bytes are kept of {more:#?}");
    assert_eq!(found.len(), kept.len(), "{TEN_YEARS}");
}

fn bodies(mut versions: Vec<Version>) -> Vec<String> {
    versions.sort_by_key(|version| (version.record, version.stamp));
    versions.into_iter().map(|version| String::from_utf8_lossy(&version.body).into()).collect()
}
