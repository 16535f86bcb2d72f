//! What lies beside a vault: a full drop box taken in, an entry recorded, another put into the box.

use std::path::Path;

use koers_core::app::{Command, DropDraft, DropKind, KoersError, Porch};
use koers_core::journey::draft::EpisodeDraft;
use koers_core::vault::Secret;

use super::entries::vault_in;
use super::{Deed, State, said};
use crate::fixture::DEVICE;
use crate::porch::{self, KEY, dropped, here, logged};

pub(super) struct Drain;

impl Deed for Drain {
    fn name(&self) -> &'static str {
        "drain"
    }

    fn steps(&self) -> usize {
        3
    }

    fn lay_out(&self, folder: &Path) -> Result<(), String> {
        let vault = vault_in(folder);
        let made = porch::make(&vault, &vault.with_extension("porch"), &[Secret::Device(&DEVICE)]);
        made.map_err(|error| said(&error))
    }

    fn act(&self, folder: &Path, steps: usize, done: &mut dyn FnMut()) -> Result<(), String> {
        act(folder, steps, done).map_err(|error| said(&error))
    }

    /// The porch is whole, and the diary holds each entry once.
    fn found(&self, folder: &Path) -> Result<State, String> {
        diary(folder).map_err(|error| said(&error))
    }
}

fn act(folder: &Path, steps: usize, done: &mut dyn FnMut()) -> Result<(), KoersError> {
    let vault = vault_in(folder);
    let beside = vault.with_extension("porch");
    let koers = porch::open(&vault, 20)?;
    if steps > 0 {
        koers.set_porch(&beside, &KEY)?;
        done();
    }
    if steps > 1 {
        let mut draft = EpisodeDraft::blank(logged(), "cannabis".into());
        draft.craving = Some(4);
        koers.record(&Command::Log(draft))?;
        done();
    }
    koers.lock();
    if steps > 2 {
        let draft = DropDraft { id: dropped(3), what: DropKind::Mark, substance: None };
        Porch::open(&beside, &KEY)?.drop(&draft, &here(25))?;
        done();
    }
    Ok(())
}

fn diary(folder: &Path) -> Result<State, KoersError> {
    let vault = vault_in(folder);
    let beside = vault.with_extension("porch");
    Porch::open(&beside, &KEY)?;
    let koers = porch::open(&vault, 30)?;
    koers.set_porch(&beside, &KEY)?;
    let mut ids: Vec<_> = koers.diary(0, 100)?.entries.iter().map(|entry| entry.id).collect();
    ids.sort_unstable();
    Ok(ids.into_iter().flat_map(|id| id.0).collect())
}
