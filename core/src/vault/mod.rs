//! The vault: sealed versions in one SQLite file.
//!
//! It knows bytes, clocks and stamps. It must not know cravings, goals or languages: a body is
//! opaque to it.
//!
//! From the bottom up: `record` holds what a record is made of; `key`, `passphrase`, `calibrate`,
//! `derive`, `slot` and `recovery` the keys, and `stack` the thread that handles them; `plain` and
//! `manifest` what lies within a seal; `registry`, `header`, `database` and `slots` the file;
//! `load` and `index` what is read from it; `draft`, `write` and
//! `change` what goes in and what was changed last; `enrol` and `rekey` what opens it from now on;
//! `open` and `file` the vault as a whole; `backup` the vault in another file and back.

mod backup;
mod calibrate;
mod change;
mod database;
mod derive;
mod draft;
mod enrol;
mod error;
mod file;
mod free;
mod header;
mod index;
mod key;
mod load;
mod manifest;
mod open;
mod passphrase;
mod plain;
mod record;
mod recovery;
mod registry;
mod rekey;
mod slot;
mod slots;
mod stack;
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
pub use rekey::Rekey;
pub use slot::{Secret, SlotKind};
