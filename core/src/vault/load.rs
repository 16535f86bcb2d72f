//! Reads every row once: opens it, checks it against the manifest and sorts out what it holds.
//!
//! One thread reads from SQLite while the others open rows, a chunk at a time, so that memory
//! stays bounded whatever the file claims. What the caller makes of a version is made on those
//! threads too; this room does not know what that is.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

use rusqlite::Connection;

use super::index::Entry;
use super::key::{Keys, OVERHEAD, xor};
use super::manifest::{MANIFEST_ROW, Manifest};
use super::plain::{self, Content};
use super::stack::wipe;
use super::{Progress, RecordId, VaultError, Version};

/// Rows that are opened together; a vault of no more is opened without other threads.
const CHUNK: usize = 1024;
/// More threads than this only wait for SQLite.
const MOST_THREADS: usize = 8;

/// Everything the rows hold, with what the caller made of each version.
pub(super) struct Rows<T> {
    pub(super) entries: Vec<(RecordId, Entry)>,
    /// The row of each version and what was made of it.
    pub(super) made: Vec<(i64, T)>,
    /// The dummies: row and padded length.
    pub(super) dummies: Vec<(i64, u32)>,
    /// The rows of the vault's own.
    pub(super) own: Vec<OwnRow>,
    sum: [u8; 32],
    count: u64,
}

/// Where a row of the vault's own lies. What it holds is read again when it is needed, so that no
/// key lies in memory meanwhile.
#[derive(Clone, Copy, Debug)]
pub(super) struct OwnRow {
    pub(super) kind: u16,
    pub(super) row: i64,
    pub(super) padded: u32,
}

/// What every thread needs to open rows.
struct Opener<'a, F> {
    keys: &'a Keys,
    /// What the caller makes of a version.
    make: &'a F,
}

/// Sealed rows, one after the other.
#[derive(Default)]
struct Chunk {
    rows: Vec<(i64, usize)>,
    bytes: Vec<u8>,
}

/// Reads and opens the manifest.
pub(super) fn manifest(conn: &Connection, keys: &Keys) -> Result<Manifest, VaultError> {
    let missing = || VaultError::damaged("the manifest is missing");
    let mut select = conn.prepare("SELECT sealed FROM row WHERE id = ?1")?;
    let mut found = select.query([MANIFEST_ROW])?;
    let row = found.next()?.ok_or_else(missing)?;
    let sealed = row.get_ref(0)?.as_blob().map_err(|_other| missing())?;
    if !is_sealed_len(sealed.len()) {
        return Err(missing());
    }
    Manifest::open(keys, &mut sealed.to_vec())
}

/// Reads and opens every row but the manifest, and checks that nothing is missing, exchanged or
/// put back.
pub(super) fn rows<T: Send, F: Fn(Version) -> T + Sync>(
    conn: &Connection,
    keys: &Keys,
    manifest: &Manifest,
    make: &F,
    progress: &mut dyn FnMut(Progress),
) -> Result<Rows<T>, VaultError> {
    let opener = Opener { keys, make };
    let helpers = std::thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    let mut all = if manifest.rows <= CHUNK as u64 || helpers == 1 {
        let mut rows = Rows::default();
        read(conn, manifest, progress, |chunk| rows.take(&opener, chunk))?;
        rows
    } else {
        in_parallel(conn, &opener, manifest, helpers, progress)?
    };
    if all.count != manifest.rows || all.sum != manifest.sum {
        return Err(VaultError::damaged("rows are missing, exchanged or put back"));
    }
    all.dummies.sort_unstable();
    Ok(all)
}

fn in_parallel<T: Send, F: Fn(Version) -> T + Sync>(
    conn: &Connection,
    opener: &Opener<'_, F>,
    manifest: &Manifest,
    helpers: usize,
    progress: &mut dyn FnMut(Progress),
) -> Result<Rows<T>, VaultError> {
    let (send, receive) = sync_channel::<Chunk>(2 * helpers);
    let receive = Mutex::new(receive);
    std::thread::scope(|scope| {
        let others: Vec<_> =
            (1..helpers.max(2)).map(|_| scope.spawn(|| open_all(opener, &receive))).collect();
        let mut all = Rows::default();
        let read = read(conn, manifest, progress, |chunk| give(&send, chunk, &mut all, opener));
        drop(send);
        let mut outcome = read;
        if outcome.is_ok() {
            outcome = drain(opener, &receive, &mut all);
        }
        for other in others {
            match other.join() {
                Ok(Ok(rows)) => all.merge(rows),
                Ok(Err(error)) => outcome = outcome.and(Err(error)),
                Err(_) => outcome = Err(VaultError::damaged("a row")),
            }
        }
        outcome.map(|()| all)
    })
}

/// Hands a chunk to another thread, or opens it here when they all have enough to do.
fn give<T, F: Fn(Version) -> T>(
    send: &SyncSender<Chunk>,
    chunk: &mut Chunk,
    all: &mut Rows<T>,
    opener: &Opener<'_, F>,
) -> Result<(), VaultError> {
    match send.try_send(std::mem::take(chunk)) {
        Ok(()) => Ok(()),
        Err(TrySendError::Full(mut chunk) | TrySendError::Disconnected(mut chunk)) => {
            all.take(opener, &mut chunk)
        }
    }
}

fn open_all<T, F: Fn(Version) -> T>(
    opener: &Opener<'_, F>,
    receive: &Mutex<Receiver<Chunk>>,
) -> Result<Rows<T>, VaultError> {
    let mut rows = Rows::default();
    let outcome = drain(opener, receive, &mut rows);
    wipe();
    outcome.map(|()| rows)
}

fn drain<T, F: Fn(Version) -> T>(
    opener: &Opener<'_, F>,
    receive: &Mutex<Receiver<Chunk>>,
    rows: &mut Rows<T>,
) -> Result<(), VaultError> {
    loop {
        let chunk = receive.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(mut chunk) = chunk else { return Ok(()) };
        rows.take(opener, &mut chunk)?;
    }
}

/// Reads the sealed rows from the file; their types and lengths are checked before their bytes
/// are touched, and there may be no more than the manifest says.
fn read(
    conn: &Connection,
    manifest: &Manifest,
    progress: &mut dyn FnMut(Progress),
    mut take: impl FnMut(&mut Chunk) -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    let mut select = conn.prepare("SELECT id, sealed FROM row")?;
    let mut found = select.query([])?;
    let mut chunk = Chunk::default();
    let mut done = 0;
    while let Some(row) = found.next()? {
        let id = row.get_ref(0)?.as_i64().map_err(|_other| VaultError::damaged("a row id"))?;
        if id == MANIFEST_ROW {
            continue;
        }
        let sealed = row.get_ref(1)?.as_blob().map_err(|_other| VaultError::damaged("a row"))?;
        if !is_sealed_len(sealed.len()) || done == manifest.rows {
            return Err(VaultError::damaged("a row"));
        }
        if chunk.rows.is_empty() {
            chunk.rows.reserve(CHUNK);
            chunk.bytes.reserve(CHUNK * sealed.len().min(2 * plain::LEAST_PADDED));
        }
        chunk.rows.push((id, sealed.len()));
        chunk.bytes.extend_from_slice(sealed);
        done += 1;
        if chunk.rows.len() == CHUNK || chunk.bytes.len() > plain::MOST_PADDED {
            take(&mut chunk)?;
            progress(Progress::Reading { rows: done, of: manifest.rows });
        }
    }
    take(&mut chunk)
}

/// Whether a sealed row could have this length.
pub(super) fn is_sealed_len(len: usize) -> bool {
    len > OVERHEAD && plain::is_padded_len(len - OVERHEAD)
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        let (entries, made, dummies, own) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { entries, made, dummies, own, sum: [0; 32], count: 0 }
    }
}

impl<T> Rows<T> {
    /// Opens a chunk and leaves it empty.
    fn take<F: Fn(Version) -> T>(
        &mut self,
        opener: &Opener<'_, F>,
        chunk: &mut Chunk,
    ) -> Result<(), VaultError> {
        let Opener { keys, make } = opener;
        let mut bytes = chunk.bytes.as_mut_slice();
        for &(row, len) in &chunk.rows {
            let (sealed, rest) = bytes.split_at_mut(len);
            bytes = rest;
            xor(&mut self.sum, &keys.element(row, sealed));
            self.count += 1;
            let padded = (len - OVERHEAD) as u32;
            match plain::decode(keys.open(row, sealed)?)? {
                Content::Dummy => self.dummies.push((row, padded)),
                Content::Own(kind) => self.own.push(OwnRow { kind, row, padded }),
                Content::Version(version, history) => {
                    let entry = Entry::of(&version, history, row, padded);
                    self.entries.push((version.record, entry));
                    self.made.push((row, make(version)));
                }
            }
        }
        chunk.rows.clear();
        chunk.bytes.clear();
        Ok(())
    }

    fn merge(&mut self, other: Self) {
        self.entries.extend(other.entries);
        self.made.extend(other.made);
        self.dummies.extend(other.dummies);
        self.own.extend(other.own);
        self.count += other.count;
        xor(&mut self.sum, &other.sum);
    }
}
