//! Beginning, the passphrase, and the end of a vault.

use std::path::Path;

use koers_core::app::{Koers, passphrase_advice};
use koers_core::vault::Secret;

use crate::args::Args;
use crate::failure::Failure;
use crate::place::{clock, new_passphrase, open_in, spinner, unlock, vault_path};
use crate::session::Session;
use crate::voice::Voice;
use crate::{answers, ask, show};

/// A new vault with the intake; by questions, an intake that was begun goes on where it stopped.
pub(crate) fn start(args: &Args, file: Option<&Path>) -> Result<(), Failure> {
    let path = vault_path(args)?;
    match file {
        Some(file) => start_from(args, &path, file),
        None if path.exists() => ask::start(&go_on(args)?),
        None => {
            let mut voice = Voice::of(args);
            if args.lang.is_none() {
                voice.lang = ask::language(&voice)?;
            }
            ask::start(&create(args, &path, &voice)?)
        }
    }
}

/// Opens what was begun. Before there is a profile that says so, the language is asked.
fn go_on(args: &Args) -> Result<Session<'_>, Failure> {
    let (session, secret) = unlock(args)?;
    let profile = session.ok(session.koers.profile_draft())?;
    if args.lang.is_some() || profile.is_some() {
        return Ok(session);
    }
    let lang = ask::language(&Voice::of(args))?;
    // Two at once cannot hold a vault.
    drop(session);
    open_in(args, &secret, Some(lang))
}

fn start_from(args: &Args, path: &Path, file: &Path) -> Result<(), Failure> {
    let answers = answers::read(file)?;
    let mut voice = Voice::of(args);
    if args.lang.is_none() {
        voice.lang = answers.language().unwrap_or(voice.lang);
    }
    let session = create(args, path, &voice)?;
    match answers.record(&session.koers, &voice.content) {
        Ok(()) => Ok(()),
        Err(error) => {
            // Nothing of a file that was refused stays behind.
            drop(session);
            Koers::wipe(path).map_err(|error| voice.fail(&error))?;
            Err(voice.fail(&error))
        }
    }
}

fn create<'a>(args: &'a Args, path: &Path, voice: &Voice) -> Result<Session<'a>, Failure> {
    let clock = clock(args)?;
    let secret = new_passphrase(args.passphrase_file.as_deref(), voice)?;
    advise(args, voice, &secret);
    if secret.is_empty() {
        return Err(Failure::Usage(voice.say("intake-secret-ask")));
    }
    let bar = spinner();
    let slots = [Secret::Passphrase(&secret)];
    let made = Koers::create(path, &slots, voice.lang, clock, &mut |_| {});
    bar.finish_and_clear();
    Ok(Session::of(args, made.map_err(|error| voice.fail(&error))?))
}

/// Puts a new passphrase in the place of the old one.
pub(crate) fn change_passphrase(args: &Args, file: Option<&Path>) -> Result<(), Failure> {
    let (session, old) = unlock(args)?;
    let new = new_passphrase(file, &session.voice)?;
    if new.is_empty() {
        return Err(Failure::Usage(session.say("intake-secret-ask")));
    }
    advise(args, &session.voice, &new);
    let bar = spinner();
    let changed = session.koers.change_passphrase(&old, &new, &mut |_| {});
    bar.finish_and_clear();
    session.ok(changed)?;
    anstream::println!("{}", session.say("passphrase-changed"));
    Ok(())
}

/// Says how well a passphrase that was just chosen holds out; it is taken all the same.
pub(super) fn advise(args: &Args, voice: &Voice, secret: &[u8]) {
    if !args.json && !secret.is_empty() {
        show::paragraph(0, &passphrase_advice(&voice.content, voice.lang, secret).lines.join(" "));
    }
}

/// Deletes everything, after a question.
pub(crate) fn wipe(args: &Args, sure: bool) -> Result<(), Failure> {
    let path = vault_path(args)?;
    let voice = Voice::of(args);
    if !sure {
        anstream::println!("{}", path.display());
        if ask::yes(&voice, &voice.say("ask-sure"), false)? != Some(true) {
            anstream::println!("{}", voice.say("error-cancelled"));
            return Ok(());
        }
    }
    Koers::wipe(&path).map_err(|error| voice.fail(&error))?;
    anstream::println!("{}", voice.say("receipt-wiped"));
    Ok(())
}
