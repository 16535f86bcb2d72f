//! A re-key that is killed, or whose disk fails, at any call: the vault is then the old one or the
//! new one, whole.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use koers_core::vault::{Secret, Vault, VaultError, Version};

use crate::{faults, sample};

/// The device key after the re-key.
pub const NEW_DEVICE: [u8; 32] = [0x4b; 32];
/// Versions in the vault.
const ENTRIES: usize = 40;

/// What happens at the call that is chosen.
#[derive(Clone, Copy, Debug)]
pub enum Blow {
    /// The process is killed before it.
    Kill,
    /// It fails with this error number, and so does every call after it.
    Fail(i32),
}

/// Which vault was found afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// The old one: only the old key opens it.
    Old,
    /// The new one: only the new key opens it.
    New,
}

/// What one blow led to.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The call that it struck; none where there were fewer calls than that.
    pub call: Option<String>,
    /// What the re-key said; nothing where it was killed.
    pub said: String,
    /// What was there afterwards.
    pub found: Found,
}

/// A vault that is to be re-keyed by another process.
pub struct Bench {
    folder: tempfile::TempDir,
    library: PathBuf,
    program: PathBuf,
    whole: Vec<u8>,
    versions: Vec<Version>,
}

impl Bench {
    /// `program` is the built `other_process`.
    pub fn new(program: &Path) -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        let library = faults::library(folder.path())?;
        let vault = folder.path().join("vault.koers");
        drop(sample::vault(&vault, 3, ENTRIES).map_err(io::Error::other)?);
        let whole = fs::read(&vault)?;
        let versions = opened(&vault, &sample::DEVICE).map_err(io::Error::other)?;
        Ok(Self { folder, library, program: program.to_owned(), whole, versions })
    }

    /// Re-keys a fresh copy with this blow at the call of this number, and looks what is there.
    pub fn strike(&self, at: u32, blow: Blow) -> io::Result<Outcome> {
        let vault = self.folder.path().join("vault.koers");
        let _ = fs::remove_file(vault.with_extension("koers-journal"));
        fs::write(&vault, &self.whole)?;
        let mut command = Command::new(&self.program);
        command.arg("rekey").arg(&vault).stdin(Stdio::null()).env("LD_PRELOAD", &self.library);
        command.env("KOERS_FAULT_AT", at.to_string());
        match blow {
            Blow::Kill => command.env("KOERS_FAULT_CODE", "5").env("KOERS_FAULT_KILLS", "1"),
            Blow::Fail(code) => {
                command.env("KOERS_FAULT_CODE", code.to_string()).env("KOERS_FAULT_STAYS", "1")
            }
        };
        let output = command.output()?;
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        let call = errors.lines().find_map(|line| line.strip_prefix("fault ")).map(str::to_owned);
        let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let found = self.found(&vault).map_err(|fault| {
            io::Error::other(format!("{blow:?} at {at}, {call:?}, said {said:?}: {fault}"))
        })?;
        Ok(Outcome { call, said, found })
    }

    /// Exactly one of the two keys opens it, and everything is there.
    fn found(&self, vault: &Path) -> Result<Found, String> {
        let [old, new] = [sample::DEVICE, NEW_DEVICE].map(|key| opened(vault, &key));
        let (versions, found) = match (old, new) {
            (Ok(versions), Err(VaultError::WrongKey)) => (versions, Found::Old),
            (Err(VaultError::WrongKey), Ok(versions)) => (versions, Found::New),
            (old, new) => {
                return Err(format!("old {:?}, new {:?}", old.map(|_| ()), new.map(|_| ())));
            }
        };
        if versions == self.versions { Ok(found) } else { Err("an entry is another".to_owned()) }
    }
}

/// Opens a vault and re-keys it; gives `rekeyed`, or the error.
pub fn rekey(path: &Path) -> String {
    let turned = sample::open(path).and_then(|(mut vault, _)| {
        let ready = vault.prepare_rekey(&[Secret::Device(&NEW_DEVICE)], &mut |_| ())?;
        vault.rekey(&ready, &mut |_| ())
    });
    turned.map_or_else(|error| format!("{error:?}"), |()| "rekeyed".to_owned())
}

fn opened(path: &Path, device: &[u8; 32]) -> Result<Vec<Version>, VaultError> {
    let (_vault, mut versions) = Vault::open(path, &Secret::Device(device), &mut |_| ())?;
    versions.sort_by_key(|version| (version.record, version.stamp));
    Ok(versions)
}
