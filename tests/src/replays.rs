//! Somebody who has the file, an older copy of it and no key, and rearranges its rows.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use koers_core::vault::{Draft, Intent};
use rusqlite::{Connection, params};

use crate::sample;

/// Entries in the vault.
const ENTRIES: usize = 40;
/// Rows of each sort that are tried (the older copy differs in one row more, the manifest).
const EACH: usize = 16;

/// What became of the rearranged vaults.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replays {
    /// How many were tried.
    pub tried: u64,
    /// How many opened, in words: none may.
    pub accepted: Vec<String>,
}

/// A row: its id and what is sealed in it.
type Row = (i64, Vec<u8>);

/// Puts rows back as they were, alone and with the manifest; exchanges, doubles and deletes some;
/// and puts rows of another vault in.
pub fn run() -> io::Result<Replays> {
    let folder = tempfile::tempdir()?;
    let path = |name| folder.path().join(name);
    let (vault, other) = (path("vault.koers"), path("other.koers"));
    let old = changed(&vault)?;
    drop(sample::vault(&other, 9, ENTRIES).map_err(io::Error::other)?);
    let mut tries =
        Tries { whole: fs::read(&vault)?, copy: path("copy.koers"), found: Replays::default() };
    let (now, foreign) = (rows(&vault)?, rows(&other)?);
    let earlier: Vec<&Row> = old.iter().filter(|row| !now.contains(row)).collect();
    let manifest = earlier.iter().find(|(id, _)| *id == 0).copied();
    let earlier: Vec<&Row> = earlier.into_iter().filter(|(id, _)| *id != 0).collect();
    if earlier.len() < EACH || manifest.is_none() {
        return Err(io::Error::other("too few rows changed to try anything"));
    }
    for row in earlier.iter().take(EACH) {
        tries.put("a row put back", &[row])?;
        tries.put("a row put back with its manifest", &[*row, manifest.unwrap_or(row)])?;
    }
    tries.put("the manifest put back", &[manifest.unwrap_or(earlier[0])])?;
    tries.put("every row put back, not the manifest", &earlier)?;
    for pair in now[1..].chunks_exact(2).take(EACH) {
        let [(one, its), (two, others)] = pair else { continue };
        tries.put("two rows exchanged", &[&(*one, others.clone()), &(*two, its.clone())])?;
        tries.put("a row doubled", &[&(*two, its.clone())])?;
    }
    for ((id, _), (foreign_id, sealed)) in now[1..].iter().zip(&foreign[1..]).take(EACH) {
        tries.put("a row of another vault", &[&(*id, sealed.clone())])?;
        tries.add("a row of another vault more", &(*foreign_id, sealed.clone()))?;
        tries.delete("a row deleted", *id)?;
    }
    tries.delete("the manifest deleted", 0)?;
    Ok(tries.found)
}

/// Makes a vault whose entries were all changed once; gives its rows before that.
fn changed(path: &Path) -> io::Result<Vec<Row>> {
    let entries = sample::entries(1, ENTRIES);
    let mut vault = sample::vault(path, 1, ENTRIES).map_err(io::Error::other)?;
    drop(vault);
    let before = rows(path)?;
    vault = sample::open(path).map_err(io::Error::other)?.0;
    let edits = entries.iter().zip(sample::entries(2, ENTRIES));
    let edits: Vec<Draft> = edits
        .map(|(entry, other)| Draft { record: entry.record, intent: Intent::Edit, ..other })
        .collect();
    // Twice, so that what was superseded is overwritten and a row that is put back says something.
    sample::record_all(&mut vault, &edits).map_err(io::Error::other)?;
    sample::record_all(&mut vault, &edits[..1]).map_err(io::Error::other)?;
    Ok(before)
}

fn rows(path: &Path) -> io::Result<Vec<Row>> {
    let read = || {
        let conn = Connection::open(path)?;
        let mut select = conn.prepare("SELECT id, sealed FROM row ORDER BY id")?;
        let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.collect::<rusqlite::Result<Vec<Row>>>()
    };
    read().map_err(io::Error::other)
}

struct Tries {
    whole: Vec<u8>,
    copy: PathBuf,
    found: Replays,
}

impl Tries {
    fn put(&mut self, what: &str, rows: &[&Row]) -> io::Result<()> {
        self.rearranged(what, |conn| {
            for (id, sealed) in rows {
                conn.execute("UPDATE row SET sealed = ?2 WHERE id = ?1", params![id, sealed])?;
            }
            Ok(())
        })
    }

    fn add(&mut self, what: &str, (id, sealed): &Row) -> io::Result<()> {
        self.rearranged(what, |conn| {
            conn.execute("INSERT INTO row(id, sealed) VALUES (?1, ?2)", params![id, sealed])?;
            Ok(())
        })
    }

    fn delete(&mut self, what: &str, id: i64) -> io::Result<()> {
        self.rearranged(what, |conn| {
            conn.execute("DELETE FROM row WHERE id = ?1", [id])?;
            Ok(())
        })
    }

    fn rearranged(
        &mut self,
        what: &str,
        change: impl FnOnce(&Connection) -> rusqlite::Result<()>,
    ) -> io::Result<()> {
        fs::write(&self.copy, &self.whole)?;
        let conn = Connection::open(&self.copy).map_err(io::Error::other)?;
        change(&conn).map_err(io::Error::other)?;
        conn.close().map_err(|(_, error)| io::Error::other(error))?;
        self.found.tried += 1;
        if sample::open(&self.copy).is_ok() {
            self.found.accepted.push(what.to_owned());
        }
        Ok(())
    }
}
