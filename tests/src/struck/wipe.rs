//! A vault destroyed, with another that had been kept aside.

use std::fs;
use std::path::Path;

use koers_core::vault::{Secret, Vault, VaultError};

use super::entries::vault_in;
use super::{Deed, State, said, versions};
use crate::sample::{self, DEVICE};

const ENTRIES: usize = 10;
const KEPT: &str = "vault.koers.before-restore-2025-03-01";

fn lay_out(folder: &Path) -> Result<(), VaultError> {
    let path = vault_in(folder);
    drop(sample::vault(&path, 81, ENTRIES)?);
    fs::rename(&path, folder.join(KEPT))?;
    sample::vault(&path, 82, ENTRIES).map(drop)
}

/// What is left is whole, or goes when it is wiped once more.
pub(super) struct Wipe;

impl Deed for Wipe {
    fn name(&self) -> &'static str {
        "wipe"
    }

    fn steps(&self) -> usize {
        1
    }

    fn lay_out(&self, folder: &Path) -> Result<(), String> {
        lay_out(folder).map_err(|error| said(&error))
    }

    fn act(&self, folder: &Path, steps: usize, done: &mut dyn FnMut()) -> Result<(), String> {
        if steps == 0 {
            return Ok(());
        }
        // Whatever kept it from its end, it may have begun.
        Vault::wipe(&vault_in(folder)).map_err(|_failed| said(&VaultError::UncertainCommit))?;
        done();
        Ok(())
    }

    fn found(&self, folder: &Path) -> Result<State, String> {
        let path = vault_in(folder);
        if let Ok(whole) = versions(&path, &Secret::Device(&DEVICE)) {
            return Ok(whole);
        }
        match Vault::wipe(&path) {
            Ok(()) | Err(VaultError::NotFound) => {}
            Err(error) => return Err(format!("it cannot be wiped again: {error:?}")),
        }
        let left = fs::read_dir(folder).map_err(|error| format!("the folder: {error}"))?.count();
        match left {
            0 => Ok(b"gone".to_vec()),
            left => Err(format!("{left} files are left that no wipe reaches")),
        }
    }
}
