//! Recording, editing, deleting, and finding it all again.

use super::*;
use crate::vault::{Outcome, Stamp};

#[test]
fn what_was_recorded_is_there_after_closing_and_opening() {
    let (home, mut vault) = Home::new();
    let receipt = record(&mut vault, &[create(id(1), b"one"), create(id(2), b"two")], NOON);
    assert_eq!(receipt.outcomes, [Outcome::Written; 2]);
    assert_eq!(receipt.stamp.millis(), NOON);
    drop(vault);
    let (vault, versions) = home.open();
    assert!(versions.iter().all(|version| version.stamp == receipt.stamp), "one commit, one stamp");
    assert_eq!(bodies(versions), ["one", "two"]);
    let stats = vault.stats().expect("open");
    assert_eq!((stats.rows, stats.versions, stats.dummies), (1025, 2, 1022));
    drop(vault);
    assert_eq!(home.files(), ["vault.koers"], "one complete file, no journal");
}

#[test]
fn the_dummies_are_refilled_by_the_thousand_and_nothing_is_lost() {
    let (home, mut vault) = Home::new();
    let many: Vec<Draft> = (0..2500_u32)
        .map(|i| create(RecordId::named(&[&i.to_string()]), format!("{i:04}").as_bytes()))
        .collect();
    for some in many.chunks(700) {
        record(&mut vault, some, NOON);
    }
    assert_eq!(vault.stats().expect("open").rows, 3 * 1024 + 1);
    drop(vault);
    let (_vault, versions) = home.open();
    let mut found = bodies(versions);
    found.sort();
    assert_eq!(found, (0..2500).map(|i| format!("{i:04}")).collect::<Vec<_>>());
}

#[test]
fn long_bodies_take_wider_rows_and_a_body_above_the_largest_is_refused() {
    let (home, mut vault) = Home::new();
    let bodies: Vec<Vec<u8>> = [400, 600, 5000, 200_000].map(|len| vec![b'x'; len]).to_vec();
    let drafts: Vec<Draft> =
        bodies.iter().enumerate().map(|(i, body)| create(id(i as u8 + 1), body)).collect();
    record(&mut vault, &drafts, NOON);
    let huge = vec![b'x'; 1 << 20];
    let prepared = vault.prepare(&[create(id(9), &huge)], NOON).expect("sound drafts");
    let refused = vault.commit(prepared);
    assert_eq!(refused, Err(VaultError::BadDraft { record: id(9), reason: "too long" }));
    drop(vault);
    let (vault, mut versions) = home.open();
    versions.sort_by_key(|version| version.record);
    let found: Vec<Vec<u8>> = versions.into_iter().map(|version| version.body).collect();
    assert_eq!(found, bodies);
    assert_eq!(vault.stats().expect("open").rows, 1025);
}

#[test]
fn recording_an_id_again_gives_the_first_receipt_and_writes_nothing() {
    let (home, mut vault) = Home::new();
    let first = record(&mut vault, &[create(id(1), b"one")], NOON);
    let generation = vault.generation();
    let again = record(&mut vault, &[create(id(1), b"one")], NOON + MINUTE);
    assert_eq!(again.outcomes, [Outcome::Repeated { first: first.stamp }]);
    assert_eq!(again.stamp, first.stamp);
    let other = record(&mut vault, &[create(id(1), b"another")], NOON + MINUTE);
    assert_eq!(other.outcomes, [Outcome::Taken { deleted: false }]);
    record(&mut vault, &[Draft::delete(id(1), 1)], NOON + MINUTE);
    let deleted = record(&mut vault, &[create(id(1), b"another")], NOON + MINUTE);
    assert_eq!(deleted.outcomes, [Outcome::Taken { deleted: true }]);
    assert_eq!(vault.generation(), generation + 1, "only the deletion was written");
    drop(vault);
    let (_vault, versions) = home.open();
    assert!(versions[0].is_tombstone());
}

#[test]
fn twice_the_same_creation_in_one_commit_is_one_and_two_different_ones_are_refused() {
    let (_home, vault) = Home::new();
    let twice = [create(id(1), b"one"), create(id(1), b"one")];
    let prepared = vault.prepare(&twice, NOON).expect("sound drafts");
    assert_eq!(prepared.versions().len(), 1);
    assert!(matches!(prepared.outcomes(), [Outcome::Written, Outcome::Repeated { .. }]));
    let unlike = [create(id(1), b"one"), create(id(1), b"two")];
    let refused = vault.prepare(&unlike, NOON).map(|_| ());
    assert_eq!(refused, Err(VaultError::RecordTwice { record: id(1) }));
}

#[test]
fn an_edit_needs_a_record_that_is_there_and_ours_to_edit() {
    let (_home, mut vault) = Home::new();
    let unknown = vault.prepare(&[edit(id(1), b"one")], NOON).map(|_| ());
    assert_eq!(unknown, Err(VaultError::RecordUnknown { record: id(1) }));
    let by_newer = Draft { min_reader: 2, ..create(id(1), b"one") };
    record(&mut vault, &[by_newer, create(id(2), b"two")], NOON);
    let newer = vault.prepare(&[edit(id(1), b"mine")], NOON).map(|_| ());
    assert_eq!(newer, Err(VaultError::RecordNewer { record: id(1) }));
    record(&mut vault, &[Draft::delete(id(2), 1)], NOON);
    let deleted = vault.prepare(&[edit(id(2), b"two again")], NOON).map(|_| ());
    assert_eq!(deleted, Err(VaultError::RecordDeleted { record: id(2) }));
    let unsound = vault.prepare(&[edit(id(1), b"")], NOON).map(|_| ());
    assert!(matches!(unsound, Err(VaultError::BadDraft { .. })));
    let own_kind = vault.prepare(&[Draft { kind: 3, ..create(id(3), b"x") }], NOON).map(|_| ());
    assert!(matches!(own_kind, Err(VaultError::BadDraft { .. })));
}

#[test]
fn an_edit_that_changes_nothing_writes_nothing() {
    let (_home, mut vault) = Home::new();
    let first = record(&mut vault, &[create(id(1), b"one")], NOON);
    let same = record(&mut vault, &[edit(id(1), b"one")], NOON + MINUTE);
    assert_eq!(same.outcomes, [Outcome::Repeated { first: first.stamp }]);
    record(&mut vault, &[Draft::delete(id(1), 1)], NOON + MINUTE);
    let again = record(&mut vault, &[Draft::delete(id(1), 1)], NOON + MINUTE);
    assert!(matches!(again.outcomes[..], [Outcome::Repeated { .. }]));
}

#[test]
fn a_superseded_body_goes_with_the_next_write_unless_its_kind_keeps_history() {
    let (home, mut vault) = Home::new();
    let goal = with_history(create(id(2), b"goal"));
    record(&mut vault, &[create(id(1), b"note"), goal], NOON);
    let goal = with_history(edit(id(2), b"other goal"));
    record(&mut vault, &[edit(id(1), b"other note"), goal], NOON + MINUTE);
    assert_eq!(vault.stats().expect("open").versions, 4, "kept for undo");
    record(&mut vault, &[create(id(3), b"next")], NOON + 2 * MINUTE);
    assert_eq!(vault.stats().expect("open").versions, 4, "the first note made room");
    drop(vault);
    let (_vault, versions) = home.open();
    assert_eq!(bodies(versions), ["other note", "goal", "other goal", "next"]);
}

#[test]
fn a_deletion_takes_every_body_before_it_with_it() {
    let (home, mut vault) = Home::new();
    record(&mut vault, &[with_history(create(id(1), b"first"))], NOON);
    record(&mut vault, &[with_history(edit(id(1), b"second"))], NOON + MINUTE);
    record(&mut vault, &[Draft::delete(id(1), 1)], NOON + 2 * MINUTE);
    assert_eq!(vault.stats().expect("open").versions, 3, "kept for undo");
    record(&mut vault, &[create(id(3), b"next")], NOON + 3 * MINUTE);
    assert_eq!(vault.stats().expect("open").versions, 2);
    drop(vault);
    let (_vault, versions) = home.open();
    assert_eq!(bodies(versions), ["", "next"]);
}

#[test]
fn superseded_bodies_go_after_a_day_even_if_nothing_is_written() {
    let (home, mut vault) = Home::new();
    record(&mut vault, &[create(id(1), b"note")], NOON);
    record(&mut vault, &[edit(id(1), b"other note")], NOON + MINUTE);
    assert_eq!(vault.tidy(NOON + DAY), Ok(0), "a minute too early");
    drop(vault);
    let (mut vault, versions) = home.open();
    assert_eq!(bodies(versions), ["other note"], "what is only kept for undo is not shown");
    assert_eq!(vault.tidy(NOON + DAY + MINUTE), Ok(1));
    assert_eq!(vault.stats().expect("open").versions, 1);
    drop(vault);
    let (mut vault, versions) = home.open();
    assert_eq!(bodies(versions), ["other note"]);
    assert_eq!(vault.tidy(NOON + 9 * DAY), Ok(0));
}

#[test]
fn a_clock_set_back_never_makes_a_later_version_older() {
    let (home, mut vault) = Home::new();
    let first = record(&mut vault, &[create(id(1), b"one")], NOON);
    drop(vault);
    let (mut vault, _) = home.open();
    let second = record(&mut vault, &[edit(id(1), b"two")], NOON - 900 * DAY);
    assert_eq!(second.stamp, Stamp(first.stamp.0 + 1));
}

#[test]
fn a_change_prepared_before_another_was_committed_is_refused() {
    let (_home, mut vault) = Home::new();
    let first = vault.prepare(&[create(id(1), b"one")], NOON).expect("sound drafts");
    let second = vault.prepare(&[create(id(2), b"two")], NOON).expect("sound drafts");
    vault.commit(first).expect("room on the disk");
    assert_eq!(vault.commit(second), Err(VaultError::Stale));
}

#[test]
fn a_full_disk_is_said_and_the_vault_goes_on_as_it_was() {
    let (home, mut vault) = Home::new();
    record(&mut vault, &[create(id(1), b"one")], NOON);
    let conn = vault.conn().expect("open");
    let pages: i64 = conn.query_row("PRAGMA page_count", [], |row| row.get(0)).expect("a count");
    conn.execute_batch(&format!("PRAGMA max_page_count={pages}")).expect("a limit");
    let many: Vec<Draft> =
        (0..1100_u32).map(|i| create(RecordId::named(&[&i.to_string()]), b"x")).collect();
    let prepared = vault.prepare(&many, NOON).expect("sound drafts");
    let before = vault.stats();
    assert_eq!(vault.commit(prepared), Err(VaultError::StorageFull));
    assert_eq!(vault.stats(), before);
    record(&mut vault, &[create(id(2), b"two")], NOON);
    drop(vault);
    assert_eq!(bodies(home.open().1), ["one", "two"]);
}

#[test]
fn creating_never_overwrites_and_leaves_nothing_aside() {
    let (home, vault) = Home::new();
    let secret = [Secret::Device(&DEVICE)];
    let in_use = Vault::create(&home.path, &secret, &mut |_| ()).map(|_| ());
    assert_eq!(in_use, Err(VaultError::InUse));
    drop(vault);
    let exists = Vault::create(&home.path, &secret, &mut |_| ()).map(|_| ());
    assert_eq!(exists, Err(VaultError::AlreadyExists));
    let keyless = Vault::create(&home.path.with_extension("b"), &[], &mut |_| ()).map(|_| ());
    assert_eq!(keyless, Err(VaultError::LastSlot));
    assert_eq!(home.files(), ["vault.koers"]);
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_machine_may_read_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let (home, _vault) = Home::new();
    let mode = home.path.metadata().expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn wiping_leaves_nothing_and_touches_nothing_that_is_not_a_vault() {
    let (home, vault) = Home::new();
    assert_eq!(Vault::wipe(&home.path), Err(VaultError::InUse));
    drop(vault);
    assert_eq!(Vault::wipe(&home.path), Ok(()));
    assert!(home.files().is_empty());
    std::fs::write(&home.path, "a letter").expect("the folder is ours");
    assert_eq!(Vault::wipe(&home.path), Err(VaultError::NotAVault));
    assert_eq!(std::fs::read(&home.path).expect("still there"), b"a letter");
}

/// What was kept aside is as readable as the vault: as long as it is there, so is a way to wipe it.
#[test]
fn a_wipe_that_was_cut_off_can_be_done_again_until_nothing_is_left() {
    let (home, vault) = Home::new();
    drop(vault);
    let kept = home.path.with_file_name("vault.koers.before-restore-2025-03-01");
    std::fs::create_dir(&kept).expect("something that is no file, and is not deleted as one");
    assert!(Vault::wipe(&home.path).is_err());
    assert!(home.path.exists(), "the vault itself goes last");
    assert!(home.try_open().is_err(), "its keys went first");
    std::fs::remove_dir(&kept).expect("ours");
    assert_eq!(Vault::wipe(&home.path), Ok(()));
    assert!(home.files().is_empty());
}

#[test]
fn the_journal_of_a_vault_that_was_moved_away_does_no_harm_to_the_next_one() {
    let (home, vault) = Home::new();
    drop(vault);
    // As a power cut within a write leaves it: the pages as they were, and a whole head.
    let journal = home.path.with_file_name("vault.koers-journal");
    let conn = home.as_database();
    conn.execute_batch("PRAGMA cache_size = 1; BEGIN; UPDATE row SET sealed = zeroblob(552)")
        .expect("room");
    let hot = std::fs::read(&journal).expect("it was spilled");
    conn.execute_batch("ROLLBACK").expect("nothing was changed");
    drop(conn);
    std::fs::rename(&home.path, home.path.with_file_name("moved.koers")).expect("ours");
    std::fs::write(&journal, hot).expect("room");
    let secrets = [Secret::Device(&DEVICE)];
    drop(Vault::create(&home.path, &secrets, &mut |_| ()).expect("nothing lies there"));
    assert_eq!(bodies(home.open().1), Vec::<String>::new());
    assert!(!journal.exists());
    let kept = home.files().into_iter().find(|name| name.contains(".damaged-"));
    assert!(kept.is_some_and(|name| name.ends_with("-journal")), "it may still be of use");
    Vault::wipe(&home.path).expect("closed");
    assert_eq!(home.files(), ["moved.koers"]);
}

/// What survives a power cut and what a freed page still says hang on these; none is SQLite's
/// default.
#[test]
fn the_storage_is_set_up_to_lose_nothing_and_to_keep_nothing_freed() {
    let (home, vault) = Home::new();
    drop(vault);
    let (vault, _) = home.open();
    let conn = vault.conn().expect("open");
    let number = |name: &str| -> i64 {
        conn.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).expect(name)
    };
    let word = |name: &str| -> String {
        conn.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).expect(name)
    };
    assert_eq!(number("synchronous"), 3, "EXTRA");
    assert_eq!(word("journal_mode"), "delete");
    assert_eq!(word("locking_mode"), "exclusive");
    assert_eq!(number("secure_delete"), 1);
    assert_eq!(number("trusted_schema"), 0);
    assert_eq!(number("cell_size_check"), 1);
    assert_eq!(number("temp_store"), 2, "in memory");
}
