//! `koers log` killed at any moment: the entry is there whole or not at all, the vault opens, and
//! no word of the person lies anywhere in clear.

mod life;
mod scan;

use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use life::{Found, Life};
pub use scan::{clear_bytes, clear_words};

/// The longest wait before a kill.
const LONGEST: Duration = Duration::from_millis(700);
/// How long after the first write of a commit an aimed kill comes at most.
const COMMIT: Duration = Duration::from_millis(25);
/// Every kill of so many is aimed at the commit, which a random moment seldom hits.
const AIMED: u32 = 3;
/// Tries for each kill that is asked for: a command that was quicker than its kill is none.
const TRIES: u32 = 20;

/// What became of the killed commands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Commands that were killed.
    pub killed: u32,
    /// Killed with nothing written yet.
    pub before: u32,
    /// Killed with a write begun and not completed.
    pub during: u32,
    /// Of these, with a journal that had to be rolled back.
    pub hot: u32,
    /// Killed with the entry there.
    pub after: u32,
    /// Of these, with the person told that it is.
    pub told: u32,
    /// Commands that had ended by themselves before their kill came.
    pub too_late: u32,
    /// Bytes that were searched for the person's words.
    pub searched: u64,
    /// What must not happen, in words.
    pub faults: Vec<String>,
}

/// Kills so many commands of the program at moments drawn by the seed.
pub fn run(koers: &Path, kills: u32, seed: u64) -> io::Result<Counts> {
    let mut life = Life::begin(koers)?;
    let mut lots = ChaCha8Rng::seed_from_u64(seed);
    let mut counts = Counts::default();
    let usual = life.undisturbed()?.min(LONGEST);
    for number in 0..kills * TRIES {
        if counts.killed == kills {
            return Ok(counts);
        }
        let aimed = counts.killed % AIMED == 0;
        let journal = life.journal_before(aimed)?;
        let mut child = life.log(number).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        if aimed {
            await_journal(&life, &mut child)?;
            sleep(COMMIT.mul_f64(lots.random::<f64>().powi(2)));
        } else {
            sleep(usual.mul_f64(lots.random::<f64>() * 1.1).min(LONGEST));
        }
        let killed = child.try_wait()?.is_none() && child.kill().is_ok();
        let ended = child.wait()?;
        let mut told = String::new();
        child.stdout.take().map(|mut out| out.read_to_string(&mut told)).transpose()?;
        let after = After {
            number,
            killed: killed && !ended.success(),
            told: !told.is_empty(),
            begun: life.journal() != journal,
        };
        look(&mut life, &mut counts, &after)?;
    }
    Err(io::Error::other("the commands are quicker than their kills"))
}

/// Waits until the write has begun or the command has ended.
fn await_journal(life: &Life, child: &mut Child) -> io::Result<()> {
    let start = Instant::now();
    while life.journal().is_none() && child.try_wait()?.is_none() {
        if start.elapsed() > Duration::from_mins(1) {
            return Err(io::Error::other("the command neither writes nor ends"));
        }
        sleep(Duration::from_micros(100));
    }
    Ok(())
}

/// What is known of a command without opening the vault.
struct After {
    number: u32,
    killed: bool,
    /// The person was told that the entry is there.
    told: bool,
    /// The journal is another than before.
    begun: bool,
}

/// Looks at what a killed command left behind.
fn look(life: &mut Life, counts: &mut Counts, after: &After) -> io::Result<()> {
    let &After { number, killed, told, begun } = after;
    let hot = life.journal_is_hot();
    let mut fault = |what: &str| counts.faults.push(format!("{number}: {what}"));
    counts.searched += life.search(&mut fault)?;
    let found = life.found(number, &mut fault);
    counts.searched += life.search(&mut fault)?;
    if told && found == Found::Nothing {
        fault("the person was told that it is there, and it is not");
    }
    if !killed {
        counts.too_late += 1;
        return Ok(());
    }
    counts.killed += 1;
    match found {
        Found::Whole => counts.after += 1,
        Found::Nothing if begun => {
            counts.during += 1;
            counts.hot += u32::from(hot);
        }
        Found::Nothing => counts.before += 1,
    }
    counts.told += u32::from(told);
    Ok(())
}

/// A command with a home of its own, so that whatever it leaves is found.
pub(crate) fn at_home(program: &Path, home: &Path) -> Command {
    let mut command = Command::new(program);
    for place in ["HOME", "TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR", "XDG_DATA_HOME"] {
        command.env(place, home);
    }
    command.env("XDG_CACHE_HOME", home).env("XDG_STATE_HOME", home).stdin(Stdio::null());
    command
}
