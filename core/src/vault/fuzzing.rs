//! Doors to what only the vault reads; see `crate::fuzzing`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use zeroize::Zeroizing;

use super::backup::{BACKUP_CONTENT, BackupKeys, Chunks, Header};
use super::draft::Write;
use super::drop_key::DropSecret;
use super::index::{Entry, Index};
use super::key::{Bytes32, VaultId};
use super::manifest::Manifest;
use super::plain::{self, BACKUP_KEYS, Content, LEAST_PADDED};
use super::slot::{Kek, Slot};
use super::{
    DROP_CONTENT, DropBox, Met, RecoveryCode, Secret, Vault, VaultError, Version, open_porch,
};

#[cfg(test)]
pub(crate) mod seeds;

/// What opens the vaults of the corpus.
pub(crate) const DEVICE: [u8; 32] = [7; 32];
/// The background key of the porches in it.
pub(crate) const PORCH_KEY: [u8; 32] = [0x5d; 32];
/// The vault that porches and entries are made for here.
pub(crate) const VAULT: VaultId = [2; 16];
/// What opens the backups in it.
const CODE: &str = "S9B23-ZC0H4-5ZFCQ-W0YT1-K82JA-CN625-QTJDZ";

/// A file in a folder of its own, gone when dropped.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// A file with these bytes.
    pub(crate) fn with(bytes: &[u8]) -> Self {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("koers-fuzzing-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("a temporary folder");
        let scratch = Self(folder.join("file"));
        fs::write(scratch.path(), bytes).expect("room");
        scratch
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    fn folder(&self) -> &Path {
        self.0.parent().expect("a file lies in a folder")
    }

    /// Nothing may have changed: the bytes are these, and no other file lies there.
    pub(crate) fn is_untouched(&self, bytes: &[u8]) -> bool {
        let files = self.folder().read_dir().map_or(0, Iterator::count);
        fs::read(&self.0).is_ok_and(|now| now == bytes) && files == 1
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.folder());
    }
}

pub(crate) fn code() -> RecoveryCode {
    RecoveryCode::parse(CODE.as_bytes()).expect("a code")
}

/// A vault file. Whatever it is, it is opened or refused, and left as it was; one that opens takes
/// an entry.
pub fn open(data: &[u8]) {
    let scratch = Scratch::with(data);
    let secret = Secret::Device(&DEVICE);
    let opened = Vault::open(scratch.path(), &secret, &mut |_| ());
    if let Ok((vault, versions)) = opened {
        let stats = vault.stats().expect("it is open");
        assert!(versions.len() as u64 <= stats.versions);
        let _ = vault.last_change();
        drop(vault);
        assert!(scratch.is_untouched(data), "opening wrote something");
        let (mut vault, _) = Vault::open(scratch.path(), &secret, &mut |_| ()).expect("again");
        vault.write(&Write::default()).expect("what opens can be written to");
        return;
    }
    assert!(scratch.is_untouched(data), "a file that was refused was changed");
}

/// A vault file that may be damaged: what can be read of it is salvaged and the file kept as it was,
/// or nothing is done.
pub fn salvage(data: &[u8]) {
    let scratch = Scratch::with(data);
    let (path, secret) = (scratch.path(), Secret::Device(&DEVICE));
    if let Ok(Some(salvaged)) = Vault::salvage(path, &secret, "2026-03-02", &mut |_| ()) {
        let kept = fs::read(&salvaged.kept_aside).unwrap_or_default();
        assert!(is_the_same(&kept, data), "it is kept");
        let (vault, versions) = Vault::open(path, &secret, &mut |_| ()).expect("a sound vault");
        assert!(versions.len() as u64 >= salvaged.records);
        drop(vault);
    } else {
        let now = fs::read(path).unwrap_or_default();
        assert!(is_the_same(&now, data), "nothing was to be done");
    }
}

/// Whether these are the same bytes but for the counts in the file's head, which SQLite puts right
/// where it rolls an interrupted write back (SQLite file format, 1.3.6 to 1.3.8 and 1.3.18).
fn is_the_same(now: &[u8], data: &[u8]) -> bool {
    let counts = |at: &usize| (24..32).contains(at) || (92..100).contains(at);
    now.len() == data.len() && (0..data.len()).all(|at| counts(&at) || now[at] == data[at])
}

/// What lies within the seal of a row, or several such, each of 512 bytes.
pub fn row(data: &[u8]) {
    lies_within(data);
    let rows = data.chunks(LEAST_PADDED).zip(1..);
    let entries = rows.filter_map(|(plain, row)| match plain::decode(plain) {
        Ok(Content::Version(version, history)) => {
            Some((version.record, Entry::of(&version, history, row, LEAST_PADDED as u32)))
        }
        _ => None,
    });
    let index = Index::of(entries.collect());
    for (_, record) in index.iter() {
        let condemned = record.condemned().count();
        assert!(condemned <= record.past.len() && !record.heads.is_empty());
        assert!(record.shown().is_some() && record.seen().total() > 0);
    }
}

fn lies_within(plain: &[u8]) {
    if let Ok(Content::Version(version, history)) = plain::decode(plain)
        && let Ok(again) = plain::encode(&version, history)
    {
        let read = plain::decode(&again).expect("it was just written");
        assert!(
            matches!(read, Content::Version(one, other) if (&one, other) == (&version, history))
        );
    }
    let _ = plain::trimmed(plain);
    for kind in 0..4 {
        let Some(body) = plain::own_body(plain, kind) else { continue };
        if let (BACKUP_KEYS, Ok(keys)) = (kind, BackupKeys::decode(body)) {
            let again = BackupKeys::decode(&keys.encode()).expect("it was just written");
            assert_eq!(again.kinds(), keys.kinds());
        }
    }
    if let Ok(manifest) = Manifest::decode(plain) {
        assert_eq!(Manifest::decode(&manifest.encode()), Ok(manifest));
    }
    if let Some(slot) = Slot::read(plain) {
        let _ = slot.unwrap(&Secret::Device(&DEVICE));
        let _ = slot.unwrap(&Secret::RecoveryCode(&code()));
    }
}

/// A porch file; what was sealed in it, where it is one.
pub(crate) fn porch_content(data: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    open_porch(data, &PORCH_KEY).ok().map(|porch| porch.content)
}

/// A drop box, and an entry in it with these bytes for its content; what the entries say.
pub(crate) fn drop_contents(data: &[u8]) -> Vec<Zeroizing<Vec<u8>>> {
    let scratch = Scratch::with(data);
    let drops = DropBox::hold(scratch.path()).and_then(|mut held| held.drops()).expect("readable");
    let told = drops.entries.len() as u64 + u64::from(drops.torn) + drops.beyond;
    assert_eq!(told, (data.len() as u64).div_ceil(256), "every byte is accounted for");
    let secret = DropSecret::of(&[12; 32]);
    let said = &data[..data.len().min(DROP_CONTENT)];
    let entry = secret.public().seal_with(VAULT, &Zeroizing::new([13; 32]), said).expect("short");
    let opened: Vec<_> =
        drops.entries.iter().chain([&entry]).filter_map(|one| secret.open(VAULT, one)).collect();
    assert!(opened.last().is_some_and(|content| content.starts_with(said)));
    opened
}

/// A backup file; and a sound backup file that has these bytes for its content.
pub fn backup(data: &[u8]) {
    is_backup(data);
    is_backup(&sealed_backup(data));
}

fn is_backup(file: &[u8]) {
    let scratch = Scratch::with(file);
    let (code, to) = (code(), scratch.path().with_extension("koers"));
    let secret = Secret::RecoveryCode(&code);
    let checked = Vault::check_backup(scratch.path(), &secret, &mut |_| ());
    assert!(scratch.is_untouched(file), "checking changed the backup");
    let Ok(checked) = checked else { return };
    match Vault::restore(scratch.path(), &to, &secret, None, &mut |_| ()) {
        Ok(restored) => {
            assert_eq!(restored.backup, checked);
            let found: Vec<Version> = match Vault::open(&to, &secret, &mut |_| ()) {
                Ok((_vault, versions)) => versions,
                // The keys within may be others than the one that opened it.
                Err(VaultError::WrongKey | VaultError::NoSuchSlot(_)) => return,
                Err(error) => panic!("what was restored does not open: {error}"),
            };
            assert!(found.len() as u64 <= checked.versions);
        }
        Err(_refused) => assert!(scratch.is_untouched(file), "something is left of it"),
    }
}

/// Another copy to be merged: a backup file, a vault file, or the content of a sound backup.
pub fn merge(data: &[u8]) {
    static EMPTY: OnceLock<Mutex<Vault>> = OnceLock::new();
    let vault = EMPTY.get_or_init(|| Mutex::new(empty()));
    let vault = vault.lock().unwrap_or_else(PoisonError::into_inner);
    let code = code();
    for (file, secret) in [
        (data.to_vec(), Secret::Device(&DEVICE)),
        (data.to_vec(), Secret::RecoveryCode(&code)),
        (sealed_backup(data), Secret::RecoveryCode(&code)),
    ] {
        let scratch = Scratch::with(&file);
        let merge = vault.prepare_merge(scratch.path(), Some(&secret), &mut |_| ());
        assert!(scratch.is_untouched(&file), "comparing changed the other copy");
        let Ok(merge) = merge else { continue };
        assert!(merge.met().iter().all(|(_, met)| *met == Met::New), "the vault is empty");
        assert!(merge.versions().len() >= merge.met().len());
    }
}

fn empty() -> Vault {
    let home = Scratch::with(&[]);
    let path = home.path().with_extension("koers");
    Vault::create(&path, &[Secret::Device(&DEVICE)], &mut |_| ()).expect("room")
}

/// A backup file with this content, that the code opens.
pub(crate) fn sealed_backup(content: &[u8]) -> Vec<u8> {
    let (key, id): (Bytes32, _) = (Zeroizing::new([1; 32]), [3; 16]);
    let kek = Kek::new(&Secret::RecoveryCode(&code()), [2; 16]).expect("no derivation");
    let header = Header { id, slots: vec![kek.wrap(&key, id, [4; 24])] };
    let mut file = header.encode(&key);
    let chunks = Chunks::of_new(&key, &file);
    let last = content.len().div_ceil(BACKUP_CONTENT).max(1) - 1;
    for number in 0..=last {
        let part = content.chunks(BACKUP_CONTENT).nth(number).unwrap_or_default();
        let mut chunk = part.to_vec();
        chunk.resize(BACKUP_CONTENT, 0);
        chunks.seal(number as u64, number == last, &mut chunk);
        file.extend_from_slice(&chunk);
    }
    file
}
