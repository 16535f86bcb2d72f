//! Entries put into a vault and changed there.

use std::path::{Path, PathBuf};

use koers_core::vault::{Draft, Intent, Secret, Vault};

use super::{Deed, State, said, versions};
use crate::sample::{self, DEVICE, NOON};

/// Entries that are there before.
const BASE: usize = 40;
/// So many rows a new vault has, its manifest not counted; with one more entry it grows.
const NEARLY_FULL: usize = 1_000;
/// Entries of one commit that make a vault grow.
const MANY: usize = 100;
/// A body so long that its row takes several pages.
const LONG: usize = 20_000;

pub(super) fn vault_in(folder: &Path) -> PathBuf {
    folder.join("vault.koers")
}

fn make(folder: &Path, entries: usize) -> Result<(), String> {
    sample::vault(&vault_in(folder), 11, entries).map(drop).map_err(|error| said(&error))
}

fn commit(vault: &mut Vault, drafts: &[Draft], step: usize) -> Result<(), String> {
    let prepared = vault.prepare(drafts, NOON + step as i64).map_err(|error| said(&error))?;
    vault.commit(prepared).map(drop).map_err(|error| said(&error))
}

/// Opens the vault and commits these, one step each.
fn commit_all(folder: &Path, steps: &[Vec<Draft>], done: &mut dyn FnMut()) -> Result<(), String> {
    let (mut vault, _) = sample::open(&vault_in(folder)).map_err(|error| said(&error))?;
    for (step, drafts) in steps.iter().enumerate() {
        commit(&mut vault, drafts, step)?;
        done();
    }
    Ok(())
}

fn found(folder: &Path) -> Result<State, String> {
    versions(&vault_in(folder), &Secret::Device(&DEVICE))
}

/// New entries, one after the other; the last is a very long one.
pub(super) struct Append;

impl Deed for Append {
    fn name(&self) -> &'static str {
        "append"
    }

    fn steps(&self) -> usize {
        3
    }

    fn lay_out(&self, folder: &Path) -> Result<(), String> {
        make(folder, BASE)
    }

    fn act(&self, folder: &Path, steps: usize, done: &mut dyn FnMut()) -> Result<(), String> {
        let mut new = sample::entries(12, self.steps());
        new[2].body.resize(LONG, 1);
        let each: Vec<_> = new.into_iter().take(steps).map(|draft| vec![draft]).collect();
        commit_all(folder, &each, done)
    }

    fn found(&self, folder: &Path) -> Result<State, String> {
        found(folder)
    }
}

/// An entry changed, another deleted, the first changed once more.
pub(super) struct Edit;

impl Deed for Edit {
    fn name(&self) -> &'static str {
        "edit"
    }

    fn steps(&self) -> usize {
        3
    }

    fn lay_out(&self, folder: &Path) -> Result<(), String> {
        make(folder, BASE)
    }

    fn act(&self, folder: &Path, steps: usize, done: &mut dyn FnMut()) -> Result<(), String> {
        let there = sample::entries(11, BASE);
        let new = sample::entries(13, 2);
        let change = |old: &Draft, new: &Draft| Draft {
            intent: Intent::Edit,
            body: new.body.clone(),
            ..old.clone()
        };
        let gone = Draft { intent: Intent::Delete, body: Vec::new(), ..there[1].clone() };
        let each = [vec![change(&there[0], &new[0])], vec![gone], vec![change(&there[0], &new[1])]];
        commit_all(folder, &each[..steps], done)
    }

    fn found(&self, folder: &Path) -> Result<State, String> {
        found(folder)
    }
}

/// Many entries in one commit, for which the vault grows.
pub(super) struct Fill;

impl Deed for Fill {
    fn name(&self) -> &'static str {
        "fill"
    }

    fn steps(&self) -> usize {
        1
    }

    fn lay_out(&self, folder: &Path) -> Result<(), String> {
        make(folder, NEARLY_FULL)
    }

    fn act(&self, folder: &Path, steps: usize, done: &mut dyn FnMut()) -> Result<(), String> {
        let each = [sample::entries(14, MANY)];
        commit_all(folder, &each[..steps], done)
    }

    fn found(&self, folder: &Path) -> Result<State, String> {
        found(folder)
    }
}
