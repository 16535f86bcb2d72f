//! What another copy of the journey holds taken in: a vault, then a backup of its later state.

use std::path::Path;

use koers_core::vault::{Draft, Intent, Secret, Vault, VaultError};

use super::entries::vault_in;
use super::{Deed, State, said, versions};
use crate::fixture::recovery_code;
use crate::sample::{self, DEVICE, NOON};

const ENTRIES: usize = 40;
/// The other copy, and a backup of it that holds more.
const OTHER: &str = "other.koers";
const LATER: &str = "later.koersbackup";

/// Two copies that began as one, each with changes of its own, one of them to the same record.
fn lay_out(folder: &Path) -> Result<(), VaultError> {
    let code = recovery_code();
    let (by_device, by_code) = (Secret::Device(&DEVICE), Secret::RecoveryCode(&code));
    let [path, other, later] = [vault_in(folder), folder.join(OTHER), folder.join(LATER)];
    let entries = sample::entries(81, ENTRIES);
    let mut vault = Vault::create(&path, &[by_device, by_code], &mut |_| ())?;
    sample::record_all(&mut vault, &entries)?;
    let begin = folder.join("begin.koersbackup");
    vault.backup(&begin, NOON, false, &mut |_| ())?;
    Vault::restore(&begin, &other, &by_code, None, &mut |_| ())?;
    sample::record_all(&mut vault, &changes(&entries[0], 82))?;

    let (mut theirs, _) = Vault::open(&other, &by_code, &mut |_| ())?;
    sample::record_all(&mut theirs, &changes(&entries[0], 83))?;
    sample::record_all(&mut theirs, &changes(&entries[1], 84))?;
    drop(theirs);
    // The backup holds what the copy then loses again.
    let whole = std::fs::read(&other)?;
    let (mut theirs, _) = Vault::open(&other, &by_code, &mut |_| ())?;
    sample::record_all(&mut theirs, &changes(&entries[2], 85))?;
    theirs.backup(&later, NOON + 1, false, &mut |_| ())?;
    drop(theirs);
    std::fs::write(&other, whole)?;
    Ok(())
}

/// One entry changed, and some new ones.
fn changes(of: &Draft, seed: u64) -> Vec<Draft> {
    let mut new = sample::entries(seed, 12);
    let body = new.pop().expect("twelve entries").body;
    new.push(Draft { intent: Intent::Edit, body, ..of.clone() });
    new
}

pub(super) struct Merge;

impl Deed for Merge {
    fn name(&self) -> &'static str {
        "merge"
    }

    fn steps(&self) -> usize {
        2
    }

    fn lay_out(&self, folder: &Path) -> Result<(), String> {
        lay_out(folder).map_err(|error| said(&error))
    }

    fn act(&self, folder: &Path, steps: usize, done: &mut dyn FnMut()) -> Result<(), String> {
        let code = recovery_code();
        let secret = Secret::RecoveryCode(&code);
        let (mut vault, _) = sample::open(&vault_in(folder)).map_err(|error| said(&error))?;
        for name in [OTHER, LATER].into_iter().take(steps) {
            let ready = vault.prepare_merge(&folder.join(name), Some(&secret), &mut |_| ());
            let merged = ready.and_then(|ready| vault.merge(ready, &mut |_| ()));
            merged.map_err(|error| said(&error))?;
            done();
        }
        Ok(())
    }

    /// The other copy is as it was, whatever became of this one.
    fn found(&self, folder: &Path) -> Result<State, String> {
        let code = recovery_code();
        let mut state = versions(&vault_in(folder), &Secret::Device(&DEVICE))?;
        state.extend(versions(&folder.join(OTHER), &Secret::RecoveryCode(&code))?);
        Ok(state)
    }
}
