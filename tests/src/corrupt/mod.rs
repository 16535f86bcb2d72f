//! Changed images of a vault, its porch, its drop box and its backup: each is refused or gives
//! exactly the same data, never other data and never a panic.
//!
//! The images are made in memory and opened from a folder in memory, by a device key or a recovery
//! code, so that no key is derived. `change` makes them without knowing what they are.

mod backup;
mod change;
mod drop_box;
mod porch;
mod vault;

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::struck::Scratch;
use crate::tally::Counts;
use change::{Images, Kind};

/// What became of a changed image.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Found {
    /// An error, by its name.
    Refused(String),
    /// The same data.
    Same,
    /// Exactly what was there earlier, as a whole: a file that was put back, of which a vault tells
    /// the generation.
    Earlier,
    /// Other data.
    Wrong(String),
}

/// Something whose images are changed.
trait Subject: Send {
    /// Its images.
    fn images(&self) -> &Images;

    /// Opens a changed image, which is `kind` of change.
    fn look(&mut self, image: &[u8], kind: Kind) -> io::Result<Found>;
}

/// What can be changed.
pub const SUBJECTS: [&str; 4] = ["vault", "porch", "backup", "box"];

fn subject(name: &str, scratch: &Scratch) -> io::Result<Box<dyn Subject>> {
    Ok(match name {
        "vault" => Box::new(vault::Subject::new(scratch)?),
        "porch" => Box::new(porch::Subject::new(scratch)?),
        "backup" => Box::new(backup::Subject::new(scratch)?),
        "box" => Box::new(drop_box::Subject::new(scratch)?),
        other => return Err(io::Error::other(format!("nothing is called {other}"))),
    })
}

/// Changes one subject so many times, each in a way drawn by the seed, and counts what is found.
pub fn run(name: &str, scratch: &Scratch, seed: u64, count: u64) -> io::Result<Counts> {
    let mut subject = subject(name, scratch)?;
    let mut lots = ChaCha8Rng::seed_from_u64(seed);
    let mut counts = Counts::default();
    for number in 0..count {
        let kind = Kind::ALL[lots.random_range(0..Kind::ALL.len())];
        let image = subject.images().changed(kind, &mut lots);
        let looked = catch_unwind(AssertUnwindSafe(|| subject.look(&image, kind)));
        let which = || format!("{name}, seed {seed}, image {number}, {}", kind.name());
        counts.done += 1;
        match looked {
            Err(_) => counts.panicked(&which()),
            Ok(found) => match found? {
                Found::Refused(error) => counts.saw(&format!("{} refused: {error}", kind.name())),
                Found::Same => counts.saw(&format!("{} same", kind.name())),
                Found::Earlier => counts.saw(&format!("{} earlier", kind.name())),
                Found::Wrong(what) => counts.went_wrong(&format!("{}: {what}", which())),
            },
        }
    }
    Ok(counts)
}

/// The name of an error, without what it carries but for what is damaged.
fn name_of(error: &impl std::fmt::Debug) -> String {
    format!("{error:?}")
}

fn failed(error: &impl std::fmt::Debug) -> io::Error {
    io::Error::other(format!("{error:?}"))
}
