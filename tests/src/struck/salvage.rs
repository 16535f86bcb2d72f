//! A damaged vault saved: a new one in its place, and the damaged file kept aside.

use std::fs;
use std::path::Path;

use koers_core::vault::{Secret, Vault, VaultError};

use super::entries::vault_in;
use super::{Deed, State, said, versions};
use crate::sample::{self, DEVICE};

const ENTRIES: usize = 40;
/// The vault before it broke, and after, for comparing.
const WHOLE: &str = "whole.koers";
const BROKEN: &str = "broken.koers";
const DATE: &str = "2025-03-01";
/// The part of the first page that SQLite's own header leaves: its table of tables lies there.
const SCHEMA: std::ops::Range<usize> = 100..1_024;

/// A vault whose table of tables is gone: nothing in it can be found any more, all of it still lies
/// there.
fn lay_out(folder: &Path) -> Result<(), VaultError> {
    let path = vault_in(folder);
    drop(sample::vault(&path, 91, ENTRIES)?);
    fs::rename(&path, folder.join(WHOLE))?;
    let mut bytes = fs::read(folder.join(WHOLE))?;
    bytes[SCHEMA].fill(0);
    fs::write(folder.join(BROKEN), &bytes)?;
    fs::write(&path, &bytes)?;
    Ok(())
}

fn is_broken_one(folder: &Path, path: &Path) -> Result<bool, String> {
    let read = |path: &Path| fs::read(path).map_err(|error| format!("{}: {error}", path.display()));
    Ok(read(path)? == read(&folder.join(BROKEN))?)
}

pub(super) struct Salvage;

impl Deed for Salvage {
    fn name(&self) -> &'static str {
        "salvage"
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
        let saved = Vault::salvage(&vault_in(folder), &Secret::Device(&DEVICE), DATE, &mut |_| ());
        saved.map_err(|error| said(&error))?.ok_or("the vault is sound")?;
        done();
        Ok(())
    }

    fn found(&self, folder: &Path) -> Result<State, String> {
        let path = vault_in(folder);
        let by_device = Secret::Device(&DEVICE);
        let aside = folder.join(format!("vault.koers.damaged-{DATE}"));
        let kept = aside.exists();
        if kept && !is_broken_one(folder, &aside)? {
            return Err("what was kept aside is not the damaged file".to_owned());
        }
        let before = versions(&folder.join(WHOLE), &by_device)?;
        match versions(&path, &by_device) {
            Ok(saved) if saved != before => Err("the vault was saved in part".to_owned()),
            Ok(_) if !kept => Err("the damaged file is gone".to_owned()),
            Ok(_) => Ok(b"saved".to_vec()),
            Err(_) if is_broken_one(folder, &path)? => Ok(b"damaged".to_vec()),
            Err(error) => Err(error),
        }
    }
}
