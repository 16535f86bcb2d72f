//! Doors to what a porch and its drop box say; see `crate::fuzzing`.

use super::entry::Entry;
use super::held::Held;
use super::{DropDraft, DropKind, Porch};
use crate::app::{Here, Koers};
use crate::content::Lang;
use crate::vault::fuzzing::{PORCH_KEY, Scratch, VAULT, drop_contents, porch_content};
use crate::vault::{RecordId, write_porch};

/// What the porch of these bytes says, and the porch that has them for its content.
pub(in crate::app) fn porch(data: &[u8], here: &Here) {
    if let Some(content) = porch_content(data) {
        let _ = Held::read(&content);
    }
    let Some(held) = Held::read(data) else { return };
    let bytes = held.bytes();
    assert_eq!(Held::read(&bytes), Some(held), "it was just written");
    let scratch = Scratch::with(&[]);
    if write_porch(scratch.path(), VAULT, &PORCH_KEY, &bytes).is_err() {
        return;
    }
    let porch = Porch::open(scratch.path(), &PORCH_KEY).expect("it was just written");
    for lang in [Lang::Nl, Lang::En] {
        let _ = porch.due(here, lang);
        let to_come = porch.plan(here, lang).unwrap_or_default();
        let _ = porch.help_now(lang);
        for one in to_come.iter().take(2) {
            let _ = porch.later(&one.stable_id, here);
        }
    }
    let draft = DropDraft { id: RecordId([5; 16]), what: DropKind::NothingSoFar, substance: None };
    let _ = porch.drop(&draft, here);
}

/// What an open vault would take out of the drop box of these bytes.
pub(in crate::app) fn drop_box(data: &[u8], koers: &Koers, here: &Here) {
    let state = koers.state();
    let journey = &state.as_ref().expect("it is open").journey;
    for content in drop_contents(data) {
        let Some(entry) = Entry::read(&content) else { continue };
        assert_eq!(entry.bytes().ok().and_then(|bytes| Entry::read(&bytes)), Some(entry.clone()));
        let _ = koers.change_of(journey, &entry, here);
    }
}
