//! The vault: sealed versions in one SQLite file.
//!
//! It knows bytes, clocks and stamps. It must not know cravings, goals or languages: a body is
//! opaque to it.
//!
//! From the bottom up: `record` holds what a record is made of; `key`, `derive`, `slot`
//! and `recovery` the keys; `plain` and `manifest` what lies within a seal; `registry`, `header`,
//! `database` and `slots` the file; `load` and `index` what is read from it; `draft`, `write` and
//! `change` what goes in and what was changed last; `open` and `file` the vault as a whole;
//! `backup` the vault in another file and back.

mod backup;
mod change;
mod database;
mod derive;
mod draft;
mod error;
mod file;
mod free;
mod header;
mod index;
mod key;
mod load;
mod manifest;
mod open;
mod plain;
mod record;
mod recovery;
mod registry;
mod slot;
mod slots;
#[cfg(test)]
mod tests;
mod write;

pub use backup::{
    Backup, BackupFault, CHUNK as BACKUP_CHUNK, Restored, header_len as backup_header_len,
};
pub use change::{Before, Change, Changed};
pub use draft::{Draft, Intent, Outcome, Prepared, Receipt};
pub use error::VaultError;
pub use open::{Progress, Stats, Vault};
pub use record::{Clock, History, RecordId, Stamp, Version, WriterId};
pub use recovery::{RecoveryCode, RecoveryCodeError};
pub use slot::{Secret, SlotKind};
