//! The real program, as a person or a script meets it.

mod backup;
mod files;
mod home;
mod merge;
mod options;
#[cfg(unix)]
mod questions;
mod refusals;
