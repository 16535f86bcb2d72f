//! The Koers object for other languages, over UniFFI.
//!
//! Only the object lives here; the records, enums and errors it speaks in are the core's own. It
//! must not decide anything.

use std::path::Path;
use std::sync::Arc;

use koers_core::app::{
    Command, DiaryView, HelpNowView, Koers as Core, KoersError, Receipt, RemindersView,
    SituationsView, SystemClock, TodayView,
};
use koers_core::content::{Code, Lang};
use koers_core::journey::draft::{ClosingDraft, EpisodeDraft};
use koers_core::vault::{RecordId, Secret};

uniffi::setup_scaffolding!("koers");

/// One person's vault, open.
#[derive(uniffi::Object)]
pub struct Koers(Core);

#[uniffi::export]
impl Koers {
    /// Makes a new vault that this passphrase opens. Derives the key, which takes about half a
    /// second: call it off the main thread.
    #[uniffi::constructor]
    #[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
    pub fn create(path: String, passphrase: Vec<u8>, lang: Lang) -> Result<Arc<Self>, KoersError> {
        let secret = Secret::Passphrase(&passphrase);
        let clock = Arc::new(SystemClock);
        let core = Core::create(Path::new(&path), &[secret], lang, clock, &mut |_| {})?;
        Ok(Arc::new(Self(core)))
    }

    /// Opens a vault with its passphrase; `lang` is none for the language of the profile.
    #[uniffi::constructor]
    #[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
    pub fn open(
        path: String,
        passphrase: Vec<u8>,
        lang: Option<Lang>,
    ) -> Result<Arc<Self>, KoersError> {
        let secret = Secret::Passphrase(&passphrase);
        let clock = Arc::new(SystemClock);
        let core = Core::open(Path::new(&path), &secret, lang, clock, &mut |_| {})?;
        Ok(Arc::new(Self(core)))
    }

    /// A new id for a draft.
    pub fn new_id(&self) -> Result<RecordId, KoersError> {
        self.0.new_id()
    }

    /// Records an entry of the daily form.
    pub fn log(&self, draft: EpisodeDraft) -> Result<Receipt, KoersError> {
        self.0.record(&Command::Log(draft))
    }

    /// Closes a day.
    pub fn close_day(&self, draft: ClosingDraft) -> Result<Receipt, KoersError> {
        self.0.record(&Command::Close(draft))
    }

    /// Undoes the last change.
    pub fn undo(&self) -> Result<Receipt, KoersError> {
        self.0.undo()
    }

    /// What today holds.
    #[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
    pub fn today(&self, substance: Option<Code>) -> Result<TodayView, KoersError> {
        self.0.today(substance.as_ref())
    }

    /// The ranked situations.
    #[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
    pub fn situations(&self, substance: Option<Code>) -> Result<SituationsView, KoersError> {
        self.0.situations(substance.as_ref())
    }

    /// A page of the diary.
    pub fn diary(&self, skip: u32, count: u32) -> Result<DiaryView, KoersError> {
        self.0.diary(skip, count)
    }

    /// The reminders to come.
    pub fn reminders(&self) -> Result<RemindersView, KoersError> {
        self.0.reminders()
    }

    /// Help now, with the person's own people and plan.
    pub fn help_now(&self) -> Result<HelpNowView, KoersError> {
        self.0.help_now()
    }

    /// Forgets everything that was read and closes the file.
    pub fn lock(&self) -> Result<(), KoersError> {
        self.0.lock();
        Ok(())
    }
}
