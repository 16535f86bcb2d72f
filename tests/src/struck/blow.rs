//! What strikes the process at one of its calls.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{Bench, Scratch, Told, Verdict, program};
use crate::faults;

/// Error numbers of Linux: the device failed, no room.
const EIO: i32 = 5;
const ENOSPC: i32 = 28;

/// What happens at the call that is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blow {
    /// The process is killed before it.
    Kill,
    /// The device fails, for this call or from then on.
    Device {
        /// Every later call fails too.
        stays: bool,
    },
    /// There is no room, for this call or from then on.
    Room {
        /// Every later call fails too.
        stays: bool,
    },
    /// From then on no file can be made and none made longer; everything else goes well, as on a disk
    /// that is full.
    Full,
    /// Half of the bytes are written, and the device fails; everything else goes well.
    Torn,
    /// Half of the bytes are written, and said to be; the rest goes well, or finds no room.
    Short {
        /// Every later call finds no room.
        stays: bool,
    },
}

impl Blow {
    /// All of them, kills first.
    pub const ALL: [Self; 9] = [
        Self::Kill,
        Self::Full,
        Self::Torn,
        Self::Device { stays: false },
        Self::Device { stays: true },
        Self::Room { stays: false },
        Self::Room { stays: true },
        Self::Short { stays: false },
        Self::Short { stays: true },
    ];

    fn set(self, command: &mut Command) {
        let (code, stays) = match self {
            Self::Kill | Self::Torn => (EIO, false),
            Self::Device { stays } => (EIO, stays),
            Self::Room { stays } | Self::Short { stays } => (ENOSPC, stays),
            Self::Full => (ENOSPC, true),
        };
        command.env("KOERS_FAULT_CODE", code.to_string());
        if stays {
            command.env("KOERS_FAULT_STAYS", "1");
        }
        match self {
            Self::Kill => drop(command.env("KOERS_FAULT_KILLS", "1")),
            Self::Short { .. } => drop(command.env("KOERS_FAULT_SHORT", "1")),
            Self::Torn => drop(command.env("KOERS_FAULT_TORN", "1")),
            Self::Full => drop(command.env("KOERS_FAULT_ROOM", "1")),
            _ => {}
        }
    }

    /// Whether an error says what happened: never that something is damaged or that a key does not
    /// fit. Of a full disk it says so. SQLite does not hand on why a file could not be opened, nor
    /// why a sync failed; where every later call fails too, what is told may be of one of those.
    fn is_clear(self, error: &str, call: &str) -> bool {
        let stays = matches!(
            self,
            Self::Device { stays: true } | Self::Room { stays: true } | Self::Short { stays: true }
        );
        let not_opened = error == "NoPermission" && (stays || call.starts_with("open"));
        let no_room = error == "StorageFull" || not_opened;
        let failed = error.starts_with("Other");
        match self {
            Self::Full => no_room,
            Self::Room { .. } => {
                no_room || error == "UncertainCommit" || (failed && call.ends_with("sync"))
            }
            Self::Short { .. } => no_room || error == "UncertainCommit",
            Self::Kill | Self::Torn | Self::Device { .. } => {
                no_room || error == "UncertainCommit" || failed
            }
        }
    }
}

/// What one blow led to.
#[derive(Clone, Debug)]
pub struct Strike {
    /// The call that it struck; none where there is no such call, or it cannot be short.
    pub call: Option<String>,
    /// What the process had said.
    pub told: Told,
    /// What was found.
    pub verdict: Verdict,
}

/// What strikes, built for one folder.
pub struct Striker {
    library: PathBuf,
    program: PathBuf,
}

impl Striker {
    /// Builds it.
    pub fn new(scratch: &Scratch) -> io::Result<Self> {
        let library = faults::library(scratch.path())?;
        Ok(Self { library, program: program()? })
    }

    fn command(&self, bench: &Bench, disk: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command.arg(format!("deed:{}", bench.deed().name())).arg(disk).stdin(Stdio::null());
        command.env("LD_PRELOAD", &self.library);
        command
    }

    /// The calls that the deed makes when nothing strikes it.
    pub fn calls(&self, bench: &Bench, disk: &Path) -> io::Result<Vec<String>> {
        bench.lay(disk)?;
        let output = self.command(bench, disk).env("KOERS_FAULT_LISTS", "1").output()?;
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        if !output.status.success() {
            return Err(io::Error::other(errors));
        }
        Ok(errors
            .lines()
            .filter_map(|line| line.strip_prefix("call "))
            .map(str::to_owned)
            .collect())
    }

    /// Does the deed on fresh files with this blow at the call of this number, and looks.
    pub fn strike(&self, bench: &Bench, disk: &Path, at: usize, blow: Blow) -> io::Result<Strike> {
        bench.lay(disk)?;
        let mut command = self.command(bench, disk);
        command.env("KOERS_FAULT_AT", at.to_string());
        blow.set(&mut command);
        let output = command.output()?;
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        let call = errors.lines().find_map(|line| line.strip_prefix("fault ")).map(str::to_owned);
        let told = Told::of(&String::from_utf8_lossy(&output.stdout));
        let mut verdict = bench.judge(disk, &told);
        if errors.contains("panicked") {
            verdict = Verdict::Panic(errors);
        } else if let (Verdict::Fits(_), Some(error), Some(call)) = (&verdict, &told.refused, &call)
            && !blow.is_clear(error, call)
        {
            verdict = Verdict::Unclear(format!("it was said: {error}"));
        }
        Ok(Strike { call, told, verdict })
    }
}
