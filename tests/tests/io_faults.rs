//! A disk that fails at any call of a write: nothing acknowledged is lost, nothing half is there,
//! and where it is not certain the caller is told so.

#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::path::Path;

use koers_tests::faults::{CODES, Disk, Outcome};
use koers_tests::porch::{self, Beside};

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

/// What must hold for the porch and its box, whatever failed.
fn check_beside(outcome: &porch::Outcome, what: &str) {
    let [taken_in, recorded, dropped] = outcome.said.as_slice() else {
        panic!("{what}: the vault opens on any disk")
    };
    assert!(outcome.porch_is_whole, "{what}: the porch is the old one or the new one");
    let [first, second, logged, later] = outcome.there;
    assert_eq!((first, second), (1, 1), "{what}: what lay in the box is there once");
    assert!(logged == 1 || recorded != "done", "{what}: it was recorded, and it is lost");
    assert!(later == 1 || dropped != "done", "{what}: it was put into the box, and it is lost");
    assert!(logged <= 1 && later <= 1, "{what}: nothing is there twice");
    // SQLite does not hand on why it could not make a journal.
    let clear = ["done", "StorageFull", "NoPermission", "UncertainCommit", "Locked"];
    for said in [taken_in, recorded, dropped] {
        assert!(clear.contains(&said.as_str()) || said.starts_with("Other"), "{what}: {said}");
    }
    assert_eq!(outcome.total as usize, outcome.there.iter().sum::<usize>(), "{what}");
}

#[test]
fn a_disk_that_fails_loses_nothing_of_a_drop_box_and_leaves_the_porch_whole() {
    let beside = Beside::new(Path::new(env!("CARGO_BIN_EXE_other_process"))).expect("a vault");
    let mut seen: BTreeMap<Vec<String>, u32> = BTreeMap::new();
    for (code, name) in CODES {
        for stays in [false, true] {
            let mut failed = 0;
            for at in 1..MOST_CALLS {
                let outcome = beside.fail(at, code, stays).expect("the vault opens again");
                let Some(call) = &outcome.call else { break };
                check_beside(&outcome, &format!("{name} at call {at}, {call}: {outcome:?}"));
                *seen.entry(outcome.said).or_default() += 1;
                failed = at;
            }
            assert!((20..MOST_CALLS - 1).contains(&failed), "{failed} calls were made to fail");
        }
    }
    println!("{seen:?}");
    let said = |word: &str, at: usize| seen.keys().any(|said| said[at] == word);
    assert!(said("StorageFull", 0) && said("StorageFull", 1) && said("StorageFull", 2), "{seen:?}");
    assert!(said("done", 0) && said("done", 1) && said("done", 2), "{seen:?}");
}
