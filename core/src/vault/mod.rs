//! The vault: sealed versions in one SQLite file.
//!
//! It knows bytes, clocks and stamps. It must not know cravings, goals or languages: a body is
//! opaque to it.

mod record;

pub use record::{Clock, History, RecordId, Stamp, Version, WriterId};
