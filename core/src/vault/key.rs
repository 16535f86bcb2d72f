//! Keys and what is sealed with them: the vault key, its subkeys, rows and their fingerprints.

use blake2::Blake2bMac;
use blake2::digest::{FixedOutput, KeyInit as _, Update, consts::U32};
use chacha20poly1305::{AeadInOut, Key, Tag, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::VaultError;

/// The format that this version writes and the only one it reads.
pub(super) const FORMAT: u32 = 1;
/// Bytes of a nonce of `XChaCha20`.
pub(super) const NONCE: usize = 24;
/// Bytes of a tag of Poly1305.
pub(super) const TAG: usize = 16;
/// What sealing adds to a plaintext.
pub(super) const OVERHEAD: usize = NONCE + TAG;

/// Thirty-two secret bytes, wiped when dropped.
pub(super) type Bytes32 = Zeroizing<[u8; 32]>;
/// The sixteen random bytes that name a vault.
pub(super) type VaultId = [u8; 16];

/// Keyed BLAKE2b-256 over the parts in a row.
pub(super) fn keyed(key: &[u8; 32], parts: &[&[u8]]) -> Bytes32 {
    let mut mac = Blake2bMac::<U32>::new_from_slice(key).expect("BLAKE2b takes 32-byte keys");
    for part in parts {
        mac.update(part);
    }
    let mut out = Zeroizing::new([0; 32]);
    mac.finalize_into((&mut *out).into());
    out
}

/// Random bytes from the operating system.
pub(super) fn random<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// What opens and seals the rows of one vault.
pub(super) struct Keys {
    /// The key that every slot wraps.
    pub(super) vault: Bytes32,
    pub(super) id: VaultId,
    rows: XChaCha20Poly1305,
    elements: Blake2bMac<U32>,
}

impl Keys {
    /// Under a new vault key. Boxed, as all keys that are kept: what is moved leaves copies.
    pub(super) fn random(id: VaultId) -> Result<Box<Self>, VaultError> {
        super::stack::on_wiped(|| {
            let vault = Zeroizing::new(random()?);
            Ok(Box::new(Self::new(vault, id)))
        })?
    }

    /// The same keys once more.
    pub(super) fn copy(other: &Self) -> Result<Box<Self>, VaultError> {
        super::stack::on_wiped(|| Box::new(Self::new(other.vault.clone(), other.id)))
    }

    pub(super) fn new(vault: Bytes32, id: VaultId) -> Self {
        let rows = keyed(&vault, &[b"koers rows"]);
        let elements = keyed(&vault, &[b"koers manifest"]);
        Self {
            rows: XChaCha20Poly1305::new(&Key::from(*rows)),
            elements: Blake2bMac::new_from_slice(&*elements).expect("BLAKE2b takes 32-byte keys"),
            vault,
            id,
        }
    }

    /// Binds a row to its vault, format and id, so that it opens nowhere else.
    fn aad(&self, row: i64) -> [u8; 28] {
        let mut aad = [0; 28];
        aad[..16].copy_from_slice(&self.id);
        aad[16..20].copy_from_slice(&FORMAT.to_le_bytes());
        aad[20..].copy_from_slice(&row.to_le_bytes());
        aad
    }

    /// Seals a padded plaintext as nonce ‖ ciphertext ‖ tag.
    pub(super) fn seal(&self, row: i64, nonce: [u8; NONCE], plain: &[u8]) -> Vec<u8> {
        let mut sealed = Vec::with_capacity(plain.len() + OVERHEAD);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(plain);
        let tag = self
            .rows
            .encrypt_inout_detached(
                &XNonce::from(nonce),
                &self.aad(row),
                (&mut sealed[NONCE..]).into(),
            )
            .expect("a row is far below the cipher's limit");
        sealed.extend_from_slice(&tag);
        sealed
    }

    /// Opens a sealed row in place and gives the padded plaintext within it.
    pub(super) fn open<'a>(&self, row: i64, sealed: &'a mut [u8]) -> Result<&'a [u8], VaultError> {
        let changed = || VaultError::damaged("a sealed row");
        let (nonce, rest) = sealed.split_first_chunk_mut::<NONCE>().ok_or_else(changed)?;
        let (body, tag) = rest.split_last_chunk_mut::<TAG>().ok_or_else(changed)?;
        self.rows
            .decrypt_inout_detached(
                &XNonce::from(*nonce),
                &self.aad(row),
                (&mut *body).into(),
                &Tag::from(*tag),
            )
            .map_err(|_refused| changed())?;
        Ok(body)
    }

    /// The keyed fingerprint of a sealed row that the manifest sums up. Unkeyed tags would not
    /// do: a set of rows with the same XOR is then found by linear algebra.
    pub(super) fn element(&self, row: i64, sealed: &[u8]) -> [u8; 32] {
        let mut mac = self.elements.clone();
        mac.update(&row.to_le_bytes());
        mac.update(&sealed[..NONCE]);
        mac.update(&sealed[sealed.len() - TAG..]);
        mac.finalize_fixed().into()
    }
}

/// Adds or takes away an element; the two are the same.
pub(super) fn xor(sum: &mut [u8; 32], element: &[u8; 32]) {
    for (a, b) in sum.iter_mut().zip(element) {
        *a ^= b;
    }
}
