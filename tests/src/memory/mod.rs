//! What a person's words and keys leave in the memory of a program once the vault is locked.
//!
//! A helper, which wipes what is freed as the shipped programs do, opens a vault that it did not
//! make, asks for every screen in both languages, records, backs up, locks and waits. This process,
//! its parent, then reads all of its memory that can be written. What the helper itself held in its
//! hands (the secret, the text that it recorded) it wiped itself; it counts none the less.

mod life;
mod scan;

use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use life::Life;
pub use life::{Kind, open_show_and_lock};
use scan::{Pattern, count};

/// How often each thing that must not stay was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hits {
    /// What opened the vault.
    pub kind: Kind,
    /// While it was open.
    pub open: Vec<(String, u64)>,
    /// After it was locked.
    pub locked: Vec<(String, u64)>,
    /// Bytes that were read after it was locked.
    pub bytes: u64,
}

impl Hits {
    /// All that was found after the lock.
    pub fn left(&self) -> u64 {
        self.locked.iter().map(|(_, times)| times).sum()
    }

    /// Whether the search can be believed: while the vault was open, each of the person's words and
    /// the key that opens rows were found.
    pub fn could_be_found(&self) -> bool {
        let must = |name: &str| name.starts_with("word") || name.starts_with("rows key");
        self.open.iter().filter(|(name, _)| must(name)).all(|(_, times)| *times > 0)
    }
}

/// Opens one vault with each kind of secret in turn; `program` is the built `lock_and_wait`.
pub fn search(program: &Path) -> io::Result<Vec<Hits>> {
    let life = Life::begin()?;
    Kind::ALL.into_iter().map(|kind| search_one(program, &life, kind)).collect()
}

fn search_one(program: &Path, life: &Life, kind: Kind) -> io::Result<Hits> {
    let patterns = life.patterns()?;
    let mut helper = Command::new(program);
    helper.arg(kind.name()).arg(life.folder());
    let mut helper = helper.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let found = look_twice(&mut helper, &patterns);
    if found.is_err() {
        let _ = helper.kill();
    }
    drop(helper.stdin.take());
    let ended = helper.wait()?;
    let (open, locked, bytes) = found?;
    if !ended.success() {
        return Err(io::Error::other("the helper failed"));
    }
    let named = |counts: Vec<u64>| {
        patterns.iter().map(|pattern| pattern.name.clone()).zip(counts).collect()
    };
    Ok(Hits { kind, open: named(open), locked: named(locked), bytes })
}

fn look_twice(helper: &mut Child, patterns: &[Pattern]) -> io::Result<(Vec<u64>, Vec<u64>, u64)> {
    let missing = || io::Error::other("the helper has no pipes");
    let mut out = BufReader::new(helper.stdout.take().ok_or_else(missing)?);
    expect(&mut out, "open")?;
    let (open, _) = count(helper.id(), patterns)?;
    writeln!(helper.stdin.as_mut().ok_or_else(missing)?)?;
    expect(&mut out, "locked")?;
    let (locked, bytes) = count(helper.id(), patterns)?;
    Ok((open, locked, bytes))
}

fn expect(out: &mut impl BufRead, word: &str) -> io::Result<()> {
    let mut line = String::new();
    out.read_line(&mut line)?;
    let said = line.trim();
    if said == word { Ok(()) } else { Err(io::Error::other(format!("the helper said: {said}"))) }
}
