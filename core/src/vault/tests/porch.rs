//! The porch file and the drop box: their bytes, and what becomes of bytes that are not theirs.

use proptest::prelude::*;
use zeroize::Zeroizing;

use super::*;
use crate::vault::drop_key::{DropEntry, DropSecret};
use crate::vault::porch_file::{open_porch, read_porch, remove_porch, seal, write_porch};
use crate::vault::{DROP_CONTENT, DropBox, Drops, MOST_DROPS};

const KEY: [u8; 32] = [11; 32];
const VAULT: [u8; 16] = [2; 16];
const EXPECTED: &str = include_str!("porch.txt");
/// Bytes of the clear head, the nonce and the tag.
const OVERHEAD: usize = 28 + 24 + 16;

fn sealed() -> Vec<u8> {
    seal(VAULT, &KEY, [8; 24], b"call Tom").expect("short")
}

fn secret() -> DropSecret {
    DropSecret::of(&[12; 32])
}

fn entry(own: u8, content: &[u8]) -> DropEntry {
    secret().public().seal_with(VAULT, &Zeroizing::new([own; 32]), content).expect("short")
}

#[test]
fn the_bytes_of_the_porch_and_of_an_entry_have_not_changed() {
    let porch = sealed();
    let lines = [
        ("porch", hex(&porch[..96])),
        ("end of the porch", hex(&porch[8192 - 16..])),
        ("drop key", hex(&secret().public().0)),
        ("entry", hex(&entry(13, b"nothing so far"))),
    ];
    let text = lines.iter().fold(String::new(), |mut text, (name, hex)| {
        writeln!(text, "{name}: {hex}").expect("a string takes every digit");
        text
    });
    unchanged(&text, EXPECTED);
}

#[test]
fn a_porch_opens_with_its_key_and_tells_its_vault() {
    let opened = open_porch(&sealed(), &KEY).expect("its key");
    assert_eq!(opened.vault, VAULT);
    assert!(opened.content.starts_with(b"call Tom\0"));
    assert!(!sealed().windows(8).any(|part| part == b"call Tom"));
    assert_eq!(open_porch(&sealed(), &[0; 32]).err(), Some(VaultError::damaged("the porch")));
}

#[test]
fn a_porch_grows_by_doubling_and_is_refused_above_its_cap() {
    let len = |content: usize| seal(VAULT, &KEY, [0; 24], &vec![1; content]).map(|all| all.len());
    assert_eq!(len(0), Ok(8192));
    assert_eq!(len(8192 - OVERHEAD), Ok(8192));
    assert_eq!(len(8193 - OVERHEAD), Ok(16384));
    assert_eq!(len(262_144 - OVERHEAD), Ok(262_144));
    assert_eq!(len(262_145 - OVERHEAD), Err(VaultError::TooLarge { what: "the porch" }));
}

#[test]
fn a_porch_that_is_something_else_is_told_apart() {
    let mut newer = sealed();
    newer[8] = 2;
    assert_eq!(open_porch(&newer, &KEY).err(), Some(VaultError::NewerFormat { format: 2 }));
    assert_eq!(open_porch(b"SQLite format 3", &KEY).err(), Some(VaultError::NotAVault));
    for cut in [0, 8, 11, 27, 60, 4096, 8191] {
        assert!(open_porch(&sealed()[..cut], &KEY).is_err(), "{cut}");
    }
}

#[test]
fn every_byte_of_a_porch_and_of_an_entry_counts() {
    let porch = sealed();
    for at in (0..porch.len()).step_by(61).chain(0..80) {
        let mut changed = porch.clone();
        changed[at] ^= 1;
        assert!(open_porch(&changed, &KEY).is_err(), "{at}");
    }
    let entry = entry(13, b"x");
    for at in 0..entry.len() {
        let mut changed = entry;
        changed[at] ^= 1;
        assert!(secret().open(VAULT, &changed).is_none(), "{at}");
    }
}

#[test]
fn an_entry_opens_for_its_vault_and_key_alone() {
    let entry = entry(13, &[9; DROP_CONTENT]);
    assert_eq!(secret().open(VAULT, &entry).as_deref(), Some(&vec![9; DROP_CONTENT]));
    assert!(secret().open([3; 16], &entry).is_none());
    assert!(DropSecret::of(&[1; 32]).open(VAULT, &entry).is_none());
    let public = secret().public();
    assert!(public.seal(VAULT, &[0; DROP_CONTENT + 1]).is_err());
    assert_ne!(public.seal(VAULT, b"x"), public.seal(VAULT, b"x"), "each has a key of its own");
}

#[test]
fn a_public_key_that_agrees_with_everybody_is_refused() {
    // The point of order one, and 1, of order four.
    for weak in [[0; 32], std::array::from_fn(|i| u8::from(i == 0))] {
        assert!(crate::vault::DropPublic(weak).seal(VAULT, b"x").is_err());
        let mut entry = entry(13, b"x");
        entry[1..33].copy_from_slice(&weak);
        assert!(secret().open(VAULT, &entry).is_none());
    }
}

#[test]
fn a_porch_is_replaced_as_a_whole_and_goes_without_a_trace() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("v.porch");
    write_porch(&path, VAULT, &KEY, b"one").expect("room");
    // What an interrupted write left lies in nobody's way.
    std::fs::write(folder.path().join("v.porch.new"), vec![1; 100_000]).expect("room");
    write_porch(&path, VAULT, &KEY, b"two").expect("room");
    assert!(read_porch(&path, &KEY).expect("whole").content.starts_with(b"two"));
    assert_eq!(std::fs::read_dir(folder.path()).expect("ours").count(), 1);
    let large = vec![0; 300_000];
    assert!(write_porch(&path, VAULT, &KEY, &large).is_err());
    assert!(read_porch(&path, &KEY).expect("whole").content.starts_with(b"two"));
    remove_porch(&path).expect("ours");
    remove_porch(&path).expect("nothing there is fine");
    assert_eq!(read_porch(&path, &KEY).err(), Some(VaultError::NotFound));
    std::fs::create_dir(&path).expect("ours");
    assert_eq!(read_porch(&path, &KEY).err(), Some(VaultError::IsAFolder));
}

#[test]
fn the_drop_key_is_made_once_and_lasts() {
    let (home, mut vault) = Home::new();
    let before = vault.stats().expect("readable");
    assert_eq!(vault.open_drops(&[entry(13, b"x")]), Ok(vec![None]), "no key yet");
    let public = vault.drop_key().expect("room");
    assert_eq!(vault.drop_key(), Ok(public));
    record(&mut vault, &[create(id(1), b"one")], NOON);
    let stats = vault.stats().expect("readable");
    assert_eq!((stats.versions, stats.rows), (1, before.rows));
    let entry = public.seal(vault.id(), b"nothing so far").expect("short");
    drop(vault);
    let (mut vault, versions) = home.open();
    assert_eq!(bodies(versions), ["one"]);
    assert_eq!(vault.drop_key(), Ok(public));
    let opened = vault.open_drops(&[entry, [0; 256]]).expect("a key");
    assert!(opened[0].as_ref().is_some_and(|said| said.starts_with(b"nothing so far\0")));
    assert_eq!(opened[1], None);
}

#[test]
fn a_re_key_keeps_the_drop_key_and_what_lies_in_the_box() {
    let (home, mut vault) = Home::new();
    let public = vault.drop_key().expect("room");
    let entry = public.seal(vault.id(), b"nothing so far").expect("short");
    let ready = vault.prepare_rekey(&[Secret::Device(&DEVICE)], &mut |_| ()).expect("random");
    vault.rekey(&ready, &mut |_| ()).expect("room");
    assert_eq!(vault.drop_key(), Ok(public));
    drop(vault);
    let (mut vault, _) = home.open();
    assert_eq!(vault.drop_key(), Ok(public));
    assert!(vault.open_drops(&[entry]).expect("a key")[0].is_some());
}

#[test]
fn a_box_takes_sixty_four_entries_and_then_says_that_it_is_full() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("v.dropbox");
    let mut held = DropBox::hold(&path).expect("ours");
    for number in 0..MOST_DROPS {
        held.add(&[number as u8; 256]).expect("room");
    }
    assert_eq!(held.add(&[99; 256]), Err(VaultError::BoxFull));
    let drops = held.drops().expect("readable");
    assert_eq!(drops.entries.len(), MOST_DROPS);
    assert!(drops.entries.iter().enumerate().all(|(number, one)| one[0] == number as u8));
    assert!(!drops.torn && drops.beyond == 0);
    held.empty().expect("ours");
    assert_eq!(held.drops(), Ok(Drops::default()));
    held.add(&[1; 256]).expect("room again");
}

#[test]
fn an_entry_cut_off_is_told_of_and_costs_no_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("v.dropbox");
    for cut in [1, 33, 255] {
        std::fs::write(&path, [vec![5; 256], vec![6; cut]].concat()).expect("room");
        let mut held = DropBox::hold(&path).expect("ours");
        let drops = held.drops().expect("readable");
        assert_eq!((drops.entries.len(), drops.torn), (1, true));
        held.add(&[7; 256]).expect("room");
        let drops = held.drops().expect("readable");
        assert_eq!((drops.entries.len(), drops.torn), (3, false), "what was cut off still counts");
        assert_eq!((drops.entries[0], drops.entries[2]), ([5; 256], [7; 256]));
    }
}

#[test]
fn a_box_that_is_far_too_large_is_read_no_further_than_it_can_be() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("v.dropbox");
    let file = std::fs::File::create(&path).expect("room");
    file.set_len(1 << 40).expect("a hole takes no room");
    let drops = DropBox::hold(&path).expect("ours").drops().expect("readable");
    assert_eq!((drops.entries.len(), drops.beyond), (64, (1 << 32) - 64));
}

#[test]
fn one_at_a_time_holds_a_box() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("v.dropbox");
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..16 {
                    DropBox::hold(&path).expect("ours").add(&[3; 256]).expect("room");
                }
            });
        }
    });
    let drops = DropBox::hold(&path).expect("ours").drops().expect("readable");
    assert_eq!((drops.entries.len(), drops.torn, drops.beyond), (64, false, 0));
}

proptest! {
    #[test]
    fn no_bytes_open_as_a_porch_or_an_entry_but_those_that_were_sealed(
        bytes in prop::collection::vec(any::<u8>(), 0..600),
        format in 0_u32..3,
    ) {
        prop_assert!(open_porch(&bytes, &KEY).is_err());
        let mut dressed = [b"KOERPRCH".as_slice(), &format.to_le_bytes(), &bytes].concat();
        prop_assert!(open_porch(&dressed, &KEY).is_err());
        dressed.resize(8192, 0);
        prop_assert!(open_porch(&dressed, &KEY).is_err());
        let mut entry = [1; 256];
        let len = bytes.len().min(255);
        entry[1..=len].copy_from_slice(&bytes[..len]);
        prop_assert!(secret().open(VAULT, &entry).is_none());
    }

    #[test]
    fn whatever_lies_in_a_box_every_byte_of_it_is_accounted_for(len in 0_usize..20_000) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("v.dropbox");
        std::fs::write(&path, vec![1; len]).expect("room");
        let drops = DropBox::hold(&path).expect("ours").drops().expect("readable");
        let told = drops.entries.len() as u64 + u64::from(drops.torn) + drops.beyond;
        prop_assert_eq!(told, len.div_ceil(256) as u64);
    }
}
