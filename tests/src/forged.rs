//! A small backup, cut at every byte and with every bit of its header flipped, with the header's
//! checksum as it was and made right again.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use blake2::Blake2b;
use blake2::digest::{FixedOutput, Update, consts::U16};
use koers_core::vault::{RecoveryCode, Secret, Vault, VaultError, backup_header_len};

use crate::sample;

/// Bytes of the checksum at the end of a header.
const CHECK: usize = 16;

/// What became of the forged backups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forged {
    /// Backups cut short.
    pub cut: u64,
    /// Backups with a bit of the header flipped.
    pub flipped: u64,
    /// What was taken for whole, in words: none may be.
    pub accepted: Vec<String>,
    /// What was refused without saying why, in words.
    pub unclear: Vec<String>,
}

/// Cuts at every `step`th byte, and flips every `step`th bit.
pub fn run(step: usize) -> io::Result<Forged> {
    let folder = tempfile::tempdir()?;
    let (path, code) = backup(folder.path()).map_err(io::Error::other)?;
    let mut tries = Tries { whole: fs::read(&path)?, path, code, found: Forged::default() };
    tries.check("the backup itself");
    if tries.found.accepted.pop().is_none() {
        return Err(io::Error::other("the backup itself is refused"));
    }
    tries.cut(step)?;
    tries.flip(step)?;
    Ok(tries.found)
}

fn backup(folder: &Path) -> Result<(PathBuf, RecoveryCode), VaultError> {
    let code = RecoveryCode::random()?;
    let secret = [Secret::RecoveryCode(&code)];
    let mut vault = Vault::create(&folder.join("vault.koers"), &secret, &mut |_| ())?;
    sample::record_all(&mut vault, &sample::entries(1, 3))?;
    let path = folder.join("small.koersbackup");
    vault.backup(&path, sample::NOON, false, &mut |_| ())?;
    Ok((path, code))
}

struct Tries {
    whole: Vec<u8>,
    path: PathBuf,
    code: RecoveryCode,
    found: Forged,
}

impl Tries {
    fn cut(&mut self, step: usize) -> io::Result<()> {
        fs::write(&self.path, &self.whole)?;
        let file = OpenOptions::new().write(true).open(&self.path)?;
        for length in (0..self.whole.len()).rev().step_by(step) {
            file.set_len(length as u64)?;
            self.found.cut += 1;
            self.check(&format!("cut to {length} bytes"));
        }
        Ok(())
    }

    fn flip(&mut self, step: usize) -> io::Result<()> {
        let header = backup_header_len(&self.whole).unwrap_or_default();
        for bit in (0..header * 8).step_by(step) {
            for made_right in [false, true] {
                let mut bytes = self.whole.clone();
                bytes[bit / 8] ^= 1 << (bit % 8);
                if made_right && bit / 8 < header - CHECK {
                    let check = check_of(&bytes[..header - CHECK]);
                    bytes[header - CHECK..header].copy_from_slice(&check);
                }
                fs::write(&self.path, &bytes)?;
                self.found.flipped += 1;
                self.check(&format!("bit {bit} of the header, checksum made right: {made_right}"));
            }
        }
        Ok(())
    }

    fn check(&mut self, what: &str) {
        let secret = Secret::RecoveryCode(&self.code);
        match Vault::check_backup(&self.path, &secret, &mut |_| ()) {
            Ok(_) => self.found.accepted.push(what.to_owned()),
            Err(VaultError::Backup(_) | VaultError::WrongKey | VaultError::NoSuchSlot(_)) => {}
            Err(error) => self.found.unclear.push(format!("{what}: {error:?}")),
        }
    }
}

/// The checksum of a header, as `core/src/vault/backup/format.rs` describes it.
pub(crate) fn check_of(before: &[u8]) -> [u8; CHECK] {
    let mut hash = Blake2b::<U16>::default();
    hash.update(b"koers backup header");
    hash.update(before);
    hash.finalize_fixed().into()
}
