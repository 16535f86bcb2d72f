//! The vault: sealed versions in one SQLite file.
//!
//! It knows bytes, clocks and stamps. It must not know cravings, goals or languages: a body is
//! opaque to it.
//!
//! From the bottom up: `record` holds what a record is made of; `key`, `passphrase`, `calibrate`,
//! `derive`, `slot` and `recovery` the keys, and `stack` the thread that handles them; `plain` and
//! `manifest` what lies within a seal; `registry`, `header`, `database` and `slots` the file;
//! `load` and `index` what is read from it; `draft`, `write` and `change` what goes in and what was
//! changed last; `merge` what comes in from another copy; `enrol` and `rekey` what opens it from
//! now on; `carve` and `salvage` what can still be read of a damaged file;
//! `open` and `file` the vault as a whole; `backup` the vault in another file and back. Beside it
//! lie `porch_file`, which opens without the vault's key, and `drop_box`, into which entries are put
//! that only the vault opens (`drop_key`, kept in a row of its own: `own`).

mod backup;
mod calibrate;
mod carve;
mod change;
mod database;
mod derive;
mod draft;
mod drop_box;
mod drop_key;
mod enrol;
mod error;
mod file;
mod free;
mod header;
mod index;
mod key;
mod load;
mod manifest;
mod merge;
mod open;
mod own;
mod passphrase;
mod plain;
mod porch_file;
mod record;
mod recovery;
mod registry;
mod rekey;
mod salvage;
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
pub use drop_box::{DropBox, Drops, MOST_DROPS};
pub use drop_key::{DROP_CONTENT, DROP_ENTRY, DropEntry, DropPublic};
pub use error::VaultError;
pub use merge::{Merge, Met};
pub use open::{Progress, Stats, Vault};
pub use porch_file::{PorchContent, open_porch, read_porch, remove_porch, write_porch};
pub use record::{Clock, History, RecordId, Stamp, Version, WriterId};
pub use recovery::{RecoveryCode, RecoveryCodeError};
pub use rekey::Rekey;
pub use salvage::Salvaged;
pub use slot::{Secret, SlotKind};
