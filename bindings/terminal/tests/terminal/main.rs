//! The real program, as a person or a script meets it.

mod backup;
mod files;
mod home;
mod merge;
mod open_days;
mod options;
#[cfg(unix)]
mod questions;
mod refusals;
