//! Looking at content packs.

use std::path::Path;

use koers_core::content::{Args as Words, check};

use crate::failure::Failure;
use crate::voice::Voice;

/// Lists every fault of the packs in a folder.
pub(crate) fn check_folder(voice: &Voice, dir: &Path) -> Result<(), Failure> {
    let mut files = Vec::new();
    collect(dir, dir, &mut files)?;
    let given: Vec<(&str, &[u8])> =
        files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let lock = files.iter().find(|(path, _)| path == "ids.lock");
    let lock = lock.and_then(|(_, bytes)| std::str::from_utf8(bytes).ok());
    let faults = check(&given, lock);
    for fault in &faults {
        anstream::println!("{fault}");
    }
    if faults.is_empty() {
        return Ok(());
    }
    let count = Words::new().count("faults", faults.len() as i64);
    Err(Failure::Wrong(voice.say_with("error-pack-refused", &count)))
}

fn collect(root: &Path, dir: &Path, files: &mut Vec<(String, Vec<u8>)>) -> Result<(), Failure> {
    for entry in std::fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let name =
                path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push((name, std::fs::read(&path)?));
        }
    }
    Ok(())
}
