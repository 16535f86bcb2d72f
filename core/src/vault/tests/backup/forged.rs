//! A backup cut, changed, or put together from parts: refused with its reason, and nothing is
//! left of it.

use proptest::prelude::*;

use super::*;
use crate::vault::{BACKUP_CHUNK, backup_header_len};

/// Two backups of one vault, of three chunks each, and what opens them.
struct Two {
    home: Home,
    code: RecoveryCode,
    files: [Vec<u8>; 2],
    header: usize,
}

fn two(length: usize) -> Two {
    let (home, mut vault, code) = coded();
    record(&mut vault, &[create(id(1), &vec![b'x'; length])], NOON);
    let files = ["a", "b"].map(|name| std::fs::read(home.backup(&vault, name).0).expect("ours"));
    let header = backup_header_len(&files[0]).expect("a backup");
    Two { home, code, files, header }
}

impl Two {
    fn chunks(&self, file: usize) -> Vec<&[u8]> {
        self.files[file][self.header..].chunks(BACKUP_CHUNK).collect()
    }

    fn with_chunks(&self, chunks: &[&[u8]]) -> Vec<u8> {
        [&self.files[0][..self.header], &chunks.concat()].concat()
    }

    /// What checking such a file says. Restoring says the same and leaves nothing behind.
    fn says(&self, bytes: &[u8]) -> Result<(), VaultError> {
        let path = self.home.beside("forged.koersbackup");
        std::fs::write(&path, bytes).expect("ours");
        check(&path, &Secret::RecoveryCode(&self.code)).map(|_| ())
    }

    fn refused(&self, bytes: &[u8], why: &BackupFault) {
        assert_eq!(self.says(bytes), Err(fault(why.clone())));
        let before = self.home.files();
        let path = self.home.beside("forged.koersbackup");
        let restored = self.home.restore(&path, &Secret::RecoveryCode(&self.code));
        assert_eq!(restored, Err(fault(why.clone())));
        assert_eq!(self.home.files(), before, "nothing is left");
    }
}

fn changed(part: &str) -> BackupFault {
    BackupFault::Changed { part: part.to_owned() }
}

#[test]
fn a_backup_cut_at_any_byte_is_refused_as_cut() {
    let two = two(10);
    let whole = &two.files[0];
    assert_eq!(whole.len(), two.header + BACKUP_CHUNK);
    assert_eq!(two.says(whole), Ok(()));
    let path = two.home.beside("forged.koersbackup");
    let file = std::fs::OpenOptions::new().write(true).open(&path).expect("ours");
    for length in (0..whole.len()).rev() {
        file.set_len(length as u64).expect("ours");
        let why = if length == 0 { BackupFault::NotABackup } else { BackupFault::CutShort };
        let said = check(&path, &Secret::RecoveryCode(&two.code));
        assert_eq!(said, Err(fault(why)), "{length}");
    }
}

#[test]
fn a_backup_cut_between_or_within_later_chunks_is_refused_as_cut() {
    let two = two(150_000);
    let whole = &two.files[0];
    assert_eq!(two.chunks(0).len(), 3);
    for chunk in 1..3 {
        let border = two.header + chunk * BACKUP_CHUNK;
        for length in [border - 1, border, border + 1, border + BACKUP_CHUNK / 2] {
            two.refused(&whole[..length], &BackupFault::CutShort);
        }
    }
}

#[test]
fn every_header_bit_flipped_is_refused_before_a_key_is_derived() {
    let two = two(10);
    let secret = Secret::Passphrase(b"there is no such slot");
    let mut reasons = std::collections::BTreeMap::new();
    for bit in 0..two.header * 8 {
        let mut bytes = two.files[0].clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let path = two.home.beside("forged.koersbackup");
        std::fs::write(&path, &bytes).expect("ours");
        let Err(VaultError::Backup(why)) = check(&path, &secret) else { panic!("bit {bit}") };
        *reasons.entry(why.to_string().split(':').next().map(str::to_owned)).or_insert(0) += 1;
    }
    let all: usize = reasons.values().sum();
    assert_eq!(all, two.header * 8, "{reasons:?}");
}

/// Who changes a header on purpose makes its checksum right again.
#[test]
fn every_header_bit_flipped_with_the_checksum_made_right_is_refused_too() {
    use blake2::digest::{FixedOutput, Update, consts::U16};
    let two = two(10);
    for bit in 0..(two.header - 16) * 8 {
        let mut bytes = two.files[0].clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let (before, after) = bytes.split_at_mut(two.header - 16);
        let mut hash = blake2::Blake2b::<U16>::default();
        hash.update(b"koers backup header");
        hash.update(before);
        let check: [u8; 16] = hash.finalize_fixed().into();
        after[..16].copy_from_slice(&check);
        let refused = two.says(&bytes).expect_err("a forged header");
        let clear = matches!(
            refused,
            VaultError::Backup(_) | VaultError::WrongKey | VaultError::NoSuchSlot(_)
        );
        assert!(clear, "bit {bit}: {refused:?}");
    }
}

#[test]
fn chunks_moved_doubled_dropped_or_from_another_backup_are_refused() {
    let two = two(150_000);
    let (own, other) = (two.chunks(0), two.chunks(1));
    let [a, b, c] = own[..] else { panic!("three chunks") };
    assert_eq!(two.says(&two.with_chunks(&[a, b, c])), Ok(()));
    for chunks in [
        [b, a, c].as_slice(),
        &[a, c, b],
        &[c, b, a],
        &[a, a, b, c],
        &[a, b, b, c],
        &[a, b, c, c],
        &[b, c],
        &[a, c],
        &[other[0], b, c],
        &[a, other[1], c],
        &[a, b, other[2]],
        &other,
    ] {
        let bytes = two.with_chunks(chunks);
        let Err(VaultError::Backup(BackupFault::Changed { .. })) = two.says(&bytes) else {
            panic!("a forged backup was taken")
        };
    }
    two.refused(&two.with_chunks(&[a, c]), &changed("a part of it"));
    two.refused(&two.with_chunks(&[a, b, c, a]), &changed("something follows its end"));
    let trailing = [two.files[0].as_slice(), b"x"].concat();
    two.refused(&trailing, &changed("something follows its end"));
    let headless = [&two.files[1][..two.header], &own.concat()].concat();
    two.refused(&headless, &changed("a part of it"));
}

#[test]
fn what_is_no_backup_or_from_a_newer_version_is_said_so() {
    let two = two(10);
    two.refused(b"a letter", &BackupFault::NotABackup);
    let vault = std::fs::read(&two.home.path).expect("ours");
    two.refused(&vault, &BackupFault::NotABackup);
    let mut newer = two.files[0].clone();
    newer[8] = 2;
    two.refused(&newer, &BackupFault::Newer { format: 2 });
    let absent = two.home.beside("absent");
    let secret = Secret::RecoveryCode(&two.code);
    assert_eq!(check(&absent, &secret), Err(fault(BackupFault::NotFound)));
    let folder = two.home.path.parent().expect("a folder");
    assert_eq!(check(folder, &secret), Err(VaultError::IsAFolder));
}

/// The vault's lock hangs on nobody else closing its file.
#[test]
fn the_file_of_an_open_vault_is_not_read_as_a_backup() {
    let (home, _vault, code) = coded();
    assert_eq!(check(&home.path, &Secret::RecoveryCode(&code)), Err(VaultError::InUse));
}

#[test]
fn a_header_that_claims_too_much_is_refused_unread() {
    let two = two(10);
    let mut long = two.files[0].clone();
    long[12..16].copy_from_slice(&u32::MAX.to_le_bytes());
    two.refused(&long, &changed("its header"));
    let path = two.home.beside("huge");
    std::fs::write(&path, &two.files[0]).expect("ours");
    let file = std::fs::OpenOptions::new().write(true).open(&path).expect("ours");
    file.set_len(5 << 30).expect("a sparse file");
    let refused = check(&path, &Secret::RecoveryCode(&two.code));
    assert_eq!(refused, Err(fault(changed("its length"))));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any byte of any chunk, changed in any way.
    #[test]
    fn a_changed_byte_anywhere_is_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), 1..=255_u8), 1..4)) {
        thread_local! { static TWO: Two = two(150_000); }
        TWO.with(|two| {
            let mut bytes = two.files[0].clone();
            let length = bytes.len();
            for (at, change) in &changes {
                bytes[at.index(length)] ^= change;
            }
            prop_assume!(bytes != two.files[0]);
            prop_assert!(two.says(&bytes).is_err());
            Ok(())
        })?;
    }
}
