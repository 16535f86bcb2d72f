//! A disk that fails in the middle of a write: what the caller sees, and what is there afterwards.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use koers_core::app::{self, Clock, FixedClock, Here, Koers, KoersError};
use koers_core::content::Lang;
use koers_core::journey::draft::{EpisodeDraft, FollowDraft};
use koers_core::time::Home;
use koers_core::vault::{RecordId, Secret};

use crate::sample::{DEVICE, NOON};

/// Error numbers of Linux: the device failed, no room, no room for this user.
pub const CODES: [(i32, &str); 3] = [(5, "EIO"), (28, "ENOSPC"), (122, "EDQUOT")];

/// A folder on a disk that fails, for a program that is told to.
pub struct FailingDisk {
    folder: tempfile::TempDir,
    library: PathBuf,
    program: PathBuf,
}

/// A vault without entries, beside a program that writes to it on a failing disk.
pub struct Disk {
    disk: FailingDisk,
    whole: Vec<u8>,
}

/// What one failing call led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The call that failed; none where there were fewer calls than that.
    pub call: Option<String>,
    /// What recording the entry gave: `recorded`, or the error.
    pub said: String,
    /// What the next question gave: `answered`, or the error.
    pub next: String,
    /// Whether the entry was there when the vault was opened again.
    pub there: bool,
    /// Whether telling it again said that it was there already.
    pub repeated: bool,
    /// How many of that entry there were in the end.
    pub total: u32,
}

impl FailingDisk {
    /// `program` is the built `other_process`.
    pub fn new(program: &Path) -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        let library = library(folder.path())?;
        Ok(Self { folder, library, program: program.to_owned() })
    }

    /// Where the files lie.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Lets the program do something with a vault while the call of this number fails, alone or
    /// with all that follow it: the call that failed, and what the program said.
    pub fn run(
        &self,
        what: &str,
        vault: &Path,
        at: u32,
        code: i32,
        stays: bool,
    ) -> io::Result<(Option<String>, String)> {
        let mut command = Command::new(&self.program);
        command.arg(what).arg(vault).stdin(Stdio::null());
        command.env("LD_PRELOAD", &self.library);
        command.env("KOERS_FAULT_AT", at.to_string()).env("KOERS_FAULT_CODE", code.to_string());
        if stays {
            command.env("KOERS_FAULT_STAYS", "1");
        }
        let output = command.output()?;
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        let call = errors.lines().find_map(|line| line.strip_prefix("fault ")).map(str::to_owned);
        let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        if said.is_empty() {
            return Err(io::Error::other(format!("{call:?}: {errors}")));
        }
        Ok((call, said))
    }
}

impl Disk {
    /// `program` is the built `other_process`.
    pub fn new(program: &Path) -> io::Result<Self> {
        let disk = FailingDisk::new(program)?;
        let vault = disk.folder().join("vault.koers");
        let koers = create(&vault).map_err(io::Error::other)?;
        drop(koers);
        let whole = fs::read(&vault)?;
        Ok(Self { disk, whole })
    }

    /// Records an entry while the call of this number fails, alone or with all that follow it,
    /// then opens the vault again on a sound disk.
    pub fn fail(&self, at: u32, code: i32, stays: bool) -> io::Result<Outcome> {
        let vault = self.disk.folder().join("vault.koers");
        let _ = fs::remove_file(vault.with_extension("koers-journal"));
        fs::write(&vault, &self.whole)?;
        let (call, said) = self.disk.run("log", &vault, at, code, stays)?;
        let Some((said, next)) = said.split_once('\n') else {
            return Err(io::Error::other(format!("{call:?}: {said}")));
        };
        let after = |error: KoersError| io::Error::other(format!("{call:?}: {said}: {error:?}"));
        let koers = open(&vault).map_err(after)?;
        let there = entries(&koers).map_err(after)? == 1;
        let repeated = koers.record(&entry()).map_err(after)?.repeated;
        let total = entries(&koers).map_err(after)?;
        Ok(Outcome { call, said: said.to_owned(), next: next.to_owned(), there, repeated, total })
    }
}

/// Builds what makes calls fail, with the C compiler that SQLite was built with.
pub(crate) fn library(folder: &Path) -> io::Result<PathBuf> {
    built("io_fault.c", folder)
}

/// Builds one of the C files in `tests` into this folder.
pub(crate) fn built(source: &str, folder: &Path) -> io::Result<PathBuf> {
    let library = folder.join(source).with_extension("so");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(source);
    let mut compiler = Command::new("cc");
    compiler.args(["-shared", "-fPIC", "-o"]).arg(&library);
    if !compiler.arg(source).arg("-ldl").status()?.success() {
        return Err(io::Error::other("a C file of the tests does not compile"));
    }
    Ok(library)
}

/// Opens a vault, records the entry, and asks for the diary: what each of the two gave, on a line.
pub fn log_and_ask(path: &Path) -> String {
    let koers = match open(path) {
        Ok(koers) => koers,
        Err(error) => return format!("not opened: {error:?}"),
    };
    let said = match koers.record(&entry()) {
        Ok(_) => "recorded".to_owned(),
        Err(error) => name(&error),
    };
    let next = match koers.diary(0, 1) {
        Ok(_) => "answered".to_owned(),
        Err(error) => name(&error),
    };
    format!("{said}\n{next}")
}

fn name(error: &KoersError) -> String {
    format!("{error:?}")
}

fn clock() -> Arc<dyn Clock> {
    let now: DateTime<Utc> = DateTime::from_timestamp_millis(NOON).expect("a moment of 2025");
    let home = Home { zone: "Europe/Amsterdam".to_owned(), offset_minutes: 60 };
    Arc::new(FixedClock(Here { now, home }))
}

fn create(path: &Path) -> Result<Koers, KoersError> {
    let koers = Koers::create(path, &[Secret::Device(&DEVICE)], Lang::En, clock(), &mut |_| ())?;
    let follow = FollowDraft { substance: "cannabis".into(), followed: true };
    koers.record(&app::Command::Follow(follow))?;
    Ok(koers)
}

fn open(path: &Path) -> Result<Koers, KoersError> {
    Koers::open(path, &Secret::Device(&DEVICE), None, clock(), &mut |_| ())
}

/// The entry, under the same id each time.
fn entry() -> app::Command {
    let id = RecordId::named(&["fault"]);
    let mut draft = EpisodeDraft::blank(id, "cannabis".into());
    draft.craving = Some(6);
    app::Command::Log(draft)
}

fn entries(koers: &Koers) -> Result<u32, KoersError> {
    koers.diary(0, 1).map(|diary| diary.total)
}
