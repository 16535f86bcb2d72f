//! Where a deed is done again and again: its files laid out afresh, and what is found judged by
//! what the process had said.

use std::fs;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use super::{Deed, State};

/// A folder of its own, in memory where the system has that.
pub struct Scratch(tempfile::TempDir);

impl Scratch {
    /// Makes one.
    pub fn new() -> io::Result<Self> {
        let memory = Path::new("/dev/shm");
        if memory.is_dir()
            && let Ok(folder) = tempfile::tempdir_in(memory)
        {
            return Ok(Self(folder));
        }
        tempfile::tempdir().map(Self)
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The folder in which deeds are done; other files lie beside it.
    pub fn disk(&self) -> PathBuf {
        self.0.path().join("disk")
    }
}

/// The program that does deeds, beside the one that runs.
pub fn program() -> io::Result<PathBuf> {
    let own = std::env::current_exe()?;
    let found = own.ancestors().skip(1).take(2).map(|folder| folder.join("other_process"));
    let missing =
        || io::Error::other("other_process is not built: cargo build -p koers-tests --bins");
    found.into_iter().find(|path| path.is_file()).ok_or_else(missing)
}

/// What a process had said when it ended, or when the power went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Steps that it said are done.
    pub done: usize,
    /// The error, where a step was refused.
    pub refused: Option<String>,
    /// It came to its end.
    pub ended: bool,
}

impl Told {
    /// Reads what the process wrote to its standard output.
    pub fn of(output: &str) -> Self {
        let mut told = Self::default();
        for line in output.lines() {
            match line {
                "done" => told.done += 1,
                "ended" => told.ended = true,
                other => told.refused = other.strip_prefix("refused ").map(str::to_owned),
            }
        }
        told
    }

    /// After it was told that something is refused, it may not be there; only where it is said to
    /// be uncertain, or nothing was said any more, may it be either.
    fn is_clear(&self) -> bool {
        self.ended || self.refused.as_ref().is_some_and(|error| error != "UncertainCommit")
    }
}

/// What was found, against what had been said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// As after so many steps, and that fits.
    Fits(usize),
    /// A step that was said to be done is not there.
    Lost(String),
    /// What is there is neither before nor after any step, or does not open.
    Wrong(String),
    /// A step that was refused is there.
    Unclear(String),
    /// Looking panicked.
    Panic(String),
}

/// A deed, its files before it, and what is found after each of its steps.
pub struct Bench {
    deed: &'static dyn Deed,
    files: Vec<(String, Vec<u8>)>,
    states: Vec<State>,
}

impl Bench {
    /// Lays the deed out and rehearses it undisturbed, as far as each step.
    pub fn new(deed: &'static dyn Deed) -> io::Result<Self> {
        let name = deed.name();
        let failed = |what: String| io::Error::other(format!("{name}, undisturbed: {what}"));
        let scratch = Scratch::new()?;
        let disk = scratch.disk();
        fs::create_dir(&disk)?;
        deed.lay_out(&disk).map_err(failed)?;
        let mut bench = Self { deed, files: files(&disk)?, states: Vec::new() };
        for steps in 0..=deed.steps() {
            bench.lay(&disk)?;
            let mut done = 0;
            deed.act(&disk, steps, &mut || done += 1).map_err(failed)?;
            if done != steps {
                return Err(failed(format!("{done} of {steps} steps are done")));
            }
            bench.states.push(deed.found(&disk).map_err(failed)?);
        }
        if bench.states.first() == bench.states.last() {
            return Err(failed("nothing is found of it".to_owned()));
        }
        Ok(bench)
    }

    /// The deed.
    pub fn deed(&self) -> &'static dyn Deed {
        self.deed
    }

    /// The files before the deed.
    pub fn files(&self) -> &[(String, Vec<u8>)] {
        &self.files
    }

    /// Empties the folder and lays the files out in it.
    pub fn lay(&self, folder: &Path) -> io::Result<()> {
        lay(folder, &self.files)
    }

    /// Looks what lies in the folder.
    pub fn judge(&self, folder: &Path, told: &Told) -> Verdict {
        let looked = catch_unwind(AssertUnwindSafe(|| self.deed.found(folder)));
        let state = match looked {
            Ok(Ok(state)) => state,
            Ok(Err(fault)) => return Verdict::Wrong(fault),
            Err(_) => return Verdict::Panic("while it was opened".to_owned()),
        };
        let after: Vec<usize> =
            (0..self.states.len()).filter(|steps| self.states[*steps] == state).collect();
        let most = if told.is_clear() { told.done } else { told.done + 1 };
        let Some(last) = after.last() else {
            return Verdict::Wrong("it is neither before nor after a step".to_owned());
        };
        if let Some(fits) = after.iter().find(|steps| (told.done..=most).contains(steps)) {
            Verdict::Fits(*fits)
        } else if *last < told.done {
            Verdict::Lost(format!("{} steps were done, {last} are there", told.done))
        } else {
            Verdict::Unclear(format!("{} steps were done, {last} are there", told.done))
        }
    }
}

/// Empties a folder and lays files out in it.
pub(crate) fn lay(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            fs::remove_file(entry?.path())?;
        }
    } else {
        fs::create_dir(folder)?;
    }
    files.iter().try_for_each(|(name, bytes)| fs::write(folder.join(name), bytes))
}

fn files(folder: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let each = fs::read_dir(folder)?.map(|entry| {
        let entry = entry?;
        Ok((entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path())?))
    });
    each.collect()
}
