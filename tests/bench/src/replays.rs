//! What encryption of pages alone lets through: pages of an older copy put back one by one, as
//! `koers_tests::replays` puts back rows of a vault.

use std::fs;

use koers_tests::sample;
use rusqlite::Connection;

use crate::ENTRIES;
use crate::tables::{PAGE, Table};

/// Pages that are put back.
const PAGES: usize = 48;

/// `sqlcipher_replays_accepted`, of 48: after how many every entry could still be read, and nothing
/// was said.
pub(crate) fn figures(table: &Table) -> [(&'static str, f64); 1] {
    let size = PAGE as usize;
    let before = fs::read(table.path()).expect("just written");
    let conn = table.open().expect("a database");
    for (entry, id) in sample::entries(3, PAGES).iter().zip((1..).step_by(ENTRIES / PAGES)) {
        conn.execute("UPDATE entry SET body = ?2 WHERE id = ?1", (id, &entry.body)).expect("room");
    }
    drop(conn);
    let after = fs::read(table.path()).expect("just written");
    let pages = before.chunks(size).zip(after.chunks(size));
    // The first page says how often the file was changed.
    let changed = pages.enumerate().skip(1).filter(|(_, (old, new))| old != new);
    let mut accepted = 0;
    for (number, (old, _)) in changed.take(PAGES) {
        let mut replayed = after.clone();
        replayed[number * size..][..size].copy_from_slice(old);
        fs::write(table.path(), replayed).expect("room");
        accepted += u32::from(table.open().is_ok_and(|conn| reads(&conn)));
    }
    fs::write(table.path(), after).expect("room");
    [("sqlcipher_replays_accepted", accepted.into())]
}

/// Whether every entry can be read.
fn reads(conn: &Connection) -> bool {
    let read = || {
        let mut select = conn.prepare("SELECT record, body FROM entry")?;
        let mut rows = select.query([])?;
        let mut count = 0;
        while let Some(row) = rows.next()? {
            row.get_ref(1)?.as_blob()?;
            count += 1;
        }
        Ok::<_, rusqlite::Error>(count)
    };
    read().is_ok_and(|count| count == ENTRIES)
}
