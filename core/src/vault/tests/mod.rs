//! The vault as a whole, on real files.

mod attack;
mod backup;
mod histories;
mod layout;
mod life;
mod merge;
mod porch;
mod rekey;
mod salvage;
mod slots;
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
/// A kind of the journey's.
const KIND: u16 = 16;

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes every digit");
        text
    })
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

fn bodies(mut versions: Vec<Version>) -> Vec<String> {
    versions.sort_by_key(|version| (version.record, version.stamp));
    versions.into_iter().map(|version| String::from_utf8_lossy(&version.body).into()).collect()
}
