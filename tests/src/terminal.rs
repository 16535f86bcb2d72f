//! Built programs, for tests and figures that need the real thing.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds the program `koers` in the profile of the caller, if it is not there as it should be,
/// and says where it lies.
pub fn koers() -> io::Result<PathBuf> {
    built("koers", "koers")
}

/// The same for a helper of the tests.
pub fn helper(name: &str) -> io::Result<PathBuf> {
    built("koers-tests", name)
}

fn built(package: &str, name: &str) -> io::Result<PathBuf> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--quiet", "--locked", "--package", package, "--bin", name]);
    cargo.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")));
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    if !cargo.status()?.success() {
        return Err(io::Error::other(format!("{name} does not build")));
    }
    // Tests lie in `deps`, programs beside it.
    let own = std::env::current_exe()?;
    let mut folders = own.ancestors().skip(1);
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let found = folders.find_map(|folder| Some(folder.join(&file)).filter(|path| path.is_file()));
    found.ok_or_else(|| io::Error::other(format!("{name} was built somewhere else")))
}
