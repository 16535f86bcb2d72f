//! Reading the cells of a damaged file without its tree: page by page, as they lie there.
//!
//! It knows how SQLite lays out a leaf of a table (SQLite file format, 1.6 and 2.1) and where a long
//! content goes on. It believes nothing: whether a cell is one of ours is for whoever opens its seal.
//! Memory stays bounded by the longest content that a vault can have.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use super::VaultError;
use super::header::PAGE;

/// The first byte of a leaf of a table.
const LEAF: u8 = 0x0d;
/// Where the head of a page begins on the first page, behind the file header.
const FIRST: usize = 100;
/// Bytes of a page; none are reserved in a vault.
const USABLE: usize = PAGE as usize;
/// The longest content that lies whole on its page.
const INLINE: usize = USABLE - 35;
/// The least of a longer one that does.
const LEAST: usize = (USABLE - 12) * 32 / 255 - 23;
/// Bytes of a page that hold content where it goes on.
const OVERFLOW: usize = USABLE - 4;

/// A file that is read page by page.
pub(super) struct Carver<'a> {
    file: &'a mut File,
    pages: u32,
    longest: usize,
}

impl<'a> Carver<'a> {
    /// Contents above `longest` bytes are passed over.
    pub(super) fn new(file: &'a mut File, longest: usize) -> Result<Self, VaultError> {
        let pages = file.metadata()?.len().div_ceil(u64::from(PAGE));
        Ok(Self { file, pages: u32::try_from(pages).unwrap_or(u32::MAX), longest })
    }

    /// How many pages there are, a last one that is cut short included.
    pub(super) fn pages(&self) -> u32 {
        self.pages
    }

    /// The cells on a page, from 0: the row id and the blob of each. None where it is no leaf.
    pub(super) fn cells(&mut self, number: u32) -> Result<Vec<(i64, Vec<u8>)>, VaultError> {
        let page = self.page(number)?;
        let head = if number == 0 { FIRST } else { 0 };
        let mut cells = Vec::new();
        if page.get(head) != Some(&LEAF) {
            return Ok(cells);
        }
        let count = pair(&page, head + 3).unwrap_or(0);
        for nth in 0..usize::from(count).min(USABLE / 4) {
            let Some(at) = pair(&page, head + 8 + 2 * nth) else { break };
            if let Some((row, record)) = self.cell(&page, usize::from(at))?
                && let Some(blob) = blob(&record)
            {
                cells.push((row, blob.to_vec()));
            }
        }
        Ok(cells)
    }

    /// The row id and the record of the cell that begins here.
    fn cell(&mut self, page: &[u8], at: usize) -> Result<Option<(i64, Vec<u8>)>, VaultError> {
        let Some(rest) = page.get(at..) else { return Ok(None) };
        let Some((length, rest)) = varint(rest) else { return Ok(None) };
        let Some((row, rest)) = varint(rest) else { return Ok(None) };
        let Ok(length) = usize::try_from(length) else { return Ok(None) };
        // The record has a short head before its blob.
        if length > self.longest + 16 {
            return Ok(None);
        }
        let here = on_page(length);
        let Some(start) = rest.get(..here) else { return Ok(None) };
        let mut record = start.to_vec();
        let mut next = quad(rest, here).filter(|_| length > here);
        while record.len() < length {
            let Some(number) = next.and_then(|next| next.checked_sub(1)) else { return Ok(None) };
            let page = self.page(number)?;
            next = quad(&page, 0);
            let more = (length - record.len()).min(OVERFLOW);
            let Some(more) = page.get(4..4 + more) else { return Ok(None) };
            record.extend_from_slice(more);
        }
        Ok(Some((row as i64, record)))
    }

    /// A page, from 0; shorter where the file ends, empty where it cannot be read.
    fn page(&mut self, number: u32) -> Result<Vec<u8>, VaultError> {
        let mut page = Vec::with_capacity(USABLE);
        if number >= self.pages {
            return Ok(page);
        }
        self.file.seek(SeekFrom::Start(u64::from(number) * u64::from(PAGE)))?;
        let read = (&mut *self.file).take(u64::from(PAGE)).read_to_end(&mut page);
        // A bad sector costs the page that it lies on.
        if read.is_err() {
            page.clear();
        }
        Ok(page)
    }
}

/// How much of a content of this length lies on the page of its cell.
fn on_page(length: usize) -> usize {
    if length <= INLINE {
        return length;
    }
    let most = LEAST + (length - LEAST) % OVERFLOW;
    if most <= INLINE { most } else { LEAST }
}

/// The blob in a record of an id, which is null in it, and a blob.
fn blob(record: &[u8]) -> Option<&[u8]> {
    let (head, types) = varint(record)?;
    let (id, types) = varint(types)?;
    let (kind, _) = varint(types)?;
    let body = record.get(usize::try_from(head).ok()?..)?;
    let is_ours = id == 0 && kind >= 12 && kind.is_multiple_of(2);
    let length = is_ours.then(|| usize::try_from((kind - 12) / 2).ok()).flatten()?;
    (body.len() == length).then_some(body)
}

/// A number of one to nine bytes, and what follows it.
fn varint(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut number = 0;
    for (at, &byte) in bytes.iter().take(9).enumerate() {
        if at == 8 {
            return Some(((number << 8) | u64::from(byte), &bytes[9..]));
        }
        number = (number << 7) | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((number, &bytes[at + 1..]));
        }
    }
    None
}

fn pair(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn quad(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    #[test]
    fn every_cell_that_sqlite_wrote_is_found_short_and_long() {
        let folder = tempfile::tempdir().expect("the system has a temporary folder");
        let path = folder.path().join("cells");
        let conn = Connection::open(&path).expect("a new file");
        conn.execute_batch("PRAGMA page_size=4096; CREATE TABLE t(id INTEGER PRIMARY KEY, b BLOB)")
            .expect("a new file");
        let lengths = [1, 100, 552, 4040, 4061, 4062, 4136, 8192, 9000, 70_000];
        let mut expected: Vec<(i64, Vec<u8>)> = Vec::new();
        for (nth, length) in lengths.into_iter().enumerate() {
            let row = i64::MAX / (nth as i64 + 1);
            let blob: Vec<u8> = (0..length).map(|at: usize| (at % 251) as u8).collect();
            conn.execute("INSERT INTO t VALUES (?1, ?2)", (row, &blob)).expect("room");
            expected.push((row, blob));
        }
        drop(conn);
        let mut file = File::open(&path).expect("it is there");
        let mut carver = Carver::new(&mut file, 70_000).expect("readable");
        let mut found = Vec::new();
        for number in 0..carver.pages() {
            found.extend(carver.cells(number).expect("readable"));
        }
        found.sort();
        expected.sort();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_number_reads_as_sqlite_writes_it() {
        assert_eq!(varint(&[0x7f, 9]), Some((127, &[9][..])));
        assert_eq!(varint(&[0x81, 0x00]), Some((128, &[][..])));
        assert_eq!(varint(&[0xff; 9]), Some((u64::MAX, &[][..])));
        assert_eq!(varint(&[0xff; 8]), None);
    }

    proptest::proptest! {
        #[test]
        fn no_page_makes_it_stumble(mut bytes: Vec<u8>, at in 0..120_usize) {
            bytes.resize(2 * USABLE, 0xff);
            bytes[at] = LEAF;
            bytes[0] = LEAF;
            let mut file = tempfile::tempfile().expect("room");
            std::io::Write::write_all(&mut file, &bytes).expect("room");
            let mut carver = Carver::new(&mut file, 1 << 20).expect("readable");
            for number in 0..3 {
                carver.cells(number).expect("readable");
            }
        }
    }
}
