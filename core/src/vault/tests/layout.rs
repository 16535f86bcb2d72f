//! The bytes of format 1, from fixed randomness: what must still open in ten years.

use zeroize::Zeroizing;

use super::*;
use crate::vault::backup::BackupKeys;
use crate::vault::derive::Cost;
use crate::vault::key::Keys;
use crate::vault::manifest::{Manifest, mark};
use crate::vault::own::DROP_KEY;
use crate::vault::plain::{self, BACKUP_KEYS, Content, encode, encode_own, padded_len};
use crate::vault::slot::{Kek, Slot};
use crate::vault::slots::copy_of;
use crate::vault::{Clock, RecoveryCode, SlotKind, Stamp, WriterId};

const EXPECTED: &str = include_str!("layout.txt");

fn keys() -> Keys {
    Keys::new(Zeroizing::new([1; 32]), [2; 16])
}

fn version() -> Version {
    let writer = WriterId([3; 8]);
    let mut clock = Clock::default();
    clock.tick(writer);
    clock.tick(WriterId([4; 8]));
    Version {
        record: id(5),
        clock,
        stamp: Stamp::after(Stamp::default(), NOON),
        writer,
        kind: 300,
        min_reader: 2,
        local: true,
        body: b"body".to_vec(),
    }
}

fn slot(secret: &Secret<'_>) -> Vec<u8> {
    let kek = Kek::at_cost(secret, [6; 16], 3).expect("memory");
    kek.wrap(&[1; 32], [2; 16], [7; 24])
}

/// What a row of the vault's own holds for backups: a key for the passphrase, one for the code.
fn backup_keys() -> BackupKeys {
    let mut keys = BackupKeys::default();
    let kek = |kind, cost| Kek { kind, salt: [11; 16], cost, key: Zeroizing::new([12; 32]) };
    keys.put(kek(SlotKind::Passphrase, Some(Cost::USUAL)));
    keys.put(kek(SlotKind::RecoveryCode, None));
    keys
}

fn layout() -> String {
    let keys = keys();
    let plain = encode(&version(), History::Latest).expect("short");
    let sealed = keys.seal(12345, [8; 24], &plain);
    let manifest = Manifest {
        vault: [2; 16],
        generation: 9,
        rows: 1024,
        slots: [10; 32],
        sum: keys.element(12345, &sealed),
        writer: WriterId([3; 8]),
        last: version().stamp,
        ..Manifest::default()
    };
    let marked = Manifest { file: Some(mark([2; 16], &[16; 24])), ..manifest.clone() };
    let tombstone = Version { body: Vec::new(), local: false, ..version() };
    let tombstone = encode(&tombstone, History::All).expect("short");
    let own = encode_own(BACKUP_KEYS, &backup_keys().encode()).expect("short");
    let drop_key = encode_own(DROP_KEY, &[13; 32]).expect("short");
    let trimmed = |plain: &[u8]| plain::trimmed(plain).expect("as written").to_vec();
    let code = "EDMQ8-GX35J-CNQ2T-0RKSV-EHJQZ-683F9-DC3GK";
    let code = RecoveryCode::parse(code.as_bytes()).expect("a code");
    let mut text = String::new();
    for (name, bytes) in [
        ("plaintext", plain[..96].to_vec()),
        ("dummy", plain::dummy(512)[..8].to_vec()),
        ("row", sealed.clone()),
        ("fingerprint", keys.element(12345, &sealed).to_vec()),
        ("manifest", manifest.encode()[..160].to_vec()),
        ("device slot", slot(&Secret::Device(&DEVICE))),
        ("copy of a slot", copy_of(&slot(&Secret::Device(&DEVICE)))[..64].to_vec()),
        ("recovery slot", slot(&Secret::RecoveryCode(&code))),
        ("passphrase slot", slot(&Secret::Passphrase(b"horse"))),
        ("tombstone", trimmed(&tombstone)),
        ("backup keys", trimmed(&own)),
        ("drop box's key", trimmed(&drop_key)),
        ("sealed manifest", keys.seal(0, [14; 24], &manifest.encode())),
        ("manifest with the mark of its file", trimmed(&marked.encode())),
    ] {
        writeln!(text, "{name}: {}", hex(&bytes)).expect("a string takes every digit");
    }
    text
}

#[test]
fn the_bytes_of_format_1_have_not_changed() {
    unchanged(&layout(), EXPECTED);
}

#[test]
fn a_row_reads_back_and_opens_only_in_its_own_place() {
    let plain = encode(&version(), History::Latest).expect("short");
    let sealed = keys().seal(12345, [8; 24], &plain);
    let opened = keys().open(12345, &mut sealed.clone()).map(<[u8]>::to_vec).expect("its place");
    let Ok(Content::Version(found, History::Latest)) = plain::decode(&opened) else {
        panic!("a version of a kind without history")
    };
    assert_eq!(found, version());
    assert!(keys().open(12346, &mut sealed.clone()).is_err());
    let elsewhere = Keys::new(Zeroizing::new([1; 32]), [0; 16]);
    assert!(elsewhere.open(12345, &mut sealed.clone()).is_err());
}

#[test]
fn a_row_of_a_later_version_is_read_past_what_is_not_known() {
    let mut plain = encode(&version(), History::Latest).expect("short");
    assert_eq!(plain[0], 0xa9);
    plain[0] = 0xaa;
    let end = plain.iter().rposition(|byte| *byte != 0).expect("not empty") + 1;
    plain[end..end + 6].copy_from_slice(b"\x18\x63\x63new");
    let Ok(Content::Version(found, _)) = plain::decode(&plain) else { panic!("a version") };
    assert_eq!(found, version());
}

#[test]
fn lengths_are_padded_to_powers_of_two_from_512_on() {
    for (len, padded) in [
        (0, Some(512)),
        (512, Some(512)),
        (513, Some(1024)),
        (1 << 20, Some(1 << 20)),
        ((1 << 20) + 1, None),
    ] {
        assert_eq!(padded_len(len), padded, "{len}");
    }
}

#[test]
fn a_slot_opens_with_its_secret_and_a_slot_that_asks_too_much_is_refused() {
    let content = slot(&Secret::Device(&DEVICE));
    let read = Slot::read(&content).expect("a slot");
    assert_eq!(*read.unwrap(&Secret::Device(&DEVICE)).expect("its secret"), [1; 32]);
    assert_eq!(read.unwrap(&Secret::Device(&[0; 32])).err(), Some(VaultError::WrongKey));
    let mut costly = slot(&Secret::Passphrase(b"horse"));
    let memory =
        costly.windows(5).position(|part| part == b"\x1a\x00\x01\x00\x00").expect("64 MiB");
    costly[memory + 1] = 0xff;
    let read = Slot::read(&costly).expect("still a slot");
    assert_eq!(read.unwrap(&Secret::Passphrase(b"horse")).err(), Some(VaultError::CostTooHigh));
}
