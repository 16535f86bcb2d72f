//! The key of the drop box, and what is sealed to it.
//!
//! Whoever has the public half can put something in; only the vault, which keeps the secret half
//! in a row of its own, can take it out. An entry is 256 bytes: format, the public half of a key
//! made for it alone (X25519), the padded content under XChaCha20-Poly1305, and a tag.

use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

use super::VaultError;
use super::key::{Bytes32, NONCE, TAG, VaultId, keyed, open_raw, random, seal_raw};

/// Bytes of an entry, whatever it says.
pub const DROP_ENTRY: usize = 256;
/// Bytes that an entry has for its content.
pub const DROP_CONTENT: usize = DROP_ENTRY - 1 - 32 - TAG;
/// The format that this version writes and the only one it reads.
const FORMAT: u8 = 1;

/// A sealed entry.
pub type DropEntry = [u8; DROP_ENTRY];

/// The half of a drop box's key that only puts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DropPublic(pub [u8; 32]);

/// The half that takes out.
pub(super) struct DropSecret(StaticSecret);

impl DropSecret {
    pub(super) fn of(bytes: &[u8; 32]) -> Self {
        Self(StaticSecret::from(*bytes))
    }

    pub(super) fn public(&self) -> DropPublic {
        DropPublic(PublicKey::from(&self.0).to_bytes())
    }

    /// What an entry says, followed by zeros; none where it was not sealed to this key for this
    /// vault, or was changed.
    pub(super) fn open(&self, vault: VaultId, entry: &DropEntry) -> Option<Zeroizing<Vec<u8>>> {
        let (format, rest) = entry.split_first()?;
        let (theirs, rest) = rest.split_first_chunk::<32>()?;
        let (sealed, tag) = rest.split_last_chunk::<TAG>()?;
        if *format != FORMAT {
            return None;
        }
        let key = agreed(&self.0, *theirs, *theirs, self.public())?;
        let mut content = Zeroizing::new(sealed.to_vec());
        open_raw(&key, NO_NONCE, &aad(vault), &mut content, *tag).ok()?;
        Some(content)
    }
}

impl DropPublic {
    /// Seals an entry for the vault that this key belongs to.
    ///
    /// # Errors
    ///
    /// `TooLarge` where the content is longer than an entry has room for; `Damaged` where the key
    /// is none.
    pub fn seal(self, vault: [u8; 16], content: &[u8]) -> Result<DropEntry, VaultError> {
        self.seal_with(vault, &Zeroizing::new(random()?), content)
    }

    pub(super) fn seal_with(
        self,
        vault: VaultId,
        own: &Bytes32,
        content: &[u8],
    ) -> Result<DropEntry, VaultError> {
        if content.len() > DROP_CONTENT {
            return Err(VaultError::TooLarge { what: "an entry of the drop box" });
        }
        let own = StaticSecret::from(**own);
        let public = PublicKey::from(&own).to_bytes();
        let key = agreed(&own, self.0, public, self)
            .ok_or_else(|| VaultError::damaged("the key of the drop box"))?;
        let mut entry = [0; DROP_ENTRY];
        entry[0] = FORMAT;
        entry[1..33].copy_from_slice(&public);
        let (body, tag) = entry[33..].split_at_mut(DROP_CONTENT);
        body[..content.len()].copy_from_slice(content);
        tag.copy_from_slice(&seal_raw(&key, NO_NONCE, &aad(vault), body));
        Ok(entry)
    }
}

/// Every entry has a key of its own, which is used once.
const NO_NONCE: [u8; NONCE] = [0; NONCE];

/// The key that both halves agree on, bound to the two public keys; none where theirs is one of
/// the few that would give the same to everybody.
fn agreed(
    ours: &StaticSecret,
    theirs: [u8; 32],
    ephemeral: [u8; 32],
    receiver: DropPublic,
) -> Option<Bytes32> {
    let shared = ours.diffie_hellman(&PublicKey::from(theirs));
    let bound = || keyed(shared.as_bytes(), &[b"koers drop box", &ephemeral, &receiver.0]);
    shared.was_contributory().then(bound)
}

/// Binds an entry to its vault and format.
fn aad(vault: VaultId) -> [u8; 17] {
    let mut aad = [FORMAT; 17];
    aad[1..].copy_from_slice(&vault);
    aad
}
