//! Key slots: three kinds, two copies of each.

use super::*;
use crate::vault::{Progress, RecoveryCode, SlotKind};

fn spoil(home: &Home, id: i64) {
    let conn = home.as_database();
    conn.execute(
        "UPDATE slot SET body = substr(body, 1, 40) || x'ff' || substr(body, 42) WHERE id = ?1",
        [id],
    )
    .expect("a slot");
}

#[test]
fn each_kind_of_secret_opens_the_same_vault_and_no_wrong_one_does() {
    let (home, mut vault) = Home::new();
    record(&mut vault, &[create(id(1), b"one")], NOON);
    let code = RecoveryCode::random().expect("random numbers");
    vault.set_slot(&Secret::RecoveryCode(&code), &mut |_| ()).expect("room");
    let mut seen = Vec::new();
    let horse = "cheval d'été".as_bytes();
    vault.set_slot(&Secret::Passphrase(horse), &mut |step| seen.push(step)).expect("room");
    assert_eq!(seen, [Progress::DerivingKey]);
    let kinds = [SlotKind::Device, SlotKind::RecoveryCode, SlotKind::Passphrase];
    assert_eq!(vault.slots(), kinds);
    drop(vault);
    let typed = RecoveryCode::parse(code.text().as_bytes()).expect("a code");
    // On another keyboard the accents are signs of their own and the space is another one.
    let elsewhere = "cheval\u{a0}d'e\u{301}te\u{301}".as_bytes();
    let right = [Secret::Passphrase(elsewhere), Secret::RecoveryCode(&typed)];
    for secret in right {
        let (_vault, versions) = Vault::open(&home.path, &secret, &mut |_| ()).expect("its key");
        assert_eq!(bodies(versions), ["one"]);
    }
    let other = RecoveryCode::random().expect("random numbers");
    let wrong = [
        Secret::Passphrase(b"cheval d'ete"),
        Secret::RecoveryCode(&other),
        Secret::Device(&[8; 32]),
    ];
    let before = std::fs::read(&home.path).expect("ours");
    for secret in wrong {
        let refused = Vault::open(&home.path, &secret, &mut |_| ()).map(|_| ());
        assert_eq!(refused, Err(VaultError::WrongKey));
    }
    assert_eq!(std::fs::read(&home.path).expect("ours"), before);
    assert_eq!(home.files(), ["vault.koers"]);
}

#[test]
fn a_changed_slot_opens_with_the_new_secret_only() {
    let (home, mut vault) = Home::new();
    assert_eq!(vault.check(&Secret::Device(&DEVICE)), Ok(()));
    assert_eq!(vault.check(&Secret::Device(&[9; 32])), Err(VaultError::WrongKey));
    vault.set_slot(&Secret::Device(&[9; 32]), &mut |_| ()).expect("room");
    assert_eq!(vault.slots(), [SlotKind::Device]);
    drop(vault);
    assert_eq!(home.try_open().map(|_| ()), Err(VaultError::WrongKey));
    Vault::open(&home.path, &Secret::Device(&[9; 32]), &mut |_| ()).expect("its key");
}

#[test]
fn a_slot_can_be_removed_but_not_the_last() {
    let (home, mut vault) = Home::new();
    assert_eq!(vault.remove_slot(SlotKind::Device), Err(VaultError::LastSlot));
    let code = RecoveryCode::random().expect("random numbers");
    vault.set_slot(&Secret::RecoveryCode(&code), &mut |_| ()).expect("room");
    vault.remove_slot(SlotKind::Device).expect("another is left");
    let absent = vault.remove_slot(SlotKind::Device);
    assert_eq!(absent, Err(VaultError::NoSuchSlot(SlotKind::Device)));
    drop(vault);
    let gone = home.try_open().map(|_| ());
    assert_eq!(gone, Err(VaultError::NoSuchSlot(SlotKind::Device)));
    let open = Vault::open(&home.path, &Secret::RecoveryCode(&code), &mut |_| ());
    assert_eq!(open.expect("its key").0.slots(), [SlotKind::RecoveryCode]);
}

#[test]
fn one_damaged_copy_locks_nobody_out_and_two_are_told() {
    let (home, vault) = Home::new();
    assert!(!vault.stats().expect("open").slots_suffered);
    drop(vault);
    for copy in [0, 1] {
        let whole = std::fs::read(&home.path).expect("ours");
        spoil(&home, copy);
        let (mut vault, _) = home.open();
        assert!(vault.stats().expect("open").slots_suffered);
        record(&mut vault, &[create(id(1), b"one")], NOON);
        drop(vault);
        assert_eq!(bodies(home.open().1), ["one"]);
        std::fs::write(&home.path, whole).expect("ours");
    }
    spoil(&home, 0);
    spoil(&home, 1);
    let lost = home.try_open().map(|_| ());
    assert_eq!(lost, Err(VaultError::damaged("no key slot is left")));
}

#[test]
fn the_two_copies_lie_on_different_pages() {
    let (home, _) = Home::new();
    let file = std::fs::read(&home.path).expect("ours");
    let conn = home.as_database();
    let body: Vec<u8> =
        conn.query_row("SELECT body FROM slot WHERE id = 0", [], |row| row.get(0)).expect("a slot");
    let starts: Vec<usize> = file
        .windows(64)
        .enumerate()
        .filter(|(_, part)| *part == &body[..64])
        .map(|at| at.0)
        .collect();
    let [one, two] = starts[..] else { panic!("two copies, found {}", starts.len()) };
    assert_ne!(one / 4096, two / 4096);
}

#[test]
fn a_slot_exchanged_for_one_of_the_same_secret_is_noticed() {
    let (home, vault) = Home::new();
    drop(vault);
    let older = std::fs::read(&home.path).expect("ours");
    let (mut vault, _) = home.open();
    vault.set_slot(&Secret::Device(&DEVICE), &mut |_| ()).expect("room");
    drop(vault);
    let other = home.path.with_extension("older");
    std::fs::write(&other, older).expect("ours");
    let conn = home.as_database();
    conn.execute_batch(&format!(
        "ATTACH '{}' AS older; UPDATE slot SET body = (SELECT body FROM older.slot o WHERE o.id = slot.id)",
        other.display()
    ))
    .expect("two databases");
    drop(conn);
    assert_eq!(home.try_open().map(|_| ()), Err(VaultError::damaged("the key slots")));
}
