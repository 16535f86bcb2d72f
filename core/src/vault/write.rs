//! One transaction: rows, slots and the manifest together, or nothing.

use std::collections::HashMap;

use rusqlite::{Connection, ErrorCode, params};
use zeroize::Zeroizing;

use super::draft::{Forget, ToWrite, Write};
use super::free::{Place, Places};
use super::index::{Entry, Record};
use super::key::{Keys, random, xor};
use super::load::{self, OwnRow, is_sealed_len};
use super::manifest::{MANIFEST_ROW, Manifest};
use super::plain::{self, Content, LEAST_PADDED};
use super::{Prepared, Progress, Receipt, RecordId, Vault, VaultError, Version};

/// How long a superseded body is kept for undo when nothing else is written: 24 hours.
const KEPT_MS: i64 = 24 * 60 * 60 * 1000;

/// Rows after which it is told how far a write is.
const BATCH: usize = 1024;

/// A sealed row and where it goes.
pub(super) struct Sealed {
    pub(super) row: i64,
    /// Whether the row is there already.
    pub(super) over: bool,
    pub(super) bytes: Vec<u8>,
}

impl Vault {
    /// Makes the prepared versions durable, all or none. What earlier writes superseded and
    /// nothing needs any more is overwritten on the way, unless only `local` versions are
    /// written: those are not the person's doing and leave the undo alone.
    ///
    /// # Errors
    ///
    /// `Stale` where something else was committed since `prepare`; `StorageFull` and
    /// `NoPermission` with nothing changed; `UncertainCommit`, after which the vault is closed.
    pub fn commit(&mut self, prepared: Prepared) -> Result<Receipt, VaultError> {
        self.conn()?;
        if prepared.generation != self.manifest.generation {
            return Err(VaultError::Stale);
        }
        if !prepared.versions.is_empty() {
            let all_local = prepared.versions.iter().all(|(version, _)| version.local);
            let forget = if all_local { Forget::Nothing } else { Forget::All };
            let versions = prepared.versions.into_iter();
            let versions = versions
                .map(|(version, history)| ToWrite { version, history, copied: None })
                .collect();
            let stamp = Some(prepared.receipt.stamp);
            self.write(&Write { versions, stamp, forget, ..Write::default() })?;
        }
        Ok(prepared.receipt)
    }

    /// Overwrites superseded bodies that were kept for undo and are older than 24 hours at
    /// `now_ms` (milliseconds since 1970, UTC). For after opening. Gives how many there were.
    pub fn tidy(&mut self, now_ms: i64) -> Result<u64, VaultError> {
        let until = now_ms.saturating_sub(KEPT_MS);
        let old = self.condemned(Forget::Until(until)).len() as u64;
        if old > 0 {
            self.write(&Write { forget: Forget::Until(until), ..Write::default() })?;
        }
        Ok(old)
    }

    pub(super) fn write(&mut self, write: &Write) -> Result<(), VaultError> {
        self.write_telling(write, &mut |_| ())
    }

    /// Tells how far it is where there is much to write.
    pub(super) fn write_telling(
        &mut self,
        write: &Write,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), VaultError> {
        let versions = write.versions.iter().map(ToWrite::plain);
        let own = write.own.iter().map(|(kind, body)| plain::encode_own(*kind, body));
        let plains = versions
            .chain(own)
            .map(|plain| plain.map(Zeroizing::new))
            .collect::<Result<Vec<_>, _>>()?;
        let (versions, own) = plains.split_at(write.versions.len());
        let new = write.own.iter().zip(own).filter(|((kind, _), _)| self.own_row(*kind).is_none());
        let lengths = versions.iter().chain(new.map(|(_, plain)| plain));
        let lengths: Vec<u32> = lengths.map(|plain| plain.len() as u32).collect();
        let places = self.free.take(&lengths)?;
        let outcome = self.write_at(write, &plains, &places, progress);
        if outcome.is_err() {
            self.free.give_back(&places);
        }
        outcome
    }

    fn write_at(
        &mut self,
        write: &Write,
        plains: &[Zeroizing<Vec<u8>>],
        places: &Places,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), VaultError> {
        let at = self.places_of(write, places);
        let records = self.records_after(write, plains, places);
        let gone = self.condemned(write.forget);
        let sealed = self.seal_all(plains, &at, &places.spare, &gone)?;
        let mut manifest = self.manifest.clone();
        manifest.generation = write.after.unwrap_or(manifest.generation) + 1;
        manifest.last = write.stamp.unwrap_or(manifest.last);
        manifest.writer = write.writer.unwrap_or(self.writer);
        manifest.file = self.mark;
        if let Some(slots) = &write.slots {
            manifest.slots = slots.digest();
        }
        self.transact(|conn, keys, before| {
            if let Some(slots) = &write.slots {
                slots.write(before, conn)?;
            }
            let (first, others) = sealed.split_at(sealed.len().min(BATCH));
            put_rows(conn, keys, &mut manifest, first)?;
            for (batch, number) in others.chunks(BATCH).zip(2..) {
                put_rows(conn, keys, &mut manifest, batch)?;
                let (versions, of) = (number * BATCH as u64, sealed.len() as u64);
                progress(Progress::Writing { versions: versions.min(of), of });
            }
            Ok(())
        })?;
        self.writer = manifest.writer;
        self.manifest = manifest;
        self.swap_in(records, &gone, places);
        self.own_now_lies(write, plains, &at);
        if let Some(slots) = &write.slots {
            self.slots = slots.clone();
        }
        Ok(())
    }

    /// Where each plaintext goes: a row of the vault's own keeps the place it has.
    pub(super) fn places_of(&self, write: &Write, places: &Places) -> Vec<Place> {
        let mut taken = places.taken.iter().copied();
        let mut at: Vec<Place> = taken.by_ref().take(write.versions.len()).collect();
        at.extend(write.own.iter().map(|(kind, _)| match self.own_row(*kind) {
            Some(own) => Place { row: own.row, over: Some(own.padded) },
            None => taken.next().expect("a place was taken for each new row"),
        }));
        at
    }

    /// The row of the vault's own of this kind.
    pub(super) fn own_row(&self, kind: u16) -> Option<OwnRow> {
        self.own.iter().copied().find(|own| own.kind == kind)
    }

    pub(super) fn own_now_lies(
        &mut self,
        write: &Write,
        plains: &[Zeroizing<Vec<u8>>],
        at: &[Place],
    ) {
        let own = write.own.iter().zip(plains.iter().zip(at).skip(write.versions.len()));
        for ((kind, _), (plain, place)) in own {
            self.own.retain(|own| own.row != place.row);
            self.own.push(OwnRow { kind: *kind, row: place.row, padded: plain.len() as u32 });
        }
    }

    /// The records as they are once the versions lie in their places.
    fn records_after(
        &self,
        write: &Write,
        plains: &[Zeroizing<Vec<u8>>],
        places: &Places,
    ) -> HashMap<RecordId, Record> {
        let mut records: HashMap<RecordId, Record> = HashMap::new();
        for ((one, plain), place) in write.versions.iter().zip(plains).zip(&places.taken) {
            let id = one.version.record;
            let held = || self.index.get(id).cloned().unwrap_or_default();
            let entry = Entry::of(&one.version, one.history, place.row, plain.len() as u32);
            records.entry(id).or_insert_with(held).add(entry);
        }
        records
    }

    /// The superseded versions that a write forgets.
    pub(super) fn condemned(&self, forget: Forget) -> Vec<(RecordId, Entry)> {
        let records = self.index.with_condemned();
        let all = records.flat_map(|(id, record)| record.condemned().map(move |old| (id, old)));
        let due = all.filter(|(_, (since, _))| match forget {
            Forget::Nothing => false,
            Forget::Until(until) => since.millis() <= until,
            Forget::All => true,
        });
        due.map(|(id, (_, old))| (id, old.clone())).collect()
    }

    fn seal_all(
        &self,
        plains: &[Zeroizing<Vec<u8>>],
        at: &[Place],
        spare: &[i64],
        gone: &[(RecordId, Entry)],
    ) -> Result<Vec<Sealed>, VaultError> {
        let mut sealed = Vec::with_capacity(plains.len() + spare.len() + gone.len());
        let mut seal = |row, over, plain: &[u8]| {
            let bytes = self.keys.seal(row, random()?, plain);
            sealed.push(Sealed { row, over, bytes });
            Ok::<_, VaultError>(())
        };
        for (plain, place) in plains.iter().zip(at) {
            seal(place.row, place.over.is_some(), plain)?;
        }
        for &row in spare {
            seal(row, false, &plain::dummy(LEAST_PADDED))?;
        }
        for (_, old) in gone {
            seal(old.row, true, &plain::dummy(old.padded as usize))?;
        }
        // In the order of the table, so that new rows lie close together on its pages.
        sealed.sort_unstable_by_key(|one| one.row);
        Ok(sealed)
    }

    /// Runs one transaction. If it is not certain what became of it, the vault closes.
    pub(super) fn transact(
        &mut self,
        run: impl FnOnce(&Connection, &Keys, &super::slots::Slots) -> Result<(), VaultError>,
    ) -> Result<(), VaultError> {
        let conn = self.conn.as_ref().ok_or(VaultError::Closed)?;
        conn.execute_batch("BEGIN IMMEDIATE")?;
        let outcome = match run(conn, &self.keys, &self.slots) {
            Ok(()) => conn.execute_batch("COMMIT").map_err(after_commit),
            Err(error) => Err(error),
        };
        let Err(error) = outcome else { return Ok(()) };
        let undone = conn.is_autocommit() || conn.execute_batch("ROLLBACK").is_ok();
        // Where the head of its journal was overwritten by half, SQLite says that it is undone, and
        // cannot undo it: what lies there decides.
        let is_as_before =
            || load::manifest(conn, &self.keys).is_ok_and(|found| found == self.manifest);
        if undone && error != VaultError::UncertainCommit && is_as_before() {
            return Err(error);
        }
        self.conn = None;
        Err(VaultError::UncertainCommit)
    }

    pub(super) fn swap_in(
        &mut self,
        records: HashMap<RecordId, Record>,
        gone: &[(RecordId, Entry)],
        places: &Places,
    ) {
        for (id, record) in records {
            self.index.put(id, record);
        }
        for (id, old) in gone {
            if let Some(record) = self.index.get(*id) {
                let mut record = record.clone();
                record.past.retain(|entry| entry.row != old.row);
                self.index.put(*id, record);
            }
            self.free.add(old.row, old.padded);
        }
        for &row in &places.spare {
            self.free.add(row, LEAST_PADDED as u32);
        }
    }

    /// The body of the vault's own row of this kind, read again from the file.
    pub(super) fn own_body(&self, kind: u16) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        let Some(own) = self.own_row(kind) else { return Ok(None) };
        let mut sealed = Zeroizing::new(sealed_row(self.conn()?, own.row)?);
        let plain = self.keys.open(own.row, &mut sealed)?;
        let body = plain::own_body(plain, kind).ok_or_else(|| VaultError::damaged("a row"))?;
        Ok(Some(Zeroizing::new(body.to_vec())))
    }

    /// The plaintext of a row without its padding, read again from the file.
    pub(super) fn fetch_raw(&self, row: i64) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let mut sealed = Zeroizing::new(sealed_row(self.conn()?, row)?);
        let plain = plain::trimmed(self.keys.open(row, &mut sealed)?)?;
        Ok(Zeroizing::new(plain.to_vec()))
    }

    /// The version in a row, read again from the file.
    pub(super) fn fetch(&self, row: i64) -> Result<Version, VaultError> {
        let mut sealed = sealed_row(self.conn()?, row)?;
        match plain::decode(self.keys.open(row, &mut sealed)?)? {
            Content::Version(version, _) => Ok(version),
            Content::Dummy | Content::Own(_) => Err(VaultError::damaged("a row")),
        }
    }
}

impl ToWrite {
    /// The padded plaintext.
    fn plain(&self) -> Result<Vec<u8>, VaultError> {
        match &self.copied {
            None => plain::encode(&self.version, self.history),
            Some(copied) => plain::padded(copied.to_vec())
                .ok_or(VaultError::BadDraft { record: self.version.record, reason: "too long" }),
        }
    }
}

/// An I/O error while the write is made durable leaves open whether it is; any other error does
/// not.
fn after_commit(error: rusqlite::Error) -> VaultError {
    match error.sqlite_error_code() {
        Some(ErrorCode::SystemIoFailure) | None => VaultError::UncertainCommit,
        Some(_) => error.into(),
    }
}

/// Writes sealed rows and, last, the manifest that sums them up.
pub(super) fn put_rows(
    conn: &Connection,
    keys: &Keys,
    manifest: &mut Manifest,
    sealed: &[Sealed],
) -> Result<(), VaultError> {
    let mut insert = conn.prepare_cached("INSERT INTO row(id, sealed) VALUES (?1, ?2)")?;
    let mut update = conn.prepare_cached("UPDATE row SET sealed = ?2 WHERE id = ?1")?;
    for one in sealed {
        let (row, bytes) = (one.row, &one.bytes);
        if one.over {
            xor(&mut manifest.sum, &keys.element(row, &sealed_row(conn, row)?));
            update.execute(params![row, bytes])?;
        } else {
            insert.execute(params![row, bytes])?;
            manifest.rows += 1;
        }
        xor(&mut manifest.sum, &keys.element(row, bytes));
    }
    let row = keys.seal(MANIFEST_ROW, random()?, &manifest.encode());
    if update.execute(params![MANIFEST_ROW, row])? == 0 {
        insert.execute(params![MANIFEST_ROW, row])?;
    }
    Ok(())
}

fn sealed_row(conn: &Connection, row: i64) -> Result<Vec<u8>, VaultError> {
    let mut select = conn.prepare_cached("SELECT sealed FROM row WHERE id = ?1")?;
    let mut found = select.query([row])?;
    let missing = || VaultError::damaged("a row");
    let sealed = found.next()?.ok_or_else(missing)?.get_ref(0)?;
    let sealed = sealed.as_blob().map_err(|_other| missing())?;
    if is_sealed_len(sealed.len()) { Ok(sealed.to_vec()) } else { Err(missing()) }
}
