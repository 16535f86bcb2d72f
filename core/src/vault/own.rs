//! The drop box's key among the vault's own rows.
//!
//! An own row is sealed like any other; its kind, the first pair in it, says which it is.

use zeroize::Zeroizing;

use super::draft::Write;
use super::drop_key::{DropEntry, DropPublic, DropSecret};
use super::key::{Bytes32, random};
use super::{Vault, VaultError};

/// The kind of the row that holds the secret half of the drop box's key, 32 bytes.
pub(super) const DROP_KEY: u16 = 2;

impl Vault {
    /// The name of this vault, to which the files beside it are bound.
    pub fn id(&self) -> [u8; 16] {
        self.keys.id
    }

    /// The public half of the drop box's key; the key is made where there is none yet.
    ///
    /// # Errors
    ///
    /// As for any write; `Damaged` where what lies there is no key.
    pub fn drop_key(&mut self) -> Result<DropPublic, VaultError> {
        if let Some(secret) = self.drop_secret()? {
            return Ok(secret.public());
        }
        let bytes = Zeroizing::new(random::<32>()?);
        let public = DropSecret::of(&bytes).public();
        let own = vec![(DROP_KEY, Zeroizing::new(bytes.to_vec()))];
        self.write(&Write { own, ..Write::default() })?;
        Ok(public)
    }

    /// What entries of the drop box say, each followed by zeros; none where one was not sealed for
    /// this vault, or was changed.
    ///
    /// # Errors
    ///
    /// `Damaged` where what lies in the vault is no key.
    pub fn open_drops(
        &self,
        entries: &[DropEntry],
    ) -> Result<Vec<Option<Zeroizing<Vec<u8>>>>, VaultError> {
        let secret = self.drop_secret()?;
        let open = |entry| secret.as_ref()?.open(self.keys.id, entry);
        Ok(entries.iter().map(open).collect())
    }

    fn drop_secret(&self) -> Result<Option<DropSecret>, VaultError> {
        Ok(self.drop_secret_bytes()?.map(|bytes| DropSecret::of(&bytes)))
    }

    /// The secret half as it lies in its row; none where the vault has no drop box.
    pub(super) fn drop_secret_bytes(&self) -> Result<Option<Bytes32>, VaultError> {
        let Some(body) = self.own_body(DROP_KEY)? else { return Ok(None) };
        let mut bytes = Zeroizing::new([0; 32]);
        if body.len() != bytes.len() {
            return Err(VaultError::damaged("the key of the drop box"));
        }
        bytes.copy_from_slice(&body);
        Ok(Some(bytes))
    }
}
