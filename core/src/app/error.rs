//! What can go wrong, as far as a caller can act on it.

use crate::journey::draft::{Reason, Refusal};
use crate::vault::{BackupFault, RecoveryCodeError, VaultError};

/// Why Koers could not do what was asked. Nothing was changed, and nothing personal is in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Error))]
pub enum KoersError {
    /// The passphrase, device key or recovery code does not fit.
    #[error("wrong key")]
    WrongKey,
    /// There is no vault at this place.
    #[error("no vault here")]
    NotFound,
    /// There is a file at this place already.
    #[error("there is a file here already")]
    AlreadyThere,
    /// A folder lies where the vault should be.
    #[error("a folder lies here")]
    IsAFolder,
    /// The file may not be read or written.
    #[error("no permission")]
    NoPermission,
    /// The file is something else.
    #[error("not a vault")]
    NotAVault,
    /// The end of the file is missing.
    #[error("the vault is cut short")]
    CutShort,
    /// The file was changed by something else, or the storage failed.
    #[error("the vault is damaged: {part}")]
    Damaged {
        /// Which part.
        part: String,
    },
    /// Made by a newer version.
    #[error("the vault has a newer format")]
    NewerFormat,
    /// A draft was refused.
    #[error("invalid {field}: {reason}")]
    InvalidDraft {
        /// The field.
        field: String,
        /// The reason.
        reason: Reason,
    },
    /// Open somewhere else.
    #[error("the vault is in use")]
    InUse,
    /// No room left.
    #[error("the storage is full")]
    StorageFull,
    /// Koers is locked.
    #[error("locked")]
    Locked,
    /// The drop box is full: unlocking empties it.
    #[error("the drop box is full")]
    DropBoxFull,
    /// A backup cannot be used, or not be made.
    #[error("{fault}")]
    Backup {
        /// Why.
        fault: BackupFault,
    },
    /// The vault has no passphrase yet, and what was asked needs one: choose the first one
    /// (`Koers::set_passphrase`).
    #[error("no passphrase yet")]
    NoPassphrase,
    /// It is not certain that the last change was kept.
    #[error("uncertain whether the last change was kept")]
    UncertainCommit,
    /// Anything else.
    #[error("{reason}")]
    Other {
        /// What, for a developer; nothing personal.
        reason: String,
    },
}

impl From<Refusal> for KoersError {
    fn from(refusal: Refusal) -> Self {
        Self::InvalidDraft { field: refusal.field, reason: refusal.reason }
    }
}

impl From<VaultError> for KoersError {
    fn from(error: VaultError) -> Self {
        let draft = |reason| Self::InvalidDraft { field: "id".to_owned(), reason };
        match error {
            VaultError::WrongKey | VaultError::NoSuchSlot(_) => Self::WrongKey,
            VaultError::NotFound => Self::NotFound,
            VaultError::AlreadyExists => Self::AlreadyThere,
            VaultError::IsAFolder => Self::IsAFolder,
            VaultError::NoPermission => Self::NoPermission,
            VaultError::NotAVault => Self::NotAVault,
            VaultError::CutShort => Self::CutShort,
            VaultError::Damaged { what } => Self::Damaged { part: what.to_owned() },
            VaultError::ForeignObjects => Self::Damaged { part: "foreign objects".to_owned() },
            VaultError::NewerFormat { .. } => Self::NewerFormat,
            VaultError::InUse => Self::InUse,
            VaultError::BoxFull => Self::DropBoxFull,
            VaultError::StorageFull => Self::StorageFull,
            VaultError::UncertainCommit => Self::UncertainCommit,
            VaultError::Closed => Self::Locked,
            VaultError::Backup(fault) => Self::Backup { fault },
            VaultError::RecordDeleted { .. } => draft(Reason::Deleted),
            VaultError::RecordNewer { .. } => draft(Reason::MadeByNewer),
            VaultError::RecordUnknown { record } => {
                draft(Reason::UnknownId { id: record.to_string() })
            }
            other => Self::Other { reason: other.to_string() },
        }
    }
}

impl From<RecoveryCodeError> for KoersError {
    /// The group of the slip, from 0; the whole where it cannot be told.
    fn from(error: RecoveryCodeError) -> Self {
        let field = match error {
            RecoveryCodeError::Group { group } => format!("recovery_code[{}]", group - 1),
            RecoveryCodeError::Length { .. } | RecoveryCodeError::Whole => {
                "recovery_code".to_owned()
            }
        };
        Self::InvalidDraft { field, reason: Reason::NotPossible }
    }
}
