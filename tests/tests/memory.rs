//! After a lock, nothing of the person is left in the memory of the process.
#![cfg(target_os = "linux")]

use std::path::Path;

use koers_tests::memory;

#[test]
fn after_a_lock_no_key_no_secret_and_no_word_of_the_person_is_in_memory() {
    let program = Path::new(env!("CARGO_BIN_EXE_lock_and_wait"));
    let found = memory::search(program).expect("the helper runs");
    assert_eq!(found.len(), 3, "one for each kind of secret");
    for hits in found {
        assert!(hits.could_be_found(), "before the lock: {hits:#?}");
        assert!(hits.bytes > 1_000_000, "{hits:?}");
        let left: Vec<_> = hits.locked.iter().filter(|(_, times)| *times > 0).collect();
        assert!(left.is_empty(), "opened by {:?}, left after the lock: {left:#?}", hits.kind);
    }
}
