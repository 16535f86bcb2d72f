//! Journeys: lives in steps that every language goes through alike.
//!
//! A journey is one file in `tests/journeys` (`README.md` there describes the form). This is the
//! Rust runner, which also records what is expected; the others compare with what it wrote.

mod file;
mod json;
mod neutral;
mod run;

pub use file::{Journey, Step, all};
pub use json::pretty;
pub use run::{Difference, check, record};
