//! Whether a word of the person can be read in any file: vault, journal, porch, drop box, backups
//! and temporary folder, while it is open, killed at any moment, and closed.

use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

use koers_core::app::{self, DropDraft, DropKind, Koers, KoersError, Porch};
use koers_core::content::Lang;
use koers_core::journey::draft::WhileLockedDraft;
use koers_core::vault::{RecoveryCode, Secret};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::birder::{WORDS, clock, commands, note, word};
use crate::kills::{at_home, clear_bytes};
use crate::sample::DEVICE;

/// The longest wait before a kill: a few writes of each kind.
const LONGEST: Duration = Duration::from_millis(400);
const PORCH_KEY: [u8; 32] = [0x6f; 32];

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clear {
    /// How often a writer was killed.
    pub killed: u32,
    /// How often with an unfinished write left behind: a journal to be rolled back, or a file that
    /// was written aside.
    pub unfinished: u32,
    /// Bytes that were searched.
    pub searched: u64,
    /// Bytes of the person's words that were found.
    pub clear: u64,
}

/// Kills a writer so many times; `program` is the built `other_process`.
pub fn search(program: &Path, kills: u32, seed: u64) -> io::Result<Clear> {
    let folder = tempfile::tempdir()?;
    let home = folder.path().join("home");
    fs::create_dir(&home)?;
    begin(folder.path()).map_err(io::Error::other)?;
    let mut lots = ChaCha8Rng::seed_from_u64(seed);
    let mut found = Clear::default();
    for _ in 0..kills {
        let mut writer = at_home(program, &home)
            .arg("clear")
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        writer.stdout.take().map(|out| BufReader::new(out).read_line(&mut line)).transpose()?;
        sleep(LONGEST.mul_f64(lots.random::<f64>()));
        let ended = writer.try_wait()?.is_some();
        writer.kill()?;
        writer.wait()?;
        if ended || line.trim() != "open" {
            let mut said = String::new();
            writer.stderr.take().map(|mut err| err.read_to_string(&mut said)).transpose()?;
            return Err(io::Error::other(format!("the writer gave up: {line} {said}")));
        }
        found.killed += 1;
        found.unfinished += u32::from(is_unfinished(folder.path())?);
        found.look(folder.path())?;
    }
    let koers = open(folder.path()).map_err(io::Error::other)?;
    found.look(folder.path())?;
    drop(koers);
    found.look(folder.path())?;
    Ok(found)
}

impl Clear {
    fn look(&mut self, folder: &Path) -> io::Result<()> {
        let words: Vec<&str> = WORDS.iter().map(|(_, word)| *word).collect();
        let (searched, clear) = clear_bytes(folder, &words)?;
        self.searched += searched;
        self.clear += clear;
        Ok(())
    }
}

/// A journal with something in it, or a file of which only the beginning may be there.
fn is_unfinished(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with("-journal") && fs::read(&path)?.first().is_some_and(|byte| *byte != 0) {
            return Ok(true);
        }
        if name.contains(".new") {
            return Ok(true);
        }
    }
    Ok(false)
}

fn begin(folder: &Path) -> Result<(), KoersError> {
    let code = RecoveryCode::random()?;
    let secrets = [Secret::Device(&DEVICE), Secret::RecoveryCode(&code)];
    let path = folder.join("vault.koers");
    let koers = Koers::create(&path, &secrets, Lang::Nl, clock(), &mut |_| ())?;
    koers.record_all(&commands())?;
    let help_lines = vec![word("emergency plan")];
    koers.record(&app::Command::WhileLocked(WhileLockedDraft { act: true, help_lines }))?;
    Ok(())
}

fn open(folder: &Path) -> Result<Koers, KoersError> {
    let path = folder.join("vault.koers");
    Koers::open(&path, &Secret::Device(&DEVICE), None, clock(), &mut |_| ())
}

/// What the writer does until it is killed: notes, backups, porch and drop box, in turn.
///
/// # Errors
///
/// Where any of it fails.
pub fn write_for_ever(folder: &Path) -> Result<(), KoersError> {
    let koers = open(folder)?;
    let porch = folder.join("vault.porch");
    koers.set_porch(&porch, &PORCH_KEY)?;
    println!("open");
    for number in 0_u64.. {
        // Long, so that it takes a larger row; and never the same.
        let text = format!("{} {number} {}", word("late note"), word("diary note").repeat(40));
        koers.record(&app::Command::Note(note("late", text)))?;
        if number % 4 == 0 {
            koers.automatic_backup(folder, &mut |_| ())?;
        }
        let draft = DropDraft { id: koers.new_id()?, what: DropKind::Mark, substance: None };
        Porch::open(&porch, &PORCH_KEY)?.drop(&draft, &clock().here())?;
        koers.drain()?;
    }
    Ok(())
}
