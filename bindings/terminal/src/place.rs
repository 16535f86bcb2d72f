//! Where the vault lies, what opens it, and what time it is.

use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::DateTime;
use etcetera::BaseStrategy;
use indicatif::{ProgressBar, ProgressStyle};
use koers_core::app::{Clock, FixedClock, Here, Koers, KoersError, SystemClock};
use koers_core::content::Lang;
use koers_core::time::{Home, Zone};
use koers_core::vault::{Progress, Secret};

use crate::args::Args;
use crate::ask;
use crate::failure::Failure;
use crate::session::Session;
use crate::voice::{Voice, chosen};

/// The vault's path.
pub(crate) fn vault_path(args: &Args) -> Result<PathBuf, Failure> {
    if let Some(path) = &args.vault {
        return Ok(path.clone());
    }
    let base =
        etcetera::choose_base_strategy().map_err(|error| Failure::Wrong(error.to_string()))?;
    let folder = base.data_dir().join("koers");
    std::fs::create_dir_all(&folder)?;
    Ok(folder.join("koers.koers"))
}

/// The clock: the computer's, or one that stands at `--now`.
pub(crate) fn clock(args: &Args) -> Result<Arc<dyn Clock>, Failure> {
    if args.now.is_none() && args.zone.is_none() {
        return Ok(Arc::new(SystemClock));
    }
    let unreadable = |option: &str| Voice::of(args).unreadable(option);
    let system = SystemClock.here();
    let (now, offset) = match &args.now {
        None => (system.now, None),
        Some(text) => {
            let at = DateTime::parse_from_rfc3339(text)
                .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z"))
                .map_err(|_| unreadable("--now"))?;
            (at.to_utc(), Some(at.offset().local_minus_utc() / 60))
        }
    };
    let home = if let Some(name) = &args.zone {
        let zone = Zone::named(name).ok_or_else(|| unreadable("--zone"))?;
        Home { zone: name.clone(), offset_minutes: zone.local_of(now).1 }
    } else {
        let offset_minutes = offset.unwrap_or(system.home.offset_minutes);
        Home { zone: system.home.zone, offset_minutes }
    };
    Ok(Arc::new(FixedClock(Here { now, home })))
}

/// The passphrase that opens a vault: from the file named, or typed.
pub(crate) fn passphrase(args: &Args, voice: &Voice) -> Result<Vec<u8>, Failure> {
    match from_file(args.passphrase_file.as_deref())? {
        Some(secret) => Ok(secret),
        None => typed(voice, || ask::secret(voice)),
    }
}

/// A passphrase that is chosen now: from the file named, or typed twice.
pub(crate) fn new_passphrase(file: Option<&Path>, voice: &Voice) -> Result<Vec<u8>, Failure> {
    match from_file(file)? {
        Some(secret) => Ok(secret),
        None => typed(voice, || ask::new_secret(voice)),
    }
}

fn typed(voice: &Voice, ask: impl FnOnce() -> Result<String, Failure>) -> Result<Vec<u8>, Failure> {
    if std::io::stdin().is_terminal() {
        return Ok(ask()?.into_bytes());
    }
    Err(Failure::Usage(voice.say("passphrase-file-needed")))
}

/// What a file holds, without the end of its last line; `-` is standard input.
pub(crate) fn from_file(file: Option<&Path>) -> Result<Option<Vec<u8>>, Failure> {
    let Some(path) = file else { return Ok(None) };
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin().read_to_end(&mut bytes)?;
    } else {
        bytes = std::fs::read(path)
            .map_err(|error| Failure::Wrong(format!("{}: {error}", path.display())))?;
    }
    while bytes.last().is_some_and(|byte| matches!(byte, b'\n' | b'\r')) {
        bytes.pop();
    }
    Ok(Some(bytes))
}

/// Opens the vault.
pub(crate) fn open(args: &Args) -> Result<Session<'_>, Failure> {
    Ok(unlock(args)?.0)
}

/// Opens the vault, and hands back what opened it, for who has to open it once more.
pub(crate) fn unlock(args: &Args) -> Result<(Session<'_>, Vec<u8>), Failure> {
    let voice = Voice::of(args);
    let path = vault_path(args)?;
    // Nobody is asked for a passphrase where there is nothing to open with it.
    if matches!(path.try_exists(), Ok(false)) {
        return Err(voice.fail(&KoersError::NotFound));
    }
    if path.is_dir() {
        return Err(voice.fail(&KoersError::IsAFolder));
    }
    let secret = passphrase(args, &voice)?;
    let session = open_in(args, &secret, chosen(args))?;
    Ok((session, secret))
}

/// Opens the vault in a language, none for the profile's, with something moving while the key is
/// derived.
pub(crate) fn open_in<'a>(
    args: &'a Args,
    secret: &[u8],
    lang: Option<Lang>,
) -> Result<Session<'a>, Failure> {
    let (path, clock) = (vault_path(args)?, clock(args)?);
    let bar = spinner();
    let opened = Koers::open(&path, &Secret::Passphrase(secret), lang, clock, &mut |_| {});
    bar.finish_and_clear();
    Ok(Session::of(args, opened.map_err(|error| Voice::of(args).fail(&error))?))
}

/// Something that moves, on a terminal only.
pub(crate) fn spinner() -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    bar.enable_steady_tick(std::time::Duration::from_millis(100));
    bar
}

/// Lets a spinner say how far something has come, once that is known.
pub(crate) fn show_step(bar: &ProgressBar, step: Progress) {
    let (done, of) = match step {
        Progress::DerivingKey => return,
        Progress::Reading { rows, of } | Progress::Sealing { rows, of } => (rows, of),
        Progress::Writing { versions, of } => (versions, of),
        Progress::Checking { chunks, of } => (chunks, of),
    };
    if bar.length() != Some(of) {
        bar.set_style(ProgressStyle::default_bar());
        bar.set_length(of);
    }
    bar.set_position(done);
}
