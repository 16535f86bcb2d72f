//! A key slot: the vault key, wrapped for one passphrase, device key or recovery code.
//!
//! Its content is a CBOR map: 0 the head (bytes), 1 the commitment, 2 a nonce, 3 the sealed vault
//! key. The head is itself a CBOR map and is bound to the seal and the commitment byte for byte:
//! 0 format, 1 vault id, 2 slot kind, 3 salt, and for a passphrase 4 memory in KiB, 5 passes,
//! 6 lanes. The vault id has to be in clear somewhere, since it is needed to open anything.

use std::fmt;

use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};
use zeroize::Zeroizing;

use super::derive::{Cost, Memory, derive};
use super::key::{Bytes32, FORMAT, Forged, NONCE, VaultId, keyed, open_raw, random, seal_raw};
use super::stack::on_wiped;
use super::{RecoveryCode, VaultError};

/// What opens a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum SlotKind {
    /// Something the person knows.
    Passphrase,
    /// A key that the device's key store releases.
    Device,
    /// A code that the person wrote down.
    RecoveryCode,
    /// A kind that a later version knows.
    Unknown(u16),
}

impl SlotKind {
    pub(super) fn code(self) -> u16 {
        match self {
            Self::Passphrase => 1,
            Self::Device => 2,
            Self::RecoveryCode => 3,
            Self::Unknown(code) => code,
        }
    }

    pub(super) fn from_code(code: u16) -> Self {
        match code {
            1 => Self::Passphrase,
            2 => Self::Device,
            3 => Self::RecoveryCode,
            code => Self::Unknown(code),
        }
    }
}

impl fmt::Display for SlotKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Passphrase => f.write_str("passphrase"),
            Self::Device => f.write_str("device key"),
            Self::RecoveryCode => f.write_str("recovery code"),
            Self::Unknown(code) => write!(f, "key of kind {code}"),
        }
    }
}

/// A secret that opens a vault or, as a slot to be made, shall open it.
#[derive(Clone, Copy)]
pub enum Secret<'a> {
    /// A passphrase, as bytes so that it never lies in a String of another language.
    Passphrase(&'a [u8]),
    /// The key that the device's key store released.
    Device(&'a [u8; 32]),
    /// The recovery code.
    RecoveryCode(&'a RecoveryCode),
}

impl Secret<'_> {
    /// The kind of slot that this opens.
    pub fn kind(&self) -> SlotKind {
        match self {
            Self::Passphrase(_) => SlotKind::Passphrase,
            Self::Device(_) => SlotKind::Device,
            Self::RecoveryCode(_) => SlotKind::RecoveryCode,
        }
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct Sealed {
    #[n(0)]
    head: ByteVec,
    #[n(1)]
    commitment: ByteArray<32>,
    #[n(2)]
    nonce: ByteArray<NONCE>,
    #[n(3)]
    wrapped: ByteArray<48>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct Head {
    #[n(0)]
    format: u32,
    #[n(1)]
    vault: ByteArray<16>,
    #[n(2)]
    kind: u16,
    #[n(3)]
    salt: ByteArray<16>,
    #[n(4)]
    memory: Option<u32>,
    #[n(5)]
    passes: Option<u32>,
    #[n(6)]
    lanes: Option<u32>,
}

/// One slot as read from the file; nothing about it is believed before it is opened.
pub(super) struct Slot {
    sealed: Sealed,
    head: Head,
}

/// The random values of a new slot.
pub(super) struct Fresh {
    pub(super) salt: [u8; 16],
    pub(super) nonce: [u8; NONCE],
}

impl Fresh {
    pub(super) fn random() -> Result<Self, VaultError> {
        Ok(Self { salt: random()?, nonce: random()? })
    }
}

/// What is done at the same time.
pub(super) type Beside<'a> = &'a mut (dyn FnMut() + Send);

/// A key-encryption key, with what a slot says of how its secret becomes it.
#[derive(Clone)]
pub(super) struct Kek {
    pub(super) kind: SlotKind,
    pub(super) salt: [u8; 16],
    /// For a passphrase, and only then.
    pub(super) cost: Option<Cost>,
    pub(super) key: Bytes32,
}

impl Kek {
    /// For a new slot. Costs one derivation for a passphrase.
    pub(super) fn new(secret: &Secret<'_>, salt: [u8; 16]) -> Result<Self, VaultError> {
        Self::with(secret, salt, Memory::for_new_slot)
    }

    /// For a slot of known cost, that is the same on every machine.
    #[cfg(test)]
    pub(super) fn at_cost(
        secret: &Secret<'_>,
        salt: [u8; 16],
        passes: u32,
    ) -> Result<Self, VaultError> {
        Self::with(secret, salt, || Memory::for_passes(passes))
    }

    fn with(
        secret: &Secret<'_>,
        salt: [u8; 16],
        memory: impl FnOnce() -> Result<(Cost, Memory), VaultError>,
    ) -> Result<Self, VaultError> {
        let (cost, key) = match secret {
            Secret::Passphrase(passphrase) => {
                let (cost, mut memory) = memory()?;
                (Some(cost), derive(passphrase, &salt, cost, &mut memory)?)
            }
            _ => (None, kek_of_key(secret, &salt)),
        };
        Ok(Self { kind: secret.kind(), salt, cost, key })
    }

    /// Two of one secret, that tell nothing about each other. The two derivations of a passphrase
    /// run side by side, where the memory for both is given, and `beside` with them: after their
    /// memory is, so that what it takes costs the new slots nothing.
    pub(super) fn pair(
        secret: &Secret<'_>,
        salts: [[u8; 16]; 2],
        beside: Beside<'_>,
    ) -> Result<[Self; 2], VaultError> {
        let [one, two] = salts;
        let Secret::Passphrase(passphrase) = secret else {
            beside();
            return Ok([Self::new(secret, one)?, Self::new(secret, two)?]);
        };
        let (cost, mut memory) = Memory::for_new_slot()?;
        let (first, second) = match Memory::reserve(cost) {
            Ok(mut other) => std::thread::scope(|scope| {
                scope.spawn(beside);
                let second = move || derive(passphrase, &two, cost, &mut other);
                let second = scope.spawn(move || on_wiped(second).flatten());
                let first = derive(passphrase, &one, cost, &mut memory);
                let failed = |_| Err(VaultError::Other { reason: "a key derivation".to_owned() });
                (first, second.join().unwrap_or_else(failed))
            }),
            Err(_refused) => {
                beside();
                let first = derive(passphrase, &one, cost, &mut memory);
                (first, derive(passphrase, &two, cost, &mut memory))
            }
        };
        let kek = |salt, key| Self { kind: SlotKind::Passphrase, salt, cost: Some(cost), key };
        Ok([kek(one, first?), kek(two, second?)])
    }

    /// Wraps a key in a slot and gives the slot's content.
    pub(super) fn wrap(
        &self,
        wrapped_key: &[u8; 32],
        vault: VaultId,
        nonce: [u8; NONCE],
    ) -> Vec<u8> {
        let head = written(&Head {
            format: FORMAT,
            vault: vault.into(),
            kind: self.kind.code(),
            salt: self.salt.into(),
            memory: self.cost.map(|cost| cost.memory),
            passes: self.cost.map(|cost| cost.passes),
            lanes: self.cost.map(|cost| cost.lanes),
        });
        let mut wrapped = [0; 48];
        wrapped[..32].copy_from_slice(wrapped_key);
        let (body, tag) = wrapped.split_at_mut(32);
        tag.copy_from_slice(&seal_raw(&wrap_key(&self.key), nonce, &head, body));
        written(&Sealed {
            commitment: (*commitment(&self.key, &head)).into(),
            nonce: nonce.into(),
            wrapped: wrapped.into(),
            head: head.into(),
        })
    }
}

fn written<T: Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).expect("a vector takes every byte")
}

fn wrap_key(kek: &Bytes32) -> Bytes32 {
    keyed(kek, &[b"wrap"])
}

/// Ties a key to a head. `XChaCha20-Poly1305` alone does not: one sealed text can be made to open
/// under many keys, and then one guess tries many passphrases.
fn commitment(kek: &Bytes32, head: &[u8]) -> Bytes32 {
    keyed(kek, &[b"commit", head])
}

/// The key-encryption key of a secret that is random enough to need no costly derivation.
fn kek_of_key(secret: &Secret<'_>, salt: &[u8; 16]) -> Bytes32 {
    let mut key = Zeroizing::new([0; 32]);
    match secret {
        Secret::Device(device) => key.copy_from_slice(*device),
        Secret::RecoveryCode(code) => key[..16].copy_from_slice(code.secret()),
        // Reached by no caller: a passphrase goes through `derive`.
        Secret::Passphrase(_) => {}
    }
    keyed(&key, &[b"koers slot", &secret.kind().code().to_le_bytes(), salt])
}

impl Slot {
    /// Reads a slot's content; none where it is not a slot of this format.
    pub(super) fn read(content: &[u8]) -> Option<Self> {
        let sealed: Sealed = minicbor::decode(content).ok()?;
        let head: Head = minicbor::decode(&sealed.head).ok()?;
        (head.format == FORMAT).then_some(Self { sealed, head })
    }

    pub(super) fn kind(&self) -> SlotKind {
        SlotKind::from_code(self.head.kind)
    }

    pub(super) fn vault(&self) -> VaultId {
        self.head.vault.into()
    }

    /// The vault key, if the secret is the slot's. Costs one derivation for a passphrase, right
    /// or wrong.
    pub(super) fn unwrap(&self, secret: &Secret<'_>) -> Result<Bytes32, VaultError> {
        let salt: &[u8; 16] = &self.head.salt;
        let kek = match secret {
            Secret::Passphrase(passphrase) => {
                let cost = self.cost()?;
                derive(passphrase, salt, cost, &mut Memory::reserve(cost)?)?
            }
            _ => kek_of_key(secret, salt),
        };
        self.unwrap_with(&kek)
    }

    /// The vault key, if this is the slot's key-encryption key.
    pub(super) fn unwrap_with(&self, kek: &Bytes32) -> Result<Bytes32, VaultError> {
        if *commitment(kek, &self.sealed.head) != *self.sealed.commitment {
            return Err(VaultError::WrongKey);
        }
        let mut key = Zeroizing::new([0; 32]);
        let (body, tag) = self.sealed.wrapped.split_last_chunk().expect("48 bytes are 32 and 16");
        key.copy_from_slice(body);
        let (nonce, head) = (*self.sealed.nonce, &self.sealed.head);
        open_raw(&wrap_key(kek), nonce, head, &mut *key, *tag)
            .map_err(|Forged| VaultError::damaged("a key slot"))?;
        Ok(key)
    }

    fn cost(&self) -> Result<Cost, VaultError> {
        let absent = || VaultError::damaged("a key slot");
        let cost = Cost {
            memory: self.head.memory.ok_or_else(absent)?,
            passes: self.head.passes.ok_or_else(absent)?,
            lanes: self.head.lanes.ok_or_else(absent)?,
        };
        cost.check()?;
        Ok(cost)
    }
}
