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

/// Seals in place and gives the tag. Whatever this vault seals, it seals here.
pub(super) fn seal_raw(
    key: &[u8; 32],
    nonce: [u8; NONCE],
    aad: &[u8],
    body: &mut [u8],
) -> [u8; TAG] {
    cipher(key)
        .encrypt_inout_detached(&XNonce::from(nonce), aad, body.into())
        .expect("what is sealed is far below the cipher's limit")
        .into()
}

/// Opens in place. Whatever this vault opens, it opens here.
///
/// # Errors
///
/// `Forged` where any of it is not as it was sealed; the body is then left as it was.
pub(super) fn open_raw(
    key: &[u8; 32],
    nonce: [u8; NONCE],
    aad: &[u8],
    body: &mut [u8],
    tag: [u8; TAG],
) -> Result<(), Forged> {
    cipher(key)
        .decrypt_inout_detached(&XNonce::from(nonce), aad, body.into(), &Tag::from(tag))
        .map_err(|_refused| Forged)
}

/// By reference: what is moved leaves copies.
fn cipher(key: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(<&Key>::from(key))
}

/// A seal does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Forged;

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
    rows: Bytes32,
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
        let elements = keyed(&vault, &[b"koers manifest"]);
        Self {
            rows: keyed(&vault, &[b"koers rows"]),
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
        let tag = seal_raw(&self.rows, nonce, &self.aad(row), &mut sealed[NONCE..]);
        sealed.extend_from_slice(&tag);
        sealed
    }

    /// Opens a sealed row in place and gives the padded plaintext within it.
    pub(super) fn open<'a>(&self, row: i64, sealed: &'a mut [u8]) -> Result<&'a [u8], VaultError> {
        let changed = || VaultError::damaged("a sealed row");
        let (nonce, rest) = sealed.split_first_chunk_mut::<NONCE>().ok_or_else(changed)?;
        let (body, tag) = rest.split_last_chunk_mut::<TAG>().ok_or_else(changed)?;
        open_raw(&self.rows, *nonce, &self.aad(row), body, *tag).map_err(|Forged| changed())?;
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

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::tests::unhex;
    use super::*;

    const WYCHEPROOF: &str = include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../tests/vectors/xchacha20_poly1305_test.json"
    ));

    /// One vector; none where its nonce has another length, which no seal of ours can be given.
    fn run(test: &Value) -> Option<Result<(), Forged>> {
        let bytes = |name: &str| unhex(test[name].as_str().expect("every vector has it"));
        let key = bytes("key").try_into().expect("32 bytes");
        let nonce = bytes("iv").try_into().ok()?;
        let (aad, plain, sealed) = (bytes("aad"), bytes("msg"), bytes("ct"));
        let tag: [u8; TAG] = bytes("tag").try_into().expect("16 bytes");
        let mut body = plain.clone();
        let made = seal_raw(&key, nonce, &aad, &mut body);
        assert_eq!(body, sealed, "{test}");
        let opened = open_raw(&key, nonce, &aad, &mut body, tag);
        match opened {
            Ok(()) => assert!(made == tag && body == plain, "{test}"),
            Err(Forged) => assert!(made != tag && body == sealed, "{test}"),
        }
        Some(opened)
    }

    #[test]
    fn seals_are_xchacha20_poly1305_as_wycheproof_has_it() {
        let file: Value = serde_json::from_str(WYCHEPROOF).expect("the file is checked in");
        let (mut valid, mut forged, mut of_other_length) = (0, 0, 0);
        let groups = file["testGroups"].as_array().expect("groups").iter();
        for test in groups.flat_map(|group| group["tests"].as_array().expect("tests")) {
            let outcome = run(test);
            let is_valid = test["result"] == "valid";
            assert_eq!(outcome == Some(Ok(())), is_valid, "{test}");
            match outcome {
                Some(Ok(())) => valid += 1,
                Some(Err(Forged)) => forged += 1,
                None => of_other_length += 1,
            }
        }
        assert_eq!((valid, forged, of_other_length), (246, 60, 9));
    }
}
