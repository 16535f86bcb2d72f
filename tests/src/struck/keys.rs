//! The keys of a vault changed: another passphrase, another vault key.

use std::fs;
use std::path::Path;

use koers_core::vault::{Secret, Vault, VaultError};
use rusqlite::{Connection, OpenFlags};

use super::entries::vault_in;
use super::{Deed, State, said, versions};
use crate::sample::{self, DEVICE};

const OLD_PASSPHRASE: &[u8] = b"drie gele emmers op een rij";
const NEW_PASSPHRASE: &[u8] = b"zeven stille lampen langs het water";
const NEW_DEVICE: [u8; 32] = [0x4b; 32];
const ENTRIES: usize = 40;
/// The vault as it was, beside it.
const BEFORE: &str = "before.koers";

/// Another passphrase, with the vault open by its device key.
pub(super) struct Passphrase;

impl Deed for Passphrase {
    fn name(&self) -> &'static str {
        "passphrase"
    }

    fn steps(&self) -> usize {
        1
    }

    fn lay_out(&self, folder: &Path) -> Result<(), String> {
        let path = vault_in(folder);
        let secrets = [Secret::Device(&DEVICE), Secret::Passphrase(OLD_PASSPHRASE)];
        let made = Vault::create(&path, &secrets, &mut |_| ())
            .and_then(|mut vault| sample::record_all(&mut vault, &sample::entries(21, ENTRIES)));
        made.map_err(|error| said(&error))?;
        fs::copy(path, folder.join(BEFORE)).map(drop).map_err(|error| said(&error))
    }

    fn act(&self, folder: &Path, steps: usize, done: &mut dyn FnMut()) -> Result<(), String> {
        let (mut vault, _) = sample::open(&vault_in(folder)).map_err(|error| said(&error))?;
        if steps > 0 {
            let set = vault.set_slot(&Secret::Passphrase(NEW_PASSPHRASE), &mut |_| ());
            set.map_err(|error| said(&error))?;
            done();
        }
        Ok(())
    }

    /// The slots are the old ones to the byte, which cost no derivation to try, or the new passphrase
    /// opens them.
    fn found(&self, folder: &Path) -> Result<State, String> {
        let path = vault_in(folder);
        let mut state = versions(&path, &Secret::Device(&DEVICE))?;
        let [now, before] = [path.clone(), folder.join(BEFORE)].map(|path| slots(&path));
        if now.map_err(|error| said(&error))? == before.map_err(|error| said(&error))? {
            state.extend_from_slice(b"old");
            return Ok(state);
        }
        let (vault, _) = sample::open(&path).map_err(|error| said(&error))?;
        vault.check(&Secret::Passphrase(NEW_PASSPHRASE)).map_err(|error| said(&error))?;
        state.extend_from_slice(b"new");
        Ok(state)
    }
}

/// The table of key slots.
fn slots(vault: &Path) -> rusqlite::Result<Vec<(i64, Vec<u8>)>> {
    let conn = Connection::open_with_flags(vault, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut select = conn.prepare("SELECT id, body FROM slot ORDER BY id")?;
    select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// Every row under a new key.
pub(super) struct Rekey;

impl Deed for Rekey {
    fn name(&self) -> &'static str {
        "rekey"
    }

    fn steps(&self) -> usize {
        1
    }

    fn lay_out(&self, folder: &Path) -> Result<(), String> {
        let made = sample::vault(&vault_in(folder), 22, ENTRIES);
        made.map(drop).map_err(|error| said(&error))
    }

    fn act(&self, folder: &Path, steps: usize, done: &mut dyn FnMut()) -> Result<(), String> {
        let (mut vault, _) = sample::open(&vault_in(folder)).map_err(|error| said(&error))?;
        if steps > 0 {
            let ready = vault.prepare_rekey(&[Secret::Device(&NEW_DEVICE)], &mut |_| ());
            let turned = ready.and_then(|ready| vault.rekey(&ready, &mut |_| ()));
            turned.map_err(|error| said(&error))?;
            done();
        }
        Ok(())
    }

    /// Exactly one of the two keys opens it.
    fn found(&self, folder: &Path) -> Result<State, String> {
        let path = vault_in(folder);
        let [old, new] = [DEVICE, NEW_DEVICE].map(|key| versions(&path, &Secret::Device(&key)));
        let (mut state, which) = match (old, new) {
            (Ok(state), Err(error)) if error == said(&VaultError::WrongKey) => (state, b"old"),
            (Err(error), Ok(state)) if error == said(&VaultError::WrongKey) => (state, b"new"),
            (old, new) => {
                return Err(format!("old {:?}, new {:?}", old.map(drop), new.map(drop)));
            }
        };
        state.extend_from_slice(which);
        Ok(state)
    }
}
