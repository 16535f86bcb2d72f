//! The shipped packs as the rooms above see them, and what is refused.

mod asking;
mod broken;
mod hostile;
mod tone;

use super::*;

const LANGS: [Lang; 2] = [Lang::Nl, Lang::En];

fn lock() -> String {
    let files = shipped_files();
    let (_, lock) = files.iter().find(|(path, _)| *path == "ids.lock").expect("a lock ships");
    String::from_utf8(lock.to_vec()).expect("the lock is text")
}

#[test]
fn the_shipped_packs_have_no_fault() {
    let faults = check(&shipped_files(), Some(&lock()));
    let list: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "BEY-04\n{}", list.join("\n"));
}
