//! A disk that fails at any call of a write: nothing acknowledged is lost, nothing half is there,
//! and where it is not certain the caller is told so.

#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::path::Path;

use koers_tests::faults::{CODES, Disk, Outcome};

/// More calls than a write makes.
const MOST_CALLS: u32 = 400;

/// What must hold whatever failed.
fn check(outcome: &Outcome, what: &str) {
    match outcome.said.as_str() {
        "recorded" => {
            assert!(outcome.there, "{what}: it was said to be there, and it is lost");
            assert_eq!(outcome.next, "answered", "{what}");
        }
        "UncertainCommit" => {
            assert_eq!(outcome.next, "Locked", "{what}: it closes, so that opening decides");
        }
        _ => {
            assert!(!outcome.there, "{what}: it was refused, and it is there");
            assert_eq!(outcome.next, "answered", "{what}: a clear refusal closes nothing");
        }
    }
    assert_eq!(outcome.repeated, outcome.there, "{what}: told again after opening");
    assert_eq!(outcome.total, 1, "{what}: and once only");
}

#[test]
fn a_disk_that_fails_at_any_call_loses_nothing_and_doubles_nothing() {
    let disk = Disk::new(Path::new(env!("CARGO_BIN_EXE_other_process"))).expect("a vault");
    let mut seen: BTreeMap<(String, bool), u32> = BTreeMap::new();
    for (code, name) in CODES {
        for stays in [false, true] {
            let mut failed = 0;
            for at in 1..MOST_CALLS {
                let outcome = disk.fail(at, code, stays).expect("the vault opens again");
                let Some(call) = &outcome.call else { break };
                check(&outcome, &format!("{name} at call {at}, {call}: {outcome:?}"));
                *seen.entry((outcome.said.clone(), outcome.there)).or_default() += 1;
                failed = at;
            }
            assert!((5..MOST_CALLS - 1).contains(&failed), "{failed} calls were made to fail");
        }
    }
    println!("{seen:?}");
    let count = |said: &str, there| seen.get(&(said.to_owned(), there)).copied().unwrap_or(0);
    assert!(count("UncertainCommit", false) > 0, "rolled back when opened again: {seen:?}");
    assert!(count("UncertainCommit", true) > 0, "complete after all: {seen:?}");
    assert!(count("StorageFull", false) > 0, "a full disk is said clearly: {seen:?}");
}
