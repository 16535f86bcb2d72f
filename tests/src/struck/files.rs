//! A vault into another file and back.

use std::path::Path;

use koers_core::vault::{BackupFault, Secret, Vault, VaultError};

use super::entries::vault_in;
use super::{Deed, State, said, versions};
use crate::fixture::recovery_code;
use crate::sample::{self, DEVICE, NOON};

const ENTRIES: usize = 40;
/// A backup that is there already.
const OLDER: &str = "older.koersbackup";
const NEW: &str = "new.koersbackup";
/// Where a backup is restored: nothing lies there, or another vault does.
const EMPTY_PLACE: &str = "restored.koers";
const TAKEN_PLACE: &str = "other.koers";
const DATE: &str = "2025-03-01";

/// A vault that device key and recovery code open, and a backup of it.
fn lay_out(folder: &Path) -> Result<(), VaultError> {
    let path = vault_in(folder);
    let code = recovery_code();
    let secrets = [Secret::Device(&DEVICE), Secret::RecoveryCode(&code)];
    let mut vault = Vault::create(&path, &secrets, &mut |_| ())?;
    let entries = sample::entries(31, ENTRIES);
    sample::record_all(&mut vault, &entries[..ENTRIES / 2])?;
    vault.backup(&folder.join(OLDER), NOON, false, &mut |_| ())?;
    sample::record_all(&mut vault, &entries[ENTRIES / 2..])
}

/// What a backup holds, in words; `none` where there is no file.
fn backed_up(path: &Path) -> Result<State, String> {
    match Vault::check_backup(path, &Secret::RecoveryCode(&recovery_code()), &mut |_| ()) {
        Ok(found) => Ok(said(&(found.made_ms, found.versions, found.generation)).into_bytes()),
        Err(VaultError::Backup(BackupFault::NotFound)) => Ok(b"none".to_vec()),
        Err(error) => Err(format!("{}: {error:?}", path.display())),
    }
}

/// A backup to a new place, then one over an older backup.
pub(super) struct Backup;

impl Deed for Backup {
    fn name(&self) -> &'static str {
        "backup"
    }

    fn steps(&self) -> usize {
        2
    }

    fn lay_out(&self, folder: &Path) -> Result<(), String> {
        lay_out(folder).map_err(|error| said(&error))
    }

    fn act(&self, folder: &Path, steps: usize, done: &mut dyn FnMut()) -> Result<(), String> {
        let (vault, _) = sample::open(&vault_in(folder)).map_err(|error| said(&error))?;
        for (name, replace, day) in [(NEW, false, 1), (OLDER, true, 2)].into_iter().take(steps) {
            let made = vault.backup(&folder.join(name), NOON + day, replace, &mut |_| ());
            made.map_err(|error| said(&error))?;
            done();
        }
        Ok(())
    }

    fn found(&self, folder: &Path) -> Result<State, String> {
        let mut state = versions(&vault_in(folder), &Secret::Device(&DEVICE))?;
        for name in [NEW, OLDER] {
            state.extend_from_slice(&backed_up(&folder.join(name))?);
        }
        Ok(state)
    }
}

/// A backup restored where nothing lies, then over another vault, which is kept aside.
pub(super) struct Restore;

impl Deed for Restore {
    fn name(&self) -> &'static str {
        "restore"
    }

    fn steps(&self) -> usize {
        2
    }

    fn lay_out(&self, folder: &Path) -> Result<(), String> {
        let other = sample::vault(&folder.join(TAKEN_PLACE), 32, ENTRIES).map(drop);
        other.and_then(|()| lay_out(folder)).map_err(|error| said(&error))
    }

    fn act(&self, folder: &Path, steps: usize, done: &mut dyn FnMut()) -> Result<(), String> {
        let code = recovery_code();
        let backup = folder.join(OLDER);
        for (name, keep) in [(EMPTY_PLACE, None), (TAKEN_PLACE, Some(DATE))].into_iter().take(steps)
        {
            let secret = Secret::RecoveryCode(&code);
            let made = Vault::restore(&backup, &folder.join(name), &secret, keep, &mut |_| ());
            made.map_err(|error| said(&error))?;
            done();
        }
        Ok(())
    }

    fn found(&self, folder: &Path) -> Result<State, String> {
        let code = recovery_code();
        let (by_code, by_device) = (Secret::RecoveryCode(&code), Secret::Device(&DEVICE));
        let mut state = backed_up(&folder.join(OLDER))?;
        state.extend(match versions(&folder.join(EMPTY_PLACE), &by_code) {
            Err(error) if error == said(&VaultError::NotFound) => b"nothing".to_vec(),
            found => found?,
        });
        let place = folder.join(TAKEN_PLACE);
        let kept = folder.join(format!("{TAKEN_PLACE}.before-restore-{DATE}"));
        let kept_state = match versions(&kept, &by_device) {
            Err(error) if error == said(&VaultError::NotFound) => None,
            found => Some(found.map_err(|error| format!("kept aside: {error}"))?),
        };
        let before = versions(&place, &by_device);
        let (there, old) = match before {
            Ok(old) => (b"old".to_vec(), Some(old)),
            Err(_) => (versions(&place, &by_code)?, kept_state.clone()),
        };
        // The vault that lay there is under one of its names, or both; never gone.
        let old = old.ok_or("the vault that lay there is gone")?;
        if kept_state.is_some_and(|kept| kept != old) {
            return Err("what was kept aside is another".to_owned());
        }
        state.extend(there);
        state.extend(old);
        Ok(state)
    }
}
