//! What lies within the seals of a backup: a row of pieces, each after its length in four bytes
//! (little-endian), the length 0, and zeros to the end of the last chunk.
//!
//! The first piece is the head, a CBOR map: 0 when the backup was made (milliseconds since 1970),
//! 1 how many versions follow, 2 the vault's manifest, 3 the body of its backup keys, 4 the secret
//! half of its drop box's key, where it has one: what was noted while locked is then still taken in
//! after a restoration. Every other piece is a version as it lies in a row, without the padding.

use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::BackupFault;
use super::keys::BackupKeys;
use crate::vault::VaultError;
use crate::vault::draft::OwnRows;
use crate::vault::manifest::Manifest;
use crate::vault::own::DROP_KEY;
use crate::vault::plain::{self, BACKUP_KEYS, Content};

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
    #[n(4)]
    drop_key: Option<ByteArray<32>>,
}

impl Drop for Head {
    fn drop(&mut self) {
        self.keys.zeroize();
        if let Some(key) = &mut self.drop_key {
            key.zeroize();
        }
    }
}

impl ZeroizeOnDrop for Head {}

impl Head {
    pub(in crate::vault) fn new(
        made_ms: i64,
        versions: u64,
        manifest: &Manifest,
        keys: &BackupKeys,
        drop_key: Option<&[u8; 32]>,
    ) -> Result<Self, VaultError> {
        let manifest = plain::trimmed(&manifest.encode())?.to_vec().into();
        let keys = keys.encode().to_vec().into();
        let drop_key = drop_key.map(|key| (*key).into());
        Ok(Self { made_ms, versions, manifest, keys, drop_key })
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

    /// The bodies of the vault's own rows, by their kinds.
    pub(super) fn own(&self) -> Result<OwnRows, VaultError> {
        let mut own = vec![(BACKUP_KEYS, self.keys()?.encode())];
        own.extend(self.drop_key.iter().map(|key| (DROP_KEY, Zeroizing::new(key.to_vec()))));
        Ok(own)
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
