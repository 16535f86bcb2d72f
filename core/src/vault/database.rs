//! The SQLite connection: how it is set up so that a hostile file stays data, and so that what
//! was committed survives a power cut.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::VaultError;
use super::header::{APPLICATION_ID, PAGE};
use super::key::FORMAT;
use super::plain::MOST_PADDED;

const SLOT_TABLE: &str = "CREATE TABLE slot(id INTEGER PRIMARY KEY, body BLOB NOT NULL)";
const ROW_TABLE: &str = "CREATE TABLE row(id INTEGER PRIMARY KEY, sealed BLOB NOT NULL)";

/// How long another process may take to finish closing before the vault counts as in use
/// (judgement).
const PATIENCE: Duration = Duration::from_millis(200);

/// One complete file after every commit, and no acknowledged entry lost when the power goes:
/// `DELETE` with `FULL`, and `WAL` with `NORMAL`, lose some in a power-loss simulation.
const DURABLE: &str = "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; \
                       PRAGMA secure_delete=ON;";
/// A plain sync on Apple leaves the entry in the drive's cache.
#[cfg(target_vendor = "apple")]
const PLATFORM: &str = "PRAGMA fullfsync=ON; PRAGMA checkpoint_fullfsync=ON;";
#[cfg(not(target_vendor = "apple"))]
const PLATFORM: &str = "";

/// Opens an existing vault file for this process alone and checks that it holds our two tables
/// and nothing else. Writes nothing, unless an interrupted write has to be rolled back.
pub(super) fn open(path: &Path) -> Result<Connection, VaultError> {
    let conn = connect(path)?;
    if conn.is_readonly("main")? {
        return Err(VaultError::NoPermission);
    }
    conn.execute_batch("BEGIN EXCLUSIVE")?;
    // Set within the transaction, so that of two processes that open at once one gets in.
    conn.execute_batch("PRAGMA locking_mode=EXCLUSIVE")?;
    check_schema(&conn)?;
    conn.execute_batch("COMMIT")?;
    Ok(conn)
}

/// Makes the tables in an empty file that nobody else knows of yet.
pub(super) fn lay_out(path: &Path) -> Result<Connection, VaultError> {
    let conn = connect(path)?;
    conn.execute_batch(&format!(
        "PRAGMA page_size={PAGE}; PRAGMA locking_mode=EXCLUSIVE; \
         BEGIN EXCLUSIVE; PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={FORMAT}; \
         {SLOT_TABLE}; {ROW_TABLE}; COMMIT"
    ))?;
    Ok(conn)
}

fn connect(path: &Path) -> Result<Connection, VaultError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let conn = Connection::open_with_flags(path, flags)?;
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        conn.set_db_config(config, on)?;
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, (MOST_PADDED + PAGE as usize) as i32),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 1000),
        (Limit::SQLITE_LIMIT_COLUMN, 8),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 8),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 1),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 8),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        conn.set_limit(limit, most)?;
    }
    conn.busy_timeout(PATIENCE)?;
    conn.execute_batch("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;")?;
    conn.execute_batch(DURABLE)?;
    conn.execute_batch(PLATFORM)?;
    Ok(conn)
}

/// A trigger or view in the file would run on our writes, so the schema must be ours to the
/// letter.
fn check_schema(conn: &Connection) -> Result<(), VaultError> {
    let mut found = conn.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")?;
    let mut found = found.query([])?;
    let mut expected =
        [["table", "slot", "slot", SLOT_TABLE], ["table", "row", "row", ROW_TABLE]].into_iter();
    while let Some(object) = found.next()? {
        let Some(ours) = expected.next() else { return Err(VaultError::ForeignObjects) };
        for (column, text) in ours.iter().enumerate() {
            if object.get_ref(column)?.as_str().ok() != Some(text) {
                return Err(VaultError::ForeignObjects);
            }
        }
    }
    if expected.next().is_some() {
        return Err(VaultError::damaged("a table is missing"));
    }
    Ok(())
}
