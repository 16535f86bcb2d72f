//! SQLite on its own, in its usual locking mode, with rows in clear: the same journal as the vault's,
//! synced as much as it asks for. With `FULL` the folder is not synced after the journal was deleted,
//! which is what commits; `EXTRA` adds that sync. So a power cut may bring the journal back, and with
//! it what was there before: a loss that must be found, or nothing is proved by finding none.

use std::path::Path;

use rusqlite::{Connection, params};

use super::{Deed, State, said};

/// Rows that are there before.
const BASE: i64 = 20;
const STEPS: i64 = 4;

/// SQLite with one of its two ways to sync.
pub struct Plain {
    name: &'static str,
    synchronous: &'static str,
}

/// `synchronous=FULL`: must lose rows.
pub const PLAIN_FULL: Plain = Plain { name: "plain-full", synchronous: "FULL" };
/// `synchronous=EXTRA`: must lose none.
pub const PLAIN_EXTRA: Plain = Plain { name: "plain-extra", synchronous: "EXTRA" };

impl Plain {
    fn open(&self, folder: &Path) -> rusqlite::Result<Connection> {
        let conn = Connection::open(folder.join("plain.db"))?;
        let how = format!("PRAGMA journal_mode=DELETE; PRAGMA synchronous={};", self.synchronous);
        conn.execute_batch(&how)?;
        Ok(conn)
    }

    fn put(conn: &Connection, id: i64) -> rusqlite::Result<()> {
        let body = vec![id as u8; 700];
        conn.execute("INSERT INTO one(id, body) VALUES (?1, ?2)", params![id, body]).map(drop)
    }

    fn make(&self, folder: &Path) -> rusqlite::Result<()> {
        let conn = self.open(folder)?;
        conn.execute_batch("CREATE TABLE one(id INTEGER PRIMARY KEY, body BLOB NOT NULL)")?;
        (0..BASE).try_for_each(|id| Self::put(&conn, id))
    }

    fn read(&self, folder: &Path) -> rusqlite::Result<(State, String)> {
        let conn = self.open(folder)?;
        let sound = conn.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        let mut select = conn.prepare("SELECT id, body FROM one ORDER BY id")?;
        let mut rows = select.query([])?;
        let mut state = State::new();
        while let Some(row) = rows.next()? {
            state.extend_from_slice(&row.get::<_, i64>(0)?.to_le_bytes());
            state.extend_from_slice(&row.get::<_, Vec<u8>>(1)?);
        }
        Ok((state, sound))
    }
}

impl Deed for Plain {
    fn name(&self) -> &'static str {
        self.name
    }

    fn steps(&self) -> usize {
        STEPS as usize
    }

    fn lay_out(&self, folder: &Path) -> Result<(), String> {
        self.make(folder).map_err(|error| said(&error))
    }

    fn act(&self, folder: &Path, steps: usize, done: &mut dyn FnMut()) -> Result<(), String> {
        let conn = self.open(folder).map_err(|error| said(&error))?;
        for step in 0..steps as i64 {
            Self::put(&conn, BASE + step).map_err(|error| said(&error))?;
            done();
        }
        Ok(())
    }

    fn found(&self, folder: &Path) -> Result<State, String> {
        match self.read(folder).map_err(|error| said(&error))? {
            (state, sound) if sound == "ok" => Ok(state),
            (_, unsound) => Err(unsound),
        }
    }
}
