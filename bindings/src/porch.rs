//! What works while the vault is locked.

use std::path::Path;
use std::sync::Arc;

use koers_core::app::{
    Clock, DropDraft, HelpNowView, Here, KoersError, Porch as Core, PorchReminder, SystemClock,
};
use koers_core::content::Lang;
use koers_core::vault::RecordId;

use crate::koers::key_of;

/// The porch of a vault: reminders, help and notes while it is locked.
///
/// Calls are short and may come from any thread or process. `here` is none for the device's own
/// clock.
#[derive(uniffi::Object)]
pub struct Porch {
    core: Core,
}

#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
impl Porch {
    /// Opens the porch at this path with the thirty-two bytes of the background key, which the
    /// device's key store gives without asking the person.
    #[uniffi::constructor]
    pub fn open(path: String, key: Vec<u8>) -> Result<Arc<Self>, KoersError> {
        let core = Core::open(Path::new(&path), &*key_of("background_key", key)?)?;
        Ok(Arc::new(Self { core }))
    }

    /// The reminders to be shown now, the most important first. What is not in it is taken off
    /// the screen.
    #[uniffi::method(default(here = None))]
    pub fn due(&self, lang: Lang, here: Option<Here>) -> Result<Vec<PorchReminder>, KoersError> {
        self.core.due(&at(here), lang)
    }

    /// The reminders to come, at most 48, in the order of time: schedule what is new and cancel
    /// what is gone, by stable id.
    #[uniffi::method(default(here = None))]
    pub fn plan(&self, lang: Lang, here: Option<Here>) -> Result<Vec<PorchReminder>, KoersError> {
        self.core.plan(&at(here), lang)
    }

    /// Help for anybody, with the lines of the emergency plan that the person ticked for it.
    pub fn help_now(&self, lang: Lang) -> Result<HelpNowView, KoersError> {
        self.core.help_now(lang)
    }

    /// Notes something without unlocking; `Locked` where the person did not choose this,
    /// `DropBoxFull` at 64 entries. When this returns, it survives a power cut.
    #[uniffi::method(name = "drop", default(here = None))]
    pub fn drop_in(&self, draft: DropDraft, here: Option<Here>) -> Result<(), KoersError> {
        self.core.drop(&draft, &at(here))
    }

    /// Puts a reminder off for an hour.
    #[uniffi::method(default(here = None))]
    pub fn later(&self, stable_id: String, here: Option<Here>) -> Result<(), KoersError> {
        self.core.later(&stable_id, &at(here))
    }

    /// A new id for what is noted.
    pub fn new_id(&self) -> Result<RecordId, KoersError> {
        self.core.new_id()
    }
}

/// Takes a porch and its drop box away, with whatever is still in it: for wiping.
#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
pub fn wipe_porch(path: String) -> Result<(), KoersError> {
    Core::remove(Path::new(&path))
}

fn at(here: Option<Here>) -> Here {
    here.unwrap_or_else(|| SystemClock.here())
}
