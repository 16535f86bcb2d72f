//! What a newer version put into a vault: handed on untouched by everything that this one does.

use zeroize::Zeroizing;

use super::backup::coded;
use super::*;
use crate::vault::draft::Write;
use crate::vault::load::OwnRow;
use crate::vault::manifest::Manifest;
use crate::vault::plain;
use crate::vault::slots::copy_of;
use crate::vault::write::{Sealed, put_rows};
use crate::vault::{BackupFault, RecoveryCode, SlotKind};

/// Two pairs that this version does not know: 99 and "new", 1000 and a nested map.
const UNKNOWN: &[u8] = b"\x18\x63\x63new\x19\x03\xe8\xa1\x01\x82\x02\xf6";
/// A kind of the vault's own that this version does not know.
const OWN_KIND: u16 = 9;

/// The padded plaintext with these pairs added to its map of fewer than 20.
fn with_pairs(plain: &[u8], pairs: &[u8]) -> Vec<u8> {
    let mut bytes = plain::trimmed(plain).expect("a map").to_vec();
    bytes[0] += 2;
    bytes.extend_from_slice(pairs);
    bytes.resize(plain::padded_len(bytes.len()).expect("short"), 0);
    bytes
}

/// Seals a plaintext over the row of this number, as a newer version would have.
fn put(vault: &mut Vault, row: i64, plain: &[u8]) {
    let bytes = vault.keys.seal(row, [1; 24], plain);
    let mut manifest = vault.manifest.clone();
    let sealed = [Sealed { row, over: true, bytes }];
    put_rows(vault.conn().expect("open"), &vault.keys, &mut manifest, &sealed).expect("room");
    vault.manifest = manifest;
}

fn row_of(vault: &Vault, record: RecordId) -> i64 {
    vault.index.get(record).expect("it is there").heads[0].row
}

fn raw(vault: &Vault, record: RecordId) -> Zeroizing<Vec<u8>> {
    vault.fetch_raw(row_of(vault, record)).expect("a row")
}

/// A vault in which a newer version wrote: a version with more keys in its row and a kind, a
/// history and a lowest reader of its own; a manifest with more keys; a row of the vault's own.
fn lived_in_by_a_newer_version() -> (Home, Vault, RecoveryCode, Vec<u8>) {
    let (home, mut vault, code) = coded();
    let newer = Draft { min_reader: 99, kind: 900, ..create(id(1), b"opaque") };
    record(&mut vault, &[newer, create(id(2), b"mine"), create(id(3), b"to go")], NOON);
    let mut plain = with_pairs(&raw(&vault, id(1)), UNKNOWN);
    // The history, key 7, of a sort that came later.
    let at = plain.windows(3).position(|part| part == [7, 1, 8]).expect("a history");
    plain[at + 1] = 5;
    let row = row_of(&vault, id(1));
    put(&mut vault, row, &plain);
    let spare = vault.free.take(&[512]).expect("a dummy").taken[0].row;
    let own = plain::encode_own(OWN_KIND, b"x").expect("short");
    put(&mut vault, spare, &with_pairs(&own, UNKNOWN));
    vault.manifest =
        Manifest::decode(&with_pairs(&vault.manifest.encode(), UNKNOWN)).expect("still a manifest");
    put(&mut vault, row, &plain);
    drop(vault);
    let (vault, _) = home.open();
    let kept = raw(&vault, id(1)).to_vec();
    assert!(kept.ends_with(UNKNOWN));
    (home, vault, code, kept)
}

/// Everything of the newer version that has to be there still, byte for byte.
fn untouched(vault: &Vault, kept: &[u8], after: &str) {
    assert_eq!(*raw(vault, id(1)), kept, "the row, after {after}");
    let manifest = vault.manifest.encode();
    assert!(
        plain::trimmed(&manifest).expect("a map").ends_with(UNKNOWN),
        "manifest, after {after}"
    );
}

fn own_row(vault: &Vault) -> Option<Zeroizing<Vec<u8>>> {
    let OwnRow { row, .. } = *vault.own.iter().find(|own| own.kind == OWN_KIND)?;
    Some(vault.fetch_raw(row).expect("a row"))
}

#[test]
fn what_a_newer_version_wrote_outlasts_entries_edits_deletions_and_a_passphrase() {
    let (home, mut vault, _, kept) = lived_in_by_a_newer_version();
    let own = own_row(&vault).expect("there");
    assert!(own.ends_with(UNKNOWN));
    for refused in [edit(id(1), b"mine now"), Draft::delete(id(1), 1)] {
        let said = vault.prepare(&[refused], NOON).map(|_| ());
        assert_eq!(said, Err(VaultError::RecordNewer { record: id(1) }));
    }
    record(&mut vault, &[edit(id(2), b"changed"), Draft::delete(id(3), 1)], NOON + MINUTE);
    record(&mut vault, &[create(id(4), b"next")], NOON + 2 * MINUTE);
    vault.tidy(NOON + 9 * DAY).expect("room");
    untouched(&vault, &kept, "entries");
    vault.set_slot(&Secret::Device(&DEVICE), &mut |_| ()).expect("room");
    drop(vault);
    let (vault, versions) = home.open();
    untouched(&vault, &kept, "closing and opening");
    assert_eq!(own_row(&vault), Some(own));
    let newer = versions.iter().find(|version| version.record == id(1)).expect("passed on");
    assert_eq!((newer.kind, newer.min_reader, newer.body.as_slice()), (900, 99, &b"opaque"[..]));
}

#[test]
fn what_a_newer_version_wrote_outlasts_a_re_key() {
    let (home, mut vault, _, kept) = lived_in_by_a_newer_version();
    let own = own_row(&vault);
    let ready = vault.prepare_rekey(&[Secret::Device(&DEVICE)], &mut |_| ()).expect("ready");
    vault.rekey(&ready, &mut |_| ()).expect("room");
    untouched(&vault, &kept, "a re-key");
    drop(vault);
    let (vault, _) = home.open();
    untouched(&vault, &kept, "a re-key and opening");
    assert_eq!(own_row(&vault), own);
}

#[test]
fn what_a_newer_version_wrote_outlasts_a_backup_and_a_restoration() {
    let (home, vault, code, kept) = lived_in_by_a_newer_version();
    let (path, made) = home.backup(&vault, "a.koersbackup");
    assert_eq!(made.versions, 3, "the one that cannot be read is counted and carried");
    home.restore(&path, &Secret::RecoveryCode(&code)).expect("a whole backup");
    let restored = home.path.with_file_name("restored.koers");
    let opened = Vault::open(&restored, &Secret::RecoveryCode(&code), &mut |_| ());
    let (vault, _) = opened.expect("its key");
    untouched(&vault, &kept, "a restoration");
}

#[test]
fn what_a_newer_version_wrote_outlasts_a_merge() {
    let (home, vault, code, kept) = lived_in_by_a_newer_version();
    let (path, _) = home.backup(&vault, "a.koersbackup");
    let (_elsewhere, mut other) = Home::new();
    record(&mut other, &[create(id(7), b"theirs")], NOON);
    let secret = Secret::RecoveryCode(&code);
    let merge = other.prepare_merge(&path, Some(&secret), &mut |_| ()).expect("its key");
    other.merge(merge, &mut |_| ()).expect("room");
    assert_eq!(*raw(&other, id(1)), kept);
}

#[test]
fn a_key_of_a_kind_that_came_later_is_named_and_stays_until_a_re_key() {
    let (home, vault) = Home::new();
    drop(vault);
    let copy = |id: i64| -> Vec<u8> {
        let conn = home.as_database();
        conn.query_row("SELECT body FROM slot WHERE id = ?1", [id], |row| row.get(0)).expect("one")
    };
    // The device's slot once more; its kind, key 2 of the head, is a later one.
    let mut content = plain::trimmed(&copy(0)[16..]).expect("a map").to_vec();
    let at = content.windows(4).position(|part| part == [2, 2, 3, 0x50]).expect("a kind");
    content[at + 1] = 9;
    let (mut vault, _) = home.open();
    let mut slots = vault.slots.clone();
    slots.put(&content).expect("room");
    vault.write(&Write { slots: Some(slots), ..Write::default() }).expect("room");
    drop(vault);
    let (mut vault, _) = home.open();
    assert_eq!(vault.slots(), [SlotKind::Device, SlotKind::Unknown(9)]);
    assert_eq!(vault.remove_slot(SlotKind::Device), Err(VaultError::LastSlot), "nobody could open");
    vault.set_slot(&Secret::Device(&DEVICE), &mut |_| ()).expect("room");
    drop(vault);
    assert_eq!([copy(2), copy(3)], [copy_of(&content), copy_of(&content)], "byte for byte");
    let (vault, _) = home.open();
    let ready = vault.prepare_rekey(&[Secret::Device(&DEVICE)], &mut |_| ()).expect("ready");
    assert_eq!(ready.removed(), [SlotKind::Unknown(9)], "it is said before it goes");
}

/// The format lies in the file's head and within the manifest's seal; either refuses.
#[test]
fn a_manifest_of_a_newer_format_is_refused_and_the_file_left_byte_for_byte() {
    let (home, mut vault) = Home::new();
    let mut plain = vault.manifest.encode();
    assert_eq!(plain[..3], [0xa8, 0, 1]);
    plain[2] = 2;
    let sealed = vault.keys.seal(0, [1; 24], &plain);
    let changed = vault.transact(|conn, _, _| {
        conn.execute("UPDATE row SET sealed = ?1 WHERE id = 0", [sealed]).map(|_| ())?;
        Ok(())
    });
    changed.expect("room");
    drop(vault);
    let before = std::fs::read(&home.path).expect("ours");
    assert_eq!(home.try_open().map(|_| ()), Err(VaultError::NewerFormat { format: 2 }));
    let salvaged = Vault::salvage(&home.path, &Secret::Device(&DEVICE), "2025-03-02", &mut |_| ());
    assert_eq!(salvaged, Err(VaultError::NewerFormat { format: 2 }), "nothing broke");
    assert_eq!(std::fs::read(&home.path).expect("ours"), before);
    assert_eq!(home.files(), ["vault.koers"]);
}

#[test]
fn a_backup_of_a_newer_format_is_refused_and_nothing_is_touched() {
    let (home, vault, code) = coded();
    let (path, _) = home.backup(&vault, "a.koersbackup");
    drop(vault);
    let mut newer = std::fs::read(&path).expect("ours");
    newer[8] = 2;
    std::fs::write(&path, &newer).expect("ours");
    let before = std::fs::read(&home.path).expect("ours");
    let secret = Secret::RecoveryCode(&code);
    let over = Vault::restore(&path, &home.path, &secret, Some("2025-03-01"), &mut |_| ());
    let refused = BackupFault::Newer { format: 2 };
    assert_eq!(over.map(|_| ()), Err(VaultError::Backup(refused.clone())));
    let checked = Vault::check_backup(&path, &secret, &mut |_| ()).map(|_| ());
    assert_eq!(checked, Err(VaultError::Backup(refused)));
    assert_eq!(std::fs::read(&path).expect("ours"), newer);
    assert_eq!(std::fs::read(&home.path).expect("ours"), before);
}
