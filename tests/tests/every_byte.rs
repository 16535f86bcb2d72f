//! One changed byte anywhere in a vault: a clear error or the same data.
//!
//! Every 13th byte here; all of them with `KOERS_EVERY_BYTE=1`, or quicker with
//! `cargo run --release -p koers-tests --bin flips`.

use koers_tests::flips;

#[test]
fn one_changed_byte_gives_an_error_or_the_same_data() {
    let step = if std::env::var_os("KOERS_EVERY_BYTE").is_some() { 1 } else { 13 };
    let counts = flips::run(step).expect("a temporary folder with room");
    println!("{counts:?}");
    assert_eq!(counts.wrong, Vec::<u64>::new(), "offsets that gave other data or a panic");
    assert_eq!(counts.changed, counts.refused + counts.same);
    assert!(counts.refused > counts.changed * 9 / 10, "nearly every byte is under a seal");
    assert!(counts.same > 0, "the spare space of a page carries nothing");
}
