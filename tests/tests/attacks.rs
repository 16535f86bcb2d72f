//! Who has the file and no key gets nothing in and nothing out: rows rearranged, backups forged,
//! costs above any cap, formats still to come, and words in clear.
//!
//! In small here; `./tests/figures vault` tries all of them.

use std::path::Path;

use koers_tests::{clear, forged, newer, replays};

const OTHER_PROCESS: &str = env!("CARGO_BIN_EXE_other_process");

#[test]
fn rows_put_back_exchanged_doubled_or_taken_away_open_no_vault() {
    let replays = replays::run().expect("a temporary folder with room");
    assert_eq!(replays.accepted, Vec::<String>::new());
    assert!(replays.tried > 100, "{replays:?}");
}

#[test]
fn a_backup_cut_or_with_a_bit_of_its_header_flipped_is_refused_clearly() {
    let forged = forged::run(97).expect("a temporary folder with room");
    assert_eq!((&forged.accepted, &forged.unclear), (&vec![], &vec![]));
    assert!(forged.cut > 600 && forged.flipped > 30, "{forged:?}");
}

#[test]
fn what_a_newer_version_made_is_refused_by_name_and_not_a_byte_changed() {
    assert_eq!(newer::touched().expect("a temporary folder with room"), Vec::<String>::new());
}

#[test]
fn no_word_of_the_person_lies_in_clear_however_a_writer_is_killed() {
    let found = clear::search(Path::new(OTHER_PROCESS), 6, 3).expect("the writer writes");
    assert_eq!(found.clear, 0, "{found:?}");
    assert_eq!(found.killed, 6);
    assert!(found.searched > 6 * 500_000, "{found:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn what_asks_for_more_than_is_allowed_is_refused_and_next_to_no_memory_is_spent_on_it() {
    let all = koers_tests::bombs::run(Path::new(OTHER_PROCESS)).expect("the helper runs");
    assert_eq!(all.len(), 17);
    for refused in all {
        assert_ne!(refused.said, "taken", "{refused:?}");
        assert_ne!(refused.said, "WrongKey", "a key was derived: {refused:?}");
        assert!(refused.grown < 1 << 20, "{refused:?}");
    }
}
