//! A new vault, where nothing lies yet.

use std::path::Path;

use koers_core::vault::{Secret, Vault, VaultError};

use super::entries::vault_in;
use super::{Deed, State, said, versions};
use crate::sample::DEVICE;

/// Whole or not there at all, and then it can be made.
pub(super) struct Create;

impl Deed for Create {
    fn name(&self) -> &'static str {
        "create"
    }

    fn steps(&self) -> usize {
        1
    }

    fn lay_out(&self, _folder: &Path) -> Result<(), String> {
        Ok(())
    }

    fn act(&self, folder: &Path, steps: usize, done: &mut dyn FnMut()) -> Result<(), String> {
        if steps == 1 {
            create(folder).map_err(|error| said(&error))?;
            done();
        }
        Ok(())
    }

    fn found(&self, folder: &Path) -> Result<State, String> {
        match versions(&vault_in(folder), &Secret::Device(&DEVICE)) {
            Ok(state) if state.is_empty() => Ok(b"made".to_vec()),
            Ok(_) => Err("a new vault holds something".to_owned()),
            Err(error) if error == said(&VaultError::NotFound) => {
                create(folder).map_err(|error| said(&error))?;
                Ok(b"nothing".to_vec())
            }
            Err(error) => Err(error),
        }
    }
}

fn create(folder: &Path) -> Result<(), VaultError> {
    Vault::create(&vault_in(folder), &[Secret::Device(&DEVICE)], &mut |_| ()).map(drop)
}
