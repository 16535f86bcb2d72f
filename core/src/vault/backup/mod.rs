//! Backups: everything a vault holds, in one sealed file that a passphrase or a recovery code
//! opens, on any device.
//!
//! It knows versions and keys, as the vault does. It must not know where backups are kept, how
//! often they are made, or what a version says.
//!
//! `format` is the bytes of the file, `content` what lies within its seals, `keys` what wraps the
//! file key without asking; `write`, `read` and `restore` go there and back.
//!
//! A backup carries every version that is neither local nor only kept for undo, byte for byte, so
//! that a restored vault is the same set of versions; and the backup keys, so that both secrets
//! open a restored vault too, whichever of them was used.

mod content;
mod format;
mod keys;
mod read;
mod restore;
mod write;

use super::SlotKind;

#[cfg(test)]
pub(super) use content::Head;
#[cfg(test)]
pub(super) use format::padded_chunks;
pub use format::{CHUNK, header_len};
#[cfg(any(test, fuzzing))]
pub(super) use format::{Chunks, Header, PLAIN as BACKUP_CONTENT};
pub(super) use keys::BackupKeys;
pub(super) use read::{contents, own_contents};
pub use restore::Restored;

/// What a backup turned out to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When it was made, in milliseconds since 1970, UTC.
    pub made_ms: i64,
    /// Versions of records in it.
    pub versions: u64,
    /// The generation of the vault that it was made of.
    pub generation: u64,
    /// Bytes of the file.
    pub bytes: u64,
    /// The kinds of secret that open it.
    pub opens_with: Vec<SlotKind>,
}

/// Why a backup cannot be used. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum BackupFault {
    /// No file lies at the path.
    #[error("there is no backup here")]
    NotFound,
    /// The folder that it should go to is not there.
    #[error("the folder for the backup does not exist")]
    NoFolder,
    /// The file is something else.
    #[error("this file is not a backup")]
    NotABackup,
    /// The end of the file is missing.
    #[error("the backup is cut short")]
    CutShort,
    /// The file was changed, or put together from parts of others, or the storage failed.
    #[error("the backup is damaged: {part}")]
    Changed {
        /// Which part.
        part: String,
    },
    /// Made by a newer version of Koers.
    #[error("the backup has format {format}, which is newer than this version can read")]
    Newer {
        /// The format found.
        format: u32,
    },
    /// No passphrase or recovery code was given since there are backups, so there is nothing
    /// that a backup could be opened with.
    #[error("no backup key is kept: give the passphrase once")]
    NoKey,
}

impl BackupFault {
    fn changed(part: &str) -> super::VaultError {
        super::VaultError::Backup(Self::Changed { part: part.to_owned() })
    }
}

impl From<BackupFault> for super::VaultError {
    fn from(fault: BackupFault) -> Self {
        Self::Backup(fault)
    }
}
