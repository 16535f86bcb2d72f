//! What a backup carries, and what a restored vault is.

use super::*;
use crate::vault::{Progress, SlotKind};

/// Records of every sort: with history, edited, deleted, long, local, and made by a newer version.
fn lived_in(vault: &mut Vault) {
    let goal = with_history(create(id(1), b"goal"));
    let device = Draft { local: true, ..create(id(2), b"half filled in") };
    let newer = Draft { min_reader: 99, kind: 900, ..create(id(3), b"opaque") };
    let long = create(id(4), &vec![b'x'; 70_000]);
    record(vault, &[goal, device, newer, long, create(id(5), b"note")], NOON);
    let goal = with_history(edit(id(1), b"other goal"));
    record(vault, &[goal, create(id(6), b"to go")], NOON + MINUTE);
    record(vault, &[Draft::delete(id(6), 1)], NOON + 2 * MINUTE);
    record(vault, &[edit(id(5), b"other note")], NOON + 3 * MINUTE);
}

#[test]
fn a_restored_vault_holds_the_same_versions_and_writes_as_somebody_else() {
    let (home, mut vault, code) = coded();
    lived_in(&mut vault);
    assert_eq!(vault.stats().expect("open").versions, 8, "one note is kept for undo only");
    let (path, made) = home.backup(&vault, "a.koersbackup");
    assert_eq!((made.versions, made.made_ms), (6, NOON), "neither local nor for undo only");
    assert_eq!(made.generation, vault.generation());
    assert_eq!(check(&path, &Secret::RecoveryCode(&code)), Ok(made.clone()));
    let (writer, last) = (vault.writer(), vault.last_stamp());
    drop(vault);
    let (_vault, mut before) = home.open();
    before.retain(|version| !version.local);

    let restored = home.restore(&path, &Secret::RecoveryCode(&code)).expect("a whole backup");
    assert_eq!(restored, Restored { backup: made.clone(), kept_aside: None });
    let opened =
        Vault::open(&home.beside("restored.koers"), &Secret::RecoveryCode(&code), &mut |_| ());
    let (mut vault, after) = opened.expect("its key");
    assert_eq!(sorted(after), sorted(before), "byte for byte, clocks, stamps and kinds");
    assert_ne!(vault.writer(), writer);
    assert_eq!(vault.last_stamp(), last);
    assert_eq!(vault.generation(), made.generation + 1);
    assert_eq!(vault.slots(), [SlotKind::RecoveryCode]);
    let stats = vault.stats().expect("open");
    assert_eq!((stats.rows, stats.versions, stats.dummies), (1025, 6, 1017));
    record(&mut vault, &[edit(id(5), b"third note")], NOON);
    let (again, _) = home.backup(&vault, "b.koersbackup");
    assert!(check(&again, &Secret::RecoveryCode(&code)).is_ok(), "its backups open with it too");
}

#[test]
fn an_automatic_backup_after_a_biometric_unlock_opens_with_passphrase_or_code_alone() {
    let (home, mut vault, code) = coded();
    vault.set_slot(&Secret::Passphrase(PASSPHRASE), &mut |_| ()).expect("room");
    lived_in(&mut vault);
    drop(vault);
    let (vault, mut before) = home.open();
    before.retain(|version| !version.local);
    let both = [SlotKind::RecoveryCode, SlotKind::Passphrase];
    assert_eq!(vault.backup_opens_with(), Ok(both.to_vec()));
    let (path, made) = home.backup(&vault, "a.koersbackup");
    assert_eq!(made.opens_with, both);
    assert_eq!(vault.check_own_backup(&path, &mut |_| ()), Ok(made), "without a secret");
    drop(vault);
    std::fs::remove_file(&home.path).expect("the device is gone");
    let secrets = [Secret::Passphrase(PASSPHRASE), Secret::RecoveryCode(&code)];
    for (secret, other) in [(secrets[0], secrets[1]), (secrets[1], secrets[0])] {
        home.restore(&path, &secret).expect("its key");
        let restored = home.beside("restored.koers");
        for secret in [secret, other] {
            let (vault, after) = Vault::open(&restored, &secret, &mut |_| ()).expect("its key");
            assert_eq!(sorted(after), sorted(before.clone()));
            assert_eq!(vault.slots(), both);
        }
        Vault::wipe(&restored).expect("ours");
    }
    assert_eq!(
        check(&path, &Secret::Device(&DEVICE)),
        Err(VaultError::NoSuchSlot(SlotKind::Device))
    );
    assert_eq!(check(&path, &Secret::Passphrase(b"other")), Err(VaultError::WrongKey));
}

#[test]
fn thousands_of_versions_go_through_many_chunks_and_progress_is_told() {
    let (home, mut vault, code) = coded();
    let many: Vec<Draft> = (0..3000_u32)
        .map(|i| create(RecordId::named(&[&i.to_string()]), &vec![b'x'; i as usize % 900]))
        .skip(1)
        .filter(|draft| !draft.body.is_empty())
        .collect();
    record(&mut vault, &many, NOON);
    let mut steps = Vec::new();
    let path = home.beside("a.koersbackup");
    let made = vault.backup(&path, NOON, false, &mut |step| steps.push(step)).expect("room");
    let of = many.len() as u64;
    assert!(steps.contains(&Progress::Writing { versions: of, of }));
    assert!(steps.iter().any(|step| matches!(step, Progress::Checking { .. })));
    assert_eq!(made.versions, of);
    drop(vault);
    let (_vault, before) = home.open();
    steps.clear();
    let to = home.beside("restored.koers");
    Vault::restore(&path, &to, &Secret::RecoveryCode(&code), None, &mut |step| steps.push(step))
        .expect("a whole backup");
    assert!(steps.contains(&Progress::Writing { versions: of, of }));
    let (vault, after) =
        Vault::open(&to, &Secret::RecoveryCode(&code), &mut |_| ()).expect("its key");
    assert_eq!(sorted(after), sorted(before));
    assert_eq!(vault.stats().expect("open").rows, 3 * 1024 + 1);
}

#[test]
fn a_restoration_over_a_vault_keeps_it_aside_and_never_takes_a_name_twice() {
    let (home, mut vault, code) = coded();
    record(&mut vault, &[create(id(1), b"old")], NOON);
    let (path, _) = home.backup(&vault, "a.koersbackup");
    record(&mut vault, &[create(id(2), b"new")], NOON);
    let secret = Secret::RecoveryCode(&code);
    let over =
        |home: &Home| Vault::restore(&path, &home.path, &secret, Some("2025-03-01"), &mut |_| ());
    assert_eq!(over(&home), Err(VaultError::InUse), "an open vault is left alone");
    drop(vault);
    let unasked = Vault::restore(&path, &home.path, &secret, None, &mut |_| ());
    assert_eq!(unasked, Err(VaultError::AlreadyExists));

    let first = over(&home).expect("closed").kept_aside.expect("something lay there");
    assert_eq!(first, home.beside("vault.koers.before-restore-2025-03-01"));
    let second = over(&home).expect("closed").kept_aside.expect("something lay there");
    assert_eq!(second, home.beside("vault.koers.before-restore-2025-03-01-2"));
    let opened =
        |path: &Path| bodies(Vault::open(path, &secret, &mut |_| ()).expect("a whole vault").1);
    assert_eq!(opened(&home.path), ["old"]);
    assert_eq!(opened(&first), ["old", "new"]);
    assert_eq!(opened(&second), ["old"]);

    Vault::wipe(&home.path).expect("closed");
    assert_eq!(home.files(), ["a.koersbackup"], "what was kept aside is wiped with it");
}

/// What a kill between keeping aside and moving into place leaves.
#[test]
fn a_restoration_that_was_cut_off_leaves_the_whole_vault_in_its_place() {
    let (home, mut vault, code) = coded();
    let (path, _) = home.backup(&vault, "a.koersbackup");
    record(&mut vault, &[create(id(1), b"old")], NOON);
    drop(vault);
    let kept = crate::vault::file::set_aside(&home.path, crate::vault::file::KEPT, "2025-03-01")
        .expect("closed");
    let (mut vault, versions) = home.open();
    assert_eq!(bodies(versions), ["old"]);
    record(&mut vault, &[create(id(2), b"after")], NOON);
    drop(vault);
    let secret = Secret::RecoveryCode(&code);
    let again = Vault::restore(&path, &home.path, &secret, Some("2025-03-01"), &mut |_| ());
    let again = again.expect("closed").kept_aside.expect("something lay there");
    assert_ne!(again, kept);
    let (_vault, versions) = Vault::open(&again, &secret, &mut |_| ()).expect("whole");
    assert_eq!(bodies(versions), ["old", "after"]);
    assert_eq!(bodies(home_opened(&home, &secret)), Vec::<String>::new());
}

fn home_opened(home: &Home, secret: &Secret<'_>) -> Vec<Version> {
    Vault::open(&home.path, secret, &mut |_| ()).expect("a whole vault").1
}

#[test]
fn a_vault_that_does_not_open_any_more_is_kept_with_its_journal_and_replaced() {
    let (home, vault, code) = coded();
    let (path, _) = home.backup(&vault, "a.koersbackup");
    drop(vault);
    let whole = std::fs::read(&home.path).expect("ours");
    std::fs::write(&home.path, &whole[..9000]).expect("ours");
    std::fs::write(home.beside("vault.koers-journal"), "left by a crash").expect("ours");
    let secret = Secret::RecoveryCode(&code);
    let restored = Vault::restore(&path, &home.path, &secret, Some("2025-03-01"), &mut |_| ());
    let kept = restored.expect("damage is no obstacle").kept_aside.expect("something lay there");
    assert_eq!(std::fs::read(kept).expect("kept"), &whole[..9000]);
    Vault::open(&home.path, &secret, &mut |_| ()).expect("a whole vault");
    assert!(!home.files().contains(&"vault.koers-journal".to_owned()));
}

#[test]
fn a_backup_never_takes_the_place_of_a_vault_and_of_a_file_only_when_asked() {
    let (home, vault, code) = coded();
    let backup = |path: &Path, replace| vault.backup(path, NOON, replace, &mut |_| ()).map(|_| ());
    assert_eq!(backup(&home.path, true), Err(VaultError::InUse));
    let other = home.beside("other.koers");
    drop(Vault::create(&other, &[Secret::Device(&DEVICE)], &mut |_| ()).expect("nothing there"));
    assert_eq!(backup(&other, true), Err(VaultError::AlreadyExists));
    let path = home.beside("a.koersbackup");
    std::fs::write(&path, "my own").expect("ours");
    assert_eq!(backup(&path, false), Err(VaultError::AlreadyExists));
    assert_eq!(std::fs::read(&path).expect("ours"), b"my own");
    assert_eq!(backup(&path, true), Ok(()));
    assert!(check(&path, &Secret::RecoveryCode(&code)).is_ok());
    assert_eq!(backup(&home.beside("no/where"), false), Err(fault(BackupFault::NoFolder)));
    assert_eq!(backup(home.path.parent().expect("a folder"), true), Err(VaultError::IsAFolder));
    drop(vault);
    let mut files = home.files();
    files.sort();
    assert_eq!(files, ["a.koersbackup", "other.koers", "vault.koers"], "nothing is left aside");
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_machine_may_read_a_backup_or_what_was_restored() {
    use std::os::unix::fs::PermissionsExt;
    let (home, vault, code) = coded();
    let (path, _) = home.backup(&vault, "a.koersbackup");
    home.restore(&path, &Secret::RecoveryCode(&code)).expect("a whole backup");
    for path in [path, home.beside("restored.koers")] {
        let mode = path.metadata().expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
