//! Images of a backup, of an earlier one and of another vault's.

use std::fs;
use std::io;
use std::path::PathBuf;

use koers_core::vault::{BACKUP_CHUNK, Secret, Vault, VaultError, backup_header_len};

use super::change::{Images, Kind};
use super::{Found, failed, name_of};
use crate::fixture::recovery_code;
use crate::sample::{self, DEVICE, NOON};
use crate::struck::Scratch;

const ENTRIES: usize = 400;

pub(super) struct Subject {
    images: Images,
    copy: PathBuf,
}

impl Subject {
    pub(super) fn new(scratch: &Scratch) -> io::Result<Self> {
        let mut made = Vec::new();
        for seed in [61, 62] {
            made.extend(backups(scratch, seed).map_err(|error| failed(&error))?);
        }
        let now = made.remove(1);
        let header = backup_header_len(&now).ok_or_else(|| failed(&"not a backup"))?;
        let rows = (header..now.len()).step_by(BACKUP_CHUNK).map(|at| at..at + BACKUP_CHUNK);
        let images = Images::alike(now.clone(), made, rows.collect(), BACKUP_CHUNK);
        Ok(Self { images, copy: scratch.path().join("copy.koersbackup") })
    }
}

/// An earlier backup of a vault, and a later one.
fn backups(scratch: &Scratch, seed: u64) -> Result<[Vec<u8>; 2], VaultError> {
    let [vault, backup] = ["backed.koers", "backup"].map(|name| scratch.path().join(name));
    let _ = fs::remove_file(&vault);
    let code = recovery_code();
    let secrets = [Secret::Device(&DEVICE), Secret::RecoveryCode(&code)];
    let mut vault = Vault::create(&vault, &secrets, &mut |_| ())?;
    sample::record_all(&mut vault, &sample::entries(seed, ENTRIES))?;
    let mut made = [Vec::new(), Vec::new()];
    for (one, day) in made.iter_mut().zip(1..) {
        vault.backup(&backup, NOON + day, true, &mut |_| ())?;
        *one = fs::read(&backup)?;
        sample::record_all(&mut vault, &sample::entries(seed + 100, 2))?;
    }
    Ok(made)
}

impl super::Subject for Subject {
    fn images(&self) -> &Images {
        &self.images
    }

    /// Every byte is under a seal, so that nothing but a whole backup may be accepted.
    fn look(&mut self, image: &[u8], _kind: Kind) -> io::Result<Found> {
        fs::write(&self.copy, image)?;
        let secret = recovery_code();
        let checked = Vault::check_backup(&self.copy, &Secret::RecoveryCode(&secret), &mut |_| ());
        Ok(match checked {
            Err(error) => Found::Refused(name_of(&error)),
            Ok(_) if image == self.images.now => Found::Same,
            Ok(_) if self.images.others.iter().any(|other| other == image) => Found::Earlier,
            Ok(_) => Found::Wrong("a changed backup is accepted".to_owned()),
        })
    }
}
