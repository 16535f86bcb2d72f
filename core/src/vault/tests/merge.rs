//! What another copy of a journey holds comes in: a backup, or the vault of another device.

use super::backup::{coded, fault, sorted};
use super::*;
use crate::vault::{BackupFault, Met, RecoveryCode};

const TABLET: &str = "restored.koers";

/// A phone, and a tablet that began as its backup.
fn phone_and_tablet() -> (Home, Vault, Vault, RecoveryCode) {
    let (home, mut phone, code) = coded();
    let goal = with_history(create(id(1), b"goal"));
    record(&mut phone, &[goal, create(id(2), b"note"), create(id(3), b"other")], NOON);
    let (backup, _) = home.backup(&phone, "begin.koersbackup");
    home.restore(&backup, &Secret::RecoveryCode(&code)).expect("a whole backup");
    let tablet = open(&home.beside(TABLET), &code).0;
    (home, phone, tablet, code)
}

fn open(path: &Path, code: &RecoveryCode) -> (Vault, Vec<Version>) {
    Vault::open(path, &Secret::RecoveryCode(code), &mut |_| ()).expect("its key")
}

/// Merges a backup of the other vault into this one: what became of each record.
fn merge(home: &Home, into: &mut Vault, other: &Vault, code: &RecoveryCode) -> Vec<Met> {
    let path = home.beside("merge.koersbackup");
    other.backup(&path, NOON, true, &mut |_| ()).expect("room on the disk");
    let secret = Secret::RecoveryCode(code);
    let ready = into.prepare_merge(&path, Some(&secret), &mut |_| ()).expect("a whole backup");
    let met = ready.met().iter().map(|(_, met)| *met).collect();
    into.merge(ready, &mut |_| ()).expect("room on the disk");
    met
}

#[test]
fn each_device_takes_in_what_the_other_wrote_and_both_come_to_the_same() {
    let (home, mut phone, mut tablet, code) = phone_and_tablet();
    record(&mut phone, &[with_history(edit(id(1), b"second goal"))], NOON + 1);
    record(&mut phone, &[create(id(4), b"on the phone")], NOON + 2);
    record(&mut tablet, &[edit(id(2), b"changed note"), Draft::delete(id(3), 1)], NOON + 3);
    record(&mut tablet, &[create(id(5), b"on the tablet")], NOON + 4);

    let met = merge(&home, &mut phone, &tablet, &code);
    assert_eq!(met, [Met::Older, Met::Newer, Met::Newer, Met::New], "records 1, 2, 3 and 5");
    let met = merge(&home, &mut tablet, &phone, &code);
    assert_eq!(met, [Met::Newer, Met::Same, Met::Same, Met::New, Met::Same]);
    drop((phone, tablet));
    let (_phone, here) = home.open();
    let (_tablet, there) = open(&home.beside(TABLET), &code);
    assert_eq!(
        bodies(here.clone()),
        ["goal", "second goal", "changed note", "", "on the phone", "on the tablet"],
        "every goal there was is kept"
    );
    assert_eq!(sorted(here), sorted(there));
}

#[test]
fn merging_again_or_ones_own_older_backup_writes_nothing() {
    let (home, mut phone, mut tablet, code) = phone_and_tablet();
    record(&mut tablet, &[edit(id(2), b"changed")], NOON + 1);
    merge(&home, &mut phone, &tablet, &code);
    let generation = phone.generation();
    assert_eq!(merge(&home, &mut phone, &tablet, &code), [Met::Same; 3]);

    record(&mut phone, &[edit(id(3), b"later")], NOON + 2);
    let older = home.beside("begin.koersbackup");
    let ready = phone.prepare_merge(&older, None, &mut |_| ()).expect("its own backup");
    let met: Vec<Met> = ready.met().iter().map(|(_, met)| *met).collect();
    assert_eq!(met, [Met::Same, Met::Older, Met::Older]);
    phone.merge(ready, &mut |_| ()).expect("nothing to write");
    assert_eq!(phone.generation(), generation + 1, "only the edit was written");
}

#[test]
fn what_both_changed_is_kept_twice_until_a_change_that_has_seen_both() {
    let (home, mut phone, mut tablet, code) = phone_and_tablet();
    record(&mut phone, &[edit(id(2), b"by phone"), edit(id(3), b"still here")], NOON + 1);
    record(&mut tablet, &[edit(id(2), b"by tablet"), Draft::delete(id(3), 1)], NOON + 2);
    assert_eq!(merge(&home, &mut phone, &tablet, &code), [Met::Same, Met::Apart, Met::Apart]);
    let refused = phone.prepare(&[edit(id(3), b"again")], NOON + 3);
    assert_eq!(refused.err(), Some(VaultError::RecordDeleted { record: id(3) }));
    drop(phone);
    let (mut phone, versions) = home.open();
    assert_eq!(bodies(versions), ["goal", "by phone", "by tablet", "still here", ""]);

    let back = draft(Intent::Put, id(3), b"still here");
    record(&mut phone, &[edit(id(2), b"by both"), back], NOON + 4);
    merge(&home, &mut tablet, &phone, &code);
    drop(tablet);
    let (_tablet, versions) = open(&home.beside(TABLET), &code);
    assert_eq!(bodies(versions), ["goal", "by both", "still here"]);
}

#[test]
fn a_vault_file_is_merged_by_its_own_secret_and_left_as_it_was() {
    let (home, mut phone, mut tablet, code) = phone_and_tablet();
    record(&mut tablet, &[create(id(6), b"on the tablet")], NOON + 1);
    let secret = Secret::RecoveryCode(&code);
    let path = home.beside(TABLET);
    let refused = phone.prepare_merge(&path, Some(&secret), &mut |_| ()).map(|_| ());
    assert_eq!(refused, Err(VaultError::InUse));
    drop(tablet);
    let before = std::fs::read(&path).expect("it is there");
    let keyless = phone.prepare_merge(&path, None, &mut |_| ()).map(|_| ());
    assert_eq!(keyless, Err(VaultError::WrongKey));
    let ready = phone.prepare_merge(&path, Some(&secret), &mut |_| ()).expect("a whole vault");
    assert_eq!(ready.versions().len(), 1);
    record(&mut phone, &[edit(id(2), b"meanwhile")], NOON + 2);
    assert_eq!(phone.merge(ready, &mut |_| ()), Err(VaultError::Stale));
    let ready = phone.prepare_merge(&path, Some(&secret), &mut |_| ()).expect("a whole vault");
    phone.merge(ready, &mut |_| ()).expect("room on the disk");
    assert_eq!(std::fs::read(&path).expect("it is there"), before);
    assert_eq!(phone.last_stamp().millis(), NOON + 2, "another device's clock moves nothing here");
}

#[test]
fn after_a_merge_the_vault_writes_as_somebody_new_so_that_a_copied_file_is_told_apart() {
    let (home, mut phone, code) = coded();
    record(&mut phone, &[create(id(1), b"one")], NOON);
    drop(phone);
    let copy = home.beside("copy.koers");
    std::fs::copy(&home.path, &copy).expect("room on the disk");
    let (mut other, _) = open(&copy, &code);
    record(&mut other, &[edit(id(1), b"in the copy")], NOON + 1);
    drop(other);
    let (mut phone, _) = home.open();
    record(&mut phone, &[edit(id(1), b"in the first")], NOON + 1);
    let writer = phone.writer();
    let secret = Secret::RecoveryCode(&code);
    let ready = phone.prepare_merge(&copy, Some(&secret), &mut |_| ()).expect("a whole vault");
    assert_eq!(ready.met(), [(id(1), Met::Apart)], "equal clocks and other bytes");
    phone.merge(ready, &mut |_| ()).expect("room on the disk");
    assert_ne!(phone.writer(), writer);
    assert_eq!(phone.last_change(), Ok(None), "what came before is not undone by it");
    drop(phone);
    assert_eq!(bodies(home.open().1).len(), 2);
}

/// Counted on by the same writer, the copy's third version would hide the second one made here.
#[test]
fn a_copied_file_writes_as_somebody_new_and_hides_no_change_that_was_made_in_the_first() {
    let (home, mut phone, code) = coded();
    record(&mut phone, &[create(id(1), b"one")], NOON);
    drop(phone);
    let copy = home.beside("copy.koers");
    std::fs::copy(&home.path, &copy).expect("room on the disk");
    let (mut phone, _) = home.open();
    record(&mut phone, &[edit(id(1), b"in the first")], NOON + 1);
    let writer = phone.writer();
    let (mut other, _) = open(&copy, &code);
    assert_ne!(other.writer(), writer);
    record(&mut other, &[edit(id(1), b"in the copy")], NOON + 2);
    record(&mut other, &[edit(id(1), b"in the copy again")], NOON + 3);
    let its = other.writer();
    drop(other);
    assert_eq!(open(&copy, &code).0.writer(), its, "once, not each time that it is opened");
    let secret = Secret::RecoveryCode(&code);
    let ready = phone.prepare_merge(&copy, Some(&secret), &mut |_| ()).expect("a whole vault");
    assert_eq!(ready.met(), [(id(1), Met::Apart)]);
    phone.merge(ready, &mut |_| ()).expect("room on the disk");
    drop(phone);
    assert_eq!(bodies(home.open().1), ["in the first", "in the copy again"]);
}

/// The same file, with what lay in it before: its number and its birth tell nothing.
#[test]
fn a_file_known_to_be_older_writes_as_somebody_new_and_hides_nothing_of_a_newer_backup() {
    let (home, mut phone, code) = coded();
    record(&mut phone, &[create(id(1), b"one")], NOON);
    drop(phone);
    let older = std::fs::read(&home.path).expect("ours");
    let (mut phone, _) = home.open();
    record(&mut phone, &[edit(id(1), b"changed")], NOON + 1);
    let (backup, _) = home.backup(&phone, "newer.koersbackup");
    drop(phone);
    std::fs::write(&home.path, older).expect("ours");
    let (mut phone, _) = home.open();
    phone.renew_writer().expect("random numbers");
    let writer = phone.writer();
    phone.renew_writer().expect("random numbers");
    assert_eq!(phone.writer(), writer, "asked twice, it is renewed once");
    record(&mut phone, &[edit(id(1), b"changed otherwise")], NOON + 2);
    record(&mut phone, &[edit(id(1), b"and again")], NOON + 3);
    let secret = Secret::RecoveryCode(&code);
    let ready = phone.prepare_merge(&backup, Some(&secret), &mut |_| ()).expect("a backup");
    assert_eq!(ready.met(), [(id(1), Met::Apart)]);
}

#[test]
fn what_a_later_koers_wrote_comes_in_byte_for_byte() {
    let (home, mut phone, mut tablet, code) = phone_and_tablet();
    let newer = Draft { min_reader: 99, kind: 900, ..create(id(7), b"opaque") };
    record(&mut tablet, &[newer], NOON + 1);
    merge(&home, &mut phone, &tablet, &code);
    drop(phone);
    let (_phone, versions) = home.open();
    let found = versions.iter().find(|version| version.record == id(7)).expect("it came in");
    assert_eq!((found.min_reader, found.kind, &found.body[..]), (99, 900, &b"opaque"[..]));
}

#[test]
fn a_merge_with_something_else_is_refused_and_changes_nothing() {
    let (home, phone, _tablet, code) = phone_and_tablet();
    let secret = Secret::RecoveryCode(&code);
    let refused = |path: &Path| phone.prepare_merge(path, Some(&secret), &mut |_| ()).map(|_| ());
    let text = home.beside("text");
    std::fs::write(&text, "not a backup, and long enough to be read as one".repeat(9))
        .expect("room");
    assert_eq!(refused(&text), Err(fault(BackupFault::NotABackup)));
    assert_eq!(refused(&home.beside("nothing")), Err(fault(BackupFault::NotFound)));
    assert_eq!(refused(&home.path), Err(VaultError::InUse), "the vault itself");
    let whole = std::fs::read(home.beside("begin.koersbackup")).expect("it is there");
    let cut = home.beside("cut.koersbackup");
    std::fs::write(&cut, &whole[..whole.len() - 1]).expect("room");
    assert_eq!(refused(&cut), Err(fault(BackupFault::CutShort)));
    let stranger = RecoveryCode::random().expect("random numbers");
    let secret = Secret::RecoveryCode(&stranger);
    let whole = home.beside("begin.koersbackup");
    let wrong = phone.prepare_merge(&whole, Some(&secret), &mut |_| ()).map(|_| ());
    assert_eq!(wrong, Err(VaultError::WrongKey));
}
