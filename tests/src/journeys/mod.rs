//! Journeys: lives in steps that every language goes through alike.
//!
//! A journey is one file in `tests/journeys` (`README.md` there describes the form). This is the
//! Rust runner, which also records what is expected; the others compare with what it wrote.

mod arguments;
mod call;
mod file;
mod json;
mod life;
mod locked;
mod neutral;
mod run;
mod stand_in;

pub use file::{Journey, Step, all};
pub use json::pretty;
pub use run::{Difference, check, record};
