//! A `koers log` that is killed either logged or did not, and leaves no word in clear.
//!
//! Twenty kills here; two hundred with `cargo run --release -p koers-tests --bin kills`.

use koers_tests::{kills, terminal};

#[test]
fn a_killed_log_is_there_whole_or_not_at_all_and_nothing_lies_in_clear() {
    let koers = terminal::koers().expect("the terminal builds");
    let counts = kills::run(&koers, 20, 7).expect("a temporary folder with room");
    println!("{counts:?}");
    assert_eq!(counts.faults, Vec::<String>::new());
    assert_eq!(counts.before + counts.during + counts.after, 20);
    assert!(counts.before > 0 && counts.during + counts.after > 0, "{counts:?}");
    assert!(counts.searched > 20 * 500_000, "the vault was looked through each time");
}
