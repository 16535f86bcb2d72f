//! The power goes while a process writes: what is on the disk then.
//!
//! `tests/record.c` notes every call that changes a file, `log` reads the notes, and `disk` plays
//! them as far as the moment when the power goes. Whatever was synced by then holds. Of what was
//! not, each write is there, missing or torn at sectors of 512 bytes, whatever became of earlier
//! and later ones; and each name that was made, moved or taken away since its folder was last synced
//! is as it was before or after. That is harsher than any file system that keeps an order.

mod disk;
mod log;

use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::faults;
use crate::struck::{Bench, Scratch, Told, Verdict, program};
use disk::{Disk, Lots};
use log::Event;

/// Every second image is of a moment at most so many calls after a step was said to be done, where a
/// loss would show.
const SOON: usize = 6;

/// What the disk does with a sync.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syncs {
    /// What it should.
    Hold,
    /// The last sync before each step is said to be done never reached it: a control, which must
    /// lose what was acknowledged.
    LastOfStepIgnored,
}

/// A deed as it was done once, call by call.
pub struct Recording {
    events: Vec<Event>,
    /// After which events a step was said to be done.
    steps: Vec<usize>,
}

impl Recording {
    /// Has the other process do the deed undisturbed, and notes its calls.
    pub fn of(bench: &Bench, scratch: &Scratch) -> io::Result<Self> {
        let disk = scratch.disk();
        let notes = scratch.path().join("notes");
        let _ = fs::remove_file(&notes);
        bench.lay(&disk)?;
        let library = library(scratch)?;
        let mut command = Command::new(program()?);
        command.arg(format!("deed:{}", bench.deed().name())).arg(&disk).stdin(Stdio::null());
        command.env("LD_PRELOAD", library);
        command.env("KOERS_RECORD_FOLDER", &disk).env("KOERS_RECORD_TO", &notes);
        let output = command.output()?;
        let told = Told::of(&String::from_utf8_lossy(&output.stdout));
        if told.done != bench.deed().steps() || !told.ended {
            let errors = String::from_utf8_lossy(&output.stderr);
            return Err(io::Error::other(format!("undisturbed: {told:?} {errors}")));
        }
        let events = log::read(&fs::read(&notes)?, &disk)?;
        let steps = (0..events.len()).filter(|at| events[*at].says("done")).collect();
        Ok(Self { events, steps })
    }

    /// Calls that were noted.
    pub fn calls(&self) -> usize {
        self.events.len()
    }

    /// The moment of one image: anywhere, or soon after a step.
    fn moment(&self, lots: &mut ChaCha8Rng) -> usize {
        if self.steps.is_empty() || lots.random_bool(0.5) {
            return lots.random_range(0..=self.events.len());
        }
        let step = self.steps[lots.random_range(0..self.steps.len())];
        (step + 1 + lots.random_range(0..=SOON)).min(self.events.len())
    }

    /// What the process had said by then.
    fn told(&self, moment: usize) -> Told {
        let said = self.events[..moment].iter().filter_map(Event::said);
        Told::of(&said.collect::<String>())
    }

    fn ignored(&self, syncs: Syncs) -> Vec<usize> {
        if syncs == Syncs::Hold {
            return Vec::new();
        }
        let last = |step: &usize| (0..*step).rev().find(|at| self.events[*at].is_sync());
        self.steps.iter().filter_map(last).collect()
    }

    /// Makes one image, drawn by the seed, and looks at it.
    pub fn image(
        &self,
        bench: &Bench,
        scratch: &Scratch,
        seed: u64,
        syncs: Syncs,
    ) -> io::Result<Verdict> {
        let mut lots = ChaCha8Rng::seed_from_u64(seed);
        let moment = self.moment(&mut lots);
        let ignored = self.ignored(syncs);
        let mut disk = Disk::with(bench.files());
        for (at, event) in self.events[..moment].iter().enumerate() {
            if !ignored.contains(&at) {
                disk.play(event)?;
            }
        }
        let files = disk.after_power_loss(&mut Lots::draw(lots));
        let folder = scratch.disk();
        crate::struck::lay(&folder, &files)?;
        Ok(bench.judge(&folder, &self.told(moment)))
    }
}

fn library(scratch: &Scratch) -> io::Result<PathBuf> {
    faults::built("record.c", scratch.path())
}
