//! The object itself: one open vault, folded into one journey.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::ask::Rankings;
use super::clock::{Clock, Here};
use super::command::Command;
use super::observe::{Notifier, Observer, Screen};
use super::porch::Doorway;
use super::{KoersError, Receipt};
use crate::content::{Content, Lang};
use crate::journey::draft::{Change, Desk};
use crate::journey::entity::READER;
use crate::journey::{Decoded, Journey};
use crate::vault::{
    Before, Draft, Intent, Progress, RecordId, Secret, Stamp, Vault, VaultError, Version,
};

/// Koers: one person's vault, open or locked.
///
/// Calls are synchronous and may come from any thread. Only opening is slow, by its key
/// derivation.
pub struct Koers {
    pub(super) content: Arc<Content>,
    pub(super) lang: Lang,
    pub(super) clock: Arc<dyn Clock>,
    path: PathBuf,
    pub(super) state: Mutex<Option<Open>>,
    notifier: Notifier,
}

/// What is there while it is unlocked.
pub(super) struct Open {
    pub(super) vault: Vault,
    pub(super) journey: Journey,
    pub(super) rankings: Rankings,
    pub(super) porch: Option<Doorway>,
}

/// Figures about the vault, for the person and for tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Stats {
    /// Bytes of the file.
    pub bytes: u64,
    /// Rows in it.
    pub rows: u64,
    /// Versions kept.
    pub versions: u64,
    /// One more with every write.
    pub generation: u64,
}

impl Koers {
    /// Makes a new vault that these secrets open. Never overwrites a file.
    ///
    /// # Errors
    ///
    /// `InvalidDraft` where a passphrase is empty; `AlreadyThere` where something lies at `path`.
    pub fn create(
        path: &Path,
        secrets: &[Secret<'_>],
        lang: Lang,
        clock: Arc<dyn Clock>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, KoersError> {
        for secret in secrets {
            if let Secret::Passphrase(typed) = secret {
                super::keys::not_empty(typed)?;
            }
        }
        let vault = Vault::create(path, secrets, progress)?;
        Ok(Self::of(path, vault, Journey::default(), lang, clock))
    }

    /// Opens a vault. `lang` is none for the language of the profile. What was kept for undo is
    /// overwritten once it is 24 hours old; nothing else is written.
    pub fn open(
        path: &Path,
        secret: &Secret<'_>,
        lang: Option<Lang>,
        clock: Arc<dyn Clock>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, KoersError> {
        let decode = |version: Version| Journey::decode(&version);
        let (mut vault, versions) = Vault::open_with(path, secret, decode, progress)?;
        forget_old(&mut vault, clock.here().now)?;
        let journey = Journey::gather(versions);
        let chosen = journey.profile().and_then(|profile| profile.language.parse().ok());
        let lang = lang.or(chosen).unwrap_or_default();
        Ok(Self::of(path, vault, journey, lang, clock))
    }

    fn of(path: &Path, vault: Vault, journey: Journey, lang: Lang, clock: Arc<dyn Clock>) -> Self {
        Self {
            content: Content::shipped(),
            lang,
            clock,
            path: path.to_owned(),
            state: Mutex::new(Some(Open {
                vault,
                journey,
                rankings: Rankings::default(),
                porch: None,
            })),
            notifier: Notifier::default(),
        }
    }

    /// Forgets everything that was read and closes the file. Every later call says `Locked`.
    pub fn lock(&self) {
        *self.state() = None;
    }

    /// The language that texts come in.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Where the vault lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A new id for a draft.
    pub fn new_id(&self) -> Result<RecordId, KoersError> {
        RecordId::random()
            .map_err(|_refused| KoersError::Other { reason: "no random numbers".to_owned() })
    }

    /// Records one thing. When this returns, it survives a power cut.
    pub fn record(&self, command: &Command) -> Result<Receipt, KoersError> {
        self.record_all(std::slice::from_ref(command))
    }

    /// Records many things in one transaction: all of them or none. Each is checked as if those
    /// before it had been recorded.
    pub fn record_all(&self, commands: &[Command]) -> Result<Receipt, KoersError> {
        let here = self.clock.here();
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        let mut aside = (commands.len() > 1).then(|| open.journey.clone());
        let mut drafts: Vec<Draft> = Vec::new();
        let mut repeated = !commands.is_empty();
        for command in commands {
            let journey = aside.as_ref().unwrap_or(&open.journey);
            let desk = self.desk(journey, &here);
            let checked = command.check(&desk)?;
            repeated &= checked.repeated;
            for (intent, change) in checked.writes {
                if let Some(aside) = &mut aside {
                    aside.try_out(&change, here.now);
                }
                drafts.retain(|draft| draft.record != change.record);
                drafts.push(draft_of(intent, change));
            }
        }
        if !drafts.is_empty() {
            commit(&mut state, &drafts, &here)?;
        }
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        if !drafts.is_empty() {
            self.renew_porch(open, &here);
        }
        let receipt = self.receipt(open, commands, repeated, &here);
        drop(state);
        self.tell(&commands.iter().flat_map(Command::screens).collect());
        Ok(receipt)
    }

    /// Whether a command would be taken as things stand: says what [`record`](Self::record) would
    /// say, and writes nothing. For asking one question at a time.
    pub fn check(&self, command: &Command) -> Result<(), KoersError> {
        self.ask(|desk| Ok(command.check(desk).map(|_checked| ())?))
    }

    /// Undoes the last change, in this or an earlier session: an edit gets its former content
    /// back, a deletion is taken back, what was new goes. Undoing twice does it again.
    pub fn undo(&self) -> Result<Receipt, KoersError> {
        let here = self.clock.here();
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        let change = open.vault.last_change()?;
        let drafts: Option<Vec<Draft>> = change.and_then(|change| {
            change.records.iter().map(|one| undone(&one.version, &one.before)).collect()
        });
        let Some(drafts) = drafts.filter(|drafts| !drafts.is_empty()) else {
            return Ok(self.plain_receipt("receipt-nothing-to-undo"));
        };
        commit(&mut state, &drafts, &here)?;
        if let Some(open) = state.as_mut() {
            self.renew_porch(open, &here);
        }
        drop(state);
        self.tell(&Screen::EVERY.into());
        Ok(self.plain_receipt("receipt-undone"))
    }

    /// Tells this observer what changes from now on; the number ends it.
    pub fn observe(&self, observer: Arc<dyn Observer>) -> u64 {
        self.notifier.subscribe(observer)
    }

    /// Tells the observer with this number nothing more.
    pub fn unobserve(&self, id: u64) {
        self.notifier.unsubscribe(id);
    }

    /// How often an observer failed since the vault was opened.
    pub fn observer_failures(&self) -> u64 {
        self.notifier.failures()
    }

    /// Figures about the vault.
    pub fn stats(&self) -> Result<Stats, KoersError> {
        let state = self.state();
        let open = state.as_ref().ok_or(KoersError::Locked)?;
        let stats = open.vault.stats()?;
        let (bytes, rows) = (stats.bytes, stats.rows);
        Ok(Stats { bytes, rows, versions: stats.versions, generation: stats.generation })
    }

    /// Runs a question over the journey.
    pub(super) fn ask<R>(
        &self,
        question: impl FnOnce(&Desk<'_>) -> Result<R, KoersError>,
    ) -> Result<R, KoersError> {
        let here = self.clock.here();
        let state = self.state();
        let open = state.as_ref().ok_or(KoersError::Locked)?;
        question(&self.desk(&open.journey, &here))
    }

    /// Runs a question that looks at rankings, which are kept for the next one.
    pub(super) fn ask_ranked<R>(
        &self,
        question: impl FnOnce(&Desk<'_>, &mut Rankings) -> Result<R, KoersError>,
    ) -> Result<R, KoersError> {
        let here = self.clock.here();
        let mut state = self.state();
        let Open { journey, rankings, .. } = state.as_mut().ok_or(KoersError::Locked)?;
        question(&self.desk(journey, &here), rankings)
    }

    pub(super) fn desk<'a>(&'a self, journey: &'a Journey, here: &'a Here) -> Desk<'a> {
        Desk { content: &self.content, lang: self.lang, journey, now: here.now, here: &here.home }
    }

    pub(super) fn tell(&self, screens: &BTreeSet<Screen>) {
        self.notifier.tell(screens);
    }

    pub(super) fn state(&self) -> MutexGuard<'_, Option<Open>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn receipt(
        &self,
        open: &mut Open,
        commands: &[Command],
        repeated: bool,
        here: &Here,
    ) -> Receipt {
        // Own situations that come with an entry are part of it; the entry is what is told about.
        let mut told = commands.iter().filter(|one| !matches!(one, Command::OwnSituation(_)));
        let first = told.next().or(commands.first());
        match (first, told.next()) {
            (Some(command), None) => {
                let desk = self.desk(&open.journey, here);
                super::ask::receipt_of(&desk, &mut open.rankings, command, repeated)
            }
            _ => self.plain_receipt("receipt-saved"),
        }
    }

    fn plain_receipt(&self, text: &str) -> Receipt {
        let line = self.content.text(text, self.lang, &crate::content::Args::new());
        Receipt { lines: vec![line], ..Receipt::default() }
    }
}

/// What was kept for undo goes after a day, even where nothing is written any more. A disk that is
/// full keeps nobody from reading: it then goes at a later opening.
fn forget_old(vault: &mut Vault, now: DateTime<Utc>) -> Result<(), VaultError> {
    match vault.tidy(now.timestamp_millis()) {
        Ok(_) | Err(VaultError::StorageFull) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Commits, and folds what was committed. What the fold would not understand is refused before.
pub(super) fn commit(
    state: &mut Option<Open>,
    drafts: &[Draft],
    here: &Here,
) -> Result<Stamp, KoersError> {
    let open = state.as_mut().ok_or(KoersError::Locked)?;
    let prepared = open.vault.prepare(drafts, here.now.timestamp_millis())?;
    let versions: Vec<Decoded> = prepared.versions().map(Journey::decode).collect();
    if !versions.iter().all(Decoded::is_understood) {
        return Err(KoersError::Other { reason: "a change that cannot be read back".to_owned() });
    }
    match open.vault.commit(prepared) {
        Ok(receipt) => {
            let Open { journey, rankings, .. } = open;
            for version in versions {
                let (kind, record) = (version.kind(), version.record());
                rankings.around(journey, kind, record, |journey| journey.fold(version));
            }
            Ok(receipt.stamp)
        }
        Err(error) => Err(closed_if_uncertain(state, error)),
    }
}

/// What a write failed with. Where it is uncertain what became of it, the vault was closed, and what
/// was read of it is forgotten too: only opening it again tells.
pub(super) fn closed_if_uncertain(state: &mut Option<Open>, error: VaultError) -> KoersError {
    if error == VaultError::UncertainCommit {
        *state = None;
    }
    error.into()
}

pub(super) fn draft_of(intent: Intent, change: Change) -> Draft {
    let Change { record, kind, min_reader, history, local, body } = change;
    Draft { record, intent, kind, history, min_reader, local, body }
}

/// What takes a version back; none where what it replaced is not kept any more. The vault refuses
/// it where a newer version wrote what would be taken back.
fn undone(version: &Version, before: &Before) -> Option<Draft> {
    let put = |body: &[u8]| Draft {
        record: version.record,
        intent: Intent::Put,
        kind: version.kind,
        history: crate::journey::history_of(version.kind),
        min_reader: READER,
        local: version.local,
        body: body.to_vec(),
    };
    match before {
        Before::Nothing => Some(Draft::delete(version.record, READER)),
        Before::Version(old) if old.is_tombstone() => Some(Draft::delete(version.record, READER)),
        Before::Version(old) => Some(Draft { kind: old.kind, ..put(&old.body) }),
        Before::Gone => None,
    }
}
