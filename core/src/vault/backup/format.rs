//! The bytes of a backup file, format 1.
//!
//! | bytes | hold |
//! |---|---|
//! | 8 | `KOERSBAK` |
//! | 4 | format, little-endian |
//! | 4 | bytes of the map that follows, little-endian |
//! | … | CBOR map: 0 backup id (16 random bytes), 1 array of key slots |
//! | 32 | MAC of all that stands before it, under the file key |
//! | 16 | checksum of all that stands before it, under no key |
//! | 65,552 each | chunks: 64 KiB of content, and its tag |
//!
//! A key slot is a vault's, with the backup id for the vault's and the file key for the vault
//! key. The file key is new for every backup, so a chunk's nonce can be its number. A chunk is
//! bound to the header, its number and whether it is the last, so none can be left out, doubled,
//! moved or taken from another backup. The checksum tells a damaged header from a wrong
//! passphrase before a key is derived; that nobody changed the header is for the MAC to say.

use std::io::Read;

use blake2::Blake2b;
use blake2::digest::{FixedOutput, Update, consts::U16, consts::U32};
use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};

use super::BackupFault;
use crate::vault::VaultError;
use crate::vault::key::{Bytes32, NONCE, TAG, keyed, open_raw, seal_raw};
use crate::vault::slot::Slot;

const MAGIC: &[u8; 8] = b"KOERSBAK";
/// The format that this version writes and the only one it reads.
const BACKUP_FORMAT: u32 = 1;
/// Bytes before the map.
const START: usize = 16;
const MAC: usize = 32;
const CHECK: usize = 16;
/// A longer map is refused before it is read (judgement: two slots take some 400 bytes).
const MOST_MAP: usize = 4096;
/// Slots that are looked at (judgement: passphrase, recovery code, and room for a later kind).
const MOST_SLOTS: usize = 4;
/// A larger file is refused before it costs anything, as a vault is (judgement).
const MOST_BYTES: u64 = 4 << 30;
/// Bytes of a chunk's content.
pub(in crate::vault) const PLAIN: usize = 64 * 1024;
/// Bytes of a chunk in the file.
pub const CHUNK: usize = PLAIN + TAG;

/// The header of a backup file.
pub(in crate::vault) struct Header {
    pub(in crate::vault) id: [u8; 16],
    pub(in crate::vault) slots: Vec<Vec<u8>>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct Map {
    #[n(0)]
    id: ByteArray<16>,
    #[n(1)]
    slots: Vec<ByteVec>,
}

/// The bytes of the header at the beginning of a backup; none where they are not a backup's.
pub fn header_len(file: &[u8]) -> Option<usize> {
    let start = file.first_chunk::<START>()?;
    let map = map_len(start).ok()?;
    Some(START + map + MAC + CHECK)
}

fn map_len(start: &[u8; START]) -> Result<usize, VaultError> {
    let number = |at: usize| u32::from_le_bytes([0, 1, 2, 3].map(|i| start[at + i]));
    if start[..8] != *MAGIC {
        return Err(BackupFault::NotABackup.into());
    }
    match number(8) {
        BACKUP_FORMAT => {}
        0 => return Err(BackupFault::NotABackup.into()),
        format => return Err(BackupFault::Newer { format }.into()),
    }
    let map = number(12) as usize;
    if map <= MOST_MAP { Ok(map) } else { Err(BackupFault::changed("its header")) }
}

impl Header {
    /// The bytes of the header, under the file key that its slots wrap.
    pub(in crate::vault) fn encode(&self, file_key: &Bytes32) -> Vec<u8> {
        let slots = self.slots.iter().map(|slot| ByteVec::from(slot.clone())).collect();
        let map = Map { id: self.id.into(), slots };
        let map = minicbor::to_vec(&map).expect("a vector takes every byte");
        let mut bytes = Vec::with_capacity(START + map.len() + MAC + CHECK);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&BACKUP_FORMAT.to_le_bytes());
        bytes.extend_from_slice(&(map.len() as u32).to_le_bytes());
        bytes.extend_from_slice(&map);
        bytes.extend_from_slice(&*mac(file_key, &bytes));
        bytes.extend_from_slice(&check_of(&bytes));
        bytes
    }

    /// Reads the header of a file of so many bytes, and gives its own bytes with it. Nothing
    /// about it is believed yet, beyond that it is whole.
    pub(super) fn read(file: &mut impl Read, length: u64) -> Result<(Self, Vec<u8>), VaultError> {
        let mut bytes = Vec::with_capacity(START);
        file.take(START as u64).read_to_end(&mut bytes)?;
        let known = bytes.len().min(MAGIC.len());
        if known == 0 || bytes[..known] != MAGIC[..known] {
            return Err(BackupFault::NotABackup.into());
        }
        let start = bytes.first_chunk().ok_or(BackupFault::CutShort)?;
        let map = map_len(start)?;
        if length > MOST_BYTES {
            return Err(BackupFault::changed("its length"));
        }
        let rest = map + MAC + CHECK;
        file.take(rest as u64).read_to_end(&mut bytes)?;
        if bytes.len() < START + rest {
            return Err(BackupFault::CutShort.into());
        }
        let unsound = || BackupFault::changed("its header");
        let (before, check) = bytes.split_at(START + map + MAC);
        if check_of(before) != check {
            return Err(unsound());
        }
        let map: Map = minicbor::decode(&bytes[START..START + map]).map_err(|_unread| unsound())?;
        if map.slots.len() > MOST_SLOTS {
            return Err(unsound());
        }
        let slots = map.slots.into_iter().map(Vec::from).collect();
        Ok((Self { id: *map.id, slots }, bytes))
    }

    /// The slots that this version understands.
    pub(super) fn known(&self) -> impl Iterator<Item = Slot> {
        self.slots.iter().filter_map(|slot| Slot::read(slot)).filter(|slot| slot.vault() == self.id)
    }
}

fn mac(file_key: &Bytes32, before: &[u8]) -> Bytes32 {
    keyed(&keyed(file_key, &[b"koers backup header"]), &[before])
}

fn check_of(before: &[u8]) -> [u8; CHECK] {
    let mut hash = Blake2b::<U16>::default();
    hash.update(b"koers backup header");
    hash.update(before);
    hash.finalize_fixed().into()
}

/// Seals and opens the chunks of one backup.
pub(in crate::vault) struct Chunks {
    key: Bytes32,
    header: [u8; 32],
}

impl Chunks {
    /// Of a header that was just made.
    pub(in crate::vault) fn of_new(file_key: &Bytes32, header: &[u8]) -> Self {
        let mut hash = Blake2b::<U32>::default();
        hash.update(header);
        let key = keyed(file_key, &[b"koers backup chunks"]);
        Self { key, header: hash.finalize_fixed().into() }
    }

    /// Of a header that was read: it must have been made under this file key.
    pub(super) fn of_read(file_key: &Bytes32, header: &[u8]) -> Result<Self, VaultError> {
        let (before, check) = header.split_at(header.len() - MAC - CHECK);
        if mac(file_key, before)[..] != check[..MAC] {
            return Err(BackupFault::changed("its header"));
        }
        Ok(Self::of_new(file_key, header))
    }

    fn aad(&self, number: u64, last: bool) -> [u8; 41] {
        let mut aad = [0; 41];
        aad[..32].copy_from_slice(&self.header);
        aad[32..40].copy_from_slice(&number.to_le_bytes());
        aad[40] = u8::from(last);
        aad
    }

    /// Seals a chunk's content in place and adds its tag.
    pub(in crate::vault) fn seal(&self, number: u64, last: bool, chunk: &mut Vec<u8>) {
        let tag = seal_raw(&self.key, nonce(number, last), &self.aad(number, last), chunk);
        chunk.extend_from_slice(&tag);
    }

    /// Opens a sealed chunk in place; whether it is this one of this backup. One that is not is
    /// left as it was.
    pub(super) fn open(&self, number: u64, last: bool, chunk: &mut Vec<u8>) -> bool {
        let Some((body, tag)) = chunk.split_last_chunk_mut::<TAG>() else { return false };
        let (nonce, aad) = (nonce(number, last), self.aad(number, last));
        let opened = open_raw(&self.key, nonce, &aad, body, *tag);
        if opened.is_ok() {
            chunk.truncate(chunk.len() - TAG);
        }
        opened.is_ok()
    }
}

fn nonce(number: u64, last: bool) -> [u8; NONCE] {
    let mut nonce = [0; NONCE];
    nonce[..8].copy_from_slice(&number.to_le_bytes());
    nonce[8] = u8::from(last);
    nonce
}

/// How many chunks a backup of so many is filled up to: Padmé (Nikitin and others, Reducing
/// Metadata Leakage from Encrypted Files and Communication with `PURBs`, `PoPETs` 2019), which costs
/// less than an eighth and leaves a holder of the file with a double logarithm of its length.
pub(in crate::vault) fn padded_chunks(chunks: u64) -> u64 {
    if chunks < 2 {
        return 1;
    }
    let exponent = chunks.ilog2();
    let kept = exponent.ilog2() + 1;
    let step = 1_u64 << exponent.saturating_sub(kept);
    chunks.next_multiple_of(step)
}
