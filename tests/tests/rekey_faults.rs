//! A re-key that is killed, or whose disk fails, at any call leaves the old vault or the new one,
//! whole, and is never said to be done when it is not.

#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::path::Path;

use koers_tests::rekeys::{Bench, Blow, Found, Outcome};

/// Error numbers of Linux: the device failed, no room.
const CODES: [i32; 2] = [5, 28];
/// Every so many calls one is struck; the writes of the many pages are all alike.
const STEP: usize = 61;
/// The first and the last calls are struck one by one: there it is decided.
const EACH: u32 = 16;

/// The number of calls that a re-key makes.
fn calls(bench: &Bench) -> u32 {
    let is_struck =
        |at| bench.strike(at, Blow::Kill).expect("the vault opens again").call.is_some();
    let (mut some, mut none) = (1, 2);
    while is_struck(none) {
        (some, none) = (none, none * 2);
    }
    while none - some > 1 {
        let middle = some.midpoint(none);
        if is_struck(middle) { some = middle } else { none = middle }
    }
    some
}

fn check(outcome: &Outcome, what: &str) {
    match outcome.said.as_str() {
        "rekeyed" => assert_eq!(outcome.found, Found::New, "{what}: said to be done"),
        "" | "UncertainCommit" => {}
        _ => assert_eq!(outcome.found, Found::Old, "{what}: said that nothing was changed"),
    }
}

#[test]
fn a_rekey_struck_at_any_call_leaves_the_old_vault_or_the_new_one_whole() {
    let bench = Bench::new(Path::new(env!("CARGO_BIN_EXE_other_process"))).expect("a vault");
    let last = calls(&bench);
    assert!(last > 2 * EACH, "{last} calls");
    let places = (1..EACH).chain((EACH..last - EACH).step_by(STEP)).chain(last - EACH..=last + 1);
    let mut seen: BTreeMap<(String, Found), u32> = BTreeMap::new();
    for at in places {
        for blow in [Blow::Kill, Blow::Fail(CODES[0]), Blow::Fail(CODES[1])] {
            let outcome = bench.strike(at, blow).expect("one of the two keys opens it");
            check(&outcome, &format!("{blow:?} at call {at} of {last}: {outcome:?}"));
            *seen.entry((outcome.said, outcome.found)).or_default() += 1;
        }
    }
    println!("{last} calls: {seen:?}");
    let count = |said: &str, found| seen.get(&(said.to_owned(), found)).copied().unwrap_or(0);
    assert!(
        count("", Found::Old) > 0 && count("", Found::New) > 0,
        "killed on both sides: {seen:?}"
    );
    assert!(count("StorageFull", Found::Old) > 0, "a full disk is said clearly: {seen:?}");
    assert!(count("rekeyed", Found::New) > 0, "{seen:?}");
}
