//! The person whose words are looked for, and what the helper does with their vault.

use std::fs::{self, File};
use std::io::{self, BufRead, Read, Write};
use std::path::Path;

use koers_core::app::{Command, Koers, KoersError, ReportPart};
use koers_core::content::Lang;
use koers_core::vault::{RecoveryCode, Secret};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tempfile::TempDir;
use zeroize::Zeroizing;

use super::scan::Pattern;
use crate::birder::{WORDS, clock, commands, note, word};
use crate::unsealing::{keyed, vault_keys};

const PASSPHRASE: &str = "elf ooievaars boven een koolzaadveld";

/// What opens the vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The device key.
    Device,
    /// The recovery code.
    RecoveryCode,
    /// The passphrase.
    Passphrase,
}

impl Kind {
    pub(super) const ALL: [Self; 3] = [Self::Device, Self::RecoveryCode, Self::Passphrase];

    /// As it is named to the helper, and the file of the secret.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::RecoveryCode => "code",
            Self::Passphrase => "passphrase",
        }
    }

    fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A vault with all of their words in it, and its secrets beside it.
pub(super) struct Life {
    folder: TempDir,
    device: [u8; 32],
    porch: [u8; 32],
    code: RecoveryCode,
}

impl Life {
    pub(super) fn begin() -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        let code = RecoveryCode::random().map_err(io::Error::other)?;
        // Keys without a pattern: one that repeats itself would be found by chance.
        let mut lots = ChaCha8Rng::seed_from_u64(71);
        let life = Self { folder, device: lots.random(), porch: lots.random(), code };
        for (name, bytes) in [
            ("device", &life.device[..]),
            ("porch", &life.porch),
            ("code", life.code.text().as_bytes()),
            ("passphrase", PASSPHRASE.as_bytes()),
            ("note", word("late note").as_bytes()),
        ] {
            fs::write(life.folder().join(name), bytes)?;
        }
        life.record().map_err(io::Error::other)?;
        Ok(life)
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn record(&self) -> Result<(), KoersError> {
        let secrets = [
            Secret::Device(&self.device),
            Secret::RecoveryCode(&self.code),
            Secret::Passphrase(PASSPHRASE.as_bytes()),
        ];
        let path = self.folder().join("vault.koers");
        let koers = Koers::create(&path, &secrets, Lang::Nl, clock(), &mut |_| ())?;
        koers.record_all(&commands())?;
        // So that the drop box's key is there before it is looked for.
        koers.set_porch(&self.folder().join("porch.file"), &self.porch)?;
        Ok(())
    }

    /// Everything that must be gone after a lock. A key is looked for by its halves, so that one
    /// that was taken apart on its way is found too.
    pub(super) fn patterns(&self) -> io::Result<Vec<Pattern>> {
        let path = self.folder().join("vault.koers");
        let keys =
            vault_keys(&path, &self.device).map_err(|error| io::Error::other(error.to_string()))?;
        let pattern = |name: String, bytes: &[u8]| Pattern { name, bytes: bytes.to_vec() };
        let mut patterns: Vec<Pattern> = WORDS
            .iter()
            .map(|(name, word)| pattern(format!("word: {name}"), word.as_bytes()))
            .collect();
        patterns.push(pattern("passphrase".to_owned(), PASSPHRASE.as_bytes()));
        patterns.push(pattern("recovery code".to_owned(), self.code.text().as_bytes()));
        let known = [
            ("rows key", &keys.rows),
            ("vault key", &keys.vault),
            ("manifest key", &keys.manifest),
            ("device key", &self.device),
            ("what the device key becomes", &keys.kek),
            ("what wraps the vault key", &keys.wrap),
            ("key of the porch", &self.porch),
            ("what seals the porch", &keyed(&self.porch, &[b"koers porch"])),
        ];
        let own = keys.own.iter().map(|key| ("key in a row", key));
        for (name, key) in known.into_iter().chain(own) {
            for (half, bytes) in ["first half", "second half"].into_iter().zip(key.chunks(16)) {
                patterns.push(pattern(format!("{name}, {half}"), bytes));
            }
        }
        Ok(patterns)
    }
}

/// What the helper does: opens the vault of a folder with the secret of this name that lies there,
/// in one language and then in the other, asks for everything, records and backs up; says `open`
/// and waits for a line; locks, says `locked` and waits again.
///
/// # Errors
///
/// Where any of it fails.
pub fn open_show_and_lock(kind: &str, folder: &Path) -> io::Result<()> {
    let kind = Kind::of(kind).ok_or_else(|| io::Error::other("no such kind of secret"))?;
    let koers = at_work(kind, folder)?;
    tell_and_wait("open")?;
    koers.lock();
    tell_and_wait("locked")
}

fn at_work(kind: Kind, folder: &Path) -> io::Result<Koers> {
    let koers = opened(kind, folder, Lang::Nl)?;
    ask(&koers).map_err(io::Error::other)?;
    koers.lock();
    drop(koers);
    let koers = opened(kind, folder, Lang::En)?;
    let porch: Zeroizing<Vec<u8>> = read(&folder.join("porch"))?;
    let porch = <&[u8; 32]>::try_from(porch.as_slice()).map_err(io::Error::other)?;
    koers.set_porch(&folder.join("porch.file"), porch).map_err(io::Error::other)?;
    write(&koers, folder)?;
    ask(&koers).map_err(io::Error::other)?;
    Ok(koers)
}

fn opened(kind: Kind, folder: &Path, lang: Lang) -> io::Result<Koers> {
    let given = read(&folder.join(kind.name()))?;
    let code;
    let secret = match kind {
        Kind::Passphrase => Secret::Passphrase(&given),
        Kind::Device => Secret::Device(given.as_slice().try_into().map_err(io::Error::other)?),
        Kind::RecoveryCode => {
            code = Box::new(RecoveryCode::parse(&given).map_err(io::Error::other)?);
            Secret::RecoveryCode(&code)
        }
    };
    let path = folder.join("vault.koers");
    Koers::open(&path, &secret, Some(lang), clock(), &mut |_| ()).map_err(io::Error::other)
}

/// A secret of a file, in a buffer of its own that is wiped: a buffered reader would keep it.
fn read(path: &Path) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut file = File::open(path)?;
    let mut bytes = Zeroizing::new(vec![0; file.metadata()?.len() as usize]);
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Records a note, changes it, takes that back, and writes a backup.
fn write(koers: &Koers, folder: &Path) -> io::Result<()> {
    let text = read(&folder.join("note"))?;
    let text = |more| format!("{}{more}", String::from_utf8_lossy(&text));
    for more in ["", ", en later nog een"] {
        koers.record(&Command::Note(note("late", text(more)))).map_err(io::Error::other)?;
    }
    koers.undo().map_err(io::Error::other)?;
    let backup = folder.join("by hand.koersbackup");
    koers.backup(&backup, true, &mut |_| ()).map_err(io::Error::other)?;
    Ok(())
}

/// Asks for every screen and lets go of the answers.
fn ask(koers: &Koers) -> Result<(), KoersError> {
    koers.today(None)?;
    koers.diary(0, 100)?;
    koers.situations(None)?;
    koers.reminders()?;
    koers.help_now()?;
    koers.results(None)?;
    koers.profile_draft()?;
    koers.report(&[&[ReportPart::Nickname], &ReportPart::USUAL[..]].concat())?;
    koers.export()?;
    Ok(())
}

fn tell_and_wait(word: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{word}")?;
    out.flush()?;
    io::stdin().lock().read_line(&mut String::new())?;
    Ok(())
}
