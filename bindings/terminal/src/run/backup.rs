//! Backups: written, checked, and brought back; and what can be saved of a damaged vault.

use std::path::{Path, PathBuf};

use koers_core::app::{Koers, KoersError, backup_name};
use koers_core::content::Args as Words;
use koers_core::vault::{BackupFault, RecoveryCode, Secret};

use crate::args::{Args, BackupArgs, RestoreArgs};
use crate::failure::Failure;
use crate::place::{clock, from_file, passphrase, show_step, spinner, unlock, vault_path};
use crate::session::print;
use crate::voice::Voice;

/// The option that replaces what is there.
const FORCE: &str = "--force";

pub(crate) fn write_or_check(args: &Args, asked: &BackupArgs) -> Result<(), Failure> {
    match &asked.out {
        Some(file) if asked.check => check(args, file, asked.recovery_code_file.as_deref()),
        out => write(args, out.as_deref(), asked.force),
    }
}

fn write(args: &Args, out: Option<&Path>, force: bool) -> Result<(), Failure> {
    let here = clock(args)?.here();
    let out = out.map_or_else(|| PathBuf::from(backup_name(&here)), Path::to_path_buf);
    let voice = Voice::of(args);
    // Nobody is asked for a passphrase where there is no room for what it is asked for.
    if !force && out.symlink_metadata().is_ok() {
        return Err(there_already(&voice, "export-already-there", &out));
    }
    let (session, secret) = unlock(args)?;
    let bar = spinner();
    let mut step = |step| show_step(&bar, step);
    let ready = if session.ok(session.koers.can_back_up())? {
        Ok(())
    } else {
        session.koers.keep_backup_key(&Secret::Passphrase(&secret), &mut step)
    };
    let made = ready.and_then(|()| session.koers.backup(&out, force, &mut step));
    bar.finish_and_clear();
    print(args, &session.ok(made)?, |made| tell(&made.lines))
}

fn check(args: &Args, file: &Path, code: Option<&Path>) -> Result<(), Failure> {
    let (voice, here) = (Voice::of(args), clock(args)?.here());
    let found = with_secret(args, &voice, file, code, |secret, lang| {
        let bar = spinner();
        let found = Koers::check_backup(file, secret, lang, &here, &mut |step| {
            show_step(&bar, step);
        });
        bar.finish_and_clear();
        found
    })?;
    print(args, &found, |found| tell(&found.lines))
}

pub(crate) fn restore(args: &Args, asked: &RestoreArgs) -> Result<(), Failure> {
    let (voice, here) = (Voice::of(args), clock(args)?.here());
    let path = vault_path(args)?;
    let there = path.symlink_metadata();
    if !asked.force && there.is_ok_and(|there| !there.is_dir()) {
        return Err(there_already(&voice, "backup-vault-there", &path));
    }
    let code = asked.recovery_code_file.as_deref();
    let restored = with_secret(args, &voice, &asked.file, code, |secret, lang| {
        let bar = spinner();
        let (file, mut step) = (&asked.file, |step| show_step(&bar, step));
        let restored = Koers::restore(file, &path, secret, asked.force, lang, &here, &mut step);
        bar.finish_and_clear();
        restored
    })?;
    print(args, &restored, |restored| tell(&restored.lines))
}

/// Saves what can be read of the vault. A file that is no vault is told before a passphrase is asked.
pub(crate) fn salvage(args: &Args, code: Option<&Path>) -> Result<(), Failure> {
    let (voice, here) = (Voice::of(args), clock(args)?.here());
    let path = vault_path(args)?;
    if matches!(path.try_exists(), Ok(false)) {
        return Err(voice.fail(&KoersError::NotFound));
    }
    let salvaged = with_secret(args, &voice, &path, code, |secret, lang| {
        let bar = spinner();
        let salvaged = Koers::salvage(&path, secret, lang, &here, &mut |step| {
            show_step(&bar, step);
        });
        bar.finish_and_clear();
        salvaged
    })?;
    print(args, &salvaged, |salvaged| tell(&salvaged.lines))
}

/// Does something with a backup that is there, and what the person opens it with.
fn with_secret<T>(
    args: &Args,
    voice: &Voice,
    backup: &Path,
    code: Option<&Path>,
    run: impl FnOnce(&Secret<'_>, koers_core::content::Lang) -> Result<T, KoersError>,
) -> Result<T, Failure> {
    let said = |error| voice.fail(&error);
    if matches!(backup.try_exists(), Ok(false)) {
        return Err(said(KoersError::Backup { fault: BackupFault::NotFound }));
    }
    if let Some(code) = from_file(code)? {
        let code = RecoveryCode::parse(&code).map_err(|slip| said(slip.into()))?;
        return run(&Secret::RecoveryCode(&code), voice.lang).map_err(said);
    }
    let secret = passphrase(args, voice)?;
    run(&Secret::Passphrase(&secret), voice.lang).map_err(said)
}

fn there_already(voice: &Voice, text: &str, path: &Path) -> Failure {
    let words = Words::new().text("path", path.display().to_string()).text("option", FORCE);
    Failure::Wrong(voice.say_with(text, &words))
}

fn tell(lines: &[String]) {
    for line in lines {
        anstream::println!("{line}");
    }
}
