//! Backups: writing one, by hand or by itself, checking one, and making a vault of one.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::Serialize;

use super::keys::has_passphrase;
use super::koers::closed_if_uncertain;
use super::{Here, Koers, KoersError};
use crate::content::speak::day_month_year;
use crate::content::{Args, Content, Lang};
use crate::vault::{Backup, Progress, Secret, SlotKind, Vault};

/// Backups that are kept of those that Koers writes by itself (the agreement: the last three).
const KEPT: usize = 3;
/// What the name of a backup begins and ends with. Those that Koers writes by itself bear a name of
/// their own: only they are ever deleted, never one that a person made.
const NAME: &str = "koers-";
const BY_ITSELF: &str = "koers-auto-";
const ENDING: &str = ".koersbackup";

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct BackupReport {
    /// Where it lies.
    pub path: String,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// Versions of records in it.
    pub versions: u64,
    /// Bytes of the file, rounded so that they tell little.
    pub bytes: u64,
    /// It opens with the passphrase of the time when it was made.
    pub passphrase: bool,
    /// It opens with the recovery code of that time.
    pub recovery_code: bool,
    /// The same for the person, line by line.
    pub lines: Vec<String>,
}

/// What a restoration did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct RestoreReport {
    /// What is in the vault now.
    pub backup: BackupReport,
    /// Where the vault that was there before is kept; none where there was none.
    pub kept_aside: Option<String>,
    /// The same for the person, line by line.
    pub lines: Vec<String>,
}

impl Koers {
    /// Writes a backup, checks it, and only then lets it appear at the path. It opens with the
    /// passphrase and the recovery code; neither is asked for. With `replace` it takes the place
    /// of a file that is there, unless that is a vault.
    ///
    /// # Errors
    ///
    /// `NoPassphrase` where only a device key opens the vault; `Backup { NoKey }` where the
    /// passphrase has to be given once ([`keep_backup_key`](Self::keep_backup_key)).
    pub fn backup(
        &self,
        path: &Path,
        replace: bool,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<BackupReport, KoersError> {
        let here = self.clock.here();
        let state = self.state();
        let open = state.as_ref().ok_or(KoersError::Locked)?;
        let made = written(&open.vault, path, &here, replace, progress)?;
        Ok(self.backup_report(path, &made, "backup-made", &here))
    }

    /// The backup that Koers makes by itself: into this folder, under a name of its own, the last
    /// three kept. Where the newest one there is whole and holds all there is, nothing is written.
    ///
    /// # Errors
    ///
    /// As [`backup`](Self::backup); what was there stays.
    pub fn automatic_backup(
        &self,
        folder: &Path,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<BackupReport, KoersError> {
        let here = self.clock.here();
        let state = self.state();
        let vault = &state.as_ref().ok_or(KoersError::Locked)?.vault;
        if let Some(newest) = backups_in(folder).first()
            && let Ok(found) = vault.check_own_backup(newest, progress)
            && found.generation == vault.generation()
        {
            return Ok(self.backup_report(newest, &found, "backup-still-good", &here));
        }
        let path = folder.join(named(BY_ITSELF, &here));
        let made = written(vault, &path, &here, true, progress)?;
        let older = backups_in(folder).into_iter().filter(|other| *other != path);
        for old in older.skip(KEPT - 1) {
            // One that cannot be deleted now goes the next time.
            let _ = std::fs::remove_file(old);
        }
        Ok(self.backup_report(&path, &made, "backup-made", &here))
    }

    /// Checks a backup of this vault from the first byte to the last, without a secret: for the
    /// copy that the person put somewhere else.
    ///
    /// # Errors
    ///
    /// `WrongKey` for a backup of another vault, or of a time with another passphrase.
    pub fn check_own_backup(
        &self,
        path: &Path,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<BackupReport, KoersError> {
        let here = self.clock.here();
        let state = self.state();
        let open = state.as_ref().ok_or(KoersError::Locked)?;
        let found = open.vault.check_own_backup(path, progress)?;
        Ok(self.backup_report(path, &found, "backup-checked", &here))
    }

    /// Whether a backup can be written as things are. Not in a vault from before there were
    /// backups until its passphrase was given once, nor in one that only a device key opens.
    pub fn can_back_up(&self) -> Result<bool, KoersError> {
        let state = self.state();
        let open = state.as_ref().ok_or(KoersError::Locked)?;
        Ok(!open.vault.backup_opens_with()?.is_empty())
    }

    /// Lets this passphrase or recovery code, which must open the vault, open its backups too.
    pub fn keep_backup_key(
        &self,
        secret: &Secret<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), KoersError> {
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        let done = open.vault.keep_backup_key(secret, progress);
        done.map_err(|error| closed_if_uncertain(&mut state, error))
    }

    /// Checks a backup from the first byte to the last. Nothing is written.
    pub fn check_backup(
        path: &Path,
        secret: &Secret<'_>,
        lang: Lang,
        here: &Here,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<BackupReport, KoersError> {
        let found = Vault::check_backup(path, secret, progress)?;
        Ok(report(&Content::shipped(), lang, path, &found, "backup-checked", here))
    }

    /// Makes a vault of a backup, at a path where nothing lies; with `over`, a vault that lies
    /// there is first kept aside under the day's date. It opens with the passphrase and the
    /// recovery code of the backup.
    pub fn restore(
        backup: &Path,
        path: &Path,
        secret: &Secret<'_>,
        over: bool,
        lang: Lang,
        here: &Here,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<RestoreReport, KoersError> {
        let date = local(here.now, here).date().to_string();
        let keep_as = over.then_some(date.as_str());
        let restored = Vault::restore(backup, path, secret, keep_as, progress)?;
        let content = Content::shipped();
        let backup = report(&content, lang, backup, &restored.backup, "backup-restored", here);
        let kept_aside = restored.kept_aside.map(|kept| kept.display().to_string());
        let mut lines = backup.lines.clone();
        if let Some(kept) = &kept_aside {
            lines.push(content.text("backup-kept-aside", lang, &Args::new().text("path", kept)));
        }
        Ok(RestoreReport { backup, kept_aside, lines })
    }

    fn backup_report(&self, path: &Path, found: &Backup, first: &str, here: &Here) -> BackupReport {
        report(&self.content, self.lang, path, found, first, here)
    }
}

/// Writes a backup. Where no secret could open it, it says what is missing: a passphrase, or that
/// it be given once.
fn written(
    vault: &Vault,
    path: &Path,
    here: &Here,
    replace: bool,
    progress: &mut dyn FnMut(Progress),
) -> Result<Backup, KoersError> {
    if vault.backup_opens_with()?.is_empty() {
        has_passphrase(vault)?;
    }
    Ok(vault.backup(path, here.now.timestamp_millis(), replace, progress)?)
}

/// What a backup that is written now is called, where the person says nothing else.
pub fn backup_name(here: &Here) -> String {
    named(NAME, here)
}

fn named(begins: &str, here: &Here) -> String {
    format!("{begins}{}{ENDING}", local(here.now, here).format("%Y-%m-%d-%H%M%S"))
}

/// A moment on the clock of the place.
pub(super) fn local(moment: DateTime<Utc>, here: &Here) -> NaiveDateTime {
    moment.naive_utc() + TimeDelta::minutes(i64::from(here.home.offset_minutes))
}

/// The backups in a folder that Koers wrote by itself, newest name first.
fn backups_in(folder: &Path) -> Vec<PathBuf> {
    let files = folder.read_dir().into_iter().flatten().flatten();
    let ours = files.filter(|file| {
        let name = file.file_name();
        name.to_str().is_some_and(|name| name.starts_with(BY_ITSELF) && name.ends_with(ENDING))
    });
    let mut ours: Vec<PathBuf> = ours.map(|file| file.path()).collect();
    ours.sort_unstable_by(|a, b| b.cmp(a));
    ours
}

fn report(
    content: &Content,
    lang: Lang,
    path: &Path,
    found: &Backup,
    first: &str,
    here: &Here,
) -> BackupReport {
    let made = DateTime::from_timestamp_millis(found.made_ms).unwrap_or_default();
    let opens = |kind| found.opens_with.contains(&kind);
    let (passphrase, recovery_code) = (opens(SlotKind::Passphrase), opens(SlotKind::RecoveryCode));
    let path = path.display().to_string();
    let day = local(made, here).date();
    let args = Args::new().text("path", &path).text("date", day_month_year(day, lang));
    let keys = match (passphrase, recovery_code) {
        (true, true) => "backup-opens-with-both",
        (false, true) => "backup-opens-with-code",
        _ => "backup-opens-with-passphrase",
    };
    let lines = [first, keys].map(|id| content.text(id, lang, &args)).to_vec();
    let (versions, bytes) = (found.versions, found.bytes);
    BackupReport { path, made, versions, bytes, passphrase, recovery_code, lines }
}
