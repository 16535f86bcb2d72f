//! The bytes of backup format 1, from fixed randomness: what must still open in ten years.

use zeroize::Zeroizing;

use super::*;
use crate::vault::backup::{BackupKeys, Chunks, Head, Header, padded_chunks};
use crate::vault::manifest::Manifest;
use crate::vault::slot::Kek;
use crate::vault::{Stamp, WriterId};

const EXPECTED: &str = include_str!("bytes.txt");

fn layout() -> String {
    let key = Zeroizing::new([1; 32]);
    let kek = Kek::new(&Secret::RecoveryCode(&code()), [2; 16]).expect("no derivation");
    let header = Header { id: [3; 16], slots: vec![kek.wrap(&key, [3; 16], [4; 24])] };
    let header = header.encode(&key);
    let chunks = Chunks::of_new(&key, &header);
    let mut text = String::new();
    let mut line = |name: &str, bytes: &[u8]| {
        writeln!(text, "{name}: {}", hex(bytes)).expect("a string takes every digit");
    };
    line("header", &header);
    for (number, last) in [(0, false), (1, false), (1, true)] {
        let mut chunk = b"content".to_vec();
        chunks.seal(number, last, &mut chunk);
        line(&format!("chunk {number}{}", if last { ", the last" } else { "" }), &chunk);
    }
    line("head", &head(kek.clone(), None).encode());
    line("head with the key of a drop box", &head(kek, Some(&[9; 32])).encode());
    text
}

/// The first piece within the seals.
fn head(kek: Kek, drop_key: Option<&[u8; 32]>) -> Head {
    let mut keys = BackupKeys::default();
    keys.put(kek);
    let manifest = Manifest {
        vault: [5; 16],
        generation: 9,
        rows: 1024,
        slots: [6; 32],
        sum: [7; 32],
        writer: WriterId([8; 8]),
        last: Stamp::after(Stamp::default(), NOON),
        ..Manifest::default()
    };
    Head::new(NOON, 3, &manifest, &keys, drop_key).expect("short")
}

fn code() -> RecoveryCode {
    let code = "EDMQ8-GX35J-CNQ2T-0RKSV-EHJQZ-683F9-DC3GK";
    RecoveryCode::parse(code.as_bytes()).expect("a code")
}

#[test]
fn the_bytes_of_backup_format_1_have_not_changed() {
    unchanged(&layout(), EXPECTED);
}

#[test]
fn the_number_of_chunks_tells_little_and_costs_less_than_an_eighth() {
    let padded: Vec<u64> = (1..=20).map(padded_chunks).collect();
    assert_eq!(padded, [1, 2, 3, 4, 5, 6, 7, 8, 10, 10, 12, 12, 14, 14, 16, 16, 18, 18, 20, 20]);
    assert_eq!([65, 100, 1000].map(padded_chunks), [72, 104, 1024]);
    for chunks in 1..100_000 {
        let padded = padded_chunks(chunks);
        assert!(padded >= chunks && (padded - chunks) * 8 < chunks.max(8), "{chunks}: {padded}");
    }
}
