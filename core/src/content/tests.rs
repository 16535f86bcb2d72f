//! The shipped packs as the rooms above see them.

use super::*;

#[test]
fn the_shipped_packs_have_no_fault() {
    let files = shipped_files();
    let lock = files.iter().find(|(path, _)| *path == "ids.lock").expect("a lock ships");
    let lock = std::str::from_utf8(lock.1).expect("text");
    let faults = check(&files, Some(lock));
    let list: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "BEY-04\n{}", list.join("\n"));
}
