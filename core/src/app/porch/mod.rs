//! The porch: what works while the vault is locked.
//!
//! It reads the porch file under the background key and adds to the drop box; it never needs the
//! vault's key, and cannot read back what was noted. What is written to the porch, and what is
//! taken out of the box, is done by `Koers` (`doorway`).

mod doorway;
mod entry;
#[cfg(any(test, fuzzing))]
pub(super) mod fuzzing;
mod held;
mod view;
mod written;

use std::cmp::Reverse;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use zeroize::Zeroizing;

pub(super) use doorway::Doorway;
pub use doorway::{Drained, PorchStatus};
use entry::Entry;
pub use entry::{DropDraft, DropKind};
use held::{Dropped, Held, Item};
pub use view::{PorchAction, PorchReminder};

use super::{HelpNowView, Here, KoersError, help_now};
use crate::content::{Args, Content, Lang};
use crate::journey::draft::{Reason, Refusal};
use crate::reminder::{Action, Moved, PlannedReminder, moved};
use crate::time::Zone;
use crate::vault::{DropBox, DropPublic, RecordId, read_porch, remove_porch, write_porch};

/// The porch of one vault: reminders, help and the drop box, while the vault is locked.
///
/// Every call reads the file anew, so that it never shows what an open `Koers` has replaced.
pub struct Porch {
    path: PathBuf,
    key: PorchKey,
    content: Arc<Content>,
}

impl Porch {
    /// Opens the porch at this path with the background key, which the device's key store gives
    /// without asking the person. The drop box lies beside it, with the ending `dropbox`.
    ///
    /// # Errors
    ///
    /// `NotFound` before `Koers::set_porch` made one; `Damaged` for another key, or a file that
    /// was changed: the next unlocking makes it anew.
    pub fn open(path: &Path, key: &[u8; 32]) -> Result<Self, KoersError> {
        let porch =
            Self { path: path.to_owned(), key: PorchKey::of(key), content: Content::shipped() };
        porch.read()?;
        Ok(porch)
    }

    /// The reminders to be shown now, the most important first: their time has come, and they are
    /// not answered, closed or expired. Asked when one fires; what is not in it is taken off the
    /// screen.
    pub fn due(&self, here: &Here, lang: Lang) -> Result<Vec<PorchReminder>, KoersError> {
        let (_, held) = self.read()?;
        let (standing, zone) = (held.standing(), zone_of(here));
        let items = held.items.iter().filter_map(|item| seen(item, &held, &zone));
        let mut due: Vec<PlannedReminder> = items
            .filter(|(item, since)| standing.is_due(item, *since, here.now, &zone))
            .map(|(item, _)| item)
            .collect();
        due.sort_by_key(|item| (item.kind, Reverse(item.instant_ms)));
        Ok(self.views(&due, &held, lang))
    }

    /// The reminders to come, at most 48, in the order of time: the app schedules what is new and
    /// cancels what is gone, by stable id. The clock shows the same for each wherever the device
    /// has moved to since.
    pub fn plan(&self, here: &Here, lang: Lang) -> Result<Vec<PorchReminder>, KoersError> {
        let (_, held) = self.read()?;
        let (standing, zone) = (held.standing(), zone_of(here));
        let items = held.items.iter().filter_map(|item| seen(item, &held, &zone));
        let now = here.now.timestamp_millis();
        let mut to_come: Vec<PlannedReminder> = items
            .filter(|(item, since)| {
                item.instant_ms > now && standing.stands(item, *since, here.now)
            })
            .map(|(item, _)| item)
            .collect();
        to_come.sort_by_key(|item| item.instant_ms);
        Ok(self.views(&to_come, &held, lang))
    }

    /// Help for anybody, with the lines of the emergency plan that the person ticked for it.
    pub fn help_now(&self, lang: Lang) -> Result<HelpNowView, KoersError> {
        let (_, held) = self.read()?;
        let mut view = help_now(&self.content, lang, &held.country);
        if !held.help.is_empty() {
            view.own_plan = true;
            view.choices[1].steps = vec![self.content.text("help-used-safe", lang, &Args::new())];
            view.choices[1].steps.extend(held.help);
        }
        Ok(view)
    }

    /// Notes something without unlocking. When this returns, it survives a power cut; it is in the
    /// diary once the vault is unlocked, as noted at this moment.
    ///
    /// # Errors
    ///
    /// `Locked` where the person did not choose this; `DropBoxFull` at 64 entries, with nothing
    /// lost; `StorageFull`.
    pub fn drop(&self, draft: &DropDraft, here: &Here) -> Result<(), KoersError> {
        let mut held_box = DropBox::hold(&dropbox_of(&self.path))?;
        let (vault, mut held) = self.read()?;
        let key = held.drop_key.as_ref().ok_or(KoersError::Locked)?;
        let entry = Entry::of(draft, here)?;
        held_box.add(&DropPublic(**key).seal(vault, &entry.bytes()?)?)?;
        let today = held.cut_off.day_of(zone_of(here).local_of(here.now).0);
        held.dropped.push(Dropped {
            at_ms: here.now.timestamp_millis(),
            substance: draft.substance.clone(),
            closes: (draft.what == DropKind::NothingSoFar).then_some(today),
        });
        // The entry is noted; at worst a reminder comes that need not have.
        let _ = write_porch(&self.path, vault, &self.key, &held.bytes());
        Ok(())
    }

    /// Puts a reminder off for an hour; one that comes later still stays where it is.
    ///
    /// # Errors
    ///
    /// `InvalidDraft` where it is not planned, or makes no sense any more in an hour.
    pub fn later(&self, stable_id: &str, here: &Here) -> Result<(), KoersError> {
        let _alone = DropBox::hold(&dropbox_of(&self.path))?;
        let (vault, mut held) = self.read()?;
        let zone = zone_of(here);
        let unknown = || Refusal::new("id", Reason::UnknownId { id: String::new() });
        let place = held.items.iter().position(|item| item.stable_id == stable_id);
        let place = place.ok_or_else(unknown)?;
        let (item, _) = seen(&held.items[place], &held, &zone).ok_or_else(unknown)?;
        let not_possible = || Refusal::new("when", Reason::NotPossible);
        if !item.actions.contains(&Action::Later) {
            return Err(not_possible().into());
        }
        let put_off = moved(&item, Moved::AnHourFrom(here.now), &zone).ok_or_else(not_possible)?;
        if put_off.instant_ms == item.instant_ms {
            return Ok(());
        }
        held.items[place] = Item::of(&put_off, Some(here.now.timestamp_millis()));
        Ok(write_porch(&self.path, vault, &self.key, &held.bytes())?)
    }

    /// A new id for what is noted.
    pub fn new_id(&self) -> Result<RecordId, KoersError> {
        RecordId::random()
            .map_err(|_refused| KoersError::Other { reason: "no random numbers".to_owned() })
    }

    /// Takes the porch and its drop box away, with whatever is still in it: for wiping.
    pub fn remove(path: &Path) -> Result<(), KoersError> {
        remove_porch(path)?;
        Ok(remove_porch(&dropbox_of(path))?)
    }

    fn read(&self) -> Result<([u8; 16], Held), KoersError> {
        let porch = read_porch(&self.path, &self.key)?;
        let damaged = || KoersError::Damaged { part: "the porch".to_owned() };
        Ok((porch.vault, Held::read(&porch.content).ok_or_else(damaged)?))
    }

    fn views(&self, items: &[PlannedReminder], held: &Held, lang: Lang) -> Vec<PorchReminder> {
        let act = held.drop_key.is_some();
        items.iter().map(|item| view::view(&self.content, lang, item, act)).collect()
    }
}

impl std::fmt::Debug for Porch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Porch").finish_non_exhaustive()
    }
}

/// The background key, in a place of its own: what is moved leaves copies.
struct PorchKey(Box<Zeroizing<[u8; 32]>>);

impl PorchKey {
    fn of(key: &[u8; 32]) -> Self {
        let mut kept = Box::new(Zeroizing::new([0; 32]));
        kept.copy_from_slice(key);
        Self(kept)
    }
}

impl std::ops::Deref for PorchKey {
    type Target = [u8; 32];

    fn deref(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Where the drop box of a porch lies.
fn dropbox_of(porch: &Path) -> PathBuf {
    porch.with_extension("dropbox")
}

fn zone_of(here: &Here) -> Zone {
    Zone::known_or_fixed(&here.home.zone, here.home.offset_minutes)
}

/// An item by the clock of this place, and since when a record answers it: as it was planned, or
/// at the same time of the clock where the device has moved to another zone since. One that was
/// put off stays where it is.
fn seen(item: &Item, held: &Held, zone: &Zone) -> Option<(PlannedReminder, i64)> {
    let planned = item.planned()?;
    let same = zone.name().is_empty() || zone.name().eq_ignore_ascii_case(&held.zone);
    if let Some(put_off_ms) = item.put_off_ms {
        return Some((planned, put_off_ms));
    }
    let planned = if same { planned } else { moved(&planned, Moved::ToThisZone, zone)? };
    let since = planned.instant_ms;
    Some((planned, since))
}
