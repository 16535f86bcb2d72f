//! Which vaults this process has open.
//!
//! A second descriptor on an open vault would, when closed, silently drop the locks of the first
//! (POSIX), so a path is reserved here before anything opens it, and again under the identity of
//! its file, so that a hard link does not get around it. The number of a file that was deleted or
//! replaced goes to the next one, so its birth is part of its identity, where the system tells it.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
#[cfg(unix)]
use std::time::{SystemTime, UNIX_EPOCH};

use super::VaultError;

#[derive(Clone, PartialEq, Eq, Hash)]
enum Key {
    Path(PathBuf),
    #[cfg(unix)]
    File {
        device: u64,
        inode: u64,
        born: Option<SystemTime>,
    },
}

fn taken() -> MutexGuard<'static, HashSet<Key>> {
    static TAKEN: OnceLock<Mutex<HashSet<Key>>> = OnceLock::new();
    TAKEN.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner)
}

/// A vault's path, ours until dropped.
pub(super) struct Reservation {
    keys: Vec<Key>,
    path: PathBuf,
}

impl Reservation {
    /// Reserves a path that may not exist yet; its folder must.
    pub(super) fn of_new(path: &Path) -> Result<Self, VaultError> {
        let name = path.file_name().ok_or(VaultError::IsAFolder)?;
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let path = folder.canonicalize()?.join(name);
        let mut reservation = Self { keys: Vec::new(), path: path.clone() };
        reservation.add(Key::Path(path))?;
        Ok(reservation)
    }

    /// Reserves an existing file.
    pub(super) fn of_existing(path: &Path) -> Result<Self, VaultError> {
        let path = path.canonicalize()?;
        if path.is_dir() {
            return Err(VaultError::IsAFolder);
        }
        let mut reservation = Self { keys: Vec::new(), path: path.clone() };
        reservation.add(Key::Path(path))?;
        reservation.add_file()?;
        Ok(reservation)
    }

    /// The canonical path.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// What tells the file at the path from a copy of it: its number and its birth, where the system
    /// has them. The device is left out: it may have another number after a restart.
    pub(super) fn told(&self) -> Option<[u8; 24]> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let about = std::fs::metadata(&self.path).ok()?;
            let born = about.created().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
            let mut told = [0; 24];
            told[..8].copy_from_slice(&about.ino().to_le_bytes());
            told[8..].copy_from_slice(&born.map_or(0, |born| born.as_nanos()).to_le_bytes());
            Some(told)
        }
        #[cfg(not(unix))]
        None
    }

    /// Reserves the file that lies at the path by now.
    pub(super) fn add_file(&mut self) -> Result<(), VaultError> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let about = std::fs::metadata(&self.path)?;
            let born = about.created().ok();
            self.add(Key::File { device: about.dev(), inode: about.ino(), born })?;
        }
        Ok(())
    }

    fn add(&mut self, key: Key) -> Result<(), VaultError> {
        if !taken().insert(key.clone()) {
            return Err(VaultError::InUse);
        }
        self.keys.push(key);
        Ok(())
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        let mut taken = taken();
        for key in &self.keys {
            taken.remove(key);
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::fs;
    use std::os::unix::fs::MetadataExt;

    use super::*;

    fn inode(path: &Path) -> u64 {
        fs::metadata(path).expect("it lies there").ino()
    }

    fn born(path: &Path) -> Option<SystemTime> {
        fs::metadata(path).ok()?.created().ok()
    }

    #[test]
    fn a_file_that_got_the_number_of_one_that_was_deleted_while_in_use_is_free() {
        let folder = tempfile::tempdir().expect("the system has a temporary folder");
        let first = folder.path().join("first");
        fs::write(&first, "").expect("room");
        let number = inode(&first);
        if born(&first).is_none() {
            println!("skipped: this file system tells no births");
            return;
        }
        let _held = Reservation::of_existing(&first).expect("nobody has it");
        // Births are told to the tick of the system's clock: on to the next one.
        let probe = folder.path().join("probe");
        while born(&probe) <= born(&first) {
            let _ = fs::remove_file(&probe);
            fs::write(&probe, "").expect("room");
        }
        fs::remove_file(&first).expect("ours");
        // Where the file system gives out no number twice, the last one is as good as any.
        let next = (0..100).map(|at| {
            let path = folder.path().join(format!("next-{at}"));
            fs::write(&path, "").expect("room");
            path
        });
        let reused = next.reduce(|best, one| if inode(&best) == number { best } else { one });
        let reused = reused.expect("a hundred");
        assert!(Reservation::of_existing(&reused).is_ok());
    }

    #[test]
    fn a_file_in_use_is_so_under_another_name_and_by_a_hard_link() {
        let folder = tempfile::tempdir().expect("the system has a temporary folder");
        let [first, second, third] = ["first", "second", "third"].map(|it| folder.path().join(it));
        fs::write(&first, "").expect("room");
        let _held = Reservation::of_existing(&first).expect("nobody has it");
        fs::hard_link(&first, &second).expect("one file system");
        assert_eq!(Reservation::of_existing(&second).err(), Some(VaultError::InUse));
        fs::rename(&first, &third).expect("one file system");
        assert_eq!(Reservation::of_existing(&third).err(), Some(VaultError::InUse));
    }
}
