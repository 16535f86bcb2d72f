//! What can go wrong with a vault, as far as a caller can act on it.

use rusqlite::ErrorCode;

use super::{BackupFault, RecordId, SlotKind};

/// Why the vault could not do what was asked. No variant carries anything a person wrote.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// The passphrase, device key or recovery code does not fit.
    #[error("the key does not fit this vault")]
    WrongKey,
    /// The vault has no key slot of the kind asked for.
    #[error("this vault has no {0}")]
    NoSuchSlot(SlotKind),
    /// Without this slot nobody could open the vault any more.
    #[error("the last key of a vault cannot be removed")]
    LastSlot,
    /// Nothing lies at the path.
    #[error("there is no vault here")]
    NotFound,
    /// A folder lies at the path.
    #[error("a folder lies where the vault should be")]
    IsAFolder,
    /// Something lies at the path already; creating never overwrites.
    #[error("there is already a file here")]
    AlreadyExists,
    /// The file or its folder may not be read or written.
    #[error("no permission to read and write the vault and its folder")]
    NoPermission,
    /// Open in this process or another one.
    #[error("the vault is in use")]
    InUse,
    /// The file is something else.
    #[error("this file is not a vault")]
    NotAVault,
    /// The end of the file is missing.
    #[error("the vault file is cut short")]
    CutShort,
    /// The file was changed by something else than Koers, or the storage failed.
    #[error("the vault is damaged: {what}")]
    Damaged {
        /// Which part.
        what: &'static str,
    },
    /// Tables, views or triggers that are not the vault's lie in the file.
    #[error("the file holds database objects that do not belong in a vault")]
    ForeignObjects,
    /// Made by a newer version of Koers.
    #[error("the vault has format {format}, which is newer than this version can read")]
    NewerFormat {
        /// The format found.
        format: u32,
    },
    /// The file asks for a costlier key derivation than any honest vault does.
    #[error("the key slot asks for more memory or time than is allowed")]
    CostTooHigh,
    /// The memory for the key derivation was refused.
    #[error("not enough memory to derive the key")]
    NotEnoughMemory,
    /// The drop box holds as many entries as it takes: unlocking empties it.
    #[error("the drop box is full")]
    BoxFull,
    /// More than a file beside the vault may hold.
    #[error("{what} would be too large")]
    TooLarge {
        /// What.
        what: &'static str,
    },
    /// No room left; nothing was written.
    #[error("the storage is full")]
    StorageFull,
    /// The storage failed while a write was being made durable: it may or may not be there, but
    /// whole. A vault that was being written has closed itself; opening it again decides.
    #[error("it is not certain that the last change was kept: open the vault again and check")]
    UncertainCommit,
    /// The vault closed itself after an uncertain commit.
    #[error("the vault is closed")]
    Closed,
    /// Something else was committed between `prepare` and `commit`.
    #[error("the vault has changed since this change was prepared")]
    Stale,
    /// An edit or deletion of a record that does not exist.
    #[error("record {record} does not exist")]
    RecordUnknown {
        /// The record.
        record: RecordId,
    },
    /// An edit of something deleted.
    #[error("record {record} was deleted")]
    RecordDeleted {
        /// The record.
        record: RecordId,
    },
    /// An edit of something that only a newer version of Koers may edit.
    #[error("record {record} was made by a newer version")]
    RecordNewer {
        /// The record.
        record: RecordId,
    },
    /// Two drafts of one commit are about the same record.
    #[error("record {record} comes twice in one change")]
    RecordTwice {
        /// The record.
        record: RecordId,
    },
    /// The draft does not fit what it is for: its kind, its length or an empty body.
    #[error("the draft of record {record} cannot be kept: {reason}")]
    BadDraft {
        /// The record.
        record: RecordId,
        /// What is wrong.
        reason: &'static str,
    },
    /// A backup that cannot be used, or not be made.
    #[error(transparent)]
    Backup(BackupFault),
    /// Anything else.
    #[error("{reason}")]
    Other {
        /// What the system said.
        reason: String,
    },
}

impl VaultError {
    pub(super) fn damaged(what: &'static str) -> Self {
        Self::Damaged { what }
    }
}

impl From<rusqlite::Error> for VaultError {
    fn from(error: rusqlite::Error) -> Self {
        let Some(code) = error.sqlite_error().copied() else {
            // A value of another type than the column should hold.
            return Self::damaged("a value of the wrong type");
        };
        match code.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::InUse,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen => {
                Self::NoPermission
            }
            ErrorCode::DiskFull => Self::StorageFull,
            ErrorCode::NotADatabase => Self::NotAVault,
            ErrorCode::DatabaseCorrupt => Self::damaged("the database structure"),
            ErrorCode::TooBig => Self::damaged("a row above the largest size"),
            ErrorCode::OutOfMemory => Self::NotEnoughMemory,
            _ => Self::Other { reason: rusqlite::ffi::code_to_str(code.extended_code).to_owned() },
        }
    }
}

impl From<std::io::Error> for VaultError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound => Self::NotFound,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NoPermission,
            ErrorKind::AlreadyExists => Self::AlreadyExists,
            ErrorKind::IsADirectory => Self::IsAFolder,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::StorageFull,
            kind => Self::Other { reason: kind.to_string() },
        }
    }
}

impl From<getrandom::Error> for VaultError {
    fn from(_: getrandom::Error) -> Self {
        Self::Other { reason: "the system has no random numbers".to_owned() }
    }
}
