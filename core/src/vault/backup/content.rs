//! What lies within the seals of a backup: a row of pieces, each after its length in four bytes
//! (little-endian), the length 0, and zeros to the end of the last chunk.
//!
//! The first piece is the head, a CBOR map: 0 when the backup was made (milliseconds since 1970),
//! 1 how many versions follow, 2 the vault's manifest, 3 the body of its backup keys. Every other
//! piece is a version as it lies in a row, without the padding.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::BackupFault;
use super::keys::BackupKeys;
use crate::vault::VaultError;
use crate::vault::manifest::Manifest;
use crate::vault::plain::{self, Content};

/// Bytes of a piece's length.
pub(super) const LENGTH: usize = 4;

/// The first piece.
#[derive(Encode, Decode)]
#[cbor(map)]
pub(in crate::vault) struct Head {
    #[n(0)]
    pub(super) made_ms: i64,
    #[n(1)]
    pub(super) versions: u64,
    #[n(2)]
    manifest: ByteVec,
    #[n(3)]
    keys: ByteVec,
}

impl Drop for Head {
    fn drop(&mut self) {
        self.keys.zeroize();
    }
}

impl ZeroizeOnDrop for Head {}

impl Head {
    pub(in crate::vault) fn new(
        made_ms: i64,
        versions: u64,
        manifest: &Manifest,
        keys: &BackupKeys,
    ) -> Result<Self, VaultError> {
        let manifest = plain::trimmed(&manifest.encode())?.to_vec().into();
        Ok(Self { made_ms, versions, manifest, keys: keys.encode().to_vec().into() })
    }

    pub(in crate::vault) fn encode(&self) -> Vec<u8> {
        minicbor::to_vec(self).expect("a vector takes every byte")
    }

    pub(super) fn decode(piece: &[u8]) -> Result<Self, VaultError> {
        minicbor::decode(piece).map_err(|_unread| unsound())
    }

    /// What the vault added up to when the backup was made.
    pub(super) fn manifest(&self) -> Result<Manifest, VaultError> {
        Manifest::decode(&self.manifest).map_err(|_unread| unsound())
    }

    pub(super) fn keys(&self) -> Result<BackupKeys, VaultError> {
        BackupKeys::decode(&self.keys).map_err(|_unread| unsound())
    }
}

/// Whether a piece is a version that a backup may hold.
pub(super) fn check_version(piece: &[u8]) -> Result<(), VaultError> {
    match plain::decode(piece) {
        Ok(Content::Version(version, _)) if !version.local => Ok(()),
        _ => Err(unsound()),
    }
}

/// What was sealed is not what a backup holds.
pub(super) fn unsound() -> VaultError {
    BackupFault::changed("its content")
}
