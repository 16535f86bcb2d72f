//! The same entries in a vault, in a plain table, and in a table under SQLCipher.

use std::path::{Path, PathBuf};

use koers_tests::sample;
use rusqlite::{Connection, params};

use crate::ENTRIES;

/// Entries a transaction, as the vault was filled.
const TOGETHER: usize = 1000;
/// Bytes of a page, as in the vault.
pub(crate) const PAGE: i64 = 4096;
/// What SQLCipher is given: a raw key and salt.
const RAW_KEY: &str = "x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\
                       202122232425262728292a2b2c2d2e2f'";

/// Three files with the same entries.
pub(crate) struct Three {
    pub(crate) vault: PathBuf,
    pub(crate) plain: Table,
    pub(crate) cipher: Table,
}

/// A table of bodies without padding.
pub(crate) struct Table {
    path: PathBuf,
    key: Option<&'static str>,
}

impl Three {
    pub(crate) fn make(folder: &Path) -> Self {
        let vault = folder.join("vault.koers");
        drop(sample::vault(&vault, 1, ENTRIES).expect("an empty folder with room"));
        let table = |name, key| Table { path: folder.join(name), key };
        let three = Self {
            vault,
            plain: table("plain.db", None),
            cipher: table("cipher.db", Some(RAW_KEY)),
        };
        for table in [&three.plain, &three.cipher] {
            table.fill().expect("a folder with room");
        }
        assert!(three.plain.says("Eentje kan geen kwaad"), "it lies there in clear");
        assert!(!three.cipher.says("Eentje kan geen kwaad"), "SQLCipher is there and at work");
        three
    }
}

impl Table {
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Opens it as the vault opens its file.
    pub(crate) fn open(&self) -> rusqlite::Result<Connection> {
        let conn = Connection::open(&self.path)?;
        if let Some(key) = self.key {
            conn.pragma_update(None, "key", key)?;
        }
        conn.execute_batch(
            "PRAGMA page_size=4096; PRAGMA locking_mode=EXCLUSIVE; PRAGMA mmap_size=0;
             PRAGMA temp_store=MEMORY; PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA;
             PRAGMA secure_delete=ON;",
        )?;
        Ok(conn)
    }

    fn fill(&self) -> rusqlite::Result<()> {
        let conn = self.open()?;
        conn.execute_batch(
            "CREATE TABLE entry(id INTEGER PRIMARY KEY, record BLOB NOT NULL, body BLOB NOT NULL)",
        )?;
        for some in sample::entries(1, ENTRIES).chunks(TOGETHER) {
            conn.execute_batch("BEGIN")?;
            for draft in some {
                conn.execute(
                    "INSERT INTO entry(record, body) VALUES (?1, ?2)",
                    params![draft.record.0, draft.body],
                )?;
            }
            conn.execute_batch("COMMIT")?;
        }
        let pages: i64 = conn.query_row("PRAGMA page_count", [], |row| row.get(0))?;
        let bytes = std::fs::metadata(&self.path).expect("just written").len();
        assert_eq!(i64::try_from(bytes), Ok(pages * PAGE), "its pages are as large as the vault's");
        Ok(())
    }

    fn says(&self, words: &str) -> bool {
        let bytes = std::fs::read(&self.path).expect("just written");
        bytes.windows(words.len()).any(|some| some == words.as_bytes())
    }
}
