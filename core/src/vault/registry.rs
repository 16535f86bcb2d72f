//! Which vaults this process has open.
//!
//! A second descriptor on an open vault would, when closed, silently drop the locks of the first
//! (POSIX), so a path is reserved here before anything opens it, and again under the identity of
//! its file, so that a hard link does not get around it.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use super::VaultError;

#[derive(Clone, PartialEq, Eq, Hash)]
enum Key {
    Path(PathBuf),
    #[cfg(unix)]
    File {
        device: u64,
        inode: u64,
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

    /// Reserves the file that lies at the path by now.
    pub(super) fn add_file(&mut self) -> Result<(), VaultError> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let about = std::fs::metadata(&self.path)?;
            self.add(Key::File { device: about.dev(), inode: about.ino() })?;
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
