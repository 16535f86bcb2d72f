//! Where the vault lies, what opens it, and what time it is.

use std::fmt;
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::DateTime;
use etcetera::BaseStrategy;
use indicatif::ProgressBar;
use koers_core::app::{Clock, FixedClock, Here, Koers, KoersError, SystemClock, sentence};
use koers_core::content::{Args as Words, Content, Lang};
use koers_core::time::{Home, Zone};
use koers_core::vault::Secret;

use crate::args::{Args, Language};

/// What a person reads when it did not work.
pub(crate) struct Failure(pub(crate) String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<inquire::InquireError> for Failure {
    fn from(error: inquire::InquireError) -> Self {
        Self(error.to_string())
    }
}

/// The language asked for; none for the profile's.
pub(crate) fn lang(args: &Args) -> Option<Lang> {
    args.lang.map(|lang| match lang {
        Language::Nl => Lang::Nl,
        Language::En => Lang::En,
    })
}

/// An error in the person's language.
pub(crate) fn failure(args: &Args, error: &KoersError) -> Failure {
    let lang = lang(args).unwrap_or_default();
    Failure(sentence(&Content::shipped(), lang, error))
}

/// The vault's path.
pub(crate) fn vault_path(args: &Args) -> Result<PathBuf, Failure> {
    if let Some(path) = &args.vault {
        return Ok(path.clone());
    }
    let base = etcetera::choose_base_strategy().map_err(|error| Failure(error.to_string()))?;
    let folder = base.data_dir().join("koers");
    std::fs::create_dir_all(&folder)?;
    Ok(folder.join("koers.koers"))
}

/// The clock: the computer's, or one that stands at `--now`.
pub(crate) fn clock(args: &Args) -> Result<Arc<dyn Clock>, Failure> {
    if args.now.is_none() && args.zone.is_none() {
        return Ok(Arc::new(SystemClock));
    }
    let system = SystemClock.here();
    let (now, offset) = match &args.now {
        None => (system.now, None),
        Some(text) => {
            let at = DateTime::parse_from_rfc3339(text)
                .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z"))
                .map_err(|_| Failure(format!("--now: {text} is not an RFC 3339 instant")))?;
            (at.to_utc(), Some(at.offset().local_minus_utc() / 60))
        }
    };
    let home = if let Some(name) = &args.zone {
        let zone = Zone::named(name)
            .ok_or_else(|| Failure(format!("--zone: {name} is not a known time zone")))?;
        Home { zone: name.clone(), offset_minutes: zone.local_of(now).1 }
    } else {
        let offset_minutes = offset.unwrap_or(system.home.offset_minutes);
        Home { zone: system.home.zone, offset_minutes }
    };
    Ok(Arc::new(FixedClock(Here { now, home })))
}

/// The passphrase: from the file named, or typed.
pub(crate) fn passphrase(args: &Args, ask: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    match &args.passphrase_file {
        Some(path) if path == Path::new("-") => {
            std::io::stdin().read_to_end(&mut bytes)?;
        }
        Some(path) => bytes = std::fs::read(path)?,
        None if std::io::stdin().is_terminal() => {
            let typed = inquire::Password::new(ask).without_confirmation().prompt()?;
            return Ok(typed.into_bytes());
        }
        None => return Err(Failure("--passphrase-file is needed without a terminal".to_owned())),
    }
    while bytes.last().is_some_and(|byte| matches!(byte, b'\n' | b'\r')) {
        bytes.pop();
    }
    Ok(bytes)
}

/// Opens the vault, with something moving while the key is derived.
pub(crate) fn open(args: &Args) -> Result<Koers, Failure> {
    let path = vault_path(args)?;
    if !path.exists() {
        return Err(failure(args, &KoersError::NotFound));
    }
    let secret = passphrase(args, &text(args, "field-secret"))?;
    let clock = clock(args)?;
    let bar = spinner();
    let opened = Koers::open(&path, &Secret::Passphrase(&secret), lang(args), clock, &mut |_| {});
    bar.finish_and_clear();
    opened.map_err(|error| failure(args, &error))
}

/// Something that moves, on a terminal only.
pub(crate) fn spinner() -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    bar.enable_steady_tick(std::time::Duration::from_millis(100));
    bar
}

/// A text of the packs without arguments.
pub(crate) fn text(args: &Args, id: &str) -> String {
    Content::shipped().text(id, lang(args).unwrap_or_default(), &Words::new())
}
