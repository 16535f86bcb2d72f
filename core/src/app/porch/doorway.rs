//! The door between an open vault and its porch: what is written out, and what is taken in.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::entry::{DropKind, Entry};
use super::held::Held;
use super::{Porch, PorchKey, dropbox_of, written};
use crate::app::koers::{Open, commit, draft_of};
use crate::app::{Here, Koers, KoersError, Screen};
use crate::content::Args;
use crate::journey::draft::{Change, ClosingDraft, EpisodeDraft, Reason, Refusal};
use crate::journey::entity::{Closing, Episode};
use crate::journey::{ClosingAnswer, Journey, Source};
use crate::time::is_future;
use crate::vault::{
    DropBox, DropPublic, Intent, Outcome, RecordId, VaultError, read_porch, write_porch,
};

/// The porch of an open vault; forgotten when it is locked.
pub(in crate::app) struct Doorway {
    path: PathBuf,
    key: PorchKey,
    /// None where it could not be made, for want of room.
    drop_key: Option<DropPublic>,
    /// Why the porch was last not written.
    failure: Option<KoersError>,
}

/// How the porch of an open vault stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct PorchStatus {
    /// Whether there is one in this session (`set_porch`).
    pub set_up: bool,
    /// Why it was last not written; what was recorded is recorded all the same, and the next write
    /// tries again. None where the porch is as the vault is.
    pub failure: Option<KoersError>,
}

/// What was found in the drop box.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Drained {
    /// Entries that are now in the diary.
    pub taken: u32,
    /// Entries that were there already.
    pub repeated: u32,
    /// Entries that could be read but not recorded: about a substance that no pack knows, of a
    /// moment that has not come, or of a newer version.
    pub refused: u32,
    /// Entries that are not of this vault, or were changed.
    pub unreadable: u32,
    /// The last entry was cut off while it was written.
    pub torn: bool,
    /// Entries beyond the 64th, which no Koers wrote.
    pub beyond: u64,
    /// What there is to say about it.
    pub lines: Vec<String>,
}

impl Koers {
    /// Gives this session a porch at this path, under the background key: takes in what lies in
    /// its drop box, and writes the porch from now on after every change. For after every opening.
    ///
    /// # Errors
    ///
    /// Where the drop box could not be taken in; what lies in it is then still there, and the
    /// porch is set up all the same. That the porch itself could not be written says
    /// `porch_status`.
    pub fn set_porch(&self, path: &Path, key: &[u8; 32]) -> Result<Drained, KoersError> {
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        open.porch = Some(Doorway {
            path: path.to_owned(),
            key: PorchKey::of(key),
            drop_key: None,
            failure: None,
        });
        drop(state);
        self.drain()
    }

    /// Takes in what lies in the drop box, and writes the porch anew: for when the app comes to
    /// the front while it is open. Without a porch there is nothing to take in.
    ///
    /// # Errors
    ///
    /// As [`set_porch`](Self::set_porch).
    pub fn drain(&self) -> Result<Drained, KoersError> {
        let here = self.clock.here();
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        let Some(door) = &open.porch else { return Ok(Drained::default()) };
        let mut held_box = DropBox::hold(&dropbox_of(&door.path))?;
        let drained = self.take_in(&mut state, &mut held_box, &here);
        let Some(open) = state.as_mut() else { return drained };
        // Where the box cannot be emptied, what was in it is there already the next time.
        let in_it = drained.as_ref().is_ok_and(|drained| *drained != Drained::default());
        let emptied = if in_it { held_box.empty() } else { Ok(()) };
        self.write_out(open, &mut held_box, &here);
        if let (Err(error), Some(door)) = (emptied, &mut open.porch) {
            door.failure = Some(error.into());
        }
        drop(held_box);
        drop(state);
        let drained = drained?;
        if drained.taken > 0 {
            self.tell(&BTreeSet::from([
                Screen::Today,
                Screen::Diary,
                Screen::Situations,
                Screen::Goal,
                Screen::Reminders,
            ]));
        }
        Ok(drained)
    }

    /// How the porch stands.
    pub fn porch_status(&self) -> Result<PorchStatus, KoersError> {
        let state = self.state();
        let open = state.as_ref().ok_or(KoersError::Locked)?;
        let failure = open.porch.as_ref().and_then(|door| door.failure.clone());
        Ok(PorchStatus { set_up: open.porch.is_some(), failure })
    }

    /// Takes in what lies in the drop box, and takes the porch away.
    ///
    /// # Errors
    ///
    /// As [`set_porch`](Self::set_porch), with the porch still there; what the file system says.
    pub fn remove_porch(&self) -> Result<Drained, KoersError> {
        let drained = self.drain()?;
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        if let Some(door) = &open.porch {
            Porch::remove(&door.path)?;
            open.porch = None;
        }
        Ok(drained)
    }

    /// Writes the porch after a change, where there is one.
    pub(in crate::app) fn renew_porch(&self, open: &mut Open, here: &Here) {
        let Some(door) = &mut open.porch else { return };
        match DropBox::hold(&dropbox_of(&door.path)) {
            Ok(mut held_box) => self.write_out(open, &mut held_box, here),
            Err(error) => door.failure = Some(error.into()),
        }
    }

    /// Records what lies in the box, in one transaction. An entry that is there already, because
    /// an earlier time was interrupted before the box was emptied, is not recorded again.
    pub(in crate::app) fn take_in(
        &self,
        state: &mut Option<Open>,
        held_box: &mut DropBox,
        here: &Here,
    ) -> Result<Drained, KoersError> {
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        let drops = held_box.drops()?;
        let mut report = Drained { torn: drops.torn, beyond: drops.beyond, ..Drained::default() };
        let opened = open.vault.open_drops(&drops.entries)?;
        let mut aside = if opened.is_empty() { Journey::default() } else { open.journey.clone() };
        let mut seen: BTreeSet<RecordId> = BTreeSet::new();
        let mut drafts = Vec::new();
        for content in opened {
            let Some(entry) = content.and_then(|content| Entry::read(&content)) else {
                report.unreadable += 1;
                continue;
            };
            if !seen.insert(entry.id) {
                report.repeated += 1;
                continue;
            }
            match self.change_of(&aside, &entry, here) {
                Ok(change) => {
                    aside.try_out(&change, here.now);
                    drafts.push(draft_of(Intent::Create, change));
                }
                Err(Refusal { reason: Reason::AlreadyThere, .. }) => report.repeated += 1,
                Err(_refused) => report.refused += 1,
            }
        }
        let prepared = open.vault.prepare(&drafts, here.now.timestamp_millis())?;
        let written = prepared.outcomes().iter().filter(|one| **one == Outcome::Written).count();
        report.taken = written as u32;
        report.repeated += (drafts.len() - written) as u32;
        if written > 0 {
            commit(state, &drafts, here)?;
        }
        report.lines = self.lines_of(&report);
        Ok(report)
    }

    /// The record that an entry makes, checked as if it had been made at its own moment.
    pub(super) fn change_of(
        &self,
        journey: &Journey,
        entry: &Entry,
        here: &Here,
    ) -> Result<Change, Refusal> {
        let there = journey.records::<Episode>().record(entry.id).is_some()
            || journey.records::<Closing>().record(entry.id).is_some();
        if there {
            return Err(Refusal::new("id", Reason::AlreadyThere));
        }
        let not_possible = || Refusal::new("when", Reason::NotPossible);
        let then = entry.here().ok_or_else(not_possible)?;
        let desk = self.desk(journey, &then);
        let (change, made) = match entry.what().ok_or_else(not_possible)? {
            DropKind::NothingSoFar => {
                let closing = ClosingDraft {
                    id: entry.id,
                    substances: entry.substance.iter().cloned().collect(),
                    day: None,
                    answer: ClosingAnswer::SoFar,
                    made: None,
                    source: Source::Notification,
                };
                let closing = closing.check(&desk)?;
                (Change::set(journey, entry.id, &closing), closing.made)
            }
            DropKind::Mark => {
                let first = || journey.substances().first().map(|one| one.substance.clone());
                let substance = entry.substance.clone().or_else(first);
                let none = || Refusal::new("substance", Reason::Empty);
                let mark = EpisodeDraft::mark(&desk, &substance.ok_or_else(none)?)?;
                (Change::set(journey, entry.id, &mark), mark.made)
            }
        };
        if is_future(&made, here.now) {
            return Err(Refusal::new("when", Reason::Future));
        }
        Ok(change)
    }

    /// Writes the porch as the vault is, and keeps what only the old porch knows.
    fn write_out(&self, open: &mut Open, held_box: &mut DropBox, here: &Here) {
        let failure = self.try_write_out(open, held_box, here).err();
        if let Some(door) = &mut open.porch {
            door.failure = failure;
        }
    }

    fn try_write_out(
        &self,
        open: &mut Open,
        held_box: &mut DropBox,
        here: &Here,
    ) -> Result<(), KoersError> {
        let Some(door) = &mut open.porch else { return Ok(()) };
        if door.drop_key.is_none() {
            door.drop_key = Some(open.vault.drop_key()?);
        }
        let desk = self.desk(&open.journey, here);
        let mut held = written::held(&desk, door.drop_key)?;
        let old = match read_porch(&door.path, &door.key) {
            Ok(old) => Some(old),
            // What a newer version made is its to renew.
            Err(newer @ VaultError::NewerFormat { .. }) => return Err(newer.into()),
            Err(_lost) => None,
        };
        let old = old.filter(|old| old.vault == open.vault.id());
        if let Some(old) = old.and_then(|old| Held::read(&old.content)) {
            let box_is_empty = held_box.drops()? == crate::vault::Drops::default();
            written::carry_over(&mut held, &old, &desk, box_is_empty);
        }
        Ok(write_porch(&door.path, open.vault.id(), &door.key, &held.bytes())?)
    }

    fn lines_of(&self, report: &Drained) -> Vec<String> {
        let say = |id, entries: i64| {
            self.content.text(id, self.lang, &Args::new().count("entries", entries))
        };
        let lost = i64::from(report.refused + report.unreadable)
            + i64::from(report.torn)
            + i64::try_from(report.beyond).unwrap_or(i64::MAX / 2);
        let mut lines = Vec::new();
        if report.taken > 0 {
            lines.push(say("porch-taken", report.taken.into()));
        }
        if lost > 0 {
            lines.push(say("porch-not-taken", lost));
        }
        lines
    }
}
