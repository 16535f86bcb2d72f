//! Everything that writes, done by another process on a disk that fails or under a kill: a
//! [`Deed`] lays out what it needs, does it step by step, and says what lies there afterwards.
//!
//! It knows steps and what they leave. It must not know what strikes the process (`blow`) or what a
//! power cut leaves of its writes (`power`): a new deed is one more entry in [`DEEDS`].

mod bench;
mod beside;
mod blow;
mod control;
mod create;
mod entries;
mod files;
mod keys;
mod merge;
mod salvage;
mod wipe;

use std::path::Path;

use koers_core::vault::{Secret, Vault, Version};

pub(crate) use bench::lay;
pub use bench::{Bench, Scratch, Told, Verdict, program};
pub use blow::{Blow, Strike, Striker};
pub use control::{PLAIN_EXTRA, PLAIN_FULL};

/// What lies in a folder: equal bytes where a person would find the same.
pub type State = Vec<u8>;

/// Something that changes files, in steps.
pub trait Deed: Sync {
    /// By which it is asked for.
    fn name(&self) -> &'static str;

    /// How many steps it has.
    fn steps(&self) -> usize;

    /// Lays out what it needs in an empty folder.
    fn lay_out(&self, folder: &Path) -> Result<(), String>;

    /// Does so many steps, and calls `done` after each: from then on it may not be lost. Ends at the
    /// first that is refused, with the error's name.
    fn act(&self, folder: &Path, steps: usize, done: &mut dyn FnMut()) -> Result<(), String>;

    /// What lies in the folder now, once everything was opened as a person would open it.
    ///
    /// # Errors
    ///
    /// What is damaged, half or gone.
    fn found(&self, folder: &Path) -> Result<State, String>;
}

/// All of them.
pub const DEEDS: [&dyn Deed; 12] = [
    &entries::Append,
    &entries::Edit,
    &entries::Fill,
    &keys::Passphrase,
    &keys::Rekey,
    &files::Backup,
    &files::Restore,
    &beside::Drain,
    &merge::Merge,
    &salvage::Salvage,
    &wipe::Wipe,
    &create::Create,
];

/// What SQLite does without the vault's care, to see that a loss would be found.
pub const CONTROLS: [&dyn Deed; 2] = [&PLAIN_FULL, &PLAIN_EXTRA];

/// The deed or control of this name.
pub fn named(name: &str) -> Option<&'static dyn Deed> {
    DEEDS.into_iter().chain(CONTROLS).find(|deed| deed.name() == name)
}

/// Lets the other process do a deed: a line `done` for each step, then `ended` or `refused` and the
/// error.
pub fn act(deed: &dyn Deed, folder: &Path) {
    match deed.act(folder, deed.steps(), &mut || println!("done")) {
        Ok(()) => println!("ended"),
        Err(error) => println!("refused {error}"),
    }
}

/// An error by its name and what it carries.
fn said(error: &impl std::fmt::Debug) -> String {
    format!("{error:?}")
}

/// Every version that a secret finds in a vault, byte for byte but for who wrote it: each time that
/// the files are laid out they are copies, and each copy of a vault writes as somebody of its own.
fn versions(vault: &Path, secret: &Secret<'_>) -> Result<State, String> {
    let opened = Vault::open(vault, secret, &mut |_| ());
    let (_vault, versions) = opened.map_err(|error| said(&error))?;
    Ok(in_order(versions, |one| one.clock.total().to_le_bytes().to_vec()))
}

/// Versions in one order, byte for byte.
pub(crate) fn listed(versions: Vec<Version>) -> State {
    in_order(versions, |one| format!("{:?} {:?}", one.writer, one.clock).into_bytes())
}

fn in_order(mut versions: Vec<Version>, by_whom: impl Fn(&Version) -> Vec<u8>) -> State {
    versions.sort_by(|a, b| (a.record, a.stamp, &a.body).cmp(&(b.record, b.stamp, &b.body)));
    let mut state = State::new();
    for one in versions {
        state.extend_from_slice(&one.record.0);
        state.extend_from_slice(&one.stamp.0.to_le_bytes());
        state.extend_from_slice(&one.kind.to_le_bytes());
        state.extend_from_slice(&by_whom(&one));
        state.extend_from_slice(&(one.body.len() as u64).to_le_bytes());
        state.extend_from_slice(&one.body);
    }
    state
}
