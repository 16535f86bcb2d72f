//! The table of key slots: every slot twice, each copy on a page of its own, so that one bad byte
//! locks nobody out.
//!
//! Slot *n* has the copies 2*n* and 2*n* + 1. A copy is a checksum of sixteen bytes and a content
//! padded with zeros to fill more than half a page. The checksum only tells which copy suffered;
//! that nobody changed a slot is for the manifest to say.

use blake2::Blake2b;
use blake2::digest::{FixedOutput, Update, consts::U16, consts::U32};
use rusqlite::{Connection, OptionalExtension, params};

use super::VaultError;
use super::key::{Bytes32, VaultId};
use super::slot::{Secret, Slot, SlotKind};

/// Slots that a vault can have (judgement: a few devices, a passphrase and a recovery code).
const MOST_SLOTS: usize = 16;
/// Bytes of a copy: two do not fit on one page of 4096.
const COPY: usize = 2560;
const CHECK: usize = 16;

/// The slots of a vault, by number.
#[derive(Clone, Default)]
pub(super) struct Slots {
    copies: Vec<Option<Vec<u8>>>,
    /// A copy was missing or damaged.
    pub(super) suffered: bool,
}

impl Slots {
    /// Reads the table, each copy by itself: a page that broke costs only the copy on it.
    pub(super) fn read(conn: &Connection) -> Result<Self, VaultError> {
        let mut slots = Self { copies: vec![None; MOST_SLOTS], suffered: false };
        let mut select = conn.prepare("SELECT body FROM slot WHERE id = ?1")?;
        for number in 0..MOST_SLOTS {
            let mut found = [None, None];
            for (copy, place) in found.iter_mut().enumerate() {
                *place = read_copy(&mut select, (2 * number + copy) as i64)?;
            }
            slots.suffered |= found[0].is_some() != found[1].is_some();
            slots.copies[number] = match found {
                [Some(one), Some(two)] if one != two => {
                    return Err(VaultError::damaged("two unlike copies of a key slot"));
                }
                [one, two] => one.or(two),
            };
        }
        let ids: Vec<VaultId> = slots.known().map(|(_, slot)| slot.vault()).collect();
        match ids.first() {
            None => Err(VaultError::damaged("no key slot is left")),
            Some(first) if ids.iter().any(|id| id != first) => {
                Err(VaultError::damaged("key slots of different vaults"))
            }
            Some(_) => Ok(slots),
        }
    }

    /// Writes both copies of every slot that is not as it was. No row is ever deleted: a slot
    /// that is gone is overwritten where it lay.
    pub(super) fn write(&self, before: &Self, conn: &Connection) -> Result<(), VaultError> {
        for (number, copy) in self.copies.iter().enumerate() {
            if before.copies.get(number).unwrap_or(&None) == copy {
                continue;
            }
            let body: &[u8] = copy.as_deref().unwrap_or(&[0; COPY]);
            for id in [2 * number as i64, 2 * number as i64 + 1] {
                if conn.execute("UPDATE slot SET body = ?2 WHERE id = ?1", params![id, body])? == 0
                {
                    conn.execute("INSERT INTO slot(id, body) VALUES (?1, ?2)", params![id, body])?;
                }
            }
        }
        Ok(())
    }

    /// Overwrites every slot of the table, readable or not, and leaves these.
    pub(super) fn write_anew(&self, conn: &Connection) -> Result<(), VaultError> {
        conn.execute("UPDATE slot SET body = zeroblob(?1)", [COPY as i64])?;
        self.write(&Self::default(), conn)
    }

    /// The vault key and the vault's id, if the secret opens a slot of its kind.
    pub(super) fn unlock(&self, secret: &Secret<'_>) -> Result<(Bytes32, VaultId), VaultError> {
        let kind = secret.kind();
        let mut fitting = self.known().filter(|(_, slot)| slot.kind() == kind);
        let (_, slot) = fitting.next().ok_or(VaultError::NoSuchSlot(kind))?;
        if fitting.next().is_some() {
            // Many passphrase slots would make a wrong passphrase cost many derivations.
            return Err(VaultError::damaged("two key slots of one kind"));
        }
        Ok((slot.unwrap(secret)?, slot.vault()))
    }

    /// The kinds of the slots.
    pub(super) fn kinds(&self) -> Vec<SlotKind> {
        self.known().map(|(_, slot)| slot.kind()).collect()
    }

    /// Puts a slot in the place of the one of its kind, or in the first free place.
    pub(super) fn put(&mut self, content: &[u8]) -> Result<(), VaultError> {
        let slot = Slot::read(content).ok_or_else(|| VaultError::damaged("a new key slot"))?;
        let same = self.known().find(|(_, old)| old.kind() == slot.kind()).map(|(at, _)| at);
        self.copies.resize(MOST_SLOTS, None);
        let place = same.or_else(|| self.copies.iter().position(Option::is_none));
        let place = place
            .ok_or_else(|| VaultError::Other { reason: "no room for another key".to_owned() })?;
        self.copies[place] = Some(copy_of(content));
        Ok(())
    }

    /// Takes the slot of this kind away.
    pub(super) fn remove(&mut self, kind: SlotKind) -> Result<(), VaultError> {
        let usable =
            self.known().filter(|(_, slot)| !matches!(slot.kind(), SlotKind::Unknown(_))).count();
        let found = self.known().find(|(_, slot)| slot.kind() == kind).map(|(at, _)| at);
        let place = found.ok_or(VaultError::NoSuchSlot(kind))?;
        if usable <= 1 {
            return Err(VaultError::LastSlot);
        }
        self.copies[place] = None;
        Ok(())
    }

    /// What the manifest keeps of the slots.
    pub(super) fn digest(&self) -> [u8; 32] {
        let mut hash = Blake2b::<U32>::default();
        hash.update(b"koers slots");
        for (number, copy) in self.copies.iter().enumerate() {
            let Some(copy) = copy else { continue };
            hash.update(&(number as u32).to_le_bytes());
            hash.update(copy);
        }
        hash.finalize_fixed().into()
    }

    fn known(&self) -> impl Iterator<Item = (usize, Slot)> {
        self.copies
            .iter()
            .enumerate()
            .filter_map(|(at, copy)| Some((at, Slot::read(&copy.as_ref()?[CHECK..])?)))
    }
}

/// One copy, if it is there and whole. Damage to its page is no error: there is another copy.
fn read_copy(select: &mut rusqlite::Statement<'_>, id: i64) -> Result<Option<Vec<u8>>, VaultError> {
    let found = select.query_row([id], |row| {
        let body = row.get_ref(0)?.as_blob().unwrap_or_default();
        Ok((body.len() == COPY).then(|| body.to_vec()))
    });
    match found.optional().map_err(VaultError::from) {
        Ok(body) => Ok(body.flatten().filter(|body| content_of(body).is_some())),
        Err(VaultError::Damaged { .. }) => Ok(None),
        Err(other) => Err(other),
    }
}

/// What a copy holds, if it is whole.
pub(super) fn content_of(copy: &[u8]) -> Option<&[u8]> {
    let whole = copy.len() == COPY && check_of(&copy[CHECK..]) == copy[..CHECK];
    whole.then(|| &copy[CHECK..])
}

pub(super) fn copy_of(content: &[u8]) -> Vec<u8> {
    let mut copy = vec![0; COPY];
    copy[CHECK..CHECK + content.len()].copy_from_slice(content);
    let check = check_of(&copy[CHECK..]);
    copy[..CHECK].copy_from_slice(&check);
    copy
}

fn check_of(content: &[u8]) -> [u8; CHECK] {
    let mut hash = Blake2b::<U16>::default();
    hash.update(b"koers slot copy");
    hash.update(content);
    hash.finalize_fixed().into()
}
