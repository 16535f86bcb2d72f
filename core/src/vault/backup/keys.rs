//! The backup keys: what wraps the file key of a backup, kept in a row of the vault so that a
//! backup can be written without asking for the passphrase.
//!
//! The row's body is a CBOR array with a map for each secret: 0 the kind of slot, 1 salt, 2 the
//! key-encryption key, and for a passphrase 3 memory in KiB, 4 passes, 5 lanes. Salt and key are
//! not those of the vault's own slot. A restored vault has them in both places.

use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use zeroize::{Zeroize, Zeroizing};

use crate::vault::derive::Cost;
use crate::vault::draft::Write;
use crate::vault::key::random;
use crate::vault::plain::BACKUP_KEYS;
use crate::vault::slot::{Beside, Fresh, Kek};
use crate::vault::stack::on_wiped;
use crate::vault::{Progress, Secret, SlotKind, Vault, VaultError};

/// Secrets that can open a backup: passphrase and recovery code.
const MOST: usize = 2;

/// The key-encryption keys of a vault's backups.
#[derive(Clone, Default)]
pub(in crate::vault) struct BackupKeys(pub(super) Vec<Kek>);

#[derive(Encode, Decode)]
#[cbor(map)]
struct Kept {
    #[n(0)]
    kind: u16,
    #[n(1)]
    salt: ByteArray<16>,
    #[n(2)]
    key: ByteArray<32>,
    #[n(3)]
    memory: Option<u32>,
    #[n(4)]
    passes: Option<u32>,
    #[n(5)]
    lanes: Option<u32>,
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.key.zeroize();
    }
}

/// Whether a secret of this kind opens backups. A device key does not: a backup is for the day
/// that the device is gone.
fn opens_backups(kind: SlotKind) -> bool {
    matches!(kind, SlotKind::Passphrase | SlotKind::RecoveryCode)
}

impl BackupKeys {
    /// The row's body.
    pub(in crate::vault) fn encode(&self) -> Zeroizing<Vec<u8>> {
        let kept: Vec<Kept> = self.0.iter().map(kept).collect();
        Zeroizing::new(minicbor::to_vec(&kept).expect("a vector takes every byte"))
    }

    /// Reads a body that lay within a seal.
    pub(in crate::vault) fn decode(body: &[u8]) -> Result<Self, VaultError> {
        let unread = || VaultError::damaged("the backup keys");
        let kept: Vec<Kept> = minicbor::decode(body).map_err(|_unread| unread())?;
        let keks = kept.iter().map(|one| kek(one).ok_or_else(unread));
        let keys = Self(keks.collect::<Result<_, _>>()?);
        let sound = keys.0.len() <= MOST && keys.0.iter().all(|one| opens_backups(one.kind));
        if sound { Ok(keys) } else { Err(unread()) }
    }

    /// The kinds of secret that open a backup under these keys.
    pub(in crate::vault) fn kinds(&self) -> Vec<SlotKind> {
        self.0.iter().map(|kek| kek.kind).collect()
    }

    /// Puts a key in the place of the one of its kind.
    pub(in crate::vault) fn put(&mut self, kek: Kek) {
        self.remove(kek.kind);
        self.0.push(kek);
    }

    /// Whether there was one of this kind.
    pub(in crate::vault) fn remove(&mut self, kind: SlotKind) -> bool {
        let before = self.0.len();
        self.0.retain(|kek| kek.kind != kind);
        self.0.len() < before
    }

    /// The content of a new slot for this secret; what it makes of the secret for backups is put
    /// in its place. `beside` is done at the same time.
    pub(in crate::vault) fn with_new_slot(
        &mut self,
        secret: &Secret<'_>,
        beside: Beside<'_>,
        wrap: impl FnOnce(&Kek, Fresh) -> Vec<u8>,
    ) -> Result<Vec<u8>, VaultError> {
        let fresh = Fresh::random()?;
        if !opens_backups(secret.kind()) {
            beside();
            return Ok(wrap(&Kek::new(secret, fresh.salt)?, fresh));
        }
        let [slot, backup] = Kek::pair(secret, [fresh.salt, random()?], beside)?;
        self.put(backup);
        Ok(wrap(&slot, fresh))
    }
}

fn kept(kek: &Kek) -> Kept {
    Kept {
        kind: kek.kind.code(),
        salt: kek.salt.into(),
        key: (*kek.key).into(),
        memory: kek.cost.map(|cost| cost.memory),
        passes: kek.cost.map(|cost| cost.passes),
        lanes: kek.cost.map(|cost| cost.lanes),
    }
}

fn kek(kept: &Kept) -> Option<Kek> {
    let kind = SlotKind::from_code(kept.kind);
    let cost = match kind {
        SlotKind::Passphrase => {
            Some(Cost { memory: kept.memory?, passes: kept.passes?, lanes: kept.lanes? })
        }
        _ => None,
    };
    Some(Kek { kind, salt: *kept.salt, cost, key: Zeroizing::new(*kept.key) })
}

impl Vault {
    /// The kinds of secret that open a backup of this vault. Empty where no backup key is kept:
    /// in a vault of the time before backups until its passphrase is given once
    /// ([`keep_backup_key`](Self::keep_backup_key)), and in one that only a device key opens.
    pub fn backup_opens_with(&self) -> Result<Vec<SlotKind>, VaultError> {
        Ok(self.backup_keys()?.kinds())
    }

    /// Lets this secret, which must open the vault, open its backups too. Setting a passphrase or
    /// a recovery code does that by itself; this is for a vault that was made before there were
    /// backups. Costs two derivations for a passphrase.
    pub fn keep_backup_key(
        &mut self,
        secret: &Secret<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), VaultError> {
        let kind = secret.kind();
        if !opens_backups(kind) {
            return Err(VaultError::NoSuchSlot(kind));
        }
        if kind == SlotKind::Passphrase {
            progress(Progress::DerivingKey);
        }
        self.check(secret)?;
        let mut keys = self.backup_keys()?;
        let salt = random()?;
        keys.put(on_wiped(|| Kek::new(secret, salt))??);
        self.write(&Write { own: vec![(BACKUP_KEYS, keys.encode())], ..Default::default() })
    }

    pub(in crate::vault) fn backup_keys(&self) -> Result<BackupKeys, VaultError> {
        match self.own_body(BACKUP_KEYS)? {
            Some(body) => BackupKeys::decode(&body),
            None => Ok(BackupKeys::default()),
        }
    }
}
