//! The built terminal program, for tests that need the real thing.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds the program `koers` in the profile of the caller, if it is not there as it should be,
/// and says where it lies.
pub fn koers() -> io::Result<PathBuf> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--quiet", "--locked", "--package", "koers"]);
    cargo.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")));
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    if !cargo.status()?.success() {
        return Err(io::Error::other("koers does not build"));
    }
    // Tests lie in `deps`, programs beside it.
    let own = std::env::current_exe()?;
    let mut folders = own.ancestors().skip(1);
    let name = format!("koers{}", std::env::consts::EXE_SUFFIX);
    let found = folders.find_map(|folder| Some(folder.join(&name)).filter(|path| path.is_file()));
    found.ok_or_else(|| io::Error::other("koers was built somewhere else"))
}
