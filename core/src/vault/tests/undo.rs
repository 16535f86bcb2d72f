//! The last change and what it replaced, found again by another process.

use super::*;
use crate::vault::{Before, Change};

fn last(home: &Home) -> Change {
    let (vault, _) = home.open();
    vault.last_change().expect("readable").expect("something was changed")
}

#[test]
fn an_empty_vault_has_no_last_change() {
    let (_home, vault) = Home::new();
    assert_eq!(vault.last_change(), Ok(None));
}

#[test]
fn the_last_change_tells_what_it_replaced_until_the_next_one() {
    let (home, mut vault) = Home::new();
    record(&mut vault, &[create(id(1), b"one"), create(id(2), b"two")], NOON);
    let receipt = record(&mut vault, &[edit(id(1), b"changed"), Draft::delete(id(2), 1)], NOON + 1);
    drop(vault);
    let change = last(&home);
    assert_eq!(change.stamp, receipt.stamp);
    let [first, second] = &change.records[..] else { panic!("two records were changed") };
    assert_eq!(first.version.body, b"changed");
    assert!(matches!(&first.before, Before::Version(version) if version.body == b"one"));
    assert!(second.version.is_tombstone());
    assert!(matches!(&second.before, Before::Version(version) if version.body == b"two"));

    let (mut vault, _) = home.open();
    record(&mut vault, &[create(id(3), b"three")], NOON + 2);
    drop(vault);
    let change = last(&home);
    assert_eq!(change.records.len(), 1);
    assert_eq!(change.records[0].before, Before::Nothing);
}

#[test]
fn after_a_day_the_last_change_cannot_be_undone_any_more_but_for_kinds_with_history() {
    let (home, mut vault) = Home::new();
    let goal = with_history(create(id(2), b"goal"));
    record(&mut vault, &[create(id(1), b"note"), goal], NOON);
    let goal = with_history(edit(id(2), b"other goal"));
    record(&mut vault, &[edit(id(1), b"other note"), goal], NOON + 1);
    vault.tidy(NOON + DAY + MINUTE).expect("room on the disk");
    drop(vault);
    let change = last(&home);
    assert_eq!(change.records[0].before, Before::Gone);
    assert!(
        matches!(&change.records[1].before, Before::Version(version) if version.body == b"goal")
    );
}

#[test]
fn what_the_device_notes_for_itself_is_no_change_and_keeps_the_undo() {
    let (home, mut vault) = Home::new();
    record(&mut vault, &[create(id(1), b"one")], NOON);
    record(&mut vault, &[edit(id(1), b"changed")], NOON + 1);
    let delivery = Draft { local: true, ..create(id(2), b"reminder delivered") };
    record(&mut vault, &[delivery], NOON + 2);
    drop(vault);
    let change = last(&home);
    assert_eq!(change.records[0].version.body, b"changed");
    assert!(
        matches!(&change.records[0].before, Before::Version(version) if version.body == b"one")
    );
}

#[test]
fn undoing_a_deletion_brings_the_record_and_its_history_back() {
    let (home, mut vault) = Home::new();
    record(&mut vault, &[with_history(create(id(1), b"first"))], NOON);
    record(&mut vault, &[with_history(edit(id(1), b"second"))], NOON + 1);
    record(&mut vault, &[Draft::delete(id(1), 1)], NOON + 2);
    let back = with_history(draft(Intent::Put, id(1), b"second"));
    record(&mut vault, &[back], NOON + 3);
    record(&mut vault, &[create(id(2), b"next")], NOON + 4);
    drop(vault);
    let (_vault, versions) = home.open();
    assert_eq!(bodies(versions), ["first", "second", "", "second", "next"]);
}
