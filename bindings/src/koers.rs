//! Opening, locking, recording and observing.

use std::path::Path;
use std::sync::Arc;

use koers_core::app::{
    Clock, Command, Drained, Here, ImportReport, KeysView, Koers as Core, KoersError, PorchStatus,
    Receipt, SettableClock,
};
use koers_core::content::Lang;
use koers_core::journey::draft::Reason;
use koers_core::vault::{RecordId, RecoveryCode, Secret};
use zeroize::Zeroizing;

use crate::observe::{Bridge, Observer};

/// One person's vault, open or locked.
///
/// Calls are synchronous and may come from any thread; call them off the main thread. Opening with
/// a passphrase derives its key first, which takes about half a second.
#[derive(uniffi::Object)]
pub struct Koers {
    pub(crate) core: Core,
    clock: Arc<SettableClock>,
}

#[uniffi::export]
impl Koers {
    /// Makes a new vault that this passphrase opens, and opens it. Never overwrites a file. `here`
    /// is none for the device's own clock (`set_clock`).
    #[uniffi::constructor(default(here = None))]
    #[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
    pub fn create(
        path: String,
        passphrase: Vec<u8>,
        lang: Lang,
        here: Option<Here>,
    ) -> Result<Arc<Self>, KoersError> {
        let passphrase = Zeroizing::new(passphrase);
        let secret = Secret::Passphrase(&passphrase);
        let path = Path::new(&path);
        Self::with(here, |clock| Core::create(path, &[secret], lang, clock, &mut |_| {}))
    }

    /// Makes a new vault that only the thirty-two bytes of the device's key store open, and opens it:
    /// at once, without deriving a key. A passphrase can follow (`set_passphrase`); until then no
    /// backup can be made. Never overwrites a file.
    #[uniffi::constructor(default(here = None))]
    #[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
    pub fn create_with_device_key(
        path: String,
        key: Vec<u8>,
        lang: Lang,
        here: Option<Here>,
    ) -> Result<Arc<Self>, KoersError> {
        let key = device_key(key)?;
        let secret = Secret::Device(&key);
        let path = Path::new(&path);
        Self::with(here, |clock| Core::create(path, &[secret], lang, clock, &mut |_| {}))
    }

    /// Opens a vault with its passphrase; `lang` is none for the language of the profile, `here` for
    /// the device's own clock (`set_clock`).
    #[uniffi::constructor(default(lang = None, here = None))]
    #[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
    pub fn open(
        path: String,
        passphrase: Vec<u8>,
        lang: Option<Lang>,
        here: Option<Here>,
    ) -> Result<Arc<Self>, KoersError> {
        let passphrase = Zeroizing::new(passphrase);
        Self::opened(&path, &Secret::Passphrase(&passphrase), lang, here)
    }

    /// Opens a vault with the thirty-two bytes that the device's key store keeps: at once, without
    /// deriving a key.
    #[uniffi::constructor(default(lang = None, here = None))]
    #[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
    pub fn open_with_device_key(
        path: String,
        key: Vec<u8>,
        lang: Option<Lang>,
        here: Option<Here>,
    ) -> Result<Arc<Self>, KoersError> {
        let key = device_key(key)?;
        Self::opened(&path, &Secret::Device(&key), lang, here)
    }

    /// Opens a vault with its recovery code, as it was written down (in UTF-8). A slip is refused
    /// with the group it is in: `recovery_code[2]` for the third.
    #[uniffi::constructor(default(lang = None, here = None))]
    #[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
    pub fn open_with_recovery_code(
        path: String,
        code: Vec<u8>,
        lang: Option<Lang>,
        here: Option<Here>,
    ) -> Result<Arc<Self>, KoersError> {
        let code = RecoveryCode::parse(&Zeroizing::new(code))?;
        Self::opened(&path, &Secret::RecoveryCode(&code), lang, here)
    }

    /// Forgets everything that was read and closes the file. Every later call says `Locked`.
    pub fn lock(&self) -> Result<(), KoersError> {
        self.core.lock();
        Ok(())
    }

    /// Stands still at this moment and place, for previews and tests; none for the device's own
    /// clock again.
    pub fn set_clock(&self, here: Option<Here>) -> Result<(), KoersError> {
        self.clock.set(here);
        Ok(())
    }

    /// The language that texts come in.
    pub fn lang(&self) -> Result<Lang, KoersError> {
        Ok(self.core.lang())
    }

    /// A new id for a draft.
    pub fn new_id(&self) -> Result<RecordId, KoersError> {
        self.core.new_id()
    }

    /// Whether a command could be recorded now; nothing is written.
    #[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
    pub fn check(&self, command: Command) -> Result<(), KoersError> {
        self.core.check(&command)
    }

    /// Records one thing. When this returns, it survives a power cut.
    #[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
    pub fn record(&self, command: Command) -> Result<Receipt, KoersError> {
        self.core.record(&command)
    }

    /// Records many things in one transaction: all of them or none. Each is checked as if those
    /// before it had been recorded.
    #[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
    pub fn record_all(&self, commands: Vec<Command>) -> Result<Receipt, KoersError> {
        self.core.record_all(&commands)
    }

    /// Undoes the last change, in this or an earlier session. Undoing twice does it again.
    pub fn undo(&self) -> Result<Receipt, KoersError> {
        self.core.undo()
    }

    /// Reads a diary from CSV (in UTF-8). Nothing is written in a dry run, nor while a line is bad
    /// unless bad lines are to be skipped.
    #[uniffi::method(default(dry_run = false, skip_bad = false))]
    #[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
    pub fn import_csv(
        &self,
        csv: Vec<u8>,
        dry_run: bool,
        skip_bad: bool,
    ) -> Result<ImportReport, KoersError> {
        self.core.import(&csv, dry_run, skip_bad)
    }

    /// Gives this session a porch at this path, under the thirty-two bytes of the background key:
    /// takes in what lies in its drop box, and writes the porch from now on after every change. For
    /// after every opening.
    #[expect(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]
    pub fn set_porch(&self, path: String, key: Vec<u8>) -> Result<Drained, KoersError> {
        self.core.set_porch(Path::new(&path), &*key_of("background_key", key)?)
    }

    /// Takes in what lies in the drop box, and writes the porch anew: for when the app comes to the
    /// front while it is open.
    pub fn drain(&self) -> Result<Drained, KoersError> {
        self.core.drain()
    }

    /// How the porch stands.
    pub fn porch_status(&self) -> Result<PorchStatus, KoersError> {
        self.core.porch_status()
    }

    /// Takes in what lies in the drop box, and takes the porch away.
    pub fn remove_porch(&self) -> Result<Drained, KoersError> {
        self.core.remove_porch()
    }

    /// Which keys open this vault, and the sentence that asks for what is missing, from the third
    /// entry on.
    pub fn keys(&self) -> Result<KeysView, KoersError> {
        self.core.keys()
    }

    /// Gives a vault that has no passphrase its first one; from then on backups can be made.
    /// Refused where there is one already (`change_passphrase`). Derives two keys.
    pub fn set_passphrase(&self, new: Vec<u8>) -> Result<(), KoersError> {
        self.core.set_passphrase(&Zeroizing::new(new), &mut |_| {})
    }

    /// Puts a new passphrase in the place of the old one, which must be right. Derives three keys,
    /// side by side.
    pub fn change_passphrase(&self, old: Vec<u8>, new: Vec<u8>) -> Result<(), KoersError> {
        let (old, new) = (Zeroizing::new(old), Zeroizing::new(new));
        self.core.change_passphrase(&old, &new, &mut |_| {})
    }

    /// Lets these thirty-two bytes, which the device's key store keeps, open the vault from now
    /// on, in the place of those before them.
    pub fn set_device_key(&self, key: Vec<u8>) -> Result<(), KoersError> {
        self.core.set_device_key(&*device_key(key)?)
    }

    /// Takes the device's key away; `NoPassphrase` where nothing else opens the vault.
    pub fn remove_device_key(&self) -> Result<(), KoersError> {
        self.core.remove_device_key()
    }

    /// Makes a recovery code that opens the vault from now on, in the place of the one before it:
    /// seven groups of five signs, in ASCII. It is shown this once.
    pub fn new_recovery_code(&self) -> Result<Vec<u8>, KoersError> {
        Ok(self.core.new_recovery_code()?.as_bytes().to_vec())
    }

    /// Tells this observer what changes from now on; the number ends it. The observer must not own
    /// this object.
    pub fn observe(&self, observer: Arc<dyn Observer>) -> Result<u64, KoersError> {
        Ok(self.core.observe(Arc::new(Bridge(observer))))
    }

    /// Tells the observer with this number nothing more.
    pub fn unobserve(&self, id: u64) -> Result<(), KoersError> {
        self.core.unobserve(id);
        Ok(())
    }

    /// How often an observer failed since the vault was opened.
    pub fn observer_failures(&self) -> Result<u64, KoersError> {
        Ok(self.core.observer_failures())
    }
}

impl Koers {
    fn opened(
        path: &str,
        secret: &Secret<'_>,
        lang: Option<Lang>,
        here: Option<Here>,
    ) -> Result<Arc<Self>, KoersError> {
        Self::with(here, |clock| Core::open(Path::new(path), secret, lang, clock, &mut |_| {}))
    }

    fn with(
        here: Option<Here>,
        open: impl FnOnce(Arc<dyn Clock>) -> Result<Core, KoersError>,
    ) -> Result<Arc<Self>, KoersError> {
        let clock = Arc::new(SettableClock::default());
        clock.set(here);
        let core = open(Arc::<SettableClock>::clone(&clock))?;
        Ok(Arc::new(Self { core, clock }))
    }
}

/// The thirty-two bytes of the device's own key.
pub(crate) fn device_key(given: Vec<u8>) -> Result<Zeroizing<[u8; 32]>, KoersError> {
    key_of("device_key", given)
}

/// Thirty-two bytes, or the field that was refused.
pub(crate) fn key_of(field: &str, given: Vec<u8>) -> Result<Zeroizing<[u8; 32]>, KoersError> {
    let given = Zeroizing::new(given);
    let (field, reason) = (field.to_owned(), Reason::NotPossible);
    let key = given.as_slice().try_into();
    key.map(Zeroizing::new).map_err(|_refused| KoersError::InvalidDraft { field, reason })
}
