//! Re-key: every row sealed anew under a new vault key, for who fears that somebody knows a key,
//! and for who wants what was deleted gone for good.
//!
//! Changing a passphrase rewrites one slot, and whoever has an old copy of the file and the old
//! passphrase knows the vault key that still holds. After a re-key that key opens nothing of the
//! new file; the old copy it still opens. It is one transaction: whenever it is interrupted, the
//! file is the old vault or the new one, whole.

use std::collections::HashMap;

use rusqlite::{Connection, params};
use zeroize::Zeroizing;

use super::backup::BackupKeys;
use super::draft::{Forget, Write};
use super::enrol::enrol_all;
use super::free::{Place, Places};
use super::key::{Keys, random, xor};
use super::load::is_sealed_len;
use super::manifest::{MANIFEST_ROW, Manifest};
use super::plain::{BACKUP_KEYS, LEAST_PADDED, dummy, encode_own};
use super::slots::Slots;
use super::write::{Sealed, put_rows};
use super::{Progress, RecoveryCode, Secret, SlotKind, Vault, VaultError};

/// Rows that are read, then written, together.
const CHUNK: usize = 256;

/// The journal is cut to nothing instead of being kept with a blank head: it holds the old slots
/// and rows, which the old key still opens.
const CUT_JOURNAL: &str = "PRAGMA journal_mode=TRUNCATE";
const USUAL_JOURNAL: &str = "PRAGMA journal_mode=DELETE";

/// A re-key made ready: a new vault key, its slots and a new recovery code. Nothing of it is on
/// the disk, and dropping it changes nothing.
pub struct Rekey {
    keys: Box<Keys>,
    slots: Slots,
    backup: BackupKeys,
    code: RecoveryCode,
    removed: Vec<SlotKind>,
    /// The slots that it replaces.
    before: [u8; 32],
}

impl Rekey {
    /// The recovery code that will open the vault, to be written down before the commit.
    pub fn recovery_code(&self) -> &RecoveryCode {
        &self.code
    }

    /// The kinds of slots that will be gone, since nobody gave their secret.
    pub fn removed(&self) -> &[SlotKind] {
        &self.removed
    }
}

impl std::fmt::Debug for Rekey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rekey").field("removed", &self.removed).finish_non_exhaustive()
    }
}

/// What one re-key seals with and under.
struct Turn<'a> {
    old: &'a Keys,
    new: &'a Keys,
    /// Rows that become dummies: what was superseded and kept for undo.
    forgotten: &'a HashMap<i64, u32>,
}

impl Vault {
    /// Makes a re-key ready: these secrets and a new recovery code, which is made here, will open
    /// the vault, and nothing else will. Writes nothing. A passphrase costs one derivation.
    pub fn prepare_rekey(
        &self,
        secrets: &[Secret<'_>],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Rekey, VaultError> {
        self.conn()?;
        let keys = Keys::random(self.keys.id)?;
        let code = RecoveryCode::random()?;
        let given = secrets.iter().filter(|secret| secret.kind() != SlotKind::RecoveryCode);
        let mut all: Vec<Secret<'_>> = given.copied().collect();
        all.push(Secret::RecoveryCode(&code));
        let (slots, backup) = enrol_all(&keys, &all, progress)?;
        let kept = slots.kinds();
        let mut removed = self.slots.kinds();
        removed.retain(|kind| !kept.contains(kind));
        Ok(Rekey { keys, slots, backup, code, removed, before: self.slots.digest() })
    }

    /// Seals every row anew under the new key, each with a fresh nonce, and puts the new slots in
    /// the place of the old ones, in one transaction. What was kept for undo is gone with it.
    ///
    /// Somebody who has an old copy of the file can still open that copy with an old secret.
    ///
    /// # Errors
    ///
    /// `Stale` where a slot was changed since it was made ready; `StorageFull` and `NoPermission`
    /// with nothing changed; `UncertainCommit`, after which the vault is closed and one of the two
    /// keys opens it.
    pub fn rekey(
        &mut self,
        rekey: &Rekey,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), VaultError> {
        if rekey.before != self.slots.digest() {
            return Err(VaultError::Stale);
        }
        let keys = Keys::copy(&rekey.keys)?;
        let gone = self.condemned(Forget::All);
        let forgotten = gone.iter().map(|(_, old)| (old.row, old.padded)).collect();
        let before = self.manifest.clone();
        let mut manifest = Manifest {
            generation: before.generation + 1,
            slots: rekey.slots.digest(),
            sum: [0; 32],
            writer: self.writer,
            file: self.mark,
            ..before.clone()
        };
        let own = OwnAnew::of(self, rekey)?;
        self.conn()?.query_row(CUT_JOURNAL, [], |_mode| Ok(()))?;
        let outcome = self.transact(|conn, old, _slots| {
            let turn = Turn { old, new: &keys, forgotten: &forgotten };
            rekey.slots.write_anew(conn)?;
            manifest.sum = turn.seal_all(conn, &before, progress)?;
            put_rows(conn, &keys, &mut manifest, &own.sealed(&keys)?)
        });
        if let Ok(conn) = self.conn() {
            // Either mode is as safe; only what a later write leaves beside the file differs.
            let _ = conn.query_row(USUAL_JOURNAL, [], |_mode| Ok(()));
        }
        if outcome.is_err() {
            self.free.give_back(&own.places);
        }
        outcome?;
        self.keys = keys;
        self.writer = manifest.writer;
        self.manifest = manifest;
        self.slots = rekey.slots.clone();
        self.swap_in(HashMap::new(), &gone, &own.places);
        self.own_now_lies(&own.write, std::slice::from_ref(&own.plain), &own.at);
        Ok(())
    }
}

/// The row of the backup keys, with the new secrets in it.
struct OwnAnew {
    write: Write,
    plain: Zeroizing<Vec<u8>>,
    /// Rows taken for it, where there was none.
    places: Places,
    at: Vec<Place>,
}

impl OwnAnew {
    fn of(vault: &mut Vault, rekey: &Rekey) -> Result<Self, VaultError> {
        let body = rekey.backup.encode();
        let plain = Zeroizing::new(encode_own(BACKUP_KEYS, &body)?);
        let places = match vault.own_row(BACKUP_KEYS) {
            Some(_) => Places::default(),
            None => vault.free.take(&[plain.len() as u32])?,
        };
        let write = Write { own: vec![(BACKUP_KEYS, body)], ..Write::default() };
        let at = vault.places_of(&write, &places);
        Ok(Self { write, plain, places, at })
    }

    fn sealed(&self, keys: &Keys) -> Result<Vec<Sealed>, VaultError> {
        let seal = |row, over, plain: &[u8]| {
            Ok::<_, VaultError>(Sealed { row, over, bytes: keys.seal(row, random()?, plain) })
        };
        let own = self.at.iter().map(|place| seal(place.row, place.over.is_some(), &self.plain));
        let spare = self.places.spare.iter().map(|row| seal(*row, false, &dummy(LEAST_PADDED)));
        own.chain(spare).collect()
    }
}

impl Turn<'_> {
    /// Seals every row but the manifest anew; gives what the new rows add up to.
    fn seal_all(
        &self,
        conn: &Connection,
        before: &Manifest,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<[u8; 32], VaultError> {
        let mut select =
            conn.prepare("SELECT id, sealed FROM row WHERE id > ?1 ORDER BY id LIMIT ?2")?;
        let mut update = conn.prepare("UPDATE row SET sealed = ?2 WHERE id = ?1")?;
        let (mut old_sum, mut new_sum, mut done) = ([0; 32], [0; 32], 0);
        let mut last = MANIFEST_ROW;
        loop {
            let mut chunk: Vec<(i64, Zeroizing<Vec<u8>>)> = Vec::with_capacity(CHUNK);
            let mut found = select.query(params![last, CHUNK as i64])?;
            while let Some(row) = found.next()? {
                let sealed = row.get_ref(1)?.as_blob().map_err(|_other| damaged())?;
                chunk.push((row.get(0)?, Zeroizing::new(sealed.to_vec())));
            }
            let Some((end, _)) = chunk.last() else { break };
            last = *end;
            for (row, mut sealed) in chunk {
                xor(&mut old_sum, &self.old.element(row, checked(&sealed)?));
                let anew = self.seal(row, &mut sealed)?;
                xor(&mut new_sum, &self.new.element(row, &anew));
                update.execute(params![row, anew])?;
                done += 1;
            }
            progress(Progress::Sealing { rows: done, of: before.rows });
        }
        if done != before.rows || old_sum != before.sum {
            return Err(VaultError::damaged("rows are missing, exchanged or put back"));
        }
        Ok(new_sum)
    }

    fn seal(&self, row: i64, sealed: &mut [u8]) -> Result<Vec<u8>, VaultError> {
        let forgotten = self.forgotten.get(&row).map(|padded| dummy(*padded as usize));
        let plain = match &forgotten {
            Some(dummy) => dummy,
            None => self.old.open(row, sealed)?,
        };
        Ok(self.new.seal(row, random()?, plain))
    }
}

fn checked(sealed: &[u8]) -> Result<&[u8], VaultError> {
    if is_sealed_len(sealed.len()) { Ok(sealed) } else { Err(damaged()) }
}

fn damaged() -> VaultError {
    VaultError::damaged("a row")
}
