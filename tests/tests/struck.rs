//! What writes, struck at its calls or with the power cut: a few of many. `./tests/faults` tries them
//! all.

#![cfg(target_os = "linux")]

use koers_tests::power::{Recording, Syncs};
use koers_tests::struck::{Bench, Blow, PLAIN_FULL, Scratch, Striker, named};
use koers_tests::tally::Counts;

/// Every so many calls one is struck; the writes of the many pages are all alike.
const STEP: usize = 61;
/// The first and the last calls are struck one by one: there it is decided.
const EACH: usize = 16;

/// Strikes these of its calls, or all where they are few.
fn struck(name: &str, blows: &[Blow]) -> Counts {
    let bench = Bench::new(named(name).expect("a deed of this name")).expect("a sound rehearsal");
    let scratch = Scratch::new().expect("a folder");
    let striker = Striker::new(&scratch).expect("a C compiler");
    let disk = scratch.disk();
    let last = striker.calls(&bench, &disk).expect("it ends well when nothing strikes").len();
    let is_struck =
        |at: &usize| *at <= EACH || at + EACH > last || last < 100 || at.is_multiple_of(STEP);
    let mut counts = Counts::default();
    for at in (1..=last).filter(is_struck) {
        for blow in blows {
            let strike = striker.strike(&bench, &disk, at, *blow).expect("it runs");
            if let Some(call) = &strike.call {
                counts.judge(
                    &strike.verdict,
                    &format!("{blow:?} at {at}, {call}: {:?}", strike.told),
                );
                strike.told.refused.iter().for_each(|error| counts.saw(error));
            }
        }
    }
    println!("{name}: {counts:?}");
    assert_eq!(counts.told, Vec::<String>::new(), "{name}");
    counts
}

fn seen(counts: &Counts, what: &str) -> u64 {
    counts.seen.get(what).copied().unwrap_or(0)
}

#[test]
fn a_commit_whose_journal_is_blanked_by_half_is_not_said_to_be_refused() {
    let counts = struck("append", &[Blow::Short { stays: true }]);
    assert!(seen(&counts, "UncertainCommit") > 0);
}

#[test]
fn on_a_full_disk_every_entry_is_refused_clearly_or_kept() {
    let counts = struck("append", &[Blow::Full]);
    assert!(seen(&counts, "StorageFull") > 0 && seen(&counts, "UncertainCommit") == 0);
}

#[test]
fn a_rekey_struck_at_any_call_leaves_the_old_vault_or_the_new_one_whole() {
    let blows = [Blow::Kill, Blow::Device { stays: true }, Blow::Room { stays: true }];
    let counts = struck("rekey", &blows);
    assert!(seen(&counts, "after step 0") > 0 && seen(&counts, "after step 1") > 0);
}

#[test]
fn a_backup_that_cannot_be_made_durable_is_given_up_or_said_to_be_uncertain() {
    let blows = [Blow::Device { stays: false }, Blow::Device { stays: true }];
    let counts = struck("backup", &blows);
    assert!(seen(&counts, "UncertainCommit") > 0);
}

#[test]
fn an_entry_that_cannot_be_taken_out_of_the_box_again_is_said_to_be_uncertain() {
    let counts = struck("drain", &[Blow::Room { stays: true }]);
    assert!(seen(&counts, "UncertainCommit") > 0 && seen(&counts, "StorageFull") > 0);
}

/// Images of one recording.
fn powerless(bench: &Bench, syncs: Syncs, count: u64) -> Counts {
    let scratch = Scratch::new().expect("a folder");
    let recording = Recording::of(bench, &scratch).expect("it ends well");
    let mut counts = Counts::default();
    for seed in 0..count {
        let verdict = recording.image(bench, &scratch, seed, syncs).expect("an image");
        counts.judge(&verdict, &format!("image {seed}"));
    }
    println!("{} calls: {counts:?}", recording.calls());
    counts
}

#[test]
fn a_power_cut_loses_nothing_that_was_acknowledged() {
    let append = Bench::new(named("append").expect("a deed")).expect("a sound rehearsal");
    let counts = powerless(&append, Syncs::Hold, 60);
    assert_eq!(counts.told, Vec::<String>::new());
    assert!((0..=2).all(|step| seen(&counts, &format!("after step {step}")) > 0));
}

#[test]
fn a_loss_would_be_found() {
    let append = Bench::new(named("append").expect("a deed")).expect("a sound rehearsal");
    assert!(powerless(&append, Syncs::LastOfStepIgnored, 100).lost > 0, "a sync was ignored");
    let plain = Bench::new(&PLAIN_FULL).expect("a sound rehearsal");
    assert!(powerless(&plain, Syncs::Hold, 60).lost > 0, "the folder was not synced");
}
